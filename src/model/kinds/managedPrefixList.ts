/** A prefix list: blocks of one family under one name. AWS's own lists may have unknown entries. */

import * as v from 'valibot';
import { choice, integer, structure, text } from '../field.ts';
import { defineKind } from '../kind.ts';

export const managedPrefixList = defineKind({
  kind: 'managedPrefixList',
  idPrefix: 'pl-',
  label: { en: 'Prefix list', ja: 'プレフィックスリスト' },
  form: 'none',
  category: 'general',
  palette: { group: 'rules', order: 4 },
  fields: {
    prefixListName: text({ en: 'Name', ja: '名前' }, { required: true }),
    addressFamily: choice({ en: 'Address family', ja: 'アドレスファミリー' }, ['IPv4', 'IPv6'], 'IPv4'),
    maxEntries: integer({ en: 'Maximum entries', ja: '最大エントリ数' }),
    entries: structure(
      { en: 'Entries', ja: 'エントリ' },
      v.array(v.looseObject({ cidr: v.string(), description: v.exactOptional(v.string()) })),
      { control: 'prefixes', isSet: true },
    ),
  },
});
