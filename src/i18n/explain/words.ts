/** Single words of the answers: verdicts, tiers, severities, protocols, states. */

import type { Tier, Verdict } from '../../engine/index.ts';
import type { Language, LocalText } from '../../model/index.ts';

const verdicts: Readonly<Record<Verdict, LocalText>> = {
  reachable: { en: 'reachable', ja: '到達できる' },
  partial: { en: 'partial', ja: '一部到達' },
  undetermined: { en: 'undetermined', ja: '判定できない' },
  blocked: { en: 'blocked', ja: '遮断' },
  'not-applicable': { en: 'not applicable', ja: '対象外' },
};

const tiers: Readonly<Record<Tier, LocalText>> = {
  public: { en: 'public', ja: 'パブリック' },
  egress: { en: 'egress', ja: '外向きのみ' },
  private: { en: 'private', ja: 'プライベート' },
  isolated: { en: 'isolated', ja: '隔離' },
};

export type Severity = 'error' | 'warning' | 'note';

const severities: Readonly<Record<Severity, LocalText>> = {
  error: { en: 'error', ja: 'エラー' },
  warning: { en: 'warning', ja: '警告' },
  note: { en: 'note', ja: '注記' },
};

export const verdictWord = (verdict: Verdict, language: Language): string => verdicts[verdict][language];
export const tierWord = (tier: Tier, language: Language): string => tiers[tier][language];
export const severityWord = (severity: Severity, language: Language): string =>
  severities[severity][language];

const protocols: Readonly<Record<string, LocalText>> = {
  tcp: { en: 'TCP', ja: 'TCP' },
  udp: { en: 'UDP', ja: 'UDP' },
  icmp: { en: 'ICMP', ja: 'ICMP' },
  icmpv6: { en: 'ICMPv6', ja: 'ICMPv6' },
  '6': { en: 'TCP', ja: 'TCP' },
  '17': { en: 'UDP', ja: 'UDP' },
  '1': { en: 'ICMP', ja: 'ICMP' },
  '58': { en: 'ICMPv6', ja: 'ICMPv6' },
  '-1': { en: 'all traffic', ja: 'すべてのトラフィック' },
};

const portWords: LocalText = { en: 'type', ja: 'タイプ' };
const codeWords: LocalText = { en: 'code', ja: 'コード' };
const protocolNumber: LocalText = { en: 'protocol', ja: 'プロトコル' };

/** `TCP 443`, `ICMP type 8`, `all traffic`. Ranges are told with an en dash. */
export function trafficWords(protocol: string, ports: string | undefined, language: Language): string {
  const known = Object.hasOwn(protocols, protocol) ? protocols[protocol] : undefined;
  const word = known === undefined ? `${protocolNumber[language]} ${protocol}` : known[language];
  if (ports === undefined || ports === '' || protocol === '-1' || known === undefined) return word;
  if (word.startsWith('ICMP')) {
    const [type = '', code] = ports.split('/');
    const rest = code === undefined ? '' : ` ${codeWords[language]} ${code}`;
    return `${word} ${portWords[language]} ${type}${rest}`;
  }
  return `${word} ${portsText(ports)}`;
}

/** Ports as a sentence shows them: `80, 443, 1024–65535`. */
export const portsText = (ports: string): string => ports.replaceAll('-', '–').replaceAll(/,\s*/gu, ', ');

/** What is wrong with a target, after its name in English, in brackets in Japanese. */
export const states: Readonly<Record<string, LocalText>> = {
  blackhole: { en: 'is marked as a blackhole', ja: 'ブラックホール' },
  absent: { en: 'is gone', ja: '存在しない' },
  missing: { en: 'is gone', ja: '存在しない' },
  deleted: { en: 'is deleted', ja: '削除済み' },
  deleting: { en: 'is being deleted', ja: '削除中' },
  detached: { en: 'is not attached', ja: 'アタッチされていない' },
  unattached: { en: 'is not attached', ja: 'アタッチされていない' },
  detaching: { en: 'is being detached', ja: 'デタッチ中' },
  available: { en: 'is not attached to anything', ja: 'アタッチされていない' },
  'in-another-vpc': { en: 'belongs to another VPC', ja: '別の VPC のリソース' },
  'several-interfaces': {
    en: 'has several network interfaces',
    ja: 'ネットワークインターフェイスが複数ある',
  },
  pending: { en: 'is not ready yet', ja: '準備中' },
  failed: { en: 'has failed', ja: '失敗' },
  stopped: { en: 'is stopped', ja: '停止中' },
  stopping: { en: 'is stopping', ja: '停止処理中' },
  'shutting-down': { en: 'is shutting down', ja: '終了処理中' },
  terminated: { en: 'is terminated', ja: '終了済み' },
  'without-address': { en: 'has no Elastic IP address', ja: 'Elastic IP アドレスなし' },
  'does-not-forward': { en: 'does not forward packets', ja: 'パケットを転送しない' },
};

/** `is stopped`; a state that is not known here is told as AWS spells it. */
export function stateWords(state: string, language: Language): string {
  const known = Object.hasOwn(states, state) ? states[state] : undefined;
  if (known !== undefined) return known[language];
  return language === 'en' ? `is ${state}` : state;
}

/** Why AWS refuses a route (RT-6, RT-10, AD-6). */
export const refusals: Readonly<Record<string, LocalText>> = {
  'inside-vpc-block': {
    en: 'inside the VPC’s own blocks, only the block of a whole subnet may go to a NAT gateway, an interface or an endpoint',
    ja: 'VPC の CIDR ブロック内では、サブネット全体の CIDR を NAT ゲートウェイ、インターフェイス、エンドポイントに向けるルートだけが使えます',
  },
  'reserved-range': { en: 'the range is reserved by AWS', ja: 'AWS が予約している範囲です' },
  family: {
    en: 'the target does not carry this address family',
    ja: 'ターゲットがこのアドレスファミリーを運びません',
  },
  'edge-target': {
    en: 'a gateway route table may only lead to an interface or a Gateway Load Balancer endpoint',
    ja: 'ゲートウェイルートテーブルのターゲットは、インターフェイスか Gateway Load Balancer エンドポイントに限られます',
  },
  'edge-destination': {
    en: 'a gateway route table may only name a block of the VPC or of a whole subnet',
    ja: 'ゲートウェイルートテーブルの送信先は、VPC かサブネット全体の CIDR ブロックに限られます',
  },
  'propagated-inside-vpc': {
    en: 'a propagated route never wins over the local route',
    ja: '伝播されたルートはローカルルートに優先しません',
  },
};

/** A reason in words; one that is not known here is told as it is. */
export const reasonWords = (reason: string, language: Language): string =>
  Object.hasOwn(refusals, reason) ? (refusals[reason]?.[language] ?? reason) : reason;

const forwardings: Readonly<Record<string, LocalText>> = {
  nat: { en: 'and puts its own address in as their source', ja: '送信元を自身のアドレスに変えて' },
  pass: { en: 'unchanged', ja: '変更せずに' },
};

/** How an appliance forwards; a way that is not known here is not told. */
export const forwardingWords = (forwarding: string, language: Language): string | undefined =>
  Object.hasOwn(forwardings, forwarding) ? forwardings[forwarding]?.[language] : undefined;
