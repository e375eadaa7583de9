/** Networks of many shapes for the properties of layout and drawing: the same seed always gives the same design. */

import type { Tier, TierPair } from '../drawing/index.ts';
import { DESIGN_SCHEMA, type Design, type Resource, type Route } from '../model/index.ts';

export interface Example {
  readonly design: Design;
  readonly tiers: Readonly<Record<string, TierPair>>;
}

/** Numbers from 0 up to a limit, by Marsaglia's 32-bit xorshift. */
function numbersFrom(seed: number): (limit: number) => number {
  let state = (seed * 2654435761) >>> 0 || 1;
  return (limit) => {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state % limit;
  };
}

const tierNames: readonly Tier[] = ['public', 'egress', 'private', 'isolated'];
const roles = [
  'public',
  'app',
  'tools',
  'data',
  'cache',
  'a-very-long-role-name-that-nobody-can-read',
  'ウェブ層',
];

/** A design with one to five VPCs, of all that a drawing can meet. */
export function exampleDesign(seed: number): Example {
  const below = numbersFrom(seed);
  const chance = (percent: number): boolean => below(100) < percent;
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[below(items.length)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  };
  const resources: Record<string, Resource> = {};
  const tiers: Record<string, TierPair> = {};
  const named = (name: string): { tags?: Record<string, string> } =>
    chance(85) ? { tags: { Name: name } } : {};

  const vpcs = 1 + below(5);
  for (let v = 0; v < vpcs; v += 1) {
    const vpc = `vpc-x${v}`;
    resources[vpc] = {
      kind: 'vpc',
      ...named(`net-${v}`),
      ...(chance(70) ? { region: pick(['ap-northeast-1', 'eu-west-1']), ownerId: '111122223333' } : {}),
      cidrBlock: `10.${v}.0.0/16`,
      ...(chance(30) ? { cidrBlockAssociationSet: [{ cidrBlock: `100.${64 + v}.0.0/16` }] } : {}),
    };
    const igw = `igw-x${v}`;
    if (chance(75))
      resources[igw] = { kind: 'internetGateway', ...named(`igw-${v}`), attachments: [{ vpcId: vpc }] };
    const eigw = `eigw-x${v}`;
    if (chance(30)) resources[eigw] = { kind: 'egressOnlyInternetGateway', attachments: [{ vpcId: vpc }] };
    const zones = ['a', 'b', 'c', 'd'].slice(0, below(5));
    const natIds: string[] = [];
    const subnetIds: string[] = [];
    for (const zone of zones) {
      for (const role of roles.slice(0, below(roles.length + 1))) {
        if (chance(15)) continue;
        const id = `subnet-${v}${zone}${roles.indexOf(role)}`;
        subnetIds.push(id);
        const hasIpv6 = chance(30);
        resources[id] = {
          kind: 'subnet',
          ...named(`${role}-${zone}`),
          vpcId: vpc,
          cidrBlock: `10.${v}.${subnetIds.length}.0/24`,
          ...(chance(92) ? { availabilityZone: `eu-west-1${zone}` } : {}),
          ...(hasIpv6
            ? { ipv6CidrBlockAssociationSet: [{ ipv6CidrBlock: `2001:db8:${v}:${subnetIds.length}::/64` }] }
            : {}),
          ...(hasIpv6 && chance(20) ? { ipv6Native: true } : {}),
        };
        if (chance(95))
          tiers[id] = { 4: pick(tierNames), 6: pick(tierNames), undetermined: chance(5) ? [4] : [] };
        const leaves = chance(5) ? 40 : below(6);
        for (let leaf = 0; leaf < leaves; leaf += 1) {
          const card = `${id}-${leaf}`;
          const kind = below(10);
          if (kind === 0 && leaf < 2) {
            natIds.push(`nat-${card}`);
            resources[`nat-${card}`] = {
              kind: 'natGateway',
              ...named(`nat-${zone}`),
              subnetId: id,
              natGatewayAddresses: [{ publicIp: `203.0.113.${leaf}`, networkInterfaceId: `eni-${card}` }],
            };
            resources[`eni-${card}`] = {
              kind: 'networkInterface',
              subnetId: id,
              interfaceType: 'nat_gateway',
            };
          } else if (kind === 1) {
            resources[`eni-${card}`] = {
              kind: 'networkInterface',
              subnetId: id,
              privateIpAddress: `10.${v}.0.${leaf}`,
              sourceDestCheck: chance(50),
            };
          } else {
            resources[`i-${card}`] = {
              kind: 'instance',
              ...named(
                pick([
                  `web-${leaf}`,
                  `app-${leaf}`,
                  'an-instance-with-far-too-long-a-name',
                  '名前の長いサーバー',
                ]),
              ),
              subnetId: id,
              privateIpAddress: `10.${v}.${leaf}.200`,
              associatePublicIpAddress: chance(30),
              ipv6AddressCount: hasIpv6 ? 1 : 0,
              ...(chance(10) ? { instanceState: 'stopped' } : {}),
            };
          }
        }
      }
    }
    if (chance(20)) {
      natIds.push(`nat-r${v}`);
      resources[`nat-r${v}`] = { kind: 'natGateway', vpcId: vpc, availabilityMode: 'regional' };
    }
    const targets = ['igw-gone', ...(resources[igw] ? [igw, igw] : []), ...natIds];
    for (const [index, id] of subnetIds.entries()) {
      if (chance(25)) continue;
      const target = pick(targets);
      const routes: Route[] = [
        target.startsWith('igw')
          ? { destinationCidrBlock: '0.0.0.0/0', gatewayId: target }
          : { destinationCidrBlock: '0.0.0.0/0', natGatewayId: target },
        ...(resources[eigw] && chance(50)
          ? [{ destinationIpv6CidrBlock: '::/0', egressOnlyInternetGatewayId: eigw }]
          : []),
        ...(chance(10) ? [{ destinationCidrBlock: '10.99.0.0/16', transitGatewayId: 'tgw-1' }] : []),
      ];
      resources[`rtb-${v}-${index}`] = {
        kind: 'routeTable',
        vpcId: vpc,
        routes,
        associations: [{ subnetId: id }],
      };
    }
  }
  if (chance(30)) resources['igw-free'] = { kind: 'internetGateway', tags: { Name: 'detached' } };
  if (chance(20)) resources['i-nowhere'] = { kind: 'instance' };
  if (chance(20))
    resources['subnet-nowhere'] = { kind: 'subnet', vpcId: 'vpc-gone', cidrBlock: '10.9.0.0/24' };
  const design: Design = {
    schema: DESIGN_SCHEMA,
    name: `example ${seed}`,
    resources,
    layout: {},
    intents: {},
    notes: {},
    ...(chance(30) ? { foreign: { 'tgw-1': {} } } : {}),
  };
  return { design, tiers };
}

/** The same document with its resources in another order. */
export function shuffled(design: Design, seed: number): Design {
  const below = numbersFrom(seed);
  const entries = Object.entries(design.resources);
  for (let index = entries.length - 1; index > 0; index -= 1) {
    const other = below(index + 1);
    const a = entries[index];
    const b = entries[other];
    if (a && b) {
      entries[index] = b;
      entries[other] = a;
    }
  }
  return { ...design, resources: Object.fromEntries(entries) };
}

export const seeds = Array.from({ length: 60 }, (_, index) => index + 1);
