import { describe, expect, it } from 'vitest';
import type { Tier, Tiers } from '../drawing/index.ts';
import type { Subnet } from '../model/index.ts';
import { patternsOf, stemOf, subnetTableOf } from './rows.ts';

describe('the role that a name tells', () => {
  it.each([
    ['app-a', 'ap-northeast-1a', 'app'],
    ['app_c', 'ap-northeast-1c', 'app'],
    ['my-vpc-private-ap-northeast-1a', 'ap-northeast-1a', 'my-vpc-private'],
    ['prod-1a-public', 'eu-west-1a', 'prod-public'],
    ['data-az1', 'apne1-az1', 'data'],
    ['private-2', 'eu-west-1b', 'private'],
    ['PublicSubnet1', 'eu-west-1a', 'publicsubnet'],
    ['data', 'eu-west-1a', 'data'],
    ['ウェブ層-a', 'eu-west-1a', 'ウェブ層'],
    ['a', 'eu-west-1a', 'a'],
    ['app-a', '', 'app-a'],
    ['x(y', 'we(ird+zone', 'x-y'],
  ])('%s in %s: %s', (name, zone, stem) => expect(stemOf(name, patternsOf(zone))).toBe(stem));
});

/** Rows as text: subnets by zone, `.` for an empty cell; each subnet is given as `name zone tier`. */
function rowsOf(lines: readonly string[]): string[] {
  const tiers: Record<string, Tiers[string]> = {};
  const subnets = lines.map((line): [string, Subnet] => {
    const [name = '', zone = '', tier] = line.split(' ');
    const id = `${name}@${zone}`;
    if (tier !== undefined) tiers[id] = { 4: tier as Tier, 6: 'isolated' };
    return [id, { kind: 'subnet', tags: { Name: name }, availabilityZone: zone }];
  });
  const { zones, rows } = subnetTableOf(subnets, tiers, patternsOf);
  return rows.map(({ cells }) => zones.map((zone) => cells.get(zone)?.split('@')[0] ?? '.').join(' '));
}

describe('rows and columns', () => {
  it.each([
    [
      'tiers from the outside in',
      ['d-a 1a isolated', 'p-a 1a public', 'e-a 1a egress', 'v-a 1a private'],
      ['p-a', 'e-a', 'v-a', 'd-a'],
    ],
    ['one role in one row', ['app-a 1a egress', 'app-c 1c egress'], ['app-a app-c']],
    [
      'roles of a tier apart, an empty cell where one is missing',
      ['app-a 1a egress', 'app-c 1c egress', 'web-c 1c egress', 'web-d 1d egress'],
      ['app-a app-c .', '. web-c web-d'],
    ],
    [
      'several of one role under each other',
      ['n-1 1a private', 'n-2 1a private', 'n-3 1c private'],
      ['n-1 n-3', 'n-2 .'],
    ],
    ['roles of one zone only together', ['x 1a egress', 'y 1c egress', 'z 1c egress'], ['x y', '. z']],
    ['no tier last', ['u 1a', 'd 1a isolated'], ['d', 'u']],
    ['zones by name', ['p-c 1c public', 'p-a 1a public'], ['p-a p-c']],
  ])('%s', (_, lines, expected) => expect(rowsOf(lines)).toEqual(expected));
});
