/** Why a subnet has its tier: routes as short lines, plain facts as sentences. */

import type { Reason } from '../../engine/index.ts';
import type { ExplainContext } from './context.ts';
import type { LocalText } from '../../model/index.ts';
import { entryOf, tell, type Catalogue } from './sentence.ts';

export const reasons = {
  'no-ipv4-block': {
    en: '{resource} has no IPv4 CIDR block',
    ja: '{resource} に IPv4 CIDR ブロックがありません',
  },
  'no-ipv6-block': {
    en: '{resource} has no IPv6 CIDR block',
    ja: '{resource} に IPv6 CIDR ブロックがありません',
  },
  'local-routes-only': {
    en: '{resource} has no route out of the VPC',
    ja: '{resource} に VPC の外へ出るルートがありません',
  },
  'cut-by-block-public-access': {
    en: 'VPC Block Public Access cuts the internet routes of {resource}',
    ja: 'VPC ブロックパブリックアクセスが {resource} のインターネット向けルートを遮断しています',
  },
} as const satisfies Catalogue;

/** The same in as few words as stand beside a name. */
const shortReasons: Readonly<Record<keyof typeof reasons, LocalText>> = {
  'no-ipv4-block': { en: 'no IPv4 block', ja: 'IPv4 ブロックなし' },
  'no-ipv6-block': { en: 'no IPv6 block', ja: 'IPv6 ブロックなし' },
  'local-routes-only': { en: 'no way out', ja: '外へのルートなし' },
  'cut-by-block-public-access': { en: 'Block Public Access', ja: 'ブロックパブリックアクセス' },
};

const otherwise = { en: '{code} ({resource})', ja: '{code} ({resource})' };

/** `rtb-public 0.0.0.0/0 → igw-1`, by name, or a sentence without its full stop. */
export function explainReason(reason: Reason, context: ExplainContext): string {
  if (reason.kind === 'route') {
    return `${context.nameOf(reason.table)} ${reason.destination} → ${context.nameOf(reason.target)}`;
  }
  return tell(
    entryOf(reasons, reason.code) ?? otherwise,
    { code: reason.code, resource: reason.resource },
    context,
  );
}

/** `0.0.0.0/0 → igw-1`, or what is missing. */
export function explainReasonShortly(reason: Reason, context: ExplainContext): string {
  if (reason.kind === 'route') return `${reason.destination} → ${context.nameOf(reason.target)}`;
  const words: Readonly<Record<string, LocalText>> = shortReasons;
  return words[reason.code]?.[context.language] ?? reason.code;
}
