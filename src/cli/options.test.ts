/** Command lines taken apart, and what is said about wrong ones. */

import { describe, expect, it } from 'vitest';
import { parseOptions, type OptionDefinition } from './options.ts';

const help = { en: 'help', ja: '説明' };
const definitions: readonly OptionDefinition[] = [
  { name: 'from', value: 'END', help },
  { name: 'protocol', value: 'NAME', help },
  { name: 'output', short: 'o', value: 'FILE', help },
  { name: 'lang', value: 'LANGUAGE', choices: ['en', 'ja'], help },
  { name: 'json', help },
];

describe('a right command line', () => {
  it.each<[string, string, string, string]>([
    ['a b --json', 'a b', '', 'json'],
    ['a --from x --json b', 'a b', 'from=x', 'json'],
    ['--from=x', '', 'from=x', ''],
    ['--from x --from y', '', 'from=y', ''],
    ['-o f a', 'a', 'output=f', ''],
    ['--output f', '', 'output=f', ''],
    ['-', '-', '', ''],
    ['--protocol -1 a', 'a', 'protocol=-1', ''],
    ['a -- --json', 'a --json', '', ''],
  ])('%s', (words, positionals, values, flags) => {
    const result = parseOptions(words.split(' '), definitions);
    if (!result.ok) throw new Error(result.problem.en);
    expect(result.value.positionals.join(' ')).toBe(positionals);
    expect([...result.value.values].map(([name, value]) => `${name}=${value}`).join(' ')).toBe(values);
    expect([...result.value.flags].join(' ')).toBe(flags);
  });
});

describe('a wrong one', () => {
  it.each<[string, string, string]>([
    [
      '--form x',
      'There is no option --form. Did you mean --from?',
      'オプション --form はありません。--from ではありませんか。',
    ],
    ['--whatever', 'There is no option --whatever.', 'オプション --whatever はありません。'],
    ['-x', 'There is no option -x.', 'オプション -x はありません。'],
    ['--from', '--from needs a value: --from END.', '--from には値が必要です。例: --from END'],
    ['--json=yes', '--json takes no value.', '--json に値は指定できません。'],
    [
      '--lang fr',
      'fr is not a value of --lang. Write one of: en, ja.',
      'fr は --lang に指定できません。次のいずれかを書いてください: en、ja',
    ],
  ])('%s', (words, en, ja) => {
    const result = parseOptions(words.split(' '), definitions);
    expect(result).toEqual({ ok: false, problem: { en, ja } });
  });
});
