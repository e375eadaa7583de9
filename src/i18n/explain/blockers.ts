/** Why a packet is dropped: one sentence for each blocker code, in the words of AWS. */

import type { Blocker } from '../../engine/index.ts';
import type { ExplainContext } from './context.ts';
import { entryOf, tell, type Catalogue } from './sentence.ts';

interface ReplySentence {
  /** The sentence already speaks of the reply. */
  readonly ofReply?: true;
}

export const blockers = {
  // States and routes
  BAD_STATE: {
    en: '{resource} {targetState}, so nothing passes it.',
    ja: '{resource} が動作していないため[ ({targetState})]、通信できません。',
  },
  BAD_STATE_ATTACHMENT: {
    subject: 'gateway',
    en: '{gateway} is not attached[ to {vpc}], so nothing passes it.',
    ja: '{gateway} が[ {vpc} に]アタッチされていないため、通信できません。',
  },
  BAD_STATE_ROUTE: {
    subject: 'table',
    en: 'The route to {route} in {table} is a blackhole[: {target} {targetState}].',
    ja: '{table} の {route} へのルートはブラックホールです[ ({target}: {targetState})]。',
  },
  NO_ROUTE_TO_DESTINATION: {
    subject: 'table',
    en: '{table} has no route to {destination}.',
    ja: '{table} に {destination} へのルートがありません。',
  },
  'NO_ROUTE_TO_DESTINATION no-internet-gateway': {
    subject: 'vpc',
    en: '{vpc} has no internet gateway.',
    ja: '{vpc} にインターネットゲートウェイがありません。',
  },
  CANNOT_ROUTE: {
    subject: 'table',
    en: '{table} has a route to {target}, but it does not cover {destination}.',
    ja: '{table} にある {target} へのルートは {destination} を含みません。',
  },
  MORE_SPECIFIC_ROUTE: {
    subject: 'table',
    en: 'A more specific route[ ({rule})] in {table} wins for {destination}.',
    ja: '{table} では、{destination} に対してより具体的なルート[ ({rule})] が優先されます。',
  },
  HIGHER_PRIORITY_ROUTE: {
    subject: 'table',
    en: 'A route of higher priority[ ({rule})] in {table} wins for {destination}.',
    ja: '{table} では、{destination} に対して優先度の高いルート[ ({rule})] が使われます。',
  },
  VPC_LOCAL_ROUTE_CIDR_RESTRICTION: {
    subject: 'table',
    en: '{table} keeps {destination} local, but the address is outside the CIDR blocks of {vpc}.',
    ja: '{table} は {destination} をローカルルートに送りますが、{vpc} の CIDR ブロックに含まれないアドレスです。',
  },
  INVALID_ROUTE_TARGET: {
    subject: 'table',
    en: 'AWS does not accept the route {route}[ → {target}] in {table}[: {reason}].',
    ja: 'AWS は {table} のルート {route}[ → {target}] を受け付けません[ ({reason})]。',
  },
  FORWARDING_LOOP: {
    en: 'Traffic to {destination} keeps coming back to {resource}: the routes form a loop.',
    ja: '{destination} 宛ての通信が {resource} に戻り続けます。ルートがループしています。',
  },
  NO_POSSIBLE_DESTINATION: {
    en: 'No network interface holds {destination}.',
    ja: '{destination} を持つネットワークインターフェイスがありません。',
  },
  DISCONNECTED_VPCS: {
    subject: 'vpc',
    en: 'Nothing connects {vpc} with the VPC of {destination}.',
    ja: '{vpc} と、{destination} がある VPC をつなぐものがありません。',
  },
  REPLY_MISROUTED: {
    subject: 'table',
    ofReply: true,
    en: '{table} sends the reply to {target}, not to where the request came from.',
    ja: '{table} は応答を {target} に送るため、リクエストの送信元に届きません。',
  },
  REPLY_SOURCE_MISMATCH: {
    subject: 'target',
    ofReply: true,
    en: 'The reply leaves through {target}, so it does not come from the address that the client asked.',
    ja: '応答は {target} から出るため、クライアントが宛先にしたアドレスからの応答になりません。',
  },
  STATEFUL_PATH_ASYMMETRY: {
    ofReply: true,
    en: '{resource} keeps track of connections, but request and reply do not both pass it.',
    ja: '{resource} は接続の状態を追跡しますが、リクエストと応答の片方しか通りません。',
  },
  OVERLAPPING_CIDRS: {
    en: '{destination} also lies inside {vpc}, so the local route takes it.',
    ja: '{destination} は {vpc} の範囲とも重なるため、ローカルルートに送られます。',
  },

  // Filters
  ENI_SG_RULES_MISMATCH: {
    subject: 'groups',
    en: 'No {side} rule of {groups} allows {traffic}[ {withPeer}].',
    ja: '{groups} に[ {withPeer}] {traffic} を許可する{side}ルールがありません。',
  },
  SG_HAS_NO_RULES: {
    subject: 'groups',
    en: '{traffic}[ {withPeer}] is not allowed: there are no {side} rules in {groups}.',
    ja: '{groups} に{side}ルールがないため、[{withPeer} ]{traffic} は許可されません。',
  },
  SG_REFERENCES_NOT_PRESERVED: {
    subject: 'groups',
    en: 'The matching rule of {groups} names a security group, and the sender’s group is lost on the way[ at {gateway}].',
    ja: '{groups} の該当ルールはセキュリティグループを指定していますが、送信元のグループは途中[ ({gateway})] で失われます。',
  },
  SG_REFERENCE_NOT_VALID_ON_PATH: {
    subject: 'groups',
    en: 'A rule of {groups} names a security group that cannot be referenced on this path.',
    ja: '{groups} のルールが参照するセキュリティグループは、この経路では参照できません。',
  },
  UNKNOWN_PEERED_SGS: {
    subject: 'groups',
    en: 'A rule of {groups} names a security group that is not in the design.',
    ja: '{groups} のルールが参照するセキュリティグループがデザインに含まれていません。',
  },
  SUBNET_ACL_RESTRICTION: {
    subject: 'acl',
    en: '{acl} denies [{side} ]{traffic}[ {withPeer}][ at rule {rule}].',
    ja: '[{acl} のルール {rule}|{acl}] が、[{side}の][ {withPeer}] {traffic} を拒否しています。',
  },
  ENI_SOURCE_DEST_CHECK_RESTRICTION: {
    subject: 'interface',
    en: 'The source/destination check on {interface} drops packets that are not its own.',
    ja: '{interface} の送信元/送信先チェックが、自分宛てでないパケットを破棄します。',
  },
  ENI_ADDRESS_RESTRICTION: {
    subject: 'interface',
    en: '{address} is not an address of {interface}.',
    ja: '{address} は {interface} のアドレスではありません。',
  },
  PROTOCOL_RESTRICTION: {
    en: '{resource} does not carry {protocol}.',
    ja: '{resource} は {protocol} を運びません。',
  },
  LINK_LOCAL_SERVICE_OFF: {
    subject: 'instance',
    en: 'The service at [{destination}|this address] is turned off for {instance}.',
    ja: '{instance} では[ {destination} の|この]サービスが無効です。',
  },

  // Internet gateways
  GATEWAY_REJECTS_SPOOFED_TRAFFIC: {
    subject: 'gateway',
    en: '{gateway} drops the packet: no network interface of its VPC holds the source address.',
    ja: '送信元アドレスを持つネットワークインターフェイスが VPC にないため、{gateway} で破棄されます。',
  },
  IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS: {
    subject: 'interface',
    en: '{interface} has no public IPv4 address, so {gateway} drops the packet.',
    ja: '{interface} にパブリック IPv4 アドレスがないため、{gateway} で破棄されます。',
  },
  IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS: {
    en: '[{interface} has no public IPv4 address|No network interface of the VPC holds {address}], so {gateway} drops the packet.',
    ja: '[{interface} にパブリック IPv4 アドレスがない|{address} を持つネットワークインターフェイスが VPC にない]ため、{gateway} で破棄されます。',
  },
  IGW_DESTINATION_ADDRESS_IN_VPC_CIDRS: {
    en: '{destination} is no address of the VPC behind {gateway}, so it is not delivered.',
    ja: '{destination} は {gateway} の VPC のアドレスではないため、届きません。',
  },
  IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS: {
    en: '{destination} is a private address: {gateway} does not carry it to the internet.',
    ja: '{destination} はプライベートアドレスのため、{gateway} はインターネットに送りません。',
  },
  IGW_DESTINATION_ADDRESS_NOT_IN_RFC6598_EGRESS: {
    en: '{destination} is in the shared range 100.64.0.0/10: {gateway} does not carry it to the internet.',
    ja: '{destination} は共有アドレス範囲 100.64.0.0/10 にあるため、{gateway} はインターネットに送りません。',
  },
  IGW_SOURCE_ADDRESS_NOT_IN_RFC1918_INGRESS: {
    en: '{gateway} lets in no packet from a private address[ ({address})].',
    ja: '{gateway} はプライベートアドレス[ ({address})] からのパケットを通しません。',
  },
  IGW_SOURCE_ADDRESS_NOT_IN_RFC6598_INGRESS: {
    en: '{gateway} lets in no packet from the shared range 100.64.0.0/10[ ({address})].',
    ja: '{gateway} は共有アドレス範囲 100.64.0.0/10[ ({address})] からのパケットを通しません。',
  },
  IGW_DESTINATION_NOT_PUBLIC: {
    en: '{destination} is not a public address: {gateway} does not carry it.',
    ja: '{destination} はパブリックアドレスではないため、{gateway} は運びません。',
  },
  IGW_SOURCE_ADDRESS_PRIVATE_IPV6: {
    subject: 'interface',
    en: 'The IPv6 address[ {address}] of {interface} is private, so {gateway} drops the packet.',
    ja: '{interface} の IPv6 アドレス[ {address}] はプライベートのため、{gateway} で破棄されます。',
  },
  ENI_IGW_TRAFFIC_DENIED: {
    subject: 'interface',
    en: '{interface} takes no traffic from internet gateways (denyAllIgwTraffic).',
    ja: '{interface} はインターネットゲートウェイからの通信を受け取りません (denyAllIgwTraffic)。',
  },
  INGRESS_RTB_NO_PUBLIC_IP: {
    subject: 'table',
    en: '{table} sends traffic from the internet to {target}, which has no public IPv4 address.',
    ja: '{table} はインターネットからの通信を {target} に送りますが、そこにパブリック IPv4 アドレスがありません。',
  },
  INGRESS_RTB_TRAFFIC_REDIRECTION: {
    subject: 'table',
    en: '{table} leads traffic for {subnet} through {target}, so its direct route to {gateway} does not work.',
    ja: '{table} は {subnet} 宛ての通信を {target} に通すため、{gateway} への直接のルートは使えません。',
  },
  VPC_BLOCK_PUBLIC_ACCESS_ENABLED: {
    en: 'VPC Block Public Access[ ({mode})] stops internet traffic of {subnet}.',
    ja: 'VPC ブロックパブリックアクセス[ ({mode})] により、{subnet} のインターネット通信は遮断されます。',
  },
  EIGW_INBOUND_RESTRICTION: {
    subject: 'gateway',
    en: '{gateway} lets in no connections from the internet.',
    ja: '{gateway} はインターネットからの接続を通しません。',
  },
  EIGW_FAMILY_RESTRICTION: {
    subject: 'gateway',
    en: '{gateway} carries IPv6 only.',
    ja: '{gateway} が運ぶのは IPv6 だけです。',
  },

  // NAT gateways
  NGW_ROUTE_LOOP: {
    subject: 'table',
    en: '{table} sends the traffic of {nat} back to {nat} itself.',
    ja: '{table} によって、{nat} の通信が {nat} 自身に戻ります。',
  },
  NGW_UNSOLICITED_INBOUND: {
    subject: 'nat',
    en: '{nat} accepts no new connections.',
    ja: '{nat} は新しい接続を受け付けません。',
  },
  NGW_REQUIRES_SOURCE_IN_VPC: {
    subject: 'nat',
    en: '{nat} serves only sources in its own VPC.',
    ja: '{nat} を使えるのは、同じ VPC の送信元だけです。',
  },
  NGW_FAMILY_RESTRICTION: {
    subject: 'nat',
    en: '{nat} carries IPv6 only to 64:ff9b::/96.',
    ja: '{nat} が運ぶ IPv6 は 64:ff9b::/96 宛てだけです。',
  },
  REGIONAL_NGW_ROUTE_AZ_RESTRICTION: {
    subject: 'nat',
    en: '{nat} has no address in the Availability Zone of the source[ ({zone})].',
    ja: '送信元のアベイラビリティーゾーン[ ({zone})] に {nat} のアドレスがありません。',
  },

  // What is not known
  UNSUPPORTED_COMPONENT: {
    en: '{resource} is of a kind that is not judged.',
    ja: '{resource} は判定の対象にしていない種類のリソースです。',
  },
  UNKNOWN_RESOURCE: {
    en: '{resource} is not in the design.',
    ja: '{resource} がデザインに含まれていません。',
  },
  UNKNOWN_DESTINATION: {
    en: 'The design does not say where {destination} is.',
    ja: '{destination} がどこにあるか、デザインからは分かりません。',
  },
} as const satisfies Readonly<Record<string, Catalogue[string] & ReplySentence>>;

const otherwise = {
  en: '{resource} stops the traffic ({code}).',
  ja: '{resource} で通信が止まります ({code})。',
};

const droppedReply = { en: 'The reply is dropped. ', ja: '応答は破棄されます。' };

/** The sentence for a blocker; one on the way back says first that it is the reply that is lost. */
export function explainBlocker(blocker: Blocker, context: ExplainContext): string {
  const values = {
    ...blocker.parameters,
    resource: blocker.resource,
    code: blocker.code,
    family: String(blocker.family),
    ...(blocker.rule === undefined ? {} : { rule: blocker.rule }),
    ...(blocker.side === undefined ? {} : { side: blocker.side }),
    ...(blocker.at === undefined ? {} : { at: blocker.at }),
  };
  // A reason may have a sentence of its own.
  const sentence: (Catalogue[string] & ReplySentence) | undefined =
    entryOf(blockers, `${blocker.code} ${blocker.parameters['reason'] ?? ''}`) ??
    entryOf(blockers, blocker.code);
  const text = tell(sentence ?? otherwise, values, context);
  return blocker.direction === 'return' && sentence?.ofReply !== true
    ? droppedReply[context.language] + text
    : text;
}
