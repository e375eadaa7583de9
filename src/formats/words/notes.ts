/** The sentences about what a reader did on its own, what it assumed, and what it lacks, in both languages. */

import type { LocalText } from '../../model/index.ts';

export const notes = {
  'host-bits': {
    en: '{member}: {text} was read as {cidr}. AWS ignores the bits behind the prefix, too.',
    ja: '{member}: {text} を {cidr} として読み取りました。AWS もプレフィックス以降のビットを無視します。',
  },
  prose: { en: 'Text around the JSON was left out: {text}', ja: 'JSON の前後のテキストを除きました: {text}' },
  'ansi-codes': { en: '{count} colour codes were left out.', ja: '色指定コード {count} 個を除きました。' },
  'duplicate-key': {
    en: '{pointer} is given twice, at {first} and at {second}. The last one counts.',
    ja: '{pointer} が {first} と {second} で重複しています。最後の値を使います。',
  },
  'big-number': {
    en: '{pointer}: the number {text} was kept as text, because it does not fit.',
    ja: '{pointer}: 数値 {text} は大きすぎるため、テキストとして保持しました。',
  },
  'left-out-by-state': {
    en: '{count} in {key} are {state} and were left out.',
    ja: '{key} のうち {state} の {count} 件を除きました。',
  },
  secrets: {
    en: '{count} secrets were removed: {names}.',
    ja: 'シークレット {count} 件を除きました: {names}。',
  },
  contradiction: {
    en: '{resource}: {member} is {first} in {firstFile}, but {second} in {secondFile}. The latter counts.',
    ja: '{resource}: {member} は {firstFile} では {first}、{secondFile} では {second} です。後者を使います。',
  },
  'beside-paths': {
    en: '{command}: no path depends on it. It was left out.',
    ja: '{command}: 経路に影響しないため、除きました。',
  },
  'cut-output': {
    en: '{key} goes on: the output was cut by --max-items or --no-paginate. What is not there is unknown.',
    ja: '{key} には続きがあります。--max-items または --no-paginate で切れた出力です。含まれないものは不明です。',
  },
  renamed: {
    en: '{id} is in both designs with different contents. The added one is now {newId}.',
    ja: '{id} が両方のデザインにあり、内容が異なります。追加した側を {newId} としました。',
  },
  'many-resources': {
    en: '{count} resources: drawing may be slow beyond {limit}.',
    ja: 'リソースが {count} 個あります。{limit} 個を超えると描画が遅くなることがあります。',
  },
  'migrated-from': {
    en: 'The design of version {version} was read as version {current}. The file changes when you save.',
    ja: 'バージョン {version} のデザインをバージョン {current} として読み取りました。保存するとファイルが更新されます。',
  },
  'interfaces-from-instances': {
    en: '{count} network interfaces were taken from describe-instances.',
    ja: 'ネットワークインターフェイス {count} 件を describe-instances から読み取りました。',
  },
} as const satisfies Readonly<Record<string, LocalText>>;

export const facts = {
  kind: { en: '{things} were not supplied', ja: '{things} の情報がありません' },
  'kind-cut': { en: '{things} were supplied in part', ja: '{things} の情報が一部しかありません' },
  'dns-attribute': { en: '{attribute} of {resource}', ja: '{resource} の {attribute}' },
  entries: { en: 'entries of {resource}', ja: '{resource} のエントリ' },
  exclusions: {
    en: 'exclusions from VPC Block Public Access',
    ja: 'VPC ブロックパブリックアクセスの除外',
  },
  mode: { en: 'mode of VPC Block Public Access', ja: 'VPC ブロックパブリックアクセスのモード' },
} as const satisfies Readonly<Record<string, LocalText>>;

export const assumptions = {
  'dns-support': {
    en: 'DNS resolution is on, as in every VPC where nobody switched it off',
    ja: 'DNS 解決は有効 (無効にしない限り AWS の既定値)',
  },
  'dns-hostnames': {
    en: 'DNS hostnames are on, as in every default VPC where nobody switched them off',
    ja: 'DNS ホスト名は有効 (デフォルト VPC の既定値)',
  },
} as const satisfies Readonly<Record<string, LocalText>>;

/** What is wrong with an address or block, and a right example. */
export const addressReasons = {
  empty: { en: 'It is empty.', ja: '空です。' },
  'not-an-address': {
    en: 'This is no address or block. Write, for example, 10.0.0.0/16 or 2001:db8::/56.',
    ja: 'アドレスまたはブロックではありません。例: 10.0.0.0/16、2001:db8::/56。',
  },
  'octet-range': {
    en: '{part} is over 255. Write four numbers from 0 to 255, for example 172.16.30.0/24.',
    ja: '{part} は 255 を超えています。0～255 の 4 つの数字で書いてください。例: 172.16.30.0/24。',
  },
  'leading-zero': {
    en: '{part} has a leading zero. Write {part} without it.',
    ja: '{part} の先頭に 0 があります。先頭の 0 を除いてください。',
  },
  'zone-id': {
    en: 'Zone ids such as {part} are not allowed.',
    ja: '{part} のようなゾーン ID は使えません。',
  },
  'ipv4-mapped': {
    en: 'This is an IPv4 address inside an IPv6 address. Write the IPv4 address alone.',
    ja: 'IPv6 アドレスに埋め込まれた IPv4 アドレスです。IPv4 アドレスだけを書いてください。',
  },
  'two-compressions': {
    en: 'The text has :: twice. It may stand once.',
    ja: ':: が 2 回あります。使えるのは 1 回だけです。',
  },
  'no-prefix': {
    en: 'The prefix length is missing, for example /24.',
    ja: 'プレフィックス長がありません。例: /24。',
  },
  'prefix-range': {
    en: '{part} is no prefix length: 0 to 32 for IPv4, 0 to 128 for IPv6.',
    ja: '{part} はプレフィックス長ではありません。IPv4 は 0～32、IPv6 は 0～128 です。',
  },
  'other-family': { en: 'It is of the other address family.', ja: 'アドレスファミリーが異なります。' },
} as const satisfies Readonly<Record<string, LocalText>>;

/** Why the design inside a picture can't be read. */
export const svgReasons = {
  'document-type': { en: 'the file has a DOCTYPE.', ja: 'DOCTYPE が含まれています。' },
  'unknown-entity': {
    en: 'the file uses an entity that is not known.',
    ja: '不明な実体参照が含まれています。',
  },
  'not-well-formed': { en: 'the XML is damaged.', ja: 'XML が壊れています。' },
  'too-deep': { en: 'the XML is nested too deep.', ja: 'XML の入れ子が深すぎます。' },
  'not-svg': { en: 'the XML is no SVG.', ja: 'SVG ではありません。' },
  'two-designs': { en: 'there are two of them.', ja: 'デザインが 2 つあります。' },
  'unknown-encoding': {
    en: 'it is packed in a way that is not known here.',
    ja: '格納形式に対応していません。',
  },
  'damaged-text': { en: 'it is cut short or damaged.', ja: '途中で切れているか壊れています。' },
  'damaged-chunk': {
    en: 'its checksum is wrong, so it was changed on the way.',
    ja: 'チェックサムが一致しません。途中で内容が変わっています。',
  },
  'cut-off': { en: 'the file ends too early.', ja: 'ファイルが途中で終わっています。' },
  'not-png': { en: 'the file is no PNG.', ja: 'PNG ではありません。' },
  'damaged-data': { en: 'it is cut short or damaged.', ja: '途中で切れているか壊れています。' },
  'too-large': { en: 'it unpacks to more than a design can be.', ja: '展開後のサイズが大きすぎます。' },
} as const satisfies Readonly<Record<string, LocalText>>;

/** What a JSON value is, as messages name it. */
export const types = {
  object: { en: 'an object', ja: 'オブジェクト' },
  list: { en: 'a list', ja: 'リスト' },
  text: { en: 'a text', ja: '文字列' },
  number: { en: 'a number', ja: '数値' },
  boolean: { en: 'true or false', ja: '真偽値' },
  null: { en: 'null', ja: 'null' },
  absent: { en: 'absent', ja: 'なし' },
} as const satisfies Readonly<Record<string, LocalText>>;

/** Kinds in the plural, as facts name them. */
export const things = {
  vpc: { en: 'VPCs', ja: 'VPC' },
  subnet: { en: 'subnets', ja: 'サブネット' },
  routeTable: { en: 'route tables', ja: 'ルートテーブル' },
  internetGateway: { en: 'internet gateways', ja: 'インターネットゲートウェイ' },
  egressOnlyInternetGateway: {
    en: 'egress-only internet gateways',
    ja: 'Egress-Only インターネットゲートウェイ',
  },
  natGateway: { en: 'NAT gateways', ja: 'NAT ゲートウェイ' },
  networkInterface: { en: 'network interfaces', ja: 'ネットワークインターフェイス' },
  instance: { en: 'instances', ja: 'インスタンス' },
  elasticIp: { en: 'Elastic IP addresses', ja: 'Elastic IP アドレス' },
  securityGroup: { en: 'security groups', ja: 'セキュリティグループ' },
  networkAcl: { en: 'network ACLs', ja: 'ネットワーク ACL' },
  managedPrefixList: { en: 'prefix lists', ja: 'プレフィックスリスト' },
} as const satisfies Readonly<Record<string, LocalText>>;
