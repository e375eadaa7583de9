import { describe, expect, it } from 'vitest';
import { askReach, compile } from '../engine/index.ts';
import { emptyDesign, type Design } from '../model/index.ts';
import { addressHider, hideAddresses } from './index.ts';

const design: Design = {
  ...emptyDesign('shop at 52.1.2.3'),
  resources: {
    v: { kind: 'vpc', cidrBlock: '10.0.0.0/16' },
    w: { kind: 'vpc', cidrBlock: '52.9.0.0/16' },
    s: { kind: 'subnet', vpcId: 'v', cidrBlock: '10.0.0.0/24' },
    i: { kind: 'instance', subnetId: 's', privateIpAddress: '10.0.0.9', publicIpAddress: '52.1.2.3' },
    g: {
      kind: 'securityGroup',
      vpcId: 'v',
      groupName: 'g',
      rules: [
        { ipProtocol: 'tcp', fromPort: 22, toPort: 22, cidrIpv4: '52.1.2.4/32' },
        { ipProtocol: 'tcp', fromPort: 443, toPort: 443, cidrIpv4: '0.0.0.0/0' },
      ],
    },
  },
};

describe('hiding public addresses', () => {
  it.each([
    ['52.1.2.3', '203.0.113.1'],
    [
      '52.1.2.3/32 and again 52.1.2.3, then 52.1.2.4',
      '203.0.113.1/32 and again 203.0.113.1, then 203.0.113.2',
    ],
    ['ec2-52-1-2-3.compute.amazonaws.com', 'ec2-203-0-113-1.compute.amazonaws.com'],
    ['10.0.0.9', '10.0.0.9'],
    ['0.0.0.0/0 52.0.0.0/8', '0.0.0.0/0 52.0.0.0/8'],
    ['52.9.1.1', '52.9.1.1'],
    ['1.2.3.4.5', '1.2.3.4.5'],
    ['2600:1f14:aa:bb00::/56', '2001:db8:0:100::/56'],
    ['2600:1f14:aa:bb07::5 of 2600:1f14:aa:bb07::/64', '2001:db8:0:107::5 of 2001:db8:0:107::/64'],
    ['::/0 fe80::1 2000::/3', '::/0 fe80::1 2000::/3'],
  ])('%s becomes %s', (from, to) => expect(addressHider(design)(from)).toBe(to));

  it('goes through the whole design and keeps what is reached', () => {
    const hidden = hideAddresses(design, addressHider(design));
    expect(JSON.stringify(hidden)).not.toContain('52.1.2');
    expect(hidden.resources['w']).toBe(design.resources['w']);
    const ask = (of: Design, from: string) => {
      const answer = askReach(compile(of), { from, to: 'i', protocol: 'tcp', port: '22' });
      return answer.ok && answer.value.verdict;
    };
    expect(ask(hidden, 'internet')).toBe(ask(design, 'internet'));
  });
});
