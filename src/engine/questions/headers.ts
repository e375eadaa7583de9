/** A question's protocol and ports, read from text. */

import {
  failure,
  icmpHeaders,
  NO_HEADERS,
  protocolHeaders,
  success,
  tcpPorts,
  udpPorts,
  unionOfHeaders,
  type Family,
  type HeaderSet,
  type Result,
} from '../../net/index.ts';
import type { QuestionProblem } from '../answers.ts';
import { protocolNumber } from '../compile/groups.ts';
import { everyHeaderOf } from './families.ts';

export interface PortRange {
  readonly first: number;
  readonly last: number;
}

/** Reads `443`, `80,443`, `1000-2000` into ranges; undefined when it is none. */
function parsePorts(text: string): PortRange[] | undefined {
  const ranges: PortRange[] = [];
  for (const piece of text.split(',')) {
    const match = /^\s*(\d{1,5})(?:\s*-\s*(\d{1,5}))?\s*$/.exec(piece);
    if (!match) return undefined;
    const first = Number(match[1]);
    const last = match[2] === undefined ? first : Number(match[2]);
    if (last > 65_535 || first > last) return undefined;
    ranges.push({ first, last });
  }
  return ranges;
}

/** Reads a source port or range. */
export function parseSourcePorts(text: string | undefined): Result<PortRange | undefined, QuestionProblem> {
  if (text === undefined || text.trim() === '') return success(undefined);
  const ranges = parsePorts(text);
  const [only] = ranges ?? [];
  if (!only || (ranges?.length ?? 0) > 1) return failure({ code: 'bad-port', parameters: { port: text } });
  return success(only);
}

/** The protocol as answers name it: over IPv6 `icmp` means ICMPv6 (AT-6). */
export function protocolName(text: string, family: Family): string {
  const number = protocolNumber(text);
  if (number === 'all' || number === undefined) return '-1';
  if (number === 6) return 'tcp';
  if (number === 17) return 'udp';
  if (number === 1 || number === 58)
    return (number === 1 && family === 6) || number === 58 ? 'icmpv6' : 'icmp';
  return String(number);
}

/**
 * The headers asked for over a family. Nothing at all when the protocol does not exist there (V-2).
 * `icmp` without a type asks for an echo request (AT-6).
 */
export function parseHeaders(
  protocol: string | undefined,
  port: string | undefined,
  family: Family,
): Result<HeaderSet, QuestionProblem> {
  const text = protocol ?? 'tcp';
  const number = protocolNumber(text);
  if (number === undefined) return failure({ code: 'bad-protocol', parameters: { protocol: text } });
  const ports = port?.trim();
  if (number === 'all') return success(everyHeaderOf(family));
  if (number === 1 || number === 58) {
    if (number === 58 && family === 4) return success(NO_HEADERS);
    const own = family === 4 ? 1 : 58;
    const echo = family === 4 ? 8 : 128;
    if (ports === undefined || ports === '' || ports === '-1') return success(icmpHeaders(own, echo, 0));
    const match = /^(\d{1,3})(?:\/(\d{1,3}))?$/.exec(ports);
    if (!match || Number(match[1]) > 255 || Number(match[2] ?? 0) > 255)
      return failure({ code: 'bad-port', parameters: { port: ports } });
    return success(icmpHeaders(own, Number(match[1]), match[2] === undefined ? 'any' : Number(match[2])));
  }
  if (number !== 6 && number !== 17) return success(protocolHeaders(number));
  if (ports === undefined || ports === '' || ports === '-1') return success(protocolHeaders(number));
  const ranges = parsePorts(ports);
  if (!ranges) return failure({ code: 'bad-port', parameters: { port: ports } });
  const make = number === 6 ? tcpPorts : udpPorts;
  return success(ranges.map((range) => make(range.first, range.last)).reduce(unionOfHeaders, NO_HEADERS));
}
