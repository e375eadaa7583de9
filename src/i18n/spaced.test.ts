import { describe, expect, it } from 'vitest';
import { amid, apart } from './spaced.ts';

describe('a name in a Japanese sentence', () => {
  it.each([
    ['web', 'web から', 'へ web から'],
    ['インターネット', 'インターネットから', 'へインターネットから'],
    ['ほか 3 件', 'ほか 3 件から', 'へほか 3 件から'],
    ['ポート 80', 'ポート 80 から', 'へポート 80 から'],
    ['10.0.0.0/16', '10.0.0.0/16 から', 'へ 10.0.0.0/16 から'],
  ] as const)('%s', (name, first, between) => {
    expect([`${apart(name)}から`, `へ${amid(name)}から`]).toEqual([first, between]);
  });
});
