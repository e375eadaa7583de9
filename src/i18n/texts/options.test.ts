import { describe, expect, it } from 'vitest';
import { kinds, type KindDefinition } from '../../model/index.ts';
import { optionWord } from './options.ts';

const definitions: readonly KindDefinition[] = Object.values(kinds);
const choices = definitions.flatMap(({ kind, fields }) =>
  Object.entries(fields).flatMap(([member, { control, options = [] }]) =>
    control === 'select' ? options.map((option) => [kind, member, option] as const) : [],
  ),
);

describe('optionWord', () => {
  it.each(choices)('%s.%s: %s has words of its own', (_, member, option) => {
    const [en, ja] = [optionWord(member, option, 'en'), optionWord(member, option, 'ja')];
    expect(en).toMatch(/^[A-Z]/);
    expect(ja).not.toBe('');
  });

  it('leaves a value that is not on the list as it is written', () => {
    expect(optionWord('instanceState', 'shutting-down', 'en')).toBe('shutting-down');
    expect(optionWord('constructor', 'name', 'ja')).toBe('name');
  });

  it('tells the choices of a member apart', () => {
    const words = choices.map(
      ([kind, member, option]) => `${kind} ${member} ${optionWord(member, option, 'ja')}`,
    );
    expect(new Set(words).size).toBe(words.length);
  });
});
