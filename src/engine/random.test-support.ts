/**
 * Small random networks, written in the notation of the tests and full of accidents: no association, edge
 * tables, routes inside the VPC, blackholes, detached gateways, /32 rules, missing kinds, values not told.
 * Names bear AWS's prefixes, so that a route still tells its target's kind when the target is taken away.
 * A seed gives the same network for ever. What fails is made smaller by taking lines and parts of lines away,
 * so that it can be kept as it is.
 */

import { dice, type Dice } from './dice.test-support.ts';

interface Subnet {
  readonly id: string;
  readonly vpc: string;
  readonly fourth: string | undefined;
  readonly sixth: string | undefined;
}

/** What has been made so far, for later lines to refer to. */
interface Draft {
  readonly dice: Dice;
  readonly lines: string[];
  readonly vpcs: { readonly id: string; readonly prefix: string; readonly sixth: string | undefined }[];
  readonly subnets: Subnet[];
  readonly ends: {
    readonly id: string;
    readonly vpc: string;
    readonly address: string | undefined;
    readonly passes: boolean;
    readonly families: readonly (4 | 6)[];
  }[];
  readonly nats: { readonly id: string; readonly vpc: string }[];
  readonly gateways: { readonly id: string; readonly kind: 'igw' | 'eigw'; readonly vpc: string }[];
  readonly groups: { readonly id: string; readonly vpc: string }[];
  readonly lists: string[];
  readonly publics: string[];
  readonly sixths: string[];
  faces: number;
  /** Groups and ACLs mostly let through, so that routes and gateways decide. */
  readonly isOpen: boolean;
}

export interface RandomNetwork {
  readonly lines: readonly string[];
  /** Names of instances and interfaces, to ask about. */
  readonly ends: readonly string[];
  /** Of those, what has an IPv6 address, and what an IPv4 one. */
  readonly endsOf: Readonly<Record<4 | 6, readonly string[]>>;
  /** Addresses that are held by something, private and public. */
  readonly addresses: readonly string[];
}

/** A random network of a seed. */
export function randomNetwork(seed: number): RandomNetwork {
  const thrown = dice(seed);
  const draft: Draft = {
    dice: thrown,
    isOpen: thrown.chance(60),
    lines: [],
    vpcs: [],
    subnets: [],
    ends: [],
    nats: [],
    gateways: [],
    groups: [],
    lists: [],
    publics: [],
    sixths: [],
    faces: 10,
  };
  const { chance, roll } = draft.dice;
  const count = chance(30) ? 2 : 1;
  for (let index = 0; index < count; index += 1) addVpc(draft, index);
  if (chance(25)) addList(draft);
  for (const vpc of draft.vpcs) addGateways(draft, vpc.id);
  for (const vpc of draft.vpcs) addGroups(draft, vpc.id);
  for (const vpc of draft.vpcs) {
    const own = draft.subnets.filter((subnet) => subnet.vpc === vpc.id);
    const ends = 2 + roll(3);
    for (let place = 0; place < ends; place += 1) addEnd(draft, draft.dice.pick(own), place);
    if (chance(45)) addNat(draft, vpc.id, own);
  }
  for (const vpc of draft.vpcs) addTables(draft, vpc.id);
  for (const vpc of draft.vpcs) addAcls(draft, vpc.id);
  if (chance(15)) addPublicAccess(draft);
  if (chance(12)) addCoverage(draft);
  return {
    lines: draft.lines,
    ends: draft.ends.map((end) => end.id),
    endsOf: {
      4: draft.ends.filter((end) => end.families.includes(4)).map((end) => end.id),
      6: draft.ends.filter((end) => end.families.includes(6)).map((end) => end.id),
    },
    addresses: [...draft.ends.flatMap((end) => end.address ?? []), ...draft.publics, ...draft.sixths],
  };
}

function addVpc(draft: Draft, index: number): void {
  const { chance, roll, pick } = draft.dice;
  const id = index === 0 ? 'v' : 'w';
  // Two VPCs may hold the same block.
  const prefix = index === 0 || chance(30) ? '10.0' : '10.1';
  const sixth = chance(50) ? `2001:db8:${index + 1}::/56` : undefined;
  const hidden = sixth === undefined && chance(10) ? `fd80:${index + 1}:0::/56` : undefined;
  const block = sixth ?? hidden;
  const isMarked = sixth !== undefined && chance(8);
  const second = chance(12) ? ` ${pick(['100.64.0.0/16', '10.77.0.0/16', '198.51.100.0/24'])}` : '';
  draft.vpcs.push({ id, prefix, sixth: block });
  draft.lines.push(
    `vpc ${id} ${prefix}.0.0/16${second}${block === undefined ? '' : ` ${block}${isMarked ? ' private' : ''}`}`,
  );
  const subnets = 2 + roll(3);
  for (let place = 0; place < subnets; place += 1) {
    const isNative = block !== undefined && chance(10);
    const fourth = isNative ? undefined : `${prefix}.${place}.0/${chance(85) ? '24' : '28'}`;
    const own =
      block !== undefined && (isNative || chance(75)) ? block.replace('::/56', `:${place}::/64`) : undefined;
    const subnet: Subnet = { id: `${id}${place}`, vpc: id, fourth, sixth: own };
    draft.subnets.push(subnet);
    const words = [
      fourth,
      own,
      'in',
      id,
      ...(chance(80) ? ['az', pick(['1a', '1b'])] : []),
      ...(chance(8) ? ['map'] : []),
    ];
    draft.lines.push(`subnet ${subnet.id} ${words.filter((word) => word !== undefined).join(' ')}`);
  }
}

function addList(draft: Draft): void {
  const { chance, pick } = draft.dice;
  const id = 'p';
  draft.lists.push(id);
  const blocks = chance(80)
    ? pick([
        '8.8.8.0/24 203.0.113.0/24',
        '10.0.0.0/24',
        '10.0.1.0/24 8.0.0.0/8',
        '2600::/16',
        '10.0.1.5/32 10.1.0.0/16',
      ])
    : '?';
  draft.lines.push(`list ${id} ${blocks}`);
}

function addGateways(draft: Draft, vpc: string): void {
  const { chance } = draft.dice;
  if (chance(85)) {
    const how = chance(90) ? ` on ${vpc}` : chance(50) ? '' : ` on ${vpc} attaching`;
    draft.gateways.push({ id: `igw-${vpc}`, kind: 'igw', vpc });
    draft.lines.push(`igw igw-${vpc}${how}`);
  }
  if (draft.vpcs.find((one) => one.id === vpc)?.sixth !== undefined && chance(50)) {
    draft.gateways.push({ id: `eigw-${vpc}`, kind: 'eigw', vpc });
    draft.lines.push(`eigw eigw-${vpc} on ${vpc}`);
  }
}

const PORTS = [
  '443',
  '80',
  '22,443',
  '1024-65535',
  '32768-60999',
  '32768-65535',
  '0-65535',
  '5432',
  '40000-50000',
];

function blockOf(draft: Draft, family: 4 | 6): string {
  const { pick, chance } = draft.dice;
  if (family === 6) {
    const own = draft.subnets.flatMap((subnet) => subnet.sixth ?? []);
    return pick([
      '::/0',
      '::/0',
      '2000::/3',
      '2600::/16',
      '64:ff9b::/96',
      ...own,
      ...draft.sixths.map((one) => `${one}/128`),
    ]);
  }
  const held = draft.ends.flatMap((end) => (end.address === undefined ? [] : [`${end.address}/32`]));
  const own = draft.subnets.flatMap((subnet) => subnet.fourth ?? []);
  const faces = draft.publics.map((face) => `${face}/32`);
  const fixed = [
    '0.0.0.0/0',
    '0.0.0.0/0',
    '10.0.0.0/8',
    '10.0.0.0/16',
    '8.8.8.0/24',
    '0.0.0.0/1',
    '203.0.113.0/24',
    '8.8.8.8/32',
  ];
  return chance(50) ? pick(fixed) : pick([...fixed, ...own, ...held, ...faces]);
}

/** `protocol ports`, as a rule or an entry says it. */
function protocolOf(draft: Draft): string {
  const { pick } = draft.dice;
  const [tcp, udp] = [`tcp ${pick(PORTS)}`, `udp ${pick(PORTS)}`];
  return pick([
    'all',
    'all',
    tcp,
    tcp,
    tcp,
    udp,
    'tcp',
    'icmp 8',
    'icmp',
    'icmpv6',
    'icmp 3/4',
    '47',
    'icmpv6 128/0',
  ]);
}

function addGroups(draft: Draft, vpc: string): void {
  const { chance, roll, pick } = draft.dice;
  const names = Array.from({ length: 2 + roll(2) }, (_, place) => `s${vpc}${place}`);
  if (chance(25)) names.push(`s${vpc}d`);
  for (const id of names) draft.groups.push({ id, vpc });
  for (const id of names) {
    const isDefault = id === `s${vpc}d`;
    const parts: string[] = [];
    const peer = (): string => {
      if (chance(25)) return `sg:${pick(draft.groups).id}`;
      if (draft.lists.length > 0 && chance(20)) return 'pl:p';
      if (chance(3)) return '?';
      return blockOf(draft, chance(35) ? 6 : 4);
    };
    const isOpen = chance(draft.isOpen ? 85 : 40);
    if (isOpen) parts.push('in all any');
    for (let rules = roll(isOpen ? 2 : 4); rules > 0; rules -= 1)
      parts.push(`in ${protocolOf(draft)} ${peer()}`);
    if (chance(draft.isOpen ? 95 : 70)) parts.push('out all any');
    else for (let rules = roll(3); rules > 0; rules -= 1) parts.push(`out ${protocolOf(draft)} ${peer()}`);
    const also = draft.vpcs.length > 1 && chance(10) ? ` also ${pick(draft.vpcs).id}` : '';
    const text = chance(4) ? '' : chance(3) ? ': ?' : `: ${parts.length === 0 ? 'none' : parts.join(' ; ')}`;
    draft.lines.push(`sg ${id} in ${vpc}${also}${isDefault ? ' default' : ''}${text}`);
  }
}

const nextFace = (draft: Draft): string => {
  draft.faces += 1;
  const face = `203.0.113.${draft.faces}`;
  draft.publics.push(face);
  return face;
};

function addEnd(draft: Draft, subnet: Subnet, place: number): void {
  const { chance, pick } = draft.dice;
  const isInstance = chance(75);
  const id = `${isInstance ? 'i-' : 'eni-'}${subnet.id}${place}`;
  const own = draft.groups.filter((group) => group.vpc === subnet.vpc).map((group) => group.id);
  const groups = chance(85) ? ` sg ${pick(own)}${chance(20) ? `,${pick(own)}` : ''}` : '';
  const words: string[] = [];
  const address =
    subnet.fourth === undefined ? undefined : subnet.fourth.replace(/0\/\d+$/, String(5 + place));
  const isGiven = address !== undefined && (!isInstance || chance(93));
  if (isGiven) words.push(address);
  if (address !== undefined && chance(60)) {
    words.push(isInstance && chance(15) ? 'pub' : `pub ${isGiven ? nextFace(draft) : ''}`.trim());
  }
  if (!isInstance && address !== undefined && chance(25)) {
    const second = address.replace(/\d+$/, String(10 + place));
    words.push(second, ...(chance(50) ? ['pub', nextFace(draft)] : []));
  }
  const hasSixth = subnet.sixth !== undefined && chance(85);
  if (subnet.sixth !== undefined && hasSixth) {
    const sixth = subnet.sixth.replace('/64', String(place + 5));
    draft.sixths.push(sixth);
    words.push(sixth);
  }
  const passes = chance(35);
  if (passes) words.push('nocheck');
  if (isInstance) {
    if (passes && chance(60)) words.push(`forwarding ${pick(['nat', 'pass', 'pass', 'none'])}`);
    if (chance(7)) words.push(pick(['stopped', 'pending', 'stopping']));
    if (chance(10)) words.push('windows');
  } else if (chance(8))
    words.push(
      pick([
        'state available',
        'on i-gone',
        ...(words.includes('pub') || words.some((word) => word.startsWith('pub ')) ? [] : ['denyigw']),
      ]),
    );
  const families = [...(address === undefined ? [] : [4 as const]), ...(hasSixth ? [6 as const] : [])];
  draft.ends.push({ id, vpc: subnet.vpc, address: isGiven ? address : undefined, passes, families });
  draft.lines.push(`${isInstance ? 'instance' : 'eni'} ${id} in ${subnet.id} ${words.join(' ')}${groups}`);
}

function addNat(draft: Draft, vpc: string, subnets: readonly Subnet[]): void {
  const { chance, pick } = draft.dice;
  const id = `nat-${vpc}`;
  const places = subnets.filter((subnet) => subnet.fourth !== undefined);
  draft.nats.push({ id, vpc });
  if (places.length === 0 || chance(12)) {
    const manual = chance(40) ? ` manual az ${pick(['1a', '1b'])}` : '';
    draft.lines.push(`nat ${id} in ${vpc} regional eip ${nextFace(draft)}${manual}`);
    return;
  }
  const subnet = pick(places);
  const address = chance(93) ? ` ${(subnet.fourth ?? '').replace(/0\/\d+$/, '13')}` : '';
  const kind = chance(80) ? ` eip ${nextFace(draft)}` : chance(50) ? ' private' : '';
  const state = chance(5) ? ' state pending' : '';
  draft.lines.push(`nat ${id} in ${subnet.id}${address}${kind}${state}`);
}

function targetOf(draft: Draft, vpc: string, family: 4 | 6): string {
  const { chance, pick } = draft.dice;
  const mine = <One extends { readonly vpc: string }>(all: readonly One[]): One[] =>
    all.filter((one) => one.vpc === vpc || chance(4));
  const gateways = mine(draft.gateways).filter((one) => one.kind === 'igw' || family === 6);
  const devices = mine(draft.ends).filter((end) => end.passes || chance(20));
  // What a translating appliance does with IPv6 is not for a rule to say.
  const usable = devices.filter((end) => family === 4 || isPlainPass(draft, end.id));
  const all = [
    ...gateways.map((one) => one.id),
    ...gateways.map((one) => one.id),
    ...(family === 4 ? mine(draft.nats).flatMap((one) => [one.id, one.id]) : []),
    ...usable.map((end) => end.id),
    ...(chance(15) ? ['tgw-1', 'pcx-1', 'igw-gone'] : []),
  ];
  return all.length === 0 ? 'igw-gone' : pick(all);
}

const isPlainPass = (draft: Draft, id: string): boolean =>
  draft.lines.some((line) => line.startsWith(`instance ${id} `) && line.includes('forwarding pass'));

function addTables(draft: Draft, vpc: string): void {
  const { chance, pick, roll } = draft.dice;
  const subnets = draft.subnets.filter((subnet) => subnet.vpc === vpc);
  const tables: { id: string; serves: string[] }[] = [];
  if (chance(75)) tables.push({ id: `t${vpc}m`, serves: ['main'] });
  const count = 1 + roll(3);
  for (let place = 0; place < count; place += 1) tables.push({ id: `t${vpc}${place}`, serves: [] });
  for (const subnet of subnets) if (chance(75)) pick(tables).serves.push(subnet.id);
  const blocks = subnets.flatMap((subnet) => [subnet.fourth ?? [], subnet.sixth ?? []].flat());
  const whole = draft.vpcs
    .filter((one) => one.id === vpc)
    .flatMap((one) => [`${one.prefix}.0.0/16`, one.sixth ?? []].flat());
  for (const table of tables) {
    const taken = new Set<string>();
    const parts: string[] = [];
    const add = (destination: string, target: string): void => {
      if (taken.has(destination)) return;
      taken.add(destination);
      parts.push(`${destination} > ${target}${chance(6) ? ' (blackhole)' : ''}`);
    };
    if (chance(75)) add('0.0.0.0/0', targetOf(draft, vpc, 4));
    if (chance(60)) add('::/0', targetOf(draft, vpc, 6));
    const fourth = [
      '8.8.8.0/24',
      '0.0.0.0/1',
      '128.0.0.0/1',
      '203.0.113.0/24',
      '10.0.0.0/8',
      '8.8.8.8/32',
      '192.168.0.0/16',
    ];
    if (chance(30)) add(pick(fourth), targetOf(draft, vpc, 4));
    if (chance(15)) add(pick(['2600::/16', '2000::/3', '2001:db8::/32']), targetOf(draft, vpc, 6));
    if (chance(20) && draft.nats.some((nat) => nat.vpc === vpc)) add('64:ff9b::/96', `nat-${vpc}`);
    if (draft.lists.length > 0 && chance(35)) add('p', targetOf(draft, vpc, 4));
    if (chance(22)) {
      // A route inside the VPC: a whole subnet or not, to what may stand there or not.
      const block = pick([...blocks, ...whole, `10.0.1.0/25`]);
      add(block, targetOf(draft, vpc, block.includes(':') ? 6 : 4));
    }

    const text = chance(3) ? ['?'] : parts;
    draft.lines.push([`table ${table.id} in ${vpc}: ${table.serves.join(', ')}`, ...text].join(' ; '));
  }
  const gateway = draft.gateways.find((one) => one.vpc === vpc && one.kind === 'igw');
  const devices = draft.ends.filter((end) => end.vpc === vpc && end.passes);
  if (!gateway || devices.length === 0 || !chance(35)) return;
  const parts = [...new Set([pick([...blocks, ...whole]), pick(blocks)])].flatMap((block) => {
    const usable = devices.filter((end) => !block.includes(':') || isPlainPass(draft, end.id));
    return usable.length === 0 ? [] : [`${block} > ${chance(90) ? pick(usable).id : 'local'}`];
  });
  draft.lines.push([`table t${vpc}e in ${vpc}: ${gateway.id}`, ...parts].join(' ; '));
}

function addAcls(draft: Draft, vpc: string): void {
  const { chance, pick, roll } = draft.dice;
  const subnets = draft.subnets.filter((subnet) => subnet.vpc === vpc);
  const acls: { id: string; serves: string[] }[] = [];
  if (chance(20)) acls.push({ id: `a${vpc}d`, serves: ['default'] });
  if (chance(draft.isOpen ? 20 : 45)) acls.push({ id: `a${vpc}0`, serves: [] });
  if (chance(draft.isOpen ? 5 : 15)) acls.push({ id: `a${vpc}1`, serves: [] });
  if (acls.length === 0) return;
  for (const subnet of subnets) if (chance(60)) pick(acls).serves.push(subnet.id);
  for (const acl of acls) {
    const parts: string[] = [];
    for (const side of ['in', 'out']) {
      let number = 100;
      for (let count = roll(3); count > 0; count -= 1) {
        const action = chance(50) ? 'deny' : 'allow';
        parts.push(`${side} ${number} ${action} ${protocolOf(draft)} ${blockOf(draft, chance(30) ? 6 : 4)}`);
        number += 10;
      }
      if (chance(60)) parts.push(`${side} 200 allow all any`);
      else if (chance(80)) parts.push(`${side} 200 allow tcp ${pick(PORTS)} any`);
    }
    const text = chance(4) ? ['?'] : chance(4) ? [] : parts.length === 0 ? ['none'] : parts;
    draft.lines.push([`acl ${acl.id} in ${vpc}: ${acl.serves.join(', ')}`, ...text].join(' ; '));
  }
}

function addPublicAccess(draft: Draft): void {
  const { chance, pick } = draft.dice;
  const mode = pick(['block-bidirectional', 'block-ingress', 'block-ingress', 'off']);
  const excluded = [...draft.subnets.map((one) => one.id), ...draft.vpcs.map((one) => one.id)];
  const places = [...new Set([pick(excluded), ...(chance(30) ? [pick(excluded)] : [])])];
  const except = (place: string): string =>
    `except ${place} ${pick(['allow-egress', 'allow-bidirectional'])}`;
  const parts = chance(60) ? places.map(except) : [];
  draft.lines.push(`bpa b ${mode}: ${parts.join(' ; ')}`.replace(/: $/, ''));
}

/** An import that lacks some kinds, whose resources are then mostly not there. */
function addCoverage(draft: Draft): void {
  const { chance, pick } = draft.dice;
  const missing = [
    ...new Set(
      Array.from({ length: chance(60) ? 1 : 2 }, () => pick(['acl', 'table', 'sg', 'igw', 'bpa', 'list'])),
    ),
  ];
  const from = chance(25) ? ' from terraform' : '';
  draft.lines.unshift(`coverage all but ${missing.join(', ')}${from}`);
  const isKept = chance(20);
  // An import always says a group's rules.
  const kept = draft.lines
    .filter((line) => isKept || !missing.some((word) => line.startsWith(`${word} `)))
    .map((line) => (line.startsWith('sg ') && !line.includes(':') ? `${line}: none` : line));
  draft.lines.splice(0, draft.lines.length, ...kept);
}
