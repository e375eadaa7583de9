import { describe, expect, it } from 'vitest';
import { askReach, askTiers, compile, type Verdict } from '../engine/index.ts';
import { writeDesign } from './index.ts';
import { read, troubles } from './inputs.test-support.ts';

const contents = import.meta.glob<string>('../../samples/**/*.json', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const filesOf = (sample: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(contents)
      .map(([path, text]): [string, string] => [path.replace('../../samples/', ''), text])
      .filter(([path]) => path.startsWith(sample)),
  );

describe('the samples', () => {
  it.each<[string, Readonly<Record<string, number>>]>([
    [
      'bookshop',
      {
        elasticIp: 1,
        instance: 3,
        internetGateway: 1,
        natGateway: 1,
        networkAcl: 2,
        networkInterface: 4,
        routeTable: 3,
        securityGroup: 4,
        subnet: 6,
        vpc: 1,
        vpcBlockPublicAccess: 1,
      },
    ],
    [
      'blocked-reply',
      { instance: 2, networkAcl: 2, networkInterface: 2, routeTable: 1, securityGroup: 2, subnet: 2, vpc: 1 },
    ],
    [
      'shop',
      {
        elasticIp: 1,
        instance: 11,
        internetGateway: 1,
        natGateway: 1,
        networkAcl: 4,
        networkInterface: 1,
        routeTable: 5,
        securityGroup: 4,
        subnet: 8,
        vpc: 2,
      },
    ],
    [
      'two-tier',
      {
        elasticIp: 1,
        instance: 1,
        internetGateway: 1,
        natGateway: 1,
        routeTable: 2,
        securityGroup: 1,
        subnet: 2,
        vpc: 1,
      },
    ],
  ])('%s is read whole', (sample, counts) => {
    const report = read(filesOf(sample));
    expect(report.counts).toEqual(counts);
    expect(troubles(report)).toEqual([]);
    expect(report.notes).toEqual([]);
  });

  it('bookshop misses nothing and assumes nothing', () => {
    const report = read(filesOf('bookshop'));
    expect([report.missing, report.assumptions]).toEqual([[], []]);
    expect(report.design.coverage?.map(({ ownerId, region }) => [ownerId, region])).toEqual([
      ['111122223333', 'ap-northeast-1'],
    ]);
  });

  it.each(['shop', 'two-tier'])('%s, which is drawn, is written as it stands', (sample) => {
    expect(writeDesign(read(filesOf(sample)).design)).toBe(contents[`../../samples/${sample}.vpcd.json`]);
  });

  it.each<[string, string, string, string, Verdict]>([
    ['bookshop', 'internet', 'front-1', '443', 'reachable'],
    ['bookshop', 'front-1', 'orders-1', '8080', 'reachable'],
    ['bookshop', 'orders-1', 'books-db-1', '5432', 'reachable'],
    ['bookshop', 'front-1', 'books-db-1', '5432', 'blocked'],
    ['bookshop', 'internet', 'books-db-1', '5432', 'blocked'],
    ['blocked-reply', 'front', 'data', '5432', 'blocked'],
    ['shop', 'internet', 'web-1', '22', 'reachable'],
    ['shop', 'web-1', 'db-1', '5432', 'blocked'],
    ['shop', 'web-1', 'db-2', '5432', 'reachable'],
  ])('%s: %s to %s on %s is %s', (sample, from, to, port, verdict) => {
    const answer = askReach(compile(read(filesOf(sample)).design), {
      from,
      to,
      protocol: 'tcp',
      port,
      ipVersion: '4',
    });
    expect(answer.ok && answer.value.verdict).toBe(verdict);
  });

  it('bookshop has three tiers', () => {
    const network = compile(read(filesOf('bookshop')).design);
    const tiers = askTiers(network).map(({ id, families }) => {
      const { tags } = network.design.resources[id] ?? {};
      return `${tags?.['Name'] ?? id} ${families[4].tier}`;
    });
    expect(tiers.toSorted()).toEqual([
      'app-a egress',
      'app-c egress',
      'db-a isolated',
      'db-c isolated',
      'public-a public',
      'public-c public',
    ]);
  });
});
