import { describe, expect, it } from 'vitest';
import { piecesOf } from './LinkedSentence.tsx';

const named = [
  { id: 'i-1', name: 'app-1' },
  { id: 'i-10', name: 'app-10' },
  { id: 'rtb-1', name: 'rtb' },
];

describe('piecesOf', () => {
  it.each([
    ['rtb sends it to app-1', 'rtb-1: rtb| sends it to |i-1: app-1'],
    ['app-10, app-1', 'i-10: app-10|, |i-1: app-1'],
    ['rtb-app is another', 'rtb-app is another'],
    ['app-1は届く', 'i-1: app-1|は届く'],
    ['', ''],
  ])('cuts %j into %j', (sentence, wanted) => {
    const pieces = piecesOf(sentence, named);
    expect(pieces.map(({ id, text }) => (id === undefined ? text : `${id}: ${text}`)).join('|')).toBe(wanted);
  });

  it.each([
    ['Network ACL db denies it', 'Network ACL |acl-1: db| denies it'],
    ['allowed by security group db', 'allowed by security group |sg-1: db'],
    ['ネットワーク ACL db のルール *', 'ネットワーク ACL |acl-1: db| のルール *'],
    ['db alone', 'i-1: db| alone'],
  ])('leads to the kind that is said: %j', (sentence, wanted) => {
    const isJapanese = sentence.includes('ネ');
    const sharing = [
      { id: 'i-1', name: 'db', kind: 'instance' },
      { id: 'sg-1', name: 'db', kind: 'security group' },
      { id: 'acl-1', name: 'db', kind: isJapanese ? 'ネットワーク ACL' : 'network ACL' },
    ];
    const pieces = piecesOf(sentence, sharing);
    expect(pieces.map(({ id, text }) => (id === undefined ? text : `${id}: ${text}`)).join('|')).toBe(wanted);
  });
});
