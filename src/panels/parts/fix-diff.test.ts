import { describe, expect, it } from 'vitest';
import { emptyDesign, type AwsAction, type Design } from '../../model/index.ts';
import { actionsBeside, diffListings, diffOf, type DiffRow, type DiffWords } from './fix-diff.ts';

const drawn = (rows: readonly DiffRow[]): string[] =>
  rows.map(({ sign, cells }) => `${{ added: '+', removed: '-', same: ' ' }[sign]} ${cells.join(' ')}`);

const list = (text: string): string[][] => (text === '' ? [] : text.split(' ').map((cell) => [cell]));

describe('diffListings', () => {
  it.each([
    ['a b c', 'a b x c', ['  b', '+ x', '  c']],
    ['a b c', 'a c', ['  a', '- b', '  c']],
    ['a b', 'a x', ['  a', '+ x', '- b']],
    ['', 'a', ['+ a']],
    ['a', 'a', []],
    ['a b c d e', 'x a b c d e', ['+ x', '  a']],
  ])('%j to %j', (before, after, wanted) => {
    expect(drawn(diffListings(list(before), list(after)))).toEqual(wanted);
  });
});

const words: DiffWords = {
  allow: 'allow',
  deny: 'deny',
  inbound: 'in',
  outbound: 'out',
  anyTraffic: 'All',
  nameOf: (id) => id,
};

const design: Design = {
  ...emptyDesign('d'),
  resources: {
    'rtb-1': { kind: 'routeTable', routes: [{ destinationCidrBlock: '0.0.0.0/0', gatewayId: 'igw-1' }] },
    'acl-1': {
      kind: 'networkAcl',
      entries: [
        { ruleNumber: 200, egress: true, protocol: '6', ruleAction: 'deny', cidrBlock: '0.0.0.0/0' },
        { ruleNumber: 100, egress: true, protocol: '-1', ruleAction: 'allow', cidrBlock: '10.0.0.0/16' },
      ],
    },
    'sg-1': { kind: 'securityGroup', groupName: 'web', rules: [] },
  },
};

describe('diffOf', () => {
  it.each<[string, AwsAction, string[]]>([
    [
      'a route',
      {
        action: 'CreateRoute',
        resource: 'rtb-1',
        parameters: { destinationIpv6CidrBlock: '::/0', gatewayId: 'igw-1' },
      },
      ['  0.0.0.0/0 igw-1', '+ ::/0 igw-1'],
    ],
    [
      'an entry among its neighbours',
      {
        action: 'CreateNetworkAclEntry',
        resource: 'acl-1',
        parameters: {
          ruleNumber: 110,
          egress: true,
          protocol: '6',
          ruleAction: 'allow',
          cidrBlock: '10.0.0.0/24',
          fromPort: 1024,
          toPort: 65_535,
        },
      },
      ['  100 allow All 10.0.0.0/16', '+ 110 allow TCP 1024–65535 10.0.0.0/24', '  200 deny TCP 0.0.0.0/0'],
    ],
    [
      'an entry before the closing one',
      {
        action: 'CreateNetworkAclEntry',
        resource: 'acl-1',
        parameters: {
          ruleNumber: 300,
          egress: false,
          protocol: '17',
          ruleAction: 'allow',
          cidrBlock: '10.0.0.0/8',
        },
      },
      ['+ 300 allow UDP 10.0.0.0/8', '  * deny All 0.0.0.0/0'],
    ],
    [
      'the first rule of a group',
      {
        action: 'AuthorizeSecurityGroupIngress',
        resource: 'sg-1',
        parameters: { ipProtocol: 'tcp', fromPort: 443, toPort: 443, cidrIpv4: '0.0.0.0/0' },
      },
      ['+ TCP 443 0.0.0.0/0'],
    ],
  ])('shows %s', (_, action, wanted) => {
    const [table] = diffOf(design, [action], words);
    expect(drawn(table?.rows ?? [])).toEqual(wanted);
    expect(actionsBeside([action], table ? [table] : [])).toEqual([]);
  });

  it('names the list of a direction', () => {
    const action: AwsAction = {
      action: 'AuthorizeSecurityGroupIngress',
      resource: 'sg-1',
      parameters: { ipProtocol: '-1', cidrIpv4: '10.0.0.0/8' },
    };
    expect(diffOf(design, [action], words).map(({ part }) => part)).toEqual(['in']);
  });

  it('leaves what no list shows to sentences', () => {
    const action: AwsAction = { action: 'StartInstances', resource: 'i-1', parameters: {} };
    expect(diffOf(design, [action], words)).toEqual([]);
    expect(actionsBeside([action], [])).toEqual([action]);
  });
});
