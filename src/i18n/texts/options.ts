/** Words for the values that a member may have by AWS's own enumerations; a value without words stands as AWS writes it. */

import type { Language } from '../../model/index.ts';

type Words = Readonly<Record<string, Readonly<Record<Language, string>>>>;

const words: Readonly<Record<string, Words>> = {
  instanceState: {
    running: { en: 'Running', ja: '実行中' },
    stopped: { en: 'Stopped', ja: '停止済み' },
  },
  forwarding: {
    none: { en: 'Does not forward', ja: '転送しない' },
    nat: { en: 'Translates the source (NAT)', ja: '送信元を変換 (NAT)' },
    pass: { en: 'Passes packets on unchanged', ja: 'そのまま転送' },
  },
  addressFamily: {
    IPv4: { en: 'IPv4', ja: 'IPv4' },
    IPv6: { en: 'IPv6', ja: 'IPv6' },
  },
  availabilityMode: {
    zonal: { en: 'Zonal', ja: 'ゾーン' },
    regional: { en: 'Regional', ja: 'リージョン' },
  },
  connectivityType: {
    public: { en: 'Public', ja: 'パブリック' },
    private: { en: 'Private', ja: 'プライベート' },
  },
  interfaceType: {
    interface: { en: 'Interface', ja: 'インターフェイス' },
    nat_gateway: { en: 'NAT gateway', ja: 'NAT ゲートウェイ' },
    load_balancer: { en: 'Load balancer', ja: 'ロードバランサー' },
    network_load_balancer: { en: 'Network Load Balancer', ja: 'Network Load Balancer' },
    gateway_load_balancer: { en: 'Gateway Load Balancer', ja: 'Gateway Load Balancer' },
    gateway_load_balancer_endpoint: {
      en: 'Gateway Load Balancer endpoint',
      ja: 'Gateway Load Balancer エンドポイント',
    },
    vpc_endpoint: { en: 'VPC endpoint', ja: 'VPC エンドポイント' },
    transit_gateway: { en: 'Transit gateway', ja: 'Transit Gateway' },
    efa: { en: 'Elastic Fabric Adapter', ja: 'Elastic Fabric Adapter' },
    lambda: { en: 'Lambda function', ja: 'Lambda 関数' },
  },
  instanceTenancy: {
    default: { en: 'Default', ja: 'デフォルト' },
    dedicated: { en: 'Dedicated', ja: '専有' },
    host: { en: 'Dedicated host', ja: '専有ホスト' },
  },
  internetGatewayBlockMode: {
    off: { en: 'Off', ja: 'オフ' },
    'block-bidirectional': { en: 'Block both ways', ja: '双方向をブロック' },
    'block-ingress': { en: 'Block inbound', ja: 'インバウンドをブロック' },
  },
  trafficType: {
    ALL: { en: 'All', ja: 'すべて' },
    ACCEPT: { en: 'Accepted', ja: '許可された通信' },
    REJECT: { en: 'Rejected', ja: '拒否された通信' },
  },
  logDestinationType: {
    'cloud-watch-logs': { en: 'CloudWatch Logs', ja: 'CloudWatch Logs' },
    s3: { en: 'Amazon S3', ja: 'Amazon S3' },
    'kinesis-data-firehose': { en: 'Amazon Data Firehose', ja: 'Amazon Data Firehose' },
  },
};

/** What stands where the member is absent and AWS has no default for it. */
export const notStated: Readonly<Record<Language, string>> = { en: 'Not set', ja: '未設定' };

/** What people read for a value of a member. */
export function optionWord(member: string, value: string, language: Language): string {
  const ofMember = Object.hasOwn(words, member) ? words[member] : undefined;
  return ofMember && Object.hasOwn(ofMember, value) ? (ofMember[value]?.[language] ?? value) : value;
}
