/** What the command line itself says, in both languages: headings, labels, usage and input errors. */

import { reportWords } from '../i18n/report/index.ts';
import type { Language, LocalText } from '../model/index.ts';

export const words = {
  ...reportWords,

  // Reading
  usage: { en: 'Usage', ja: '使い方' },
  commands: { en: 'Commands', ja: 'コマンド' },
  options: { en: 'Options', ja: 'オプション' },
  commonOptions: { en: 'Options of every command', ja: '共通のオプション' },
  exitCodes: { en: 'Exit codes', ja: '終了コード' },

  // Headings
  intents: { en: 'Intents', ja: '要件' },
  muted: { en: 'Muted', ja: '抑制' },
  inbound: { en: 'What the internet can open', ja: 'インターネットから接続できるもの' },
  outbound: { en: 'What can reach the internet', ja: 'インターネットに接続できるもの' },
  files: { en: 'Files', ja: 'ファイル' },
  resources: { en: 'Resources', ja: 'リソース' },
  notUnderstood: { en: 'Not understood', ja: '読み取れなかった項目' },

  // Columns
  subnet: { en: 'Subnet', ja: 'サブネット' },
  because: { en: 'Because', ja: '理由' },
  from: { en: 'From', ja: '送信元' },
  to: { en: 'To', ja: '送信先' },
  verdict: { en: 'Verdict', ja: '判定' },
  resource: { en: 'Resource', ja: 'リソース' },
  address: { en: 'Address', ja: 'アドレス' },
  ports: { en: 'What', ja: '通信' },
  sources: { en: 'From', ja: '送信元' },
  via: { en: 'Through', ja: '経由' },
  rules: { en: 'By', ja: 'ルール' },
  kind: { en: 'Kind', ja: '種類' },
  count: { en: 'Count', ja: '数' },
  file: { en: 'File', ja: 'ファイル' },
  format: { en: 'Format', ja: '形式' },

  // Short texts
  opens: { en: 'opens', ja: '新たに許可される通信' },
  closes: { en: 'closes', ja: '新たに遮断される通信' },
  alsoCauses: { en: 'Also causes', ja: 'この原因による他の指摘' },
  oneWay: { en: 'arrives, but no reply leaves', ja: '届きますが、応答は出られません' },
  atLeast: { en: 'at least', ja: '少なくとも' },
  noSubnets: { en: 'There are no subnets.', ja: 'サブネットがありません。' },
  noPairs: { en: 'There are no pairs to judge.', ja: '判定する組み合わせがありません。' },
  noFindings: { en: 'No findings.', ja: '指摘はありません。' },
  nobody: { en: 'Nothing.', ja: 'ありません。' },
  held: { en: 'held', ja: '維持' },
  broken: { en: 'broken', ja: '違反' },
  cannotTell: { en: 'cannot tell', ja: '判定できない' },
  written: { en: 'Written', ja: '書き出しました' },
  note: { en: 'note', ja: '注記' },
  notes: { en: 'Notes', ja: '注記' },
  internet: { en: 'internet', ja: 'インターネット' },
  skipped: { en: 'skipped', ja: '読み飛ばし' },
} as const satisfies Readonly<Record<string, LocalText>>;

export type Word = keyof typeof words;

/** Gives the words of one language. */
export type Say = (word: Word) => string;

export const sayIn =
  (language: Language): Say =>
  (word) =>
    words[word][language];
