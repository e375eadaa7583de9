/** Protocol and ports as one short text, read and written: `TCP 443`, `UDP 1024-65535`, `ICMP 8/0`, `IP 50`, `All`. */

import { failure, success, type Result } from '../../net/index.ts';

export interface Traffic {
  /** `tcp`, `udp`, `icmp`, `icmpv6`, `-1` for all, or a protocol number. */
  readonly protocol: string;
  /** A port, or an ICMP type. Absent: all. */
  readonly from?: number;
  /** The last port, or an ICMP code. */
  readonly to?: number;
}

export type TrafficProblem =
  | { readonly code: 'protocol'; readonly part: string }
  | { readonly code: 'port'; readonly part: string }
  | { readonly code: 'port-order'; readonly part: string; readonly other: string }
  | { readonly code: 'icmp'; readonly part: string };

const LAST_PORT = 65_535;
const ANY_ICMP = -1;

const byNumber: Readonly<Record<string, string>> = { '1': 'icmp', '6': 'tcp', '17': 'udp', '58': 'icmpv6' };
const words: Readonly<Record<string, string>> = { tcp: 'TCP', udp: 'UDP', icmp: 'ICMP', icmpv6: 'ICMPv6' };

/** One name for each protocol, whichever way a source spells it. */
export const protocolName = (protocol: string): string => byNumber[protocol] ?? protocol.toLowerCase();

/** The protocol as network ACLs spell it: a number. */
export const protocolNumber = (protocol: string): string =>
  Object.entries(byNumber).find(([, name]) => name === protocol)?.[0] ?? protocol;

const isAllPorts = ({ from, to }: Traffic): boolean =>
  from === undefined || (from <= 0 && (to ?? LAST_PORT) >= LAST_PORT);

/** The text of some traffic; `all` is the word for everything in the reader's language. */
export function formatTraffic(traffic: Traffic, all: string): string {
  const protocol = protocolName(traffic.protocol);
  if (protocol === '-1' || protocol === 'all') return all;
  const word = words[protocol] ?? `IP ${protocol}`;
  const { from, to } = traffic;
  if (protocol === 'icmp' || protocol === 'icmpv6') {
    if (from === undefined || from === ANY_ICMP) return word;
    return to === undefined || to === ANY_ICMP ? `${word} ${from}` : `${word} ${from}/${to}`;
  }
  if ((protocol !== 'tcp' && protocol !== 'udp') || isAllPorts(traffic)) return word;
  return from === to || to === undefined ? `${word} ${from}` : `${word} ${from}-${to}`;
}

/** Reads such a text. A bare port is TCP. */
export function parseTraffic(text: string, all: string): Result<Traffic, TrafficProblem> {
  const trimmed = text.trim().replaceAll('–', '-');
  if (['', '*', '-1', 'all', all.toLowerCase()].includes(trimmed.toLowerCase())) {
    return trimmed === '' ? failure({ code: 'port', part: '' }) : success({ protocol: '-1' });
  }
  const [first = '', ...rest] = trimmed.split(/\s+/);
  const isBarePort = /^\d+(-\d+)?$/.test(trimmed);
  const protocol = isBarePort ? 'tcp' : protocolName(first);
  const detail = isBarePort ? trimmed : rest.join('');
  if (protocol === 'icmp' || protocol === 'icmpv6') return icmp(protocol, detail);
  if (protocol === 'tcp' || protocol === 'udp') return ports(protocol, detail);
  const isNumber = protocol === 'ip' && /^\d{1,3}$/.test(detail) && Number(detail) <= 255;
  return isNumber ? success({ protocol: protocolName(detail) }) : failure({ code: 'protocol', part: first });
}

function ports(protocol: string, detail: string): Result<Traffic, TrafficProblem> {
  if (detail === '') return success({ protocol, from: 0, to: LAST_PORT });
  const match = /^(\d+)(?:-(\d+))?$/.exec(detail);
  if (!match) return failure({ code: 'port', part: detail });
  const [, first = '', second = first] = match;
  const wrong = [first, second].find((port) => Number(port) > LAST_PORT);
  if (wrong !== undefined) return failure({ code: 'port', part: wrong });
  if (Number(first) > Number(second)) return failure({ code: 'port-order', part: first, other: second });
  return success({ protocol, from: Number(first), to: Number(second) });
}

function icmp(protocol: string, detail: string): Result<Traffic, TrafficProblem> {
  if (detail === '') return success({ protocol, from: ANY_ICMP, to: ANY_ICMP });
  const match = /^(\d{1,3})(?:\/(\d{1,3}))?$/.exec(detail);
  const [, type = '', code] = match ?? [];
  if (!match || Number(type) > 255 || Number(code ?? 0) > 255) return failure({ code: 'icmp', part: detail });
  return success({ protocol, from: Number(type), to: code === undefined ? ANY_ICMP : Number(code) });
}

/** What people open most often, by what usually listens there. */
export const commonTraffic: readonly { readonly text: string; readonly name: string }[] = [
  { text: 'TCP 443', name: 'HTTPS' },
  { text: 'TCP 80', name: 'HTTP' },
  { text: 'TCP 22', name: 'SSH' },
  { text: 'TCP 3389', name: 'RDP' },
  { text: 'TCP 3306', name: 'MySQL' },
  { text: 'TCP 5432', name: 'PostgreSQL' },
  { text: 'TCP 6379', name: 'Redis' },
  { text: 'UDP 53', name: 'DNS' },
];
