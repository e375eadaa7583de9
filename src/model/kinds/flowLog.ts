/** A flow log: what of a network's traffic is recorded, and where. It changes no verdict. */

import { choice, reference } from '../field.ts';
import { defineKind } from '../kind.ts';

export const flowLog = defineKind({
  kind: 'flowLog',
  idPrefix: 'fl-',
  label: { en: 'Flow log', ja: 'フローログ' },
  form: 'none',
  category: 'general',
  fields: {
    resourceId: reference(
      { en: 'Records', ja: '記録対象' },
      ['vpc', 'subnet', 'networkInterface'],
      'removeSelf',
      { required: true },
    ),
    trafficType: choice({ en: 'Traffic', ja: 'トラフィック' }, ['ALL', 'ACCEPT', 'REJECT'], 'ALL'),
    logDestinationType: choice(
      { en: 'Destination', ja: '出力先' },
      ['cloud-watch-logs', 's3', 'kinesis-data-firehose'],
      'cloud-watch-logs',
    ),
  },
});
