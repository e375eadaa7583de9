/** The options of a command: declared as data, parsed into plain values, told by the help. */

import { parseArgs } from 'node:util';
import type { LocalText } from '../model/index.ts';
import { failure, success, type Result } from '../net/index.ts';

export interface OptionDefinition {
  readonly name: string;
  readonly short?: string;
  /** What stands for the value in the help; absent: the option takes none. */
  readonly value?: string;
  /** The values that there are. */
  readonly choices?: readonly string[];
  readonly help: LocalText;
}

/** A command line taken apart. */
export interface Arguments {
  readonly positionals: readonly string[];
  /** The last value given to each option that takes one. */
  readonly values: ReadonlyMap<string, string>;
  readonly flags: ReadonlySet<string>;
}

/** Takes the words of a command line apart; a problem is told in both languages. */
export function parseOptions(
  words: readonly string[],
  definitions: readonly OptionDefinition[],
): Result<Arguments, LocalText> {
  const options = Object.fromEntries(
    definitions.map(({ name, short, value }) => {
      const type: 'string' | 'boolean' = value === undefined ? 'boolean' : 'string';
      return [name, { type, ...(short === undefined ? {} : { short }) }];
    }),
  );
  const { tokens } = parseArgs({
    args: joinNegativeValues(words, definitions),
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const positionals: string[] = [];
  const values = new Map<string, string>();
  const flags = new Set<string>();
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const definition = definitions.find(({ name }) => name === token.name);
    const problem = problemOf(definition, token.rawName, token.value, definitions);
    if (problem !== undefined) return failure(problem);
    if (token.value === undefined) flags.add(token.name);
    else values.set(token.name, token.value);
  }
  return success({ positionals, values, flags });
}

/** `--protocol -1` means the value -1, which would else be read as an option of its own. */
function joinNegativeValues(words: readonly string[], definitions: readonly OptionDefinition[]): string[] {
  const joined: string[] = [];
  for (const word of words) {
    const option = joined.at(-1) ?? '';
    const takesValue = definitions.some(({ name, value }) => value !== undefined && option === `--${name}`);
    if (takesValue && /^-\d/u.test(word)) joined[joined.length - 1] = `${option}=${word}`;
    else joined.push(word);
  }
  return joined;
}

function problemOf(
  definition: OptionDefinition | undefined,
  written: string,
  value: string | undefined,
  definitions: readonly OptionDefinition[],
): LocalText | undefined {
  if (definition === undefined) {
    const near = nearest(
      written,
      definitions.map(({ name }) => `--${name}`),
    );
    return {
      en: `There is no option ${written}.${near === undefined ? '' : ` Did you mean ${near}?`}`,
      ja: `オプション ${written} はありません。${near === undefined ? '' : `${near} ではありませんか。`}`,
    };
  }
  const { choices } = definition;
  if (definition.value === undefined) {
    if (value === undefined) return undefined;
    return { en: `${written} takes no value.`, ja: `${written} に値は指定できません。` };
  }
  if (value === undefined || value === '') {
    const example = choices?.[0] ?? definition.value;
    return {
      en: `${written} needs a value: ${written} ${example}.`,
      ja: `${written} には値が必要です。例: ${written} ${example}`,
    };
  }
  if (choices !== undefined && !choices.includes(value)) {
    return {
      en: `${value} is not a value of ${written}. Write one of: ${choices.join(', ')}.`,
      ja: `${value} は ${written} に指定できません。次のいずれかを書いてください: ${choices.join('、')}`,
    };
  }
  return undefined;
}

/** The word that was probably meant: at most two letters away. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  let best: string | undefined;
  let least = 3;
  for (const candidate of known) {
    const distance = editsBetween(word, candidate);
    if (distance < least) {
      least = distance;
      best = candidate;
    }
  }
  return best;
}

function editsBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replace = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replace, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
