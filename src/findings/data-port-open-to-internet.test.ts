import { describe } from 'vitest';
import { examples, SHOP } from './_examples.test-support.ts';
import { finding } from './data-port-open-to-internet.ts';

const open = (rule: string): string => `sg s in v: in ${rule} ; out all 0.0.0.0/0`;
const BASE = `${SHOP}
${open('tcp 5432 0.0.0.0/0')}
instance i in pub-a 10.0.0.20 pub 203.0.113.20 sg s
`;

describe('data-port-open-to-internet', () => {
  examples(finding, BASE, [
    {
      what: 'PostgreSQL for everyone',
      lines: '',
      speaks: ['i:ipv4'],
      fixes: ['Close it', 'Keep it open inside the VPC only'],
    },
    {
      what: 'inside a range',
      lines: open('tcp 6000-7000 0.0.0.0/0'),
      speaks: ['i:ipv4'],
      fixes: ['Close it', 'Keep it open inside the VPC only'],
    },
    {
      what: 'a console',
      lines: open('tcp 8080 0.0.0.0/0'),
      speaks: ['i:ipv4'],
      fixes: ['Close it', 'Keep it open inside the VPC only'],
    },
    {
      what: 'a console on the list of agreed ports',
      lines: open('tcp 8080 0.0.0.0/0'),
      speaks: [],
      change: (design) => ({ ...design, settings: { agreedPorts: [80, 443, 8080] } }),
    },
    { what: 'web traffic', lines: open('tcp 443 0.0.0.0/0'), speaks: [] },
    { what: 'for the VPC alone', lines: open('tcp 5432 10.0.0.0/16'), speaks: [] },
    { what: 'no public address', lines: 'instance i in pub-a 10.0.0.20 sg s', speaks: [] },
    { what: 'every port is told as that', lines: open('tcp 0-65535 0.0.0.0/0'), speaks: [] },
  ]);
});
