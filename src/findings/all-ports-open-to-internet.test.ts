import { describe } from 'vitest';
import { resourceOfKind, type Design } from '../model/index.ts';
import { examples, SHOP } from './_examples.test-support.ts';
import { finding } from './all-ports-open-to-internet.ts';

const BASE = `${SHOP}
sg s in v: in all 0.0.0.0/0 ; out all 0.0.0.0/0
instance i in pub-a 10.0.0.20 pub 203.0.113.20 sg s
`;

const listens =
  (ports: string) =>
  (design: Design): Design => {
    const i = resourceOfKind(design, 'i', 'instance');
    return i
      ? { ...design, resources: { ...design.resources, i: { ...i, listens: [{ protocol: 'tcp', ports }] } } }
      : design;
  };

describe('all-ports-open-to-internet', () => {
  examples(finding, BASE, [
    { what: 'everything for everyone', lines: '', speaks: ['i:ipv4'], fixes: ['Close it'] },
    {
      what: 'what it listens on is known',
      lines: '',
      speaks: ['i:ipv4'],
      change: listens('80,443'),
      fixes: ['Open only 80, 443', 'Close it'],
    },
    {
      what: 'every TCP port',
      lines: 'sg s in v: in tcp 0-65535 0.0.0.0/0 ; out all 0.0.0.0/0',
      speaks: ['i:ipv4'],
      fixes: ['Close it'],
    },
    {
      what: 'the ACL narrows it: what is left is told',
      lines: 'acl k in v: pub-a ; in 100 allow tcp 22 0.0.0.0/0 ; out 100 allow all 0.0.0.0/0',
      speaks: [],
    },
    {
      what: 'every UDP port alone',
      lines: 'sg s in v: in udp 0-65535 0.0.0.0/0 ; out all 0.0.0.0/0',
      speaks: [],
    },
    { what: 'for the VPC alone', lines: 'sg s in v: in all 10.0.0.0/16 ; out all 0.0.0.0/0', speaks: [] },
    { what: 'no way in', lines: 'igw g', speaks: [] },
  ]);
});
