/** The values of an answer as a sentence tells them: ids by name, protocols and states as words. */

import type { Language, LocalText } from '../../model/index.ts';
import type { ExplainContext } from './context.ts';
import { render, type Lookup } from './template.ts';
import { forwardingWords, portsText, reasonWords, stateWords, trafficWords } from './words.ts';

/** Coded values by name. Absent ones may be missing or undefined; the sentence copes with both. */
export type Values = Readonly<Record<string, string | undefined>>;

/** Values that are ids, each with the word that stands for it when it is missing. */
const things = {
  table: { en: 'the route table', ja: 'ルートテーブル' },
  target: { en: 'the target', ja: 'ターゲット' },
  group: { en: 'the security group', ja: 'セキュリティグループ' },
  groups: { en: 'the security groups', ja: 'セキュリティグループ' },
  acl: { en: 'the network ACL', ja: 'ネットワーク ACL' },
  subnet: { en: 'the subnet', ja: 'サブネット' },
  interface: { en: 'the network interface', ja: 'ネットワークインターフェイス' },
  gateway: { en: 'the gateway', ja: 'ゲートウェイ' },
  vpc: { en: 'the VPC', ja: 'VPC' },
  nat: { en: 'the NAT gateway', ja: 'NAT ゲートウェイ' },
  instance: { en: 'the instance', ja: 'インスタンス' },
  list: { en: 'the prefix list', ja: 'プレフィックスリスト' },
  elasticIp: { en: 'the Elastic IP address', ja: 'Elastic IP アドレス' },
  resource: { en: 'the resource', ja: 'リソース' },
  users: { en: 'others', ja: 'ほかのリソース' },
  at: { en: 'this place', ja: 'この場所' },
} as const satisfies Record<string, LocalText>;

/** Values that are told as they are, or as words; again with what stands for a missing one. */
const texts = {
  destination: { en: 'the destination', ja: '送信先' },
  route: { en: 'the destination', ja: '送信先' },
  address: { en: 'the address', ja: 'アドレス' },
  peer: { en: 'the other end', ja: '相手' },
  withPeer: { en: 'with the other end', ja: '相手との' },
  traffic: { en: 'this traffic', ja: 'この通信' },
  protocol: { en: 'this protocol', ja: 'このプロトコル' },
  ports: { en: 'these ports', ja: 'これらのポート' },
  side: { en: 'matching', ja: '該当する' },
  rule: { en: 'a rule', ja: 'ルール' },
  number: { en: 'a free number', ja: '空き番号' },
  targetState: { en: 'is not in a working state', ja: '動作していない' },
  mode: { en: 'on', ja: '有効' },
  reason: { en: 'no reason given', ja: '理由の記載なし' },
  zone: { en: 'the Availability Zone', ja: 'アベイラビリティーゾーン' },
  family: { en: 'this address family', ja: 'このアドレスファミリー' },
  name: { en: 'another name', ja: '別の名前' },
  code: { en: 'an unknown code', ja: '不明なコード' },
  text: { en: 'this', ja: 'この値' },
  members: { en: 'the settings', ja: '設定' },
  forwarding: { en: 'in some way', ja: '何らかの方法で' },
  userCount: { en: 'several', ja: '複数' },
  verb: { en: 'allow', ja: '許可' },
} as const satisfies Record<string, LocalText>;

/** Every value that a sentence may mention. */
export const valueNames: readonly string[] = [...Object.keys(things), ...Object.keys(texts)];

const fallbacks: Readonly<Record<string, LocalText>> = { ...things, ...texts };

/** The word for a value that the answer lacks. */
export const missingWord =
  (language: Language): Lookup =>
  (name) =>
    Object.hasOwn(fallbacks, name) ? fallbacks[name]?.[language] : '';

/** One value may stand for another: a question's destination is an address, a table's route its destination. */
const substitutes: Readonly<Record<string, readonly string[]>> = {
  destination: ['address'],
  address: ['destination'],
  route: ['rule', 'destination'],
  subnet: ['at'],
  groups: ['group'],
  group: ['groups'],
  target: ['interface'],
  targetState: ['state', 'reason'],
  number: ['ruleNumber'],
};

const sides: Readonly<Record<string, LocalText>> = {
  in: { en: 'inbound', ja: 'インバウンド' },
  out: { en: 'outbound', ja: 'アウトバウンド' },
};

/** What the engine writes where an address is meant that nobody can name. */
const unnamed: Readonly<Record<string, LocalText>> = {
  internet: { en: 'the internet', ja: 'インターネット' },
  'public address': { en: 'a public address', ja: 'パブリックアドレス' },
};

/** How the values of one answer are read by the sentences about it. */
export function lookupOf(values: Values, context: ExplainContext): Lookup {
  const { language, nameOf } = context;
  const raw = (name: string): string | undefined => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined || value === '') return undefined;
    return Object.hasOwn(unnamed, value) ? unnamed[value]?.[language] : value;
  };
  const either = (name: string): string | undefined =>
    [name, ...(substitutes[name] ?? [])].map(raw).find((value) => value !== undefined);
  // Blocks and addresses stay as they are: nothing is called so.
  const named = (ids: string): string => ids.split(', ').map(nameOf).join(', ');
  const words: Readonly<Record<string, () => string | undefined>> = {
    traffic: () => {
      const protocol = raw('protocol');
      return protocol === undefined ? undefined : trafficWords(protocol, raw('ports'), language);
    },
    ports: () => mapped(raw('ports'), portsText),
    protocol: () => mapped(raw('protocol'), (protocol) => trafficWords(protocol, undefined, language)),
    side: () => mapped(raw('side'), (side) => sides[side]?.[language] ?? side),
    withPeer: () => mapped(raw('peer'), (peer) => withPeer(named(peer), raw('side'), language)),
    rule: () => mapped(raw('rule'), (rule) => ruleWords(rule, language)),
    targetState: () => mapped(either('targetState'), (state) => stateWords(state, language)),
    reason: () => mapped(raw('reason'), (reason) => reasonWords(reason, language)),
    forwarding: () => forwardingWords(raw('forwarding') ?? '', language),
    family: () => mapped(raw('family'), (family) => `IPv${family}`),
  };
  return (name) => {
    const word = Object.hasOwn(words, name) ? words[name] : undefined;
    if (word !== undefined) return word();
    const value = either(name);
    if (value === undefined || !Object.hasOwn(things, name)) return value;
    return value
      .split(',')
      .map((id) => nameOf(id.trim()))
      .join(language === 'en' ? ', ' : '、');
  };
}

/** The kind that is told of the first id that a value names. */
export function kindsOf(values: Values, { language, kindOf }: ExplainContext): Lookup {
  if (!kindOf) return () => undefined;
  const idsOf = lookupOf(values, { language, nameOf: (id) => `${id},` });
  return (name) => {
    const [first] = Object.hasOwn(things, name) ? (idsOf(name)?.split(',') ?? []) : [];
    return first === undefined ? undefined : kindOf(first);
  };
}

const mapped = (value: string | undefined, change: (value: string) => string): string | undefined =>
  value === undefined ? undefined : change(value);

function withPeer(peer: string, side: string | undefined, language: Language): string {
  if (language === 'en') return side === 'out' ? `to ${peer}` : `from ${peer}`;
  return render(
    side === 'out' ? '{peer} への' : '{peer} からの',
    language,
    () => peer,
    missingWord(language),
  );
}

/** `*` for the closing entry of an ACL (NA-1), `inbound rule 2` for a group's. */
export function ruleWords(rule: string, language: Language): string {
  if (rule === '32767' || rule === '32768') return '*';
  const ofGroup = /^(inbound|outbound) (.+)$/u.exec(rule);
  if (ofGroup === null) return rule;
  const [, way = '', number = ''] = ofGroup;
  if (language === 'en') return `${way} rule ${number}`;
  return `${way === 'inbound' ? 'インバウンド' : 'アウトバウンド'}ルール ${number}`;
}
