/** What is said beside a verdict: advice that does not change it, and readings that were taken for granted. */

import type { Advisory, Assumption } from '../../engine/index.ts';
import type { ExplainContext } from './context.ts';
import { entryOf, tell, type Catalogue } from './sentence.ts';

export const advisories = {
  AVAILABILITY_ZONE_CROSSED: {
    en: 'Traffic through {resource} crosses Availability Zones.',
    ja: '{resource} を経由する通信はアベイラビリティーゾーンをまたぎます。',
  },
  NAT_CROSSES_AZ: {
    en: 'Traffic leaves through {resource} in another Availability Zone.',
    ja: '通信は別のアベイラビリティーゾーンの {resource} を経由します。',
  },
  REMAP_EPHEMERAL_PORT: {
    en: '{resource} changes the source port to one of 1024–65535.',
    ja: '{resource} は送信元ポートを 1024–65535 のいずれかに変換します。',
  },
  NGW_SOURCE_ADDRESS_REASSIGN: {
    en: '{resource} replaces the source address with its own.',
    ja: '{resource} は送信元アドレスを自身のものに変換します。',
  },
  EPHEMERAL_PORTS_PARTIAL: {
    en: '{resource} lets replies through to only some of the ports that a client may use.',
    ja: '{resource} は、クライアントが使うポートの一部にしか応答を通しません。',
  },
  EPHEMERAL_RANGE_NARROW: {
    en: '{resource} does not allow replies to all of 1024–65535; some clients use ports outside what it allows.',
    ja: '{resource} は 1024–65535 のすべてには応答を許可していません。範囲外のポートを使うクライアントもあります。',
  },
  ONE_WAY_DELIVERY: {
    en: 'The request arrives, but no reply comes back.',
    ja: 'リクエストは届きますが、応答は戻りません。',
  },
  PMTUD_BLOCKED: {
    en: '{resource} blocks path MTU messages: large packets may be lost.',
    ja: '{resource} はパス MTU のメッセージを拒否するため、大きなパケットが失われることがあります。',
  },
  MTU_1500: {
    en: 'Packets through {resource} are limited to 1,500 bytes.',
    ja: '{resource} を経由するパケットは 1,500 バイトまでです。',
  },
  MTU_8500: {
    en: 'Packets through {resource} are limited to 8,500 bytes.',
    ja: '{resource} を経由するパケットは 8,500 バイトまでです。',
  },
  HAIRPIN_THROUGH_IGW: {
    en: 'Both ends are in the design, but the traffic goes out through {resource} and comes back in.',
    ja: '両端ともデザイン内にありますが、通信は {resource} から外に出て戻ります。',
  },
} as const satisfies Catalogue;

export const assumptions = {
  ASSUMPTION_APPLIANCE_FORWARDS: {
    en: '{resource} forwards packets[ {forwarding}]; its own configuration is not visible to AWS.',
    ja: '{resource} はパケットを[{forwarding}]転送するものとします。その設定は AWS からは見えません。',
  },
  ASSUMPTION_BYOIP_ADVERTISED: {
    en: 'The address range of {resource} is advertised to the internet.',
    ja: '{resource} のアドレス範囲はインターネットに公開 (アドバタイズ) されているものとします。',
  },
  ASSUMPTION_INSTANCE_RUNNING: {
    en: '{resource} is starting and counts as running.',
    ja: '{resource} は起動中ですが、実行中とみなします。',
  },
  ASSUMPTION_PUBLIC_IP_AT_LAUNCH: {
    en: '{resource} gets a public IPv4 address when it is launched.',
    ja: '{resource} には起動時にパブリック IPv4 アドレスが割り当てられるものとします。',
  },
  ASSUMPTION_AWS_DEFAULT: {
    en: 'AWS’s default applies to {resource}, because the input says nothing else.',
    ja: '入力に記載がないため、{resource} には AWS のデフォルトが適用されるものとします。',
  },
  MULTI_ENI_REPLY_ASSUMED: {
    en: '{resource} answers through the network interface that was asked.',
    ja: '{resource} は、リクエストを受けたネットワークインターフェイスから応答するものとします。',
  },
} as const satisfies Catalogue;

const otherAdvisory = { en: 'A note on {resource} ({code}).', ja: '{resource} についての注意 ({code})。' };
const otherAssumption = {
  en: 'Something is taken for granted about {resource} ({code}).',
  ja: '{resource} について仮定があります ({code})。',
};

export function explainAdvisory(advisory: Advisory, context: ExplainContext): string {
  const { code, resource, parameters } = advisory;
  return tell(entryOf(advisories, code) ?? otherAdvisory, { ...parameters, code, resource }, context);
}

export function explainAssumption(assumption: Assumption, context: ExplainContext): string {
  const { code, resource, parameters } = assumption;
  return tell(entryOf(assumptions, code) ?? otherAssumption, { ...parameters, code, resource }, context);
}
