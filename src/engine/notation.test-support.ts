/**
 * One notation for every network in the tests: text in, a `Design` out. A line is a resource; its name is its id.
 *
 *   account 111111111111 region ap-northeast-1
 *   coverage all but acl, table            (an AWS CLI import that lacks these kinds; else the design is drawn)
 *   vpc v 10.0.0.0/16 10.1.0.0/16 2001:db8:1::/56      fd80:1::/56 private
 *   subnet a 10.0.0.0/24 2001:db8:1::/64 in v az 1a    (map, states block-ingress, native)
 *   igw g on v                             (no `on`: detached; `attaching`: not yet attached)
 *   eigw e on v
 *   table t in v: main, a, g ; 0.0.0.0/0 > n ; ::/0 > e ; p > fw ; 10.0.5.0/24 > eni:fw (blackhole)
 *   acl n in v: default, a ; in 100 allow tcp 443 0.0.0.0/0 ; out 90 deny icmp 8/0 10.0.0.0/8
 *   sg s in v: in tcp 80,443 0.0.0.0/0 ; in all sg:s ; in udp 53 pl:p ; out all any
 *   eni x in a 10.0.0.10 pub 203.0.113.10 10.0.0.11 2001:db8:1::10 sg s,r nocheck on web
 *   instance web in a 10.0.0.20 pub 203.0.113.20 sg s  (stopped, windows, nocheck, forwarding nat, enis x,y)
 *   nat n in a 10.0.0.5 eip 203.0.113.5    (private; regional, then `in` a VPC; az 1a)
 *   eip i 203.0.113.9 on x to 10.0.0.11
 *   list p 10.9.0.0/16 10.8.0.0/16         (list p v6; list p ? for entries that are not told)
 *   bpa b block-ingress: except a allow-egress ; except v allow-bidirectional
 *   without x                              (takes away what an earlier line gave)
 *
 * - A later line with the same name replaces the earlier: a test changes one line of a shared network. Names are
 *   those of all kinds together: a group and an instance can't both be `web`.
 * - What is not written is absent: AWS's own default in a drawn design. `none` is an empty list, `?` an unknown value.
 * - Every line takes `state X`, `owner X`, `region X`. `any` is 0.0.0.0/0 and ::/0 (an ACL: number n and n + 1).
 * - `pub` without an address asks for one at launch. The text after `#` is a remark.
 * - A route's target is told by the kind of the named resource, else by AWS's prefix (`pcx-1`, `igw-gone`).
 * - Questions and expectations: `notation-lines.test-support.ts`.
 */

import {
  DESIGN_SCHEMA,
  kindNames,
  type Coverage,
  type Design,
  type Kind,
  type NetworkAclEntry,
  type Resource,
  type ResourceByKind,
  type Route,
  type SecurityGroupRule,
} from '../model/index.ts';

const KIND_OF_WORD: Readonly<Record<string, Kind>> = {
  vpc: 'vpc',
  subnet: 'subnet',
  igw: 'internetGateway',
  eigw: 'egressOnlyInternetGateway',
  table: 'routeTable',
  acl: 'networkAcl',
  sg: 'securityGroup',
  eni: 'networkInterface',
  instance: 'instance',
  nat: 'natGateway',
  eip: 'elasticIp',
  list: 'managedPrefixList',
  bpa: 'vpcBlockPublicAccess',
};

/** One resource's line: what stands before the colon, and the parts after it. */
interface Line {
  readonly kind: Kind;
  readonly id: string;
  readonly head: readonly string[];
  /** Absent without a colon. */
  readonly parts?: readonly string[];
  readonly text: string;
}

const wrong = (line: string, why: string): Error => new Error(`notation: ${why} in "${line}"`);
/** An unknown value; a plain shape, since open records in the document do not take the interface. */
type NotTold = { readonly $unknown: { readonly why: string } };
const notTold = (): NotTold => ({ $unknown: { why: 'not told' } });
const orNotTold = (word: string): string | NotTold => (word === '?' ? notTold() : word);
const isV6 = (word: string): boolean => word.includes(':');
const isAddress = (word: string): boolean =>
  /^[\d.]+(\/\d+)?$/.test(word) || /^[0-9a-f]*:[0-9a-f:]*(\/\d+)?$/.test(word);
const wordsOf = (text: string): string[] => text.split(/[\s]+/).filter((word) => word !== '');
const listOf = (text: string): string[] => text.split(/[\s,|]+/).filter((word) => word !== '');

/** A member that is left out where there is no value. */
const given = <Name extends string, Value>(
  name: Name,
  value: Value | undefined,
): { readonly [N in Name]?: Value } =>
  value === undefined ? {} : ({ [name]: value } as { readonly [N in Name]: Value });

/** Reads a network; several texts are read one after another. */
export function network(...texts: readonly string[]): Design {
  const lines = new Map<string, Line>();
  let coverage: Coverage[] | undefined;
  let defaults: Design['defaults'];
  for (const raw of texts.flatMap((text) => text.split('\n'))) {
    const text = raw.replace(/(^|\s)#.*$/, '').trim();
    if (text === '') continue;
    const [word = '', ...rest] = wordsOf(text);
    if (word === 'coverage') coverage = [...(coverage ?? []), readCoverage(rest, text)];
    else if (word === 'account') defaults = readDefaults(rest, text);
    else if (word === 'without') for (const id of rest) lines.delete(id);
    else {
      const line = readLine(text);
      const former = lines.get(line.id);
      if (former && former.kind !== line.kind) throw wrong(text, `the name of another kind of resource`);
      lines.set(line.id, line);
    }
  }
  const kindOf = (id: string): Kind | undefined => lines.get(id)?.kind;
  const resources: Record<string, Resource> = {};
  for (const line of lines.values()) resources[line.id] = resourceOf(line, kindOf);
  return {
    schema: DESIGN_SCHEMA,
    name: 'test',
    resources,
    layout: {},
    intents: {},
    notes: {},
    ...given('defaults', defaults),
    ...given('coverage', coverage),
  };
}

function readLine(text: string): Line {
  const colon = /:(\s|$)/.exec(text);
  const [word = '', id, ...head] = wordsOf(colon ? text.slice(0, colon.index) : text);
  const kind = KIND_OF_WORD[word];
  if (!kind || id === undefined) throw wrong(text, `no resource word "${word}"`);
  const parts = colon
    ? text
        .slice(colon.index + 1)
        .split(';')
        .map((part) => part.trim())
    : undefined;
  return { kind, id, head, text, ...given('parts', parts) };
}

function readCoverage(words: readonly string[], text: string): Coverage {
  const taken = new Map<string, string>();
  const names: string[] = [];
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i] ?? '';
    if (word === 'owner' || word === 'region' || word === 'from') taken.set(word, words[(i += 1)] ?? '');
    else names.push(...listOf(word));
  }
  const kindsOf = (list: readonly string[]): string[] => list.map((name) => KIND_OF_WORD[name] ?? name);
  const kinds =
    names[0] === 'all' ? kindNames.filter((kind) => !kindsOf(names).includes(kind)) : kindsOf(names);
  const source = taken.get('from') ?? 'awsCli';
  if (source !== 'awsCli' && source !== 'cloudFormation' && source !== 'terraform')
    throw wrong(text, 'no such source');
  return { source, kinds, ...given('ownerId', taken.get('owner')), ...given('region', taken.get('region')) };
}

function readDefaults(words: readonly string[], text: string): NonNullable<Design['defaults']> {
  const [ownerId, word, region] = words;
  if (ownerId === undefined || (word !== undefined && word !== 'region'))
    throw wrong(text, 'account <id> region <name>');
  return { ownerId, ...given('region', region) };
}

/** The words before the colon, by what they say: a value after a keyword, a bare keyword, or an address. */
interface Head {
  readonly value: (keyword: string) => string | undefined;
  readonly has: (flag: string) => boolean;
  /** Addresses and `?` in order, each with the public address that follows as `pub X`. */
  readonly addresses: readonly { readonly text: string; readonly pub?: string }[];
  /** Words that are neither, in order. */
  readonly others: readonly string[];
}

const VALUED = [
  'in',
  'on',
  'az',
  'azid',
  'sg',
  'eip',
  'to',
  'state',
  'owner',
  'region',
  'forwarding',
  'enis',
  'type',
];
const MORE_VALUED = ['index', 'prefix', 'states', 'also', 'pool', 'meta'];

function readHead(line: Line): Head {
  const values = new Map<string, string>();
  const addresses: { text: string; pub?: string }[] = [];
  const others: string[] = [];
  for (let i = 0; i < line.head.length; i += 1) {
    const word = line.head[i] ?? '';
    const next = line.head[i + 1];
    if (VALUED.includes(word) || MORE_VALUED.includes(word)) {
      if (next === undefined) throw wrong(line.text, `nothing after "${word}"`);
      values.set(word, values.has(word) ? `${values.get(word) ?? ''},${next}` : next);
      i += 1;
    } else if (word === 'pub' && next !== undefined && isAddress(next) && !isV6(next)) {
      const last = addresses.at(-1);
      if (last) last.pub = next;
      else values.set('pub', next);
      i += 1;
    } else if (word === '?' || isAddress(word)) addresses.push({ text: word });
    else others.push(word);
  }
  return {
    value: (keyword) => values.get(keyword),
    has: (flag) => others.includes(flag),
    addresses,
    others,
  };
}

function resourceOf(line: Line, kindOf: (id: string) => Kind | undefined): Resource {
  const head = readHead(line);
  return {
    ...build(line, head, kindOf),
    ...given('state', head.value('state')),
    ...given('ownerId', head.value('owner')),
    ...given('region', head.value('region')),
  };
}

function build(line: Line, head: Head, kindOf: (id: string) => Kind | undefined): Resource {
  switch (line.kind) {
    case 'vpc':
      return buildVpc(head, line);
    case 'subnet':
      return buildSubnet(head);
    case 'internetGateway':
    case 'egressOnlyInternetGateway': {
      const vpcId = head.value('on');
      const state = head.others[0];
      return {
        kind: line.kind,
        attachments: vpcId === undefined ? [] : [{ vpcId, ...given('state', state) }],
      };
    }
    case 'routeTable':
      return buildTable(line, head, kindOf);
    case 'networkAcl':
      return buildAcl(line, head);
    case 'securityGroup':
      return buildGroup(line, head);
    case 'networkInterface':
      return buildInterface(head);
    case 'instance':
      return buildInstance(head);
    case 'natGateway':
      return buildNat(head);
    case 'elasticIp': {
      const on = head.value('on');
      const target = on === undefined ? undefined : kindOf(on);
      return {
        kind: 'elasticIp',
        ...given('publicIp', head.addresses[0]?.text),
        ...given('natGatewayId', target === 'natGateway' ? on : undefined),
        ...given('instanceId', target === 'instance' ? on : undefined),
        ...given('networkInterfaceId', target === 'natGateway' || target === 'instance' ? undefined : on),
        ...given('privateIpAddress', head.value('to')),
        ...given('publicIpv4Pool', head.value('pool')),
      };
    }
    case 'managedPrefixList': {
      const entries = head.addresses.map((entry) => ({ cidr: entry.text }));
      const unknown = entries[0]?.cidr === '?';
      const sixth = head.has('v6') || entries.some((entry) => isV6(entry.cidr));
      return {
        kind: 'managedPrefixList',
        prefixListName: line.id,
        addressFamily: sixth ? 'IPv6' : 'IPv4',
        entries: unknown ? notTold() : entries,
      };
    }
    case 'vpcBlockPublicAccess':
      return {
        kind: 'vpcBlockPublicAccess',
        ...given(
          'internetGatewayBlockMode',
          head.addresses[0] ? orNotTold(head.addresses[0].text) : head.others[0],
        ),
        exclusions: (line.parts ?? []).map((part) => {
          const [, resourceId, internetGatewayExclusionMode] = wordsOf(part);
          if (resourceId === undefined || internetGatewayExclusionMode === undefined)
            throw wrong(line.text, 'except X MODE');
          return { resourceId, internetGatewayExclusionMode };
        }),
      };
    default:
      throw wrong(line.text, `kind "${line.kind}" has no notation`);
  }
}

function buildVpc(head: Head, line: Line): ResourceByKind['vpc'] {
  const blocks = head.addresses.filter((block) => !isV6(block.text));
  const [first, ...others] = blocks.map((block) => orNotTold(block.text));
  const sixth = line.head.flatMap((word, index) =>
    isV6(word) && isAddress(word)
      ? [
          {
            ipv6CidrBlock: word,
            ...(line.head[index + 1] === 'private' ? { ipv6AddressAttribute: 'private' } : {}),
          },
        ]
      : [],
  );
  return {
    kind: 'vpc',
    ...given('cidrBlock', first),
    ...given(
      'cidrBlockAssociationSet',
      others.length > 0 ? others.map((cidrBlock) => ({ cidrBlock })) : undefined,
    ),
    ...given('ipv6CidrBlockAssociationSet', sixth.length > 0 ? sixth : undefined),
    ...(head.has('nodns') ? { enableDnsSupport: false } : {}),
  };
}

function buildSubnet(head: Head): ResourceByKind['subnet'] {
  const fourth = head.addresses.find((block) => !isV6(block.text));
  const sixth = head.addresses.filter((block) => isV6(block.text));
  const mode = head.value('states');
  return {
    kind: 'subnet',
    ...given('vpcId', head.value('in')),
    ...given('cidrBlock', fourth && orNotTold(fourth.text)),
    ...(head.has('native') ? { ipv6Native: true } : {}),
    ...given(
      'ipv6CidrBlockAssociationSet',
      sixth.length > 0 ? sixth.map((block) => ({ ipv6CidrBlock: block.text })) : undefined,
    ),
    ...given('availabilityZone', head.value('az')),
    ...given('availabilityZoneId', head.value('azid')),
    ...(head.has('map') ? { mapPublicIpOnLaunch: true } : {}),
    ...given('blockPublicAccessStates', mode === undefined ? undefined : { internetGatewayBlockMode: mode }),
  };
}

function buildTable(
  line: Line,
  head: Head,
  kindOf: (id: string) => Kind | undefined,
): ResourceByKind['routeTable'] {
  const [served = '', ...routes] = line.parts ?? [];
  const associations = listOf(served).map((id) => {
    if (id === 'main') return { main: true };
    return kindOf(id) === 'internetGateway' || /^[iv]gw-/.test(id) ? { gatewayId: id } : { subnetId: id };
  });
  return {
    kind: 'routeTable',
    ...given('vpcId', head.value('in')),
    routes:
      routes[0] === '?'
        ? notTold()
        : routes.filter((text) => text !== '').map((text) => readRoute(text, line, kindOf)),
    associations: served === '?' ? notTold() : associations,
  };
}

const MEMBER_OF_PREFIX: readonly (readonly [RegExp, keyof Route & string])[] = [
  [/^(local$|igw-|vgw-|vpce-)/, 'gatewayId'],
  [/^nat-/, 'natGatewayId'],
  [/^eni[-:]/, 'networkInterfaceId'],
  [/^i-/, 'instanceId'],
  [/^eigw-/, 'egressOnlyInternetGatewayId'],
  [/^pcx-/, 'vpcPeeringConnectionId'],
  [/^tgw-/, 'transitGatewayId'],
  [/^cagw-/, 'carrierGatewayId'],
  [/^lgw-/, 'localGatewayId'],
  [/^arn:/, 'coreNetworkArn'],
];
const MEMBER_OF_KIND: Readonly<Partial<Record<Kind, keyof Route & string>>> = {
  internetGateway: 'gatewayId',
  natGateway: 'natGatewayId',
  networkInterface: 'networkInterfaceId',
  instance: 'instanceId',
  egressOnlyInternetGateway: 'egressOnlyInternetGatewayId',
};

function readRoute(text: string, line: Line, kindOf: (id: string) => Kind | undefined): Route {
  const [destination = '', arrow, target = '', ...notes] = wordsOf(text);
  if (arrow !== '>' || target === '') throw wrong(line.text, `no route "${text}"`);
  const kind = kindOf(target);
  const member =
    target === '?'
      ? 'gatewayId'
      : ((kind && MEMBER_OF_KIND[kind]) ?? MEMBER_OF_PREFIX.find(([prefix]) => prefix.test(target))?.[1]);
  if (member === undefined) throw wrong(line.text, `no route target "${target}"`);
  const destinationMember = !isAddress(destination)
    ? 'destinationPrefixListId'
    : isV6(destination)
      ? 'destinationIpv6CidrBlock'
      : 'destinationCidrBlock';
  return {
    [destination === '?' ? 'destinationCidrBlock' : destinationMember]: orNotTold(destination),
    [member]: orNotTold(target),
    ...(notes.includes('(blackhole)') ? { state: 'blackhole' } : {}),
    ...(notes.includes('(propagated)') ? { origin: 'EnableVgwRoutePropagation' } : {}),
  };
}

const PROTOCOL_NUMBER: Readonly<Record<string, string>> = {
  all: '-1',
  icmp: '1',
  tcp: '6',
  udp: '17',
  icmpv6: '58',
};
const isPorts = (word: string | undefined): word is string =>
  word !== undefined && /^-?\d+([-/]-?\d+)?(,\d+(-\d+)?)*$/.test(word);

/** `protocol [ports] rest…`, ports as `443`, `80,443`, `1000-2000`, for ICMP `8` or `8/0`. */
function readProtocol(words: readonly string[]): {
  readonly protocol: string;
  readonly ranges: readonly { readonly from: number; readonly to: number }[];
  readonly rest: readonly string[];
} {
  const [protocol = '', second, ...more] = words;
  const hasPorts = isPorts(second);
  const rest = hasPorts ? more : words.slice(1);
  if (!hasPorts) return { protocol, ranges: [], rest };
  const icmp = protocol === 'icmp' || protocol === 'icmpv6';
  const ranges = second.split(',').map((text) => {
    const [from = '', to] = text.split(icmp ? '/' : '-');
    return { from: Number(from), to: Number(to ?? (icmp ? -1 : from)) };
  });
  return { protocol, ranges, rest };
}

function buildAcl(line: Line, head: Head): ResourceByKind['networkAcl'] {
  const [served = '', ...parts] = line.parts ?? [];
  const entries = parts.filter((part) => part !== '' && part !== 'none' && part !== '?');
  const subnets = listOf(served).filter((id) => id !== 'default');
  return {
    kind: 'networkAcl',
    ...given('vpcId', head.value('in')),
    ...(listOf(served).includes('default') ? { isDefault: true } : {}),
    associations: served === '?' ? notTold() : subnets.map((subnetId) => ({ subnetId })),
    ...given(
      'entries',
      parts.length === 0
        ? undefined
        : parts[0] === '?'
          ? notTold()
          : entries.flatMap((part) => readEntries(part, line)),
    ),
  };
}

function readEntries(text: string, line: Line): NetworkAclEntry[] {
  const [side, number, action, ...words] = wordsOf(text);
  const { protocol, ranges, rest } = readProtocol(words);
  const block = rest[0];
  if (
    (side !== 'in' && side !== 'out') ||
    number === undefined ||
    action === undefined ||
    block === undefined
  ) {
    throw wrong(line.text, `no entry "${text}"`);
  }
  const icmp = protocol === 'icmp' || protocol === 'icmpv6';
  const [range] = ranges;
  const common = {
    egress: side === 'out',
    protocol: protocol === '?' ? notTold() : (PROTOCOL_NUMBER[protocol] ?? protocol),
    ruleAction: action,
    ...given('portRange', range && !icmp ? range : undefined),
    ...given('icmpTypeCode', range && icmp ? { type: range.from, code: range.to } : undefined),
  };
  const blocks = block === 'any' ? ['0.0.0.0/0', '::/0'] : [block];
  return blocks.map((cidr, index) => ({
    ruleNumber: Number(number) + index,
    ...common,
    ...(isV6(cidr) ? { ipv6CidrBlock: cidr } : { cidrBlock: orNotTold(cidr) }),
  }));
}

function buildGroup(line: Line, head: Head): ResourceByKind['securityGroup'] {
  const parts = line.parts?.filter((part) => part !== '' && part !== 'none');
  const others = head.value('also');
  return {
    kind: 'securityGroup',
    ...given('vpcId', head.value('in')),
    groupName: head.has('default') ? 'default' : line.id,
    ...given('rules', parts?.[0] === '?' ? notTold() : parts?.flatMap((part) => readRules(part, line))),
    ...given(
      'vpcAssociations',
      others === undefined ? undefined : listOf(others).map((vpcId) => ({ vpcId })),
    ),
  };
}

function readRules(text: string, line: Line): SecurityGroupRule[] {
  const [side, ...words] = wordsOf(text);
  const { protocol, ranges, rest } = readProtocol(words);
  const peer = rest[0];
  if ((side !== 'in' && side !== 'out') || peer === undefined) throw wrong(line.text, `no rule "${text}"`);
  const peers = (peer === 'any' ? ['0.0.0.0/0', '::/0'] : [peer]).map(peerOf);
  const ports = ranges.length === 0 ? [{}] : ranges.map(({ from, to }) => ({ fromPort: from, toPort: to }));
  return ports.flatMap((port) =>
    peers.map((one) => ({
      isEgress: side === 'out',
      ipProtocol: protocol === '?' ? notTold() : protocol === 'all' ? '-1' : protocol,
      ...port,
      ...one,
    })),
  );
}

function peerOf(peer: string): Partial<SecurityGroupRule> {
  if (peer.startsWith('sg:')) return { referencedGroupInfo: { groupId: orNotTold(peer.slice(3)) } };
  if (peer.startsWith('pl:')) return { prefixListId: orNotTold(peer.slice(3)) };
  return isV6(peer) ? { cidrIpv6: peer } : { cidrIpv4: orNotTold(peer) };
}

function buildInterface(head: Head): ResourceByKind['networkInterface'] {
  const fourth = head.addresses.filter((address) => !isV6(address.text));
  const sixth = head.addresses.filter((address) => isV6(address.text)).map((address) => address.text);
  const prefixes = listOf(head.value('prefix') ?? '');
  const on = head.value('on');
  const index = head.value('index');
  const groups = head.value('sg');
  const [v4Prefixes, v6Prefixes] = [prefixes.filter((block) => !isV6(block)), prefixes.filter(isV6)];
  return {
    kind: 'networkInterface',
    ...given('subnetId', head.value('in')),
    ...given('privateIpAddress', fourth[0] && orNotTold(fourth[0].text)),
    ...given(
      'privateIpAddresses',
      fourth.length > 1 || fourth.some((address) => address.pub !== undefined)
        ? fourth.map((address, place) => ({
            privateIpAddress: address.text,
            primary: place === 0,
            ...given('association', address.pub === undefined ? undefined : { publicIp: address.pub }),
          }))
        : undefined,
    ),
    ...given('ipv6Addresses', sixth.length > 0 ? sixth : undefined),
    ...given('ipv4Prefixes', v4Prefixes.length > 0 ? v4Prefixes : undefined),
    ...given('ipv6Prefixes', v6Prefixes.length > 0 ? v6Prefixes : undefined),
    ...given(
      'securityGroupIds',
      groups === '?' ? notTold() : groups === undefined ? undefined : listOf(groups),
    ),
    ...(head.has('nocheck') ? { sourceDestCheck: false } : {}),
    ...given(
      'attachment',
      on === undefined
        ? undefined
        : { instanceId: on, ...given('deviceIndex', index === undefined ? undefined : Number(index)) },
    ),
    ...given('interfaceType', head.value('type')),
    ...(head.has('managed') ? { requesterManaged: true } : {}),
    ...(head.has('denyigw') ? { denyAllIgwTraffic: true } : {}),
  };
}

function buildInstance(head: Head): ResourceByKind['instance'] {
  const fourth = head.addresses.find((address) => !isV6(address.text));
  const sixth = head.addresses.filter((address) => isV6(address.text)).map((address) => address.text);
  const groups = head.value('sg');
  const enis = head.value('enis');
  const metadata = head.value('meta');
  const state = ['pending', 'running', 'stopping', 'stopped', 'shutting-down', 'terminated'].find((word) =>
    head.has(word),
  );
  return {
    kind: 'instance',
    ...given('subnetId', head.value('in')),
    ...given('networkInterfaceIds', enis === undefined ? undefined : listOf(enis)),
    ...given('instanceState', state),
    ...(head.has('windows') ? { platform: 'windows' } : {}),
    ...given('privateIpAddress', fourth && orNotTold(fourth.text)),
    ...given('publicIpAddress', fourth?.pub ?? head.value('pub')),
    ...(head.has('pub') ? { associatePublicIpAddress: true } : {}),
    ...(head.has('nopub') ? { associatePublicIpAddress: false } : {}),
    ...given('ipv6Addresses', sixth.length > 0 ? sixth : undefined),
    ...given(
      'securityGroupIds',
      groups === '?' ? notTold() : groups === undefined ? undefined : listOf(groups),
    ),
    ...(head.has('nocheck') ? { sourceDestCheck: false } : {}),
    ...given('forwarding', head.value('forwarding')),
    ...given('metadataOptions', metadata === undefined ? undefined : metadataOf(metadata)),
  };
}

/** `off`, `v6`, or `?` for an endpoint that is not told. */
const metadataOf = (word: string): NonNullable<ResourceByKind['instance']['metadataOptions']> => {
  if (word === 'off') return { httpEndpoint: 'disabled' };
  return word === 'v6'
    ? { httpEndpoint: 'enabled', httpProtocolIpv6: 'enabled' }
    : { httpEndpoint: orNotTold(word) };
};

function buildNat(head: Head): ResourceByKind['natGateway'] {
  const regional = head.has('regional');
  const privateIp = head.addresses[0]?.text;
  const publicIps = listOf(head.value('eip') ?? '');
  const zones = regional ? listOf(head.value('az') ?? '') : [];
  const addresses = publicIps.map((publicIp, index) => ({
    publicIp: orNotTold(publicIp),
    ...given('privateIp', index === 0 ? privateIp : undefined),
    ...given('availabilityZone', zones[index]),
  }));
  const alone = publicIps.length === 0 && privateIp !== undefined ? [{ privateIp }] : undefined;
  return {
    kind: 'natGateway',
    ...given(regional ? 'vpcId' : 'subnetId', head.value('in')),
    ...(regional ? { availabilityMode: 'regional' } : {}),
    ...(head.has('private') ? { connectivityType: 'private' } : {}),
    ...given('natGatewayAddresses', publicIps.length > 0 ? addresses : alone),
    ...(head.has('manual') ? { autoProvisionZones: 'disabled' } : {}),
  };
}
