/** What `--help` prints: commands and options from their own declarations. */

import type { Language, LocalText } from '../model/index.ts';
import type { Command } from './command.ts';
import type { OptionDefinition } from './options.ts';
import { widthOf } from './print-text.ts';
import { sayIn } from './words.ts';

const ABOUT: LocalText = {
  en: 'Tells what can reach what in an AWS network, and why. Inputs are files and folders in any mix: design files\n(.vpcd.json) and the output of AWS CLI commands; - is standard input.',
  ja: 'AWS ネットワークで何から何に到達できるか、その理由とともに示します。入力はファイルとフォルダー (混在可) で、\nデザインファイル (.vpcd.json) と AWS CLI の出力を読みます。- は標準入力です。',
};

const EXIT_CODES: readonly (readonly [string, LocalText])[] = [
  ['0', { en: 'answered', ja: '回答しました' }],
  [
    '1',
    {
      en: 'answered, and the answer fails what was asked (--expect, --fail-on)',
      ja: '回答が求めた条件を満たしません (--expect、--fail-on)',
    },
  ],
  ['2', { en: 'wrong usage or unreadable input', ja: '使い方の誤り、または読み取れない入力' }],
  ['3', { en: 'a fault of vpc-designer itself', ja: 'vpc-designer 自体の不具合' }],
];

export function helpText(
  commands: readonly Command[],
  common: readonly OptionDefinition[],
  language: Language,
): string {
  const say = sayIn(language);
  return [
    `${say('usage')}: vpc-designer COMMAND INPUT… [OPTION…]`,
    '',
    ABOUT[language],
    '',
    `${say('commands')}:`,
    ...columns(commands.map(({ name, summary }) => [name, summary[language]])),
    '',
    `${say('commonOptions')}:`,
    ...optionLines(common, language),
    '',
    `${say('exitCodes')}:`,
    ...columns(EXIT_CODES.map(([code, text]) => [code, text[language]])),
    '',
    language === 'en'
      ? 'vpc-designer COMMAND --help tells more.'
      : '詳しくは vpc-designer COMMAND --help を見てください。',
  ]
    .map((line) => `${line}\n`)
    .join('');
}

export function commandHelp(
  command: Command,
  common: readonly OptionDefinition[],
  language: Language,
): string {
  const say = sayIn(language);
  const { name, usage, summary, options } = command;
  return [
    ...usage.split('\n').map((line, index) => {
      const start = index === 0 ? `${say('usage')}: ` : ' '.repeat(widthOf(say('usage')) + 2);
      return `${start}vpc-designer ${name} ${line}`;
    }),
    '',
    summary[language],
    ...(options.length === 0 ? [] : ['', `${say('options')}:`, ...optionLines(options, language)]),
    '',
    `${say('commonOptions')}:`,
    ...optionLines(common, language),
  ]
    .map((line) => `${line}\n`)
    .join('');
}

const optionLines = (options: readonly OptionDefinition[], language: Language): string[] =>
  columns(
    options.map(({ name, short, value, choices, help }) => {
      const shortForm = short === undefined ? '' : `-${short}, `;
      const values = choices !== undefined && choices.join('|').length <= 24 ? choices.join('|') : value;
      const listed = choices !== undefined && values === value ? ` (${choices.join(', ')})` : '';
      return [`${shortForm}--${name}${values === undefined ? '' : ` ${values}`}`, help[language] + listed];
    }),
  );

function columns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([first]) => widthOf(first)));
  return rows.map(([first, second]) => `  ${first}${' '.repeat(width - widthOf(first))}  ${second}`);
}
