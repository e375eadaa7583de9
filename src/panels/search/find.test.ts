import { describe, expect, it } from 'vitest';
import { emptyDesign, type Design } from '../../model/index.ts';
import { entriesOf, find } from './find.ts';

const design: Design = {
  ...emptyDesign('d'),
  resources: {
    'vpc-1': { kind: 'vpc', tags: { Name: 'prod' }, cidrBlock: '10.0.0.0/16' },
    'vpc-2': { kind: 'vpc', tags: { Name: 'shared' }, cidrBlock: '10.1.0.0/16' },
    'subnet-1': { kind: 'subnet', tags: { Name: 'app-a' }, vpcId: 'vpc-1', cidrBlock: '10.0.10.0/24' },
    'subnet-2': { kind: 'subnet', tags: { Name: 'app-c' }, vpcId: 'vpc-1', cidrBlock: '10.0.11.0/24' },
    'i-0abc': {
      kind: 'instance',
      tags: { Name: 'web-1', Team: 'Shop' },
      subnetId: 'subnet-1',
      privateIpAddress: '10.0.10.17',
    },
    'i-0def': { kind: 'instance', tags: { Name: 'web-10' }, subnetId: 'subnet-1' },
    'eip-1': { kind: 'elasticIp', publicIp: '203.0.113.20' },
    'rtb-1': {
      kind: 'routeTable',
      vpcId: 'vpc-1',
      routes: [{ destinationCidrBlock: '0.0.0.0/0', gatewayId: 'igw-1' }],
    },
    'sg-1': {
      kind: 'securityGroup',
      vpcId: 'vpc-1',
      groupName: 'sg-web',
      rules: [{ direction: 'ingress', ipProtocol: 'tcp', cidrIpv4: '10.0.0.0/8' }],
    },
  },
};

describe('find', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['an address: its holder, then the narrowest block', '10.0.10.17', ['i-0abc', 'subnet-1', 'vpc-1']],
    ['an address that nobody has', '10.0.10.99', ['subnet-1', 'vpc-1']],
    ['a public address', '203.0.113.20', ['eip-1']],
    ['an address outside of everything', '192.168.0.1', []],
    ['a block: itself, then around it, then in it', '10.0.10.0/24', ['subnet-1', 'vpc-1', 'i-0abc']],
    ['a wide block', '10.0.0.0/8', ['vpc-1', 'vpc-2', 'subnet-1', 'subnet-2', 'i-0abc']],
    ['the beginning of an address', '10.0.1', ['subnet-1', 'subnet-2', 'i-0abc']],
    ['a whole name before longer ones', 'web-1', ['i-0abc', 'i-0def']],
    ['a part of a name', 'web', ['i-0abc', 'i-0def', 'sg-1']],
    ['an id', '0DEF', ['i-0def']],
    ['a tag', 'team=shop', ['i-0abc']],
    ['a tag as the console writes it', 'Team: Shop', ['i-0abc']],
    ['full-width digits', '１０．０．１０．１７', ['i-0abc', 'subnet-1', 'vpc-1']],
    ['nothing', '  ', []],
  ];
  it.each(cases)('%s', (_, query, wanted) => {
    expect(find(entriesOf(design), query)).toEqual(wanted);
  });
});
