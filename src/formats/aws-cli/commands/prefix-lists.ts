/** describe-managed-prefix-lists, get-managed-prefix-list-entries, describe-prefix-lists. */

import { unknownBecause } from '../../../model/index.ts';
import { isJsonList } from '../../text/index.ts';
import { problem } from '../../words/index.ts';
import { idOf, type CommandReader } from '../command.ts';
import { pick, rawMember, tagsOf, textOf, valueOf } from '../item.ts';
import { ownerOfArn, regionOfArn } from '../names.ts';

const HEALTHY = ['create-complete', 'modify-complete', 'restore-complete'];

export const managedPrefixLists: CommandReader = {
  key: 'PrefixLists',
  mark: 'PrefixListId',
  command: 'describe-managed-prefix-lists',
  capture: { ask: 'list' },
  covers: ['managedPrefixList'],
  isElement: (value) =>
    rawMember(value, 'PrefixListId') !== undefined &&
    (rawMember(value, 'PrefixListArn') !== undefined || rawMember(value, 'AddressFamily') !== undefined),
  read: (item, reading) => {
    const id = idOf(item, 'PrefixListId', reading);
    if (id === undefined) return;
    const state = textOf(item, 'State');
    if (state === 'delete-complete') {
      reading.leaveOut('PrefixLists', state);
      return;
    }
    const arn = textOf(item, 'PrefixListArn');
    reading.add({
      kind: 'managedPrefixList',
      id,
      depth: 1,
      members: {
        ...tagsOf(item, reading.log),
        ...(state === undefined || HEALTHY.includes(state) ? {} : { state }),
        ...pick(item, ['PrefixListName', 'AddressFamily', 'MaxEntries']),
      },
      ownerId: textOf(item, 'OwnerId') ?? ownerOfArn(arn),
      region: regionOfArn(arn),
    });
    const entries = unknownBecause('get-managed-prefix-list-entries');
    reading.add({ kind: 'managedPrefixList', id, depth: -1, members: { entries } });
  },
};

/** AWS's own lists, with their blocks. */
export const prefixLists: CommandReader = {
  key: 'PrefixLists',
  mark: 'PrefixListId',
  command: 'describe-prefix-lists',
  capture: { ask: 'list' },
  covers: [],
  isElement: (value) =>
    rawMember(value, 'PrefixListId') !== undefined && rawMember(value, 'Cidrs') !== undefined,
  read: (item, reading) => {
    const id = idOf(item, 'PrefixListId', reading);
    const cidrs = valueOf(item, 'Cidrs');
    if (id === undefined) return;
    const blocks = isJsonList(cidrs) ? cidrs : [];
    const isIpv6 = blocks.some((block) => typeof block === 'string' && block.includes(':'));
    reading.add({
      kind: 'managedPrefixList',
      id,
      // The command about managed lists knows the owner and the family better.
      depth: 0,
      members: {
        ...pick(item, ['PrefixListName']),
        ...(isIpv6 ? { addressFamily: 'IPv6' } : {}),
        entries: blocks.map((cidr) => ({ cidr })),
      },
      ownerId: 'AWS',
    });
  },
};

export const prefixListEntries: CommandReader = {
  key: 'Entries',
  mark: 'Cidr',
  command: 'get-managed-prefix-list-entries',
  capture: {
    ask: 'each',
    of: { command: 'describe-managed-prefix-lists', ids: 'PrefixLists[].PrefixListId' },
    option: '--prefix-list-id',
  },
  covers: [],
  read: (item, reading) => {
    const named = rawMember(reading.around, 'PrefixListId');
    const hint = reading.hints
      .map((text) => /\bpl-[0-9a-z]+/.exec(text)?.[0])
      .find((found) => found !== undefined);
    const id = typeof named === 'string' ? named : hint;
    if (id === undefined) {
      if (item.pointer.endsWith('/0')) {
        reading.log.problems.push(problem('no-list-id', {}, { pointer: item.pointer.slice(0, -2) }));
      }
      return;
    }
    const entry = pick(item, ['Cidr', 'Description']);
    reading.add({ kind: 'managedPrefixList', id, depth: 2, members: {}, items: { entries: entry } });
  },
};
