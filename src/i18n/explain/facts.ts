/** What the design does not say: missing facts as noun phrases, and the sentence around them. */

import type { MissingFact } from '../../engine/index.ts';
import type { ExplainContext } from './context.ts';
import { entryOf, tell, type Catalogue } from './sentence.ts';

export const facts = {
  'route-table-of': { en: 'the route table of {resource}', ja: '{resource} のルートテーブル' },
  'main-route-table-of': {
    en: 'the main route table of {resource}',
    ja: '{resource} のメインルートテーブル',
  },
  'chosen-route': {
    en: 'which of several equal routes of {resource} AWS has chosen',
    ja: '{resource} の同等なルートのうち AWS が選んだもの',
  },
  'routes-of': { en: 'the routes of {resource}', ja: '{resource} のルート' },
  'acl-of': { en: 'the network ACL of {resource}', ja: '{resource} のネットワーク ACL' },
  'entries-of': { en: 'the rules of {resource}', ja: '{resource} のルール' },
  'rules-of': { en: 'the rules of {resource}', ja: '{resource} のルール' },
  'groups-of': { en: 'the security groups of {resource}', ja: '{resource} のセキュリティグループ' },
  group: { subject: 'group', en: 'security group {group}', ja: 'セキュリティグループ {group}' },
  'address-of': { en: 'the address of {resource}', ja: '{resource} のアドレス' },
  'destination-address': {
    en: 'the exact destination address, which decides the route in {resource}',
    ja: '{resource} でのルートを決める、送信先の正確なアドレス',
  },
  'interface-with-address': {
    en: 'which network interface in {resource} holds {address}',
    ja: '{resource} で {address} を持つネットワークインターフェイス',
  },
  'public-address-of': { en: 'the public address of {resource}', ja: '{resource} のパブリックアドレス' },
  'attachment-of': { en: 'what {resource} is attached to', ja: '{resource} のアタッチ先' },
  'internet-gateways-of': {
    en: 'the internet gateway of {resource}',
    ja: '{resource} のインターネットゲートウェイ',
  },
  'egress-only-gateways-of': {
    en: 'the egress-only internet gateway of {resource}',
    ja: '{resource} の Egress-Only インターネットゲートウェイ',
  },
  'nat-gateway': { subject: 'nat', en: 'NAT gateway {nat}', ja: 'NAT ゲートウェイ {nat}' },
  'prefix-list-entries': {
    en: 'the entries of prefix list {resource}',
    ja: 'プレフィックスリスト {resource} のエントリ',
  },
  target: { subject: 'target', en: 'the route target {target}', ja: 'ルートのターゲット {target}' },
  'state-of': { en: 'the state of {resource}', ja: '{resource} の状態' },
  'instance-of': { en: 'the instance that {resource} belongs to', ja: '{resource} が属するインスタンス' },
  'cidr-of': { en: 'the CIDR block of {resource}', ja: '{resource} の CIDR ブロック' },
  'block-public-access': {
    en: 'the effect of VPC Block Public Access on {resource}',
    ja: '{resource} に対する VPC ブロックパブリックアクセスの効果',
  },
  'metadata-options': { en: 'the metadata options of {resource}', ja: '{resource} のメタデータオプション' },
  'dns-support-of': { en: 'the DNS support setting of {resource}', ja: '{resource} の DNS 解決の設定' },
  'source-dest-check-of': {
    en: 'the source/destination check of {resource}',
    ja: '{resource} の送信元/送信先チェック',
  },
  'forwarding-of': {
    en: 'whether and how {resource} forwards packets',
    ja: '{resource} がパケットを転送するか、どう転送するか',
  },
  'policy-routing-of': {
    en: 'through which network interface {resource} answers',
    ja: '{resource} が応答に使うネットワークインターフェイス',
  },
  'byoip-advertised': {
    en: 'whether the address range of {resource} is advertised to the internet',
    ja: '{resource} のアドレス範囲がインターネットに公開 (アドバタイズ) されているか',
  },
  'deny-all-igw-traffic': {
    en: 'whether {resource} may send through an internet gateway (denyAllIgwTraffic)',
    ja: '{resource} がインターネットゲートウェイへ送信できるか (denyAllIgwTraffic)',
  },
  'acl-on-inner-hop': {
    en: 'whether {resource} is read on a hop inside one subnet, which AWS does not document',
    ja: '同じサブネット内のホップで {resource} が評価されるかどうか (AWS の文書に記載なし)',
  },
  'nat-instance-ports': {
    en: 'the source ports that {resource} uses when it translates',
    ja: '{resource} が変換時に使う送信元ポート',
  },
  'zone-of': { en: 'the Availability Zone of {resource}', ja: '{resource} のアベイラビリティーゾーン' },
  unsupported: {
    en: 'how {resource} treats traffic: this kind is not judged',
    ja: '{resource} での通信の扱い (判定の対象にしていない種類)',
  },
} as const satisfies Catalogue;

const otherwise = { en: 'a fact about {resource} ({code})', ja: '{resource} についての情報 ({code})' };

const sentence = {
  en: 'The design lacks {text}.',
  ja: '{text} がデザインに含まれていません。',
};

/** The missing fact as a noun phrase, to stand in a list. */
export function explainFact(missing: MissingFact, context: ExplainContext): string {
  const { fact, resource, parameters } = missing;
  return tell(entryOf(facts, fact) ?? otherwise, { ...parameters, code: fact, resource }, context);
}

/** For want of what it cannot be told, as a sentence. */
export function explainMissing(missing: MissingFact, context: ExplainContext): string {
  return tell(sentence, { text: explainFact(missing, context) }, context);
}
