/**
 * Large networks for the benchmarks, the same for the same seed: three zones by three tiers, traffic from front to
 * web to app to db by group reference, a common group by CIDR, and ACLs that filter in three of ten VPCs. Written in
 * the notation of the tests, so that a network can be read.
 */

import { network as readNetwork } from '../src/engine/notation.test-support.ts';
import { dice, type Dice } from '../src/engine/dice.test-support.ts';
import type { Design } from '../src/model/index.ts';

export const PROFILES = ['small-vpcs', 'platform', 'messy'] as const;

/**
 * `small-vpcs`: about 40 interfaces in each VPC. `platform`: few VPCs, groups of 50 to 500 alike nodes. `messy`: small
 * VPCs with overlaps, blackholes, rules for one host, denies, IPv6 and facts that nobody told.
 */
export type Profile = (typeof PROFILES)[number];

export interface NetworkOptions {
  readonly seed: number;
  readonly interfaces: number;
  readonly profile: Profile;
  /** By default as the profile says. */
  readonly vpcs?: number;
}

const ZONES = ['a', 'b', 'c'] as const;

type Tier = 'public' | 'app' | 'data';
const TIERS: readonly Tier[] = ['public', 'app', 'data'];

/** A role of nodes: where they stand, and how many of a hundred they are. */
interface Role {
  readonly name: string;
  readonly tier: Tier;
  readonly share: number;
}

const ROLES: readonly Role[] = [
  { name: 'front', tier: 'public', share: 10 },
  { name: 'web', tier: 'app', share: 30 },
  { name: 'app', tier: 'app', share: 35 },
  { name: 'db', tier: 'data', share: 25 },
];

interface Vpc {
  readonly id: string;
  /** The first three octets of each subnet's block, as numbers. */
  readonly octets: readonly [number, number, number];
  readonly subnetSize: 20 | 24;
  readonly sixth: string | undefined;
}

interface Draft {
  readonly dice: Dice;
  readonly profile: Profile;
  readonly lines: string[];
  publicAddresses: number;
}

const interfacesPerVpc = (profile: Profile): number => (profile === 'platform' ? 1000 : 40);

/** A network of about so many interfaces; NAT gateways' own are not counted. */
export function network({ seed, interfaces, profile, vpcs }: NetworkOptions): Design {
  const draft: Draft = { dice: dice(seed), profile, lines: [], publicAddresses: 0 };
  const count = vpcs ?? Math.max(1, Math.round(interfaces / interfacesPerVpc(profile)));
  for (let index = 0; index < count; index += 1) {
    const share = Math.floor((interfaces * (index + 1)) / count) - Math.floor((interfaces * index) / count);
    addVpc(draft, index, share);
  }
  return readNetwork(draft.lines.join('\n'));
}

/** A VPC's place among the private addresses: a /20 each, or a /16 where nodes are many. */
function vpcOf(draft: Draft, index: number): Vpc {
  const { profile, dice: throws } = draft;
  // Two VPCs in a hundred messy ones hold the same block.
  const place = profile === 'messy' && index > 0 && throws.chance(10) ? index - 1 : index;
  const sixth =
    profile === 'messy' && throws.chance(50) ? `2001:db8:${(index + 1).toString(16)}00::/56` : undefined;
  return profile === 'platform'
    ? { id: `vpc-${index}`, octets: [10, index % 256, 0], subnetSize: 20, sixth }
    : { id: `vpc-${index}`, octets: [10, (place >> 4) % 256, (place % 16) * 16], subnetSize: 24, sixth };
}

const subnetId = (vpc: Vpc, tier: Tier, zone: string): string => `subnet-${vpc.id.slice(4)}-${tier}-${zone}`;

/** A subnet's block: its place among the nine of the VPC. */
function octetsOf(vpc: Vpc, tier: Tier, zone: number): readonly [number, number, number] {
  const place = TIERS.indexOf(tier) * 3 + zone;
  const [first, second, third] = vpc.octets;
  return [first, second, third + place * (vpc.subnetSize === 20 ? 16 : 1)];
}

function addVpc(draft: Draft, index: number, interfaces: number): void {
  const vpc = vpcOf(draft, index);
  const { lines } = draft;
  const [first, second, third] = vpc.octets;
  const block = `${first}.${second}.${third}.0/${vpc.subnetSize === 20 ? 16 : 20}`;
  lines.push(`vpc ${vpc.id} ${block} ${vpc.sixth ?? ''}`.trim());
  for (const tier of TIERS) {
    ZONES.forEach((zone, place) => {
      const octets = octetsOf(vpc, tier, place);
      const sixth = vpc.sixth?.replace('00::/56', `0${TIERS.indexOf(tier) * 3 + place}::/64`) ?? '';
      lines.push(
        `subnet ${subnetId(vpc, tier, zone)} ${octets.join('.')}.0/${vpc.subnetSize} ${sixth} in ${vpc.id} az 1${zone}`,
      );
    });
  }
  addGroups(draft, vpc, block);
  addNodes(draft, vpc, interfaces);
  addWays(draft, vpc, index);
  if (draft.dice.chance(30)) addFilteringAcl(draft, vpc, block);
}

const groupId = (vpc: Vpc, name: string): string => `sg-${vpc.id.slice(4)}-${name}`;

function addGroups(draft: Draft, vpc: Vpc, block: string): void {
  const { dice: throws, lines, profile } = draft;
  const group = (name: string, ...rules: string[]): void => {
    lines.push(`sg ${groupId(vpc, name)} in ${vpc.id}: ${[...rules, 'out all any'].join(' ; ')}`);
  };
  const messy = (...rules: string[]): string[] =>
    profile === 'messy' ? rules.filter(() => throws.chance(40)) : [];
  const [first, second, third] = vpc.octets;
  group('front', 'in tcp 80,443 any', ...messy('in tcp 8443 198.51.100.7/32', 'in udp 443 any'));
  group('web', `in tcp 8080 sg:${groupId(vpc, 'front')}`, ...messy('in tcp 8081 203.0.113.9/32'));
  group(
    'app',
    `in tcp 9000-9010 sg:${groupId(vpc, 'web')}`,
    ...messy(`in tcp 9100 ${first}.${second}.${third + 3}.10/32`, 'in ? 5000 10.0.0.0/8'),
  );
  group(
    'db',
    `in tcp 5432 sg:${groupId(vpc, 'app')}`,
    ...messy(`in tcp 5433 sg:${groupId(vpc, 'gone')}`, 'in all 10.0.0.0/9'),
  );
  lines.push(
    `sg ${groupId(vpc, 'common')} in ${vpc.id}: in tcp 22 10.0.0.0/8 ; in tcp 9100 ${block} ; in icmp 8 10.0.0.0/8 ; out all any`,
  );
}

/** How many nodes stand together, alike: one in small VPCs, whole node groups on a platform. */
const runLength = ({ profile, dice: throws }: Draft): number =>
  profile === 'platform' ? 50 + throws.roll(451) : 1;

function addNodes(draft: Draft, vpc: Vpc, interfaces: number): void {
  const { dice: throws } = draft;
  const used = new Map<string, number>();
  let made = 0;
  while (made < interfaces) {
    const role = roleOf(throws.roll(100));
    const zone = throws.roll(3);
    const run = Math.min(runLength(draft), interfaces - made);
    for (let place = 0; place < run; place += 1) {
      addNode(draft, vpc, role, zone, made + place, used);
    }
    made += run;
  }
}

function roleOf(throwOf100: number): Role {
  let sum = 0;
  return ROLES.find(({ share }) => (sum += share) > throwOf100) ?? { name: 'app', tier: 'app', share: 0 };
}

function addNode(
  draft: Draft,
  vpc: Vpc,
  role: Role,
  zone: number,
  index: number,
  used: Map<string, number>,
): void {
  const { dice: throws, lines, profile } = draft;
  const subnet = subnetId(vpc, role.tier, ZONES[zone] ?? 'a');
  const place = (used.get(subnet) ?? 10) + 1;
  used.set(subnet, place);
  const [first, second, third] = octetsOf(vpc, role.tier, zone);
  const address = `${first}.${second}.${third + (place >> 8)}.${place & 255}`;
  const name = `${vpc.id.slice(4)}-${role.name}-${index}`;
  const groups = `sg ${groupId(vpc, role.name)},${groupId(vpc, 'common')}`;
  const isPublic = role.tier === 'public';
  const face = isPublic ? `pub ${publicAddress(draft)}` : '';
  const isMessy = profile === 'messy';
  const sixth =
    vpc.sixth !== undefined && throws.chance(70)
      ? vpc.sixth.replace('00::/56', `0${TIERS.indexOf(role.tier) * 3 + zone}::${place.toString(16)}`)
      : '';
  const accidents = isMessy
    ? [throws.chance(4) ? 'stopped' : '', throws.chance(10) ? 'windows' : ''].join(' ')
    : '';
  const stated = isMessy && !isPublic && throws.chance(5) ? '' : address;
  // Front nodes are interfaces of their own, as those of a service; others are instances.
  if (isPublic) lines.push(`eni eni-${name} in ${subnet} ${stated} ${face} ${sixth} ${groups}`);
  else lines.push(`instance i-${name} in ${subnet} ${stated} ${sixth} ${groups} ${accidents}`);
}

/** Public addresses only have to differ. */
function publicAddress(draft: Draft): string {
  const place = draft.publicAddresses;
  draft.publicAddresses += 1;
  return `52.${(place >> 16) & 255}.${(place >> 8) & 255}.${place & 255}`;
}

function addWays(draft: Draft, vpc: Vpc, index: number): void {
  const { dice: throws, lines, profile } = draft;
  const number = vpc.id.slice(4);
  const [igw, eigw, nat] = [`igw-${number}`, `eigw-${number}`, `nat-${number}`];
  const isMessy = profile === 'messy';
  const isDetached = isMessy && throws.chance(5);
  lines.push(isDetached ? `igw ${igw}` : `igw ${igw} on ${vpc.id}`);
  if (vpc.sixth !== undefined) lines.push(`eigw ${eigw} on ${vpc.id}`);
  const [first, second, third] = octetsOf(vpc, 'public', 0);
  const isGone = isMessy && throws.chance(8);
  if (!isGone)
    lines.push(
      `nat ${nat} in ${subnetId(vpc, 'public', 'a')} ${first}.${second}.${third}.5 eip ${publicAddress(draft)}`,
    );
  const serves = (tier: Tier): string => ZONES.map((zone) => subnetId(vpc, tier, zone)).join(', ');
  const six = (target: string): string => (vpc.sixth === undefined ? '' : ` ; ::/0 > ${target}`);
  const beyond = isMessy && throws.chance(20) ? ' ; 10.0.0.0/8 > pcx-1' : '';
  const hole = isMessy && throws.chance(15) ? ' ; 203.0.113.0/24 > eni-gone (blackhole)' : '';
  lines.push(
    `table rtb-${number}-public in ${vpc.id}: ${serves('public')} ; 0.0.0.0/0 > ${igw}${six(igw)}${hole}`,
    `table rtb-${number}-app in ${vpc.id}: ${serves('app')} ; 0.0.0.0/0 > ${nat}${six(eigw)}${beyond}`,
    `table rtb-${number}-main in ${vpc.id}: main${isMessy && index % 7 === 3 ? ' ; ?' : ''}`,
  );
}

function addFilteringAcl(draft: Draft, vpc: Vpc, block: string): void {
  const { dice: throws, lines, profile } = draft;
  const isMessy = profile === 'messy';
  const served = ZONES.map((zone) => subnetId(vpc, 'data', zone)).join(', ');
  const denies =
    isMessy && throws.chance(50)
      ? [`in 90 deny tcp 5432 ${vpc.octets[0]}.${vpc.octets[1]}.${vpc.octets[2] + 4}.0/24`]
      : [];
  const untold = isMessy && throws.chance(10) ? ['in 80 deny ? 10.0.0.0/8'] : [];
  lines.push(
    [
      `acl acl-${vpc.id.slice(4)}-data in ${vpc.id}: ${served}`,
      ...untold,
      ...denies,
      `in 100 allow tcp 5432-5433 ${block}`,
      'in 110 allow tcp 22 10.0.0.0/8',
      `in 120 allow tcp 1024-65535 ${isMessy && throws.chance(30) ? '0.0.0.0/1' : '0.0.0.0/0'}`,
      'in 130 allow icmp 10.0.0.0/8',
      `out 100 allow tcp ${isMessy && throws.chance(30) ? '32768-50000' : '1024-65535'} 0.0.0.0/0`,
      'out 110 allow icmp 10.0.0.0/8',
    ].join(' ; '),
  );
}
