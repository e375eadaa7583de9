/** describe-flow-logs. */

import { idOf, type CommandReader } from '../command.ts';
import { pick, rawMember, tagsOf } from '../item.ts';

export const flowLogs: CommandReader = {
  key: 'FlowLogs',
  mark: 'FlowLogId',
  command: 'describe-flow-logs',
  capture: { ask: 'list' },
  covers: ['flowLog'],
  isElement: (value) => rawMember(value, 'FlowLogId') !== undefined,
  read: (item, reading) => {
    const id = idOf(item, 'FlowLogId', reading);
    if (id === undefined) return;
    reading.add({
      kind: 'flowLog',
      id,
      depth: 1,
      members: {
        ...tagsOf(item, reading.log),
        ...pick(item, ['ResourceId', 'TrafficType', 'LogDestinationType']),
      },
    });
  },
};
