/** A resource of each kind, from the words of its line. */

import type { Kind, Resource, ResourceByKind, Route } from '../model/index.ts';
import { buildAcl, buildGroup } from './notation-filters.test-support.ts';
import {
  given,
  isAddress,
  isV6,
  listOf,
  notTold,
  orNotTold,
  readHead,
  wordsOf,
  wrong,
  type Head,
  type Line,
} from './notation-words.test-support.ts';

export function resourceOf(line: Line, kindOf: (id: string) => Kind | undefined): Resource {
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
