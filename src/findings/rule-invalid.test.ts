import { describe } from 'vitest';
import type { Design } from '../model/index.ts';
import { examples, SHOP } from './_examples.test-support.ts';
import { finding } from './rule-invalid.ts';

const sg = (...rules: string[]): string => `sg s in v: ${rules.join(' ; ')}`;
const acl = (...entries: string[]): string => `acl k in v: app-a ; ${entries.join(' ; ')}`;
const live = { mode: 'live' } as const;
/** A row that names no source yet. */
const change = (design: Design): Design => ({
  ...design,
  resources: {
    ...design.resources,
    s: { kind: 'securityGroup', vpcId: 'v', rules: [{ ipProtocol: 'tcp', fromPort: 22, toPort: 22 }] },
  },
});

describe('rule-invalid', () => {
  examples(finding, SHOP, [
    {
      what: 'ports the wrong way round',
      lines: sg('in tcp 443-80 10.0.0.0/8'),
      speaks: ['s:in:1'],
      fixes: ['Swap the ports'],
    },
    {
      what: 'a port that does not exist',
      lines: sg('in tcp 443 10.0.0.0/8', 'in tcp 70000 10.0.0.0/8'),
      speaks: ['s:in:2'],
      fixes: [],
    },
    { what: 'ports for all protocols', lines: sg('in all 22 10.0.0.0/8'), speaks: ['s:in:1'] },
    { what: 'an ICMP type that does not exist', lines: sg('out icmp 300/0 10.0.0.0/8'), speaks: ['s:out:1'] },
    { what: 'no source, on import', lines: '', speaks: ['s:in:1'], change },
    { what: 'no source yet, while drawing', lines: '', speaks: [], change, options: live },
    {
      what: 'the whole range for all protocols, as tools write it',
      lines: sg('in all 0-0 10.0.0.0/8', 'out all 0-65535 0.0.0.0/0'),
      speaks: [],
    },
    { what: 'all of ICMP', lines: sg('in icmp -1/-1 10.0.0.0/8', 'in icmp 8/0 10.0.0.0/8'), speaks: [] },
    {
      what: 'one number twice in a direction',
      lines: acl(
        'in 100 allow tcp 22 10.0.0.0/8',
        'in 100 deny all 0.0.0.0/0',
        'out 100 allow all 0.0.0.0/0',
      ),
      speaks: ['k:in:100:1'],
    },
    {
      what: 'a number that is too high',
      lines: acl('in 40000 allow all 0.0.0.0/0'),
      speaks: ['k:in:40000:0'],
    },
    {
      what: 'an entry with its ports the wrong way round',
      lines: acl('out 100 allow tcp 65535-1024 0.0.0.0/0'),
      speaks: ['k:out:100:0'],
    },
    {
      what: 'the final denies of an import',
      lines: acl('in 100 allow all 0.0.0.0/0', 'in 32767 deny all 0.0.0.0/0', 'in 32768 deny all ::/0'),
      speaks: [],
    },
    {
      what: 'one number in each direction',
      lines: acl('in 100 allow all 0.0.0.0/0', 'out 100 allow all 0.0.0.0/0'),
      speaks: [],
    },
  ]);
});
