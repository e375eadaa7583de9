import { describe, expect, it } from 'vitest';
import { emptyDesign, type Design, type Resource } from '../../model/index.ts';
import { filtered, idsWithin, pathTo, rowByName, rowsOf, treeOf, type TreeNode } from './tree.ts';

const withResources = (resources: Readonly<Record<string, Resource>>): Design => ({
  ...emptyDesign('d'),
  defaults: { region: 'ap-northeast-1' },
  resources,
});

const design = withResources({
  'vpc-1': { kind: 'vpc', tags: { Name: 'prod' }, cidrBlock: '10.0.0.0/16' },
  'subnet-2': { kind: 'subnet', tags: { Name: 'app-10' }, vpcId: 'vpc-1', cidrBlock: '10.0.2.0/24' },
  'subnet-1': { kind: 'subnet', tags: { Name: 'app-2' }, vpcId: 'vpc-1', cidrBlock: '10.0.1.0/24' },
  'i-1': { kind: 'instance', tags: { Name: 'web' }, subnetId: 'subnet-1', networkInterfaceIds: ['eni-1'] },
  'eni-1': { kind: 'networkInterface', subnetId: 'subnet-1', privateIpAddress: '10.0.1.7' },
  'igw-1': { kind: 'internetGateway', attachments: [{ vpcId: 'vpc-1' }] },
  'rtb-1': { kind: 'routeTable', vpcId: 'vpc-1' },
  'sg-1': { kind: 'securityGroup', vpcId: 'vpc-1', groupName: 'default' },
  'pl-1': { kind: 'managedPrefixList', prefixListName: 'offices' },
});

const drawn = (nodes: readonly TreeNode[], depth = 0): string[] =>
  nodes.flatMap((node) => [
    `${'  '.repeat(depth)}${node.name ?? node.key}`,
    ...drawn(node.children, depth + 1),
  ]);

describe('treeOf', () => {
  it('lists gates, then subnets in natural order, then folders; interfaces under their instance', () => {
    expect(drawn(treeOf(design, {}))).toEqual([
      'internet',
      'region:ap-northeast-1',
      '  prod',
      '    igw-1',
      '    app-2',
      '      web',
      '        eni-1',
      '    app-10',
      '    vpc-1/routeTable',
      '      rtb-1',
      '    vpc-1/securityGroup',
      '      default',
      'free/managedPrefixList',
      '  offices',
    ]);
  });

  it('has no rows for an empty design', () => {
    expect(treeOf(emptyDesign('d'), {})).toEqual([]);
  });

  it('lists subnets under their zones when asked, in natural order', () => {
    const zoned = withResources({
      ...design.resources,
      'subnet-1': {
        kind: 'subnet',
        tags: { Name: 'app-2' },
        vpcId: 'vpc-1',
        availabilityZone: 'ap-northeast-1c',
      },
      'subnet-2': {
        kind: 'subnet',
        tags: { Name: 'app-10' },
        vpcId: 'vpc-1',
        availabilityZone: 'ap-northeast-1a',
      },
      'subnet-3': { kind: 'subnet', vpcId: 'vpc-1', tags: { Name: 'anywhere' } },
    });
    const vpc = treeOf(zoned, {}, 'shown')[1]?.children[0];
    expect(drawn(vpc?.children ?? [])).toEqual([
      'igw-1',
      'vpc-1/zone:ap-northeast-1a',
      '  app-10',
      'vpc-1/zone:ap-northeast-1c',
      '  app-2',
      '    web',
      '      eni-1',
      'anywhere',
      'vpc-1/routeTable',
      '  rtb-1',
      'vpc-1/securityGroup',
      '  default',
    ]);
  });

  it('tells the tier of a subnet', () => {
    const [, region] = treeOf(design, { 'subnet-1': { 4: 'public', 6: 'isolated' } });
    const subnet = region?.children[0]?.children.find(({ key }) => key === 'subnet-1');
    expect(subnet?.subject).toMatchObject({ tier: 'public' });
  });
});

describe('filtered', () => {
  it.each([
    ['a name', 'web', ['region:ap-northeast-1', '  prod', '    app-2', '      web']],
    [
      'an address',
      '10.0.1.7',
      ['region:ap-northeast-1', '  prod', '    app-2', '      web', '        eni-1'],
    ],
    ['nothing', 'zzz', []],
  ])('keeps %s with all that it stands in', (_, query, wanted) => {
    expect(drawn(filtered(treeOf(design, {}), query))).toEqual(wanted);
  });
});

describe('rowByName', () => {
  const rows = rowsOf(treeOf(design, {}), () => true);
  const at = (key: string) => rows.findIndex(({ node }) => node.key === key);
  const named = (node: TreeNode) => node.name ?? '';
  it.each([
    ['a letter goes to the next row with it', 'vpc-1', 'a', 'subnet-1'],
    ['and on from there', 'subnet-1', 'a', 'subnet-2'],
    ['round the end', 'subnet-2', 'a', 'subnet-1'],
    ['more letters stay where they fit', 'subnet-1', 'ap', 'subnet-1'],
    ['or go where they do', 'subnet-1', 'app-1', 'subnet-2'],
    ['full width', 'subnet-1', 'ＷＥ', 'i-1'],
    ['nowhere', 'subnet-1', 'zz', undefined],
  ])('%s', (_, from, typed, wanted) => {
    expect(rowByName(rows, at(from), typed, named)?.node.key).toBe(wanted);
  });
});

describe('idsWithin', () => {
  it('lists a row and all that stands in it', () => {
    const vpc = treeOf(design, {})[1]?.children[0];
    const within = vpc ? idsWithin(vpc).toSorted() : [];
    expect(within).toEqual(['eni-1', 'i-1', 'igw-1', 'rtb-1', 'sg-1', 'subnet-1', 'subnet-2', 'vpc-1']);
  });
});

describe('rowsOf and pathTo', () => {
  it('hides what stands in a closed row, and finds the way to it', () => {
    const tree = treeOf(design, {});
    const rows = rowsOf(tree, ({ key }) => key !== 'subnet-1');
    expect(rows.some(({ node }) => node.key === 'i-1')).toBe(false);
    expect(rows.find(({ node }) => node.key === 'subnet-1')?.expanded).toBe(false);
    expect(pathTo(tree, 'i-1')?.map(({ key }) => key)).toEqual([
      'region:ap-northeast-1',
      'vpc-1',
      'subnet-1',
    ]);
  });
});
