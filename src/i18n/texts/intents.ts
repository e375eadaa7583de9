/** What a person expects of the network, and whether it holds. */

import { section } from '../catalogue.ts';

/** Between Latin letters and Japanese stands a space, between Japanese words none. */
const after = (name: string): string => (/[\u0021-\u007E]$/.test(name) ? `${name} ` : name);
const amid = (name: string): string => (/^[\u0021-\u007E]/.test(name) ? ` ${after(name)}` : after(name));

export const intents = section(
  {
    held: 'Held',
    broken: 'Broken',
    unknown: 'Cannot tell',
    reaches: (from: string, to: string, traffic: string) => `${from} reaches ${to}, ${traffic}`,
    neverReaches: (from: string, to: string, traffic: string) => `${from} never reaches ${to}, ${traffic}`,
    isTier: (subnet: string, tier: string) => `${subnet} is ${tier}`,
    through: (things: string) => `through ${things}`,
    any: 'any traffic',
    ipv4: 'IPv4',
    ipv6: 'IPv6',
    internet: 'the internet',
    unfinished: 'An intent that is not finished',
    verdictIs: (word: string) => `It is ${word} now.`,
    partlyNow: 'It is partly reachable now.',
    notThrough: (things: string) => `It does not go through ${things}.`,
    notJudged: (members: string) => `“${members}” is not judged by this version. It stays in the file.`,
    needsEnds: 'It has no two ends, or no expectation that can be judged.',
    showPath: 'Show the path',
    remove: 'Remove the intent',
    removed: 'Remove an intent',
    heldCount: (held: number, all: number) => `${held} of ${all} held`,
    add: 'Add intent',
    discard: 'Discard it',
    traffic: 'Traffic',
    trafficWrong: 'Write All, or a protocol and ports, for example TCP 443, UDP 53 or TCP 8000-8080.',
    expected: 'What is expected',
    empty:
      'Nothing is expected yet. Begin with one of these, or save the question of a path as an intent: each is judged after every change.',
  },
  {
    held: '満たす',
    broken: '満たさない',
    unknown: '判定できない',
    reaches: (from, to, traffic) => `${after(from)}から${amid(to)}に到達できる (${traffic})`,
    neverReaches: (from, to, traffic) => `${after(from)}から${amid(to)}に到達できない (${traffic})`,
    isTier: (subnet, tier) => `${after(subnet)}は${tier}`,
    through: (things) => `${after(things)}経由`,
    any: 'すべての通信',
    ipv4: 'IPv4',
    ipv6: 'IPv6',
    internet: 'インターネット',
    unfinished: '未完成の要件',
    verdictIs: (word) => `現在は「${word}」です。`,
    partlyNow: '今は一部だけが到達できます。',
    notThrough: (things) => `${after(things)}を経由していません。`,
    notJudged: (members) => `「${members}」はこのバージョンでは判定しません。ファイルには残ります。`,
    needsEnds: '送信元と送信先、または判定できる期待値がありません。',
    showPath: '経路を表示',
    remove: '要件を削除',
    removed: '要件の削除',
    heldCount: (held, all) => `${all} 件中 ${held} 件を満たす`,
    add: '要件を追加',
    discard: '破棄',
    traffic: '通信',
    trafficWrong:
      '「すべて」、またはプロトコルとポートを入力してください。例: TCP 443、UDP 53、TCP 8000-8080',
    expected: '期待する結果',
    empty: '要件はまだありません。下から選ぶか、経路を要件として保存してください。変更のたびに判定します。',
  },
);
