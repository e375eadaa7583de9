/** Headers as answers and rules tell them, read back as sets. */

import type { Allowed } from '../engine/index.ts';
import {
  addressSet,
  commonHeaders,
  EVERY_HEADER,
  icmpHeaders,
  intervalsOf,
  NO_HEADERS,
  parseCidr,
  protocolHeaders,
  TCP_HEADERS,
  tcpPorts,
  udpPorts,
  unionOfHeaders,
  type AddressSet,
  type Family,
  type HeaderSet,
} from '../net/index.ts';

function icmpPart(protocol: 1 | 58, text: string): HeaderSet {
  const [type = '', code] = text.split('-')[0]?.split('/') ?? [];
  return icmpHeaders(protocol, Number(type), code === undefined ? 'any' : Number(code));
}

function partOf(protocol: string, ports: string | undefined): HeaderSet {
  if (protocol === '-1') return EVERY_HEADER;
  const ranges = ports?.split(',') ?? [];
  switch (protocol) {
    case 'tcp':
    case 'udp': {
      const make = protocol === 'tcp' ? tcpPorts : udpPorts;
      return ranges.reduce((set, range) => {
        const [first = 0, last = first] = range.split('-').map(Number);
        return unionOfHeaders(set, make(first, last));
      }, NO_HEADERS);
    }
    case 'icmp':
    case 'icmpv6': {
      const number = protocol === 'icmp' ? 1 : 58;
      if (ports === undefined) return protocolHeaders(number);
      return ranges.reduce((set, range) => unionOfHeaders(set, icmpPart(number, range)), NO_HEADERS);
    }
    default:
      return protocolHeaders(Number(protocol));
  }
}

/** All that an answer says may pass. */
export const headersOf = (allowed: readonly Allowed[]): HeaderSet =>
  allowed.reduce((set, part) => unionOfHeaders(set, partOf(part.protocol, part.ports)), NO_HEADERS);

/** Blocks as a set of addresses. */
export function addressesNamed(texts: readonly string[], family: Family): AddressSet {
  const ranges = texts.flatMap((text) => {
    const parsed = parseCidr(text.includes('/') ? text : `${text}/${family === 4 ? 32 : 128}`);
    return parsed.ok && parsed.value.family === family ? [parsed.value] : [];
  });
  return addressSet(family, ranges);
}

/** The TCP ports of a set, as ranges. */
export const tcpRanges = (set: HeaderSet): [number, number][] => intervalsOf(commonHeaders(set, TCP_HEADERS));
