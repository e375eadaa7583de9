import { describe, expect, it } from 'vitest';
import type { NetworkAcl, NetworkAclEntry } from '../../model/index.ts';
import { movedEntries } from './acl-order.ts';

/** `130` inbound, `130o` outbound; the description tells the entries apart. */
const entry = (word: string): NetworkAclEntry => ({
  ruleNumber: Number.parseInt(word, 10),
  ...(word.endsWith('o') ? { egress: true } : {}),
  protocol: '-1',
  ruleAction: 'allow',
  cidrBlock: '0.0.0.0/0',
  was: word,
});

const numbers = (entries: readonly NetworkAclEntry[]): string =>
  entries.map((each) => `${String(each['was'])}=${each.ruleNumber}`).join(' ');

describe('movedEntries (NA-1)', () => {
  it.each([
    ['one place up', '100 110 120 130', 3, -1, '100=100 110=110 120=130 130=120'],
    ['to the top, the others one down', '100 110 130', 2, -2, '100=110 110=130 130=100'],
    ['down', '100 110 130', 0, 1, '100=110 110=100 130=130'],
    ['by number, not by place in the document', '130 100 120', 0, -1, '130=120 100=100 120=130'],
    ['within its direction alone', '100 105o 110', 2, -1, '100=110 105o=105 110=100'],
    ['no further than the end', '100 110', 1, -5, '100=110 110=100'],
    ['uneven numbers stay', '7 100', 1, -1, '7=100 100=7'],
    ['never past the final entry', '100 32767', 0, 1, '100=100 32767=32767'],
  ])('moves %s', (_, list, index, by, wanted) => {
    const entries = list.split(' ').map(entry);
    const acl: NetworkAcl = { kind: 'networkAcl', entries };
    expect(numbers(movedEntries(acl, entries, 'inbound', index, by))).toBe(wanted);
  });

  it('leaves the list itself where nothing moves', () => {
    const entries = ['100', '110'].map(entry);
    const acl: NetworkAcl = { kind: 'networkAcl', entries };
    expect(movedEntries(acl, entries, 'inbound', 0, -1)).toBe(entries);
  });
});
