/**
 * Addresses and blocks as the simulator reads them, and which of them are public. Written from the rules alone;
 * shares no code with the engine.
 */

import type { Family } from '../net/index.ts';

export interface Block {
  readonly family: Family;
  readonly length: number;
  readonly first: bigint;
  readonly last: bigint;
}

export function readAddress(text: string): { readonly family: Family; readonly value: bigint } {
  if (!text.includes(':')) {
    const value = text.split('.').reduce((sum, octet) => sum * 256n + BigInt(octet), 0n);
    return { family: 4, value };
  }
  const [head = '', tail] = text.split('::');
  const groupsOf = (half: string): string[] => (half === '' ? [] : half.split(':'));
  const before = groupsOf(head);
  const after = tail === undefined ? [] : groupsOf(tail);
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length;
  const groups = [...before, ...Array.from({ length: zeros }, () => '0'), ...after];
  return { family: 6, value: groups.reduce((sum, group) => sum * 65_536n + BigInt(`0x${group}`), 0n) };
}

export function readBlock(text: string): Block {
  const [address = '', length = ''] = text.split('/');
  const { family, value } = readAddress(address);
  const size = 1n << BigInt((family === 4 ? 32 : 128) - Number(length));
  const first = value - (value % size);
  return { family, length: Number(length), first, last: first + size - 1n };
}

export const inBlock = (block: Block, family: Family, value: bigint): boolean =>
  block.family === family && block.first <= value && value <= block.last;

export const inBlocks = (blocks: readonly Block[], family: Family, value: bigint): boolean =>
  blocks.some((block) => inBlock(block, family, value));

export const sameBlock = (a: Block, b: Block): boolean =>
  a.family === b.family && a.first === b.first && a.last === b.last;

export const insideBlock = (inner: Block, outer: Block): boolean =>
  inner.family === outer.family && outer.first <= inner.first && inner.last <= outer.last;

const blocksOf = (...texts: readonly string[]): readonly Block[] => texts.map(readBlock);

/** Section 1: what is no public IPv4 destination. */
export const RFC1918 = blocksOf('10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16');
export const RFC6598 = blocksOf('100.64.0.0/10');
const NOT_PUBLIC = [
  ...RFC1918,
  ...RFC6598,
  ...blocksOf('0.0.0.0/8', '127.0.0.0/8', '169.254.0.0/16', '192.0.0.0/24', '198.18.0.0/15', '224.0.0.0/4'),
  ...blocksOf('240.0.0.0/4'),
];
export const GLOBAL_UNICAST = readBlock('2000::/3');
export const NAT64 = readBlock('64:ff9b::/96');
/** AD-6: no route forwards these. */
export const RESERVED = blocksOf('fd00:ec2::/32', '169.254.168.0/22');

/** Section 1, "public destination", seen from a VPC. */
export function isPublic(
  vpc: { readonly blocks: readonly Block[] } | undefined,
  family: Family,
  value: bigint,
): boolean {
  if (vpc && inBlocks(vpc.blocks, family, value)) return false;
  return family === 4 ? !inBlocks(NOT_PUBLIC, 4, value) : inBlock(GLOBAL_UNICAST, 6, value);
}

/** The edges of the public list: where a part of it may begin or end. */
export const PUBLIC_EDGES: readonly Block[] = [...NOT_PUBLIC, GLOBAL_UNICAST, NAT64];

/** AD-9: the first four addresses and the last of a subnet. */
export const isReserved = (block: Block, value: bigint): boolean =>
  inBlock(block, block.family, value) && (value < block.first + 4n || value === block.last);
