import { describe, expect, it } from 'vitest';
import { optionsFrom, usual } from './export-options.ts';

describe('how a person last exported', () => {
  it.each([
    ['nothing', null, usual],
    ['no JSON', '{', usual],
    ['no object', '7', usual],
    ['nonsense', '{"format":"gif","theme":1,"show":"all","ids":true,"scale":9}', usual],
    ['a format', '{"format":"png"}', { ...usual, format: 'png' }],
    ['parts in their own order', '{"show":["design","tiers","x"]}', { ...usual, show: ['tiers', 'design'] }],
    [
      'everything else',
      '{"theme":"print","icons":"aws","ids":"hidden","scale":"3"}',
      { ...usual, theme: 'print', icons: 'aws', ids: 'hidden', scale: '3' },
    ],
  ])('%s', (_, kept, expected) => expect(optionsFrom(kept)).toEqual(expected));
});
