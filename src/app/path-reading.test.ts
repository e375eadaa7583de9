import { describe, expect, it } from 'vitest';
import type { Hop } from '../engine/index.ts';
import { decisionAt, type Decision } from './path-reading.ts';

const header = { src: '10.0.0.20', dst: '10.0.1.10', protocol: 'tcp', srcPort: '40000', dstPort: '443' };
const hop = (part: Partial<Hop>): Hop => ({
  resource: 'sn-app',
  kind: 'subnet',
  action: 'allow',
  header,
  ...part,
});

describe('what decides at a hop', () => {
  it.each<[string, Partial<Hop>, Decision]>([
    [
      "a group's rule says its direction",
      { because: { resource: 'sg-app', rule: 'inbound 2' }, side: 'out' },
      { of: 'sg-app', rule: 'inbound 2', direction: 'inbound' },
    ],
    [
      "an entry's direction is the side of the hop",
      { because: { resource: 'acl-app', rule: '100' }, side: 'out' },
      { of: 'acl-app', rule: '100', direction: 'outbound' },
    ],
    [
      'a route has no direction',
      { because: { resource: 'rtb-app', rule: '10.0.0.0/16' } },
      { of: 'rtb-app', rule: '10.0.0.0/16' },
    ],
    [
      'where no rule lets it in, the group itself',
      { resource: 'sg-app', side: 'in' },
      { of: 'sg-app', direction: 'inbound' },
    ],
    ['where nothing decides, the place', {}, { of: 'sn-app' }],
  ])('%s', (_, part, expected) => expect(decisionAt(hop(part))).toEqual(expected));
});
