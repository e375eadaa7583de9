/** The first reason why something is not reached, as half a sentence. */

import type { Blocker } from '../engine/index.ts';
import type { LocalText } from '../model/index.ts';
import type { FindingContext } from './_context.ts';

const REASONS: Readonly<Record<string, LocalText>> = {
  IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS: {
    en: '{resource} has no public IPv4 address',
    ja: '{resource} にパブリック IPv4 アドレスがありません',
  },
  NO_ROUTE_TO_DESTINATION: {
    en: '{resource} has no way to the internet',
    ja: '{resource} にインターネットへの経路がありません',
  },
  BAD_STATE_ATTACHMENT: { en: '{resource} is not attached', ja: '{resource} がアタッチされていません' },
  BAD_STATE: { en: '{resource} is not running', ja: '{resource} が稼働していません' },
  BAD_STATE_ROUTE: {
    en: '{resource} has a route that leads nowhere',
    ja: '{resource} にブラックホールのルートがあります',
  },
  SUBNET_ACL_RESTRICTION: { en: '{resource} denies it', ja: '{resource} が拒否しています' },
  VPC_BLOCK_PUBLIC_ACCESS_ENABLED: {
    en: 'VPC Block Public Access cuts it',
    ja: 'VPC ブロックパブリックアクセスにより遮断されています',
  },
  EIGW_INBOUND_RESTRICTION: {
    en: '{resource} lets nothing in',
    ja: '{resource} は外部からの接続を通しません',
  },
  REPLY_SOURCE_MISMATCH: {
    en: '{resource} sends replies another way',
    ja: '{resource} が応答を別の経路に送ります',
  },
  STATEFUL_PATH_ASYMMETRY: { en: 'replies miss {resource}', ja: '応答が {resource} を通りません' },
};

/** Told when there is no blocker to name: the family does not exist there. */
const NO_ADDRESS: LocalText = {
  en: 'there is no address of that family',
  ja: 'そのアドレスファミリーのアドレスがありません',
};

export function blockerText(context: FindingContext, blockers: readonly Blocker[]): LocalText {
  const [blocker] = blockers;
  if (!blocker) return NO_ADDRESS;
  const reason = Object.hasOwn(REASONS, blocker.code) ? REASONS[blocker.code] : undefined;
  return context.say(reason ?? { en: `${blocker.code} at {resource}`, ja: `{resource} で ${blocker.code}` }, {
    resource: { ids: [blocker.resource] },
  });
}
