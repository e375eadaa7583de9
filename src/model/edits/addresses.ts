/** Which address blocks and addresses are taken, which is the next free one, and whether a typed one will do. */

import {
  cidrAround,
  cidrHasAddress,
  cidrHolds,
  cidrsOverlap,
  failure,
  formatAddress,
  formatCidr,
  nextFreeCidr,
  parseAddress,
  parseCidr,
  success,
  type Cidr,
  type Result,
} from '../../net/index.ts';
import {
  resourceOfKind,
  resourcesOfKind,
  type Design,
  type NatGateway,
  type Resource,
  type ResourceId,
  type Vpc,
} from '../design.ts';
import { known, type Unknown } from '../unknown.ts';
import { addressProblemText } from './address-words.ts';
import { titleOf } from './identity.ts';
import { refusal, type Refusal } from './refusal.ts';

/** AD-9: AWS keeps the first four addresses and the last. */
const RESERVED_FIRST = 4n;
const LONGEST_PREFIX = 28;
const SHORTEST_PREFIX = 16;
const USUAL_SUBNET_PREFIX = 24;

function ipv4(text: unknown): Cidr[] {
  if (typeof text !== 'string') return [];
  const parsed = parseCidr(text);
  return parsed.ok && parsed.value.family === 4 ? [parsed.value] : [];
}

/** The IPv4 blocks of a VPC, the primary one first. */
export function ipv4BlocksOf(vpc: Vpc): Cidr[] {
  return [
    ...ipv4(vpc.cidrBlock),
    ...(known(vpc.cidrBlockAssociationSet) ?? []).flatMap((block) => ipv4(known(block.cidrBlock))),
  ];
}

/** A route to more than this is no network of its own. */
const WIDEST_NETWORK = 9;

/** Networks that route tables send to: on-premises, peers, and whatever else is not the VPC itself. */
export function routedElsewhere(design: Design): Cidr[] {
  return resourcesOfKind(design, 'routeTable').flatMap(([, table]) =>
    (known(table.routes) ?? []).flatMap((route) =>
      ipv4(known(route.destinationCidrBlock)).filter(({ prefixLength }) => prefixLength >= WIDEST_NETWORK),
    ),
  );
}

/** The first of 10.0.0.0/16, 10.1.0.0/16, … that overlaps no VPC and no network that is routed elsewhere. */
export function freeVpcBlock(design: Design): string | undefined {
  const taken = [
    ...resourcesOfKind(design, 'vpc').flatMap(([, vpc]) => ipv4BlocksOf(vpc)),
    ...routedElsewhere(design),
  ];
  const [all] = ipv4('10.0.0.0/8');
  const free = all && nextFreeCidr(all, SHORTEST_PREFIX, taken);
  return free && formatCidr(free);
}

const subnetsOf = (design: Design, vpcId: ResourceId) =>
  resourcesOfKind(design, 'subnet').filter(([, subnet]) => subnet.vpcId === vpcId);

/** The prefix length that most siblings have; the longest of those when several tie. */
function usualPrefix(siblings: readonly Cidr[]): number | undefined {
  const counts = new Map<number, number>();
  for (const { prefixLength } of siblings) counts.set(prefixLength, (counts.get(prefixLength) ?? 0) + 1);
  const [best] = [...counts].sort(([a, m], [b, n]) => n - m || b - a);
  return best?.[0];
}

/** The lowest free block of the size of the subnets beside it, /24 (or a quarter of a small VPC) if none. */
export function freeSubnetBlock(design: Design, vpcId: ResourceId): string | undefined {
  const vpc = resourceOfKind(design, vpcId, 'vpc');
  if (!vpc) return undefined;
  const siblings = subnetsOf(design, vpcId).flatMap(([, subnet]) => ipv4(known(subnet.cidrBlock)));
  const blocks = ipv4BlocksOf(vpc);
  for (const block of blocks) {
    const quarter = Math.min(LONGEST_PREFIX, Math.max(USUAL_SUBNET_PREFIX, block.prefixLength + 2));
    const free = nextFreeCidr(block, usualPrefix(siblings) ?? quarter, siblings);
    if (free) return formatCidr(free);
  }
  return undefined;
}

const valueOf = (text: string | undefined): bigint | undefined => {
  const address = text === undefined ? undefined : parseAddress(text);
  return address?.ok ? address.value.value : undefined;
};

/** The private IPv4 addresses that a resource of a subnet has. */
function addressesOf(resource: Resource): (string | undefined)[] {
  switch (resource.kind) {
    case 'natGateway':
      return (known(resource.natGatewayAddresses) ?? []).map((item) => known(item.privateIp));
    case 'networkInterface':
      return [
        known(resource.privateIpAddress),
        ...(known(resource.privateIpAddresses) ?? []).map((item) => known(item.privateIpAddress)),
      ];
    case 'instance':
      return [known(resource.privateIpAddress)];
    default:
      return [];
  }
}

/** Every private IPv4 address that something in the subnet has. */
function takenAddresses(design: Design, subnetId: ResourceId): Set<bigint> {
  const taken = new Set<bigint>();
  for (const resource of Object.values(design.resources)) {
    if (!('subnetId' in resource) || resource.subnetId !== subnetId) continue;
    for (const text of addressesOf(resource)) {
      const value = valueOf(text);
      if (value !== undefined) taken.add(value);
    }
  }
  return taken;
}

/** The lowest free address of a subnet after the reserved ones; undefined when full or without a block. */
export function freeAddress(
  design: Design,
  subnetId: ResourceId,
  alsoTaken: ReadonlySet<string> = new Set(),
): string | undefined {
  const subnet = resourceOfKind(design, subnetId, 'subnet');
  const [block] = ipv4(subnet && known(subnet.cidrBlock));
  if (!block) return undefined;
  const taken = takenAddresses(design, subnetId);
  for (let value = block.first + RESERVED_FIRST; value < block.last; value += 1n) {
    const text = formatAddress(4, value);
    if (!taken.has(value) && !alsoTaken.has(text)) return text;
  }
  return undefined;
}

type NatGatewayAddress = Exclude<NatGateway['natGatewayAddresses'], undefined | Unknown>[number];
type NatAddresses = readonly NatGatewayAddress[];

/** The addresses of a NAT gateway with one private address, AWS's choice for any others. */
export function natAddressesAt(addresses: NatAddresses, privateIp: string | undefined): NatGatewayAddress[] {
  const rest = addresses.map((item) => {
    const { privateIp: _, ...address } = item;
    return address;
  });
  if (privateIp === undefined) return rest;
  const [first = {}, ...others] = rest;
  return [{ ...first, privateIp }, ...others];
}

/** Whether an address lies in a subnet's block and is not one of the reserved ones. */
export function isAddressOf(design: Design, subnetId: ResourceId, text: string): boolean {
  const subnet = resourceOfKind(design, subnetId, 'subnet');
  const [block] = ipv4(subnet && known(subnet.cidrBlock));
  const address = parseAddress(text);
  if (!block || !address.ok || !cidrHasAddress(block, address.value.family, address.value.value))
    return false;
  return address.value.value >= block.first + RESERVED_FIRST && address.value.value < block.last;
}

/** What has an address in a subnet, besides one resource. */
function holderOf(
  design: Design,
  subnetId: ResourceId,
  address: bigint,
  except: ResourceId,
): ResourceId | undefined {
  for (const [id, resource] of Object.entries(design.resources)) {
    if (id === except || !('subnetId' in resource) || resource.subnetId !== subnetId) continue;
    const own = addressesOf(resource);
    if (own.some((text) => valueOf(text) === address)) return id;
  }
  return undefined;
}

/** Whether a typed private address will do for an instance or interface; gives it back as AWS writes it. */
export function checkAddress(design: Design, id: ResourceId, text: string): Result<string, Refusal> {
  const resource = design.resources[id];
  const isHolder = resource?.kind === 'instance' || resource?.kind === 'networkInterface';
  const subnetId = isHolder ? known(resource.subnetId) : undefined;
  const subnet = subnetId === undefined ? undefined : resourceOfKind(design, subnetId, 'subnet');
  const [block] = ipv4(subnet && known(subnet.cidrBlock));
  const free = subnetId === undefined ? undefined : freeAddress(design, subnetId);
  const parsed = parseAddress(text.trim());
  if (!parsed.ok) {
    return failure({
      code: 'bad-address',
      message: addressProblemText(parsed.problem, free ?? '10.0.0.10'),
    });
  }
  const { family, value } = parsed.value;
  const written = formatAddress(family, value);
  const example = free === undefined ? { en: '', ja: '' } : { en: ` Free: ${free}.`, ja: `空き: ${free}。` };
  if (subnetId === undefined || !block) return success(written);
  const name = titleOf(design, subnetId);
  if (family !== 4 || !cidrHasAddress(block, family, value)) {
    return failure(
      refusal(
        'outside',
        `${written} lies outside ${name} (${formatCidr(block)}).${example.en}`,
        `${written} は ${name} (${formatCidr(block)}) の範囲外です。${example.ja}`,
        subnetId,
      ),
    );
  }
  if (value < block.first + RESERVED_FIRST || value === block.last) {
    return failure(
      refusal(
        'reserved',
        `${written} is reserved: AWS keeps the first four addresses of ${name} and the last.${example.en}`,
        `${written} は使えません。${name} の最初の 4 つと最後のアドレスは AWS が予約しています。${example.ja}`,
        subnetId,
      ),
    );
  }
  const holder = holderOf(design, subnetId, value, id);
  // The interface of an instance has the same address as the instance that it belongs to.
  const isOwn = holder !== undefined && isInterfaceOf(design, holder, id);
  if (holder !== undefined && !isOwn) {
    const other = titleOf(design, holder);
    return failure(
      refusal(
        'overlap',
        `${other} has ${written} already.${example.en}`,
        `${written} は ${other} が使っています。${example.ja}`,
        holder,
      ),
    );
  }
  return success(written);
}

function isInterfaceOf(design: Design, eni: ResourceId, instance: ResourceId): boolean {
  const resource = design.resources[eni];
  return resource?.kind === 'networkInterface' && known(resource.attachment)?.instanceId === instance;
}

function readBlock(text: string, example: string): Result<Cidr, Refusal> {
  const parsed = parseCidr(text.trim());
  if (!parsed.ok) {
    return failure({ code: 'bad-address', message: addressProblemText(parsed.problem, example) });
  }
  const { family, prefixLength } = parsed.value;
  if (family !== 4) {
    return failure(
      refusal(
        'bad-address',
        `${text} is an IPv6 block. Write an IPv4 block, for example ${example}.`,
        `${text} は IPv6 の CIDR ブロックです。IPv4 の CIDR ブロックを入力してください (例: ${example})。`,
      ),
    );
  }
  if (prefixLength < SHORTEST_PREFIX || prefixLength > LONGEST_PREFIX) {
    return failure(
      refusal(
        'bad-address',
        `/${prefixLength} is outside /16 to /28, the sizes that AWS takes, for example ${example}.`,
        `/${prefixLength} は AWS で使えるサイズ (/16～/28) の範囲外です (例: ${example})。`,
      ),
    );
  }
  return parsed;
}

/** Whether a typed block will do for a VPC; gives it back as AWS writes it. All its subnets must stay inside. */
export function checkVpcBlock(design: Design, vpcId: ResourceId, text: string): Result<string, Refusal> {
  const read = readBlock(text, freeVpcBlock(design) ?? '10.0.0.0/16');
  if (!read.ok) return read;
  const vpc = resourceOfKind(design, vpcId, 'vpc');
  const others = vpc ? ipv4BlocksOf({ ...vpc, cidrBlock: formatCidr(read.value) }) : [read.value];
  for (const [id, subnet] of subnetsOf(design, vpcId)) {
    const [block] = ipv4(known(subnet.cidrBlock));
    if (!block || others.some((other) => cidrHolds(other, block))) continue;
    const name = titleOf(design, id);
    return failure(
      refusal(
        'outside',
        `${name} (${formatCidr(block)}) would lie outside ${formatCidr(read.value)}. Move or remove it first.`,
        `${name} (${formatCidr(block)}) が ${formatCidr(read.value)} の範囲外になります。先に移動または削除してください。`,
        id,
      ),
    );
  }
  return success(formatCidr(read.value));
}

/** Whether a typed block will do for a subnet; gives it back as AWS writes it. */
export function checkSubnetBlock(
  design: Design,
  subnetId: ResourceId,
  text: string,
): Result<string, Refusal> {
  const subnet = resourceOfKind(design, subnetId, 'subnet');
  const vpcId = subnet && known(subnet.vpcId);
  const vpc = vpcId === undefined ? undefined : resourceOfKind(design, vpcId, 'vpc');
  const free = vpcId === undefined ? undefined : freeSubnetBlock(design, vpcId);
  const read = readBlock(text, free ?? '10.0.1.0/24');
  if (!read.ok || vpcId === undefined || !vpc) return read.ok ? success(formatCidr(read.value)) : read;
  const block = read.value;
  const blocks = ipv4BlocksOf(vpc);
  const example = free === undefined ? { en: '', ja: '' } : { en: ` Free: ${free}.`, ja: `空き: ${free}。` };
  if (blocks.length > 0 && !blocks.some((outer) => cidrHolds(outer, block))) {
    const name = titleOf(design, vpcId);
    const ranges = blocks.map(formatCidr).join(', ');
    return failure(
      refusal(
        'outside',
        `${formatCidr(block)} lies outside ${name} (${ranges}).${example.en}`,
        `${formatCidr(block)} は ${name} (${ranges}) の範囲外です。${example.ja}`,
        vpcId,
      ),
    );
  }
  for (const [id, other] of subnetsOf(design, vpcId)) {
    const [taken] = id === subnetId ? [] : ipv4(known(other.cidrBlock));
    if (!taken || !cidrsOverlap(taken, block)) continue;
    const name = titleOf(design, id);
    return failure(
      refusal(
        'overlap',
        `${formatCidr(block)} overlaps ${name} (${formatCidr(taken)}).${example.en}`,
        `${formatCidr(block)} は ${name} (${formatCidr(taken)}) と重複しています。${example.ja}`,
        id,
      ),
    );
  }
  return success(formatCidr(block));
}

/** The same address at the same distance from the start of another block. */
export function shifted(text: string, from: Cidr, to: Cidr): string {
  const address = parseAddress(text);
  if (address.ok) {
    const { family, value } = address.value;
    if (!cidrHasAddress(from, family, value) || value - from.first > to.last - to.first) return text;
    return formatAddress(family, value - from.first + to.first);
  }
  const parsed = parseCidr(text);
  if (!parsed.ok || !cidrHolds(from, parsed.value)) return text;
  if (parsed.value.prefixLength === from.prefixLength) return formatCidr(to);
  if (parsed.value.prefixLength < to.prefixLength || parsed.value.first - from.first > to.last - to.first)
    return text;
  const first = parsed.value.first - from.first + to.first;
  return formatCidr(cidrAround(parsed.value.family, first, parsed.value.prefixLength));
}
