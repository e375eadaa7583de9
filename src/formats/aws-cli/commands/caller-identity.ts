/** sts get-caller-identity. */

import type { CommandReader } from '../command.ts';
import { rawMember, textOf } from '../item.ts';

export const callerIdentity: CommandReader = {
  mark: 'Account',
  command: 'sts get-caller-identity',
  covers: [],
  isElement: (value) =>
    rawMember(value, 'Account') !== undefined &&
    rawMember(value, 'Arn') !== undefined &&
    rawMember(value, 'UserId') !== undefined,
  read: (item, reading) => {
    const account = textOf(item, 'Account');
    if (account !== undefined) reading.caller(account.padStart(12, '0'));
  },
};
