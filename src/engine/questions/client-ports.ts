/** The ports that a client's system picks, and what a reply must get through for each of them (EP-1, EP-2). */

import {
  EVERY_HEADER,
  ICMPV6_HEADERS,
  ICMP_HEADERS,
  TCP_HEADERS,
  UDP_HEADERS,
  commonHeaders,
  headersWithout,
  icmpHeaders,
  isEmptyHeaderSet,
  tcpPorts,
  udpPorts,
  unionOfHeaders,
  type Family,
  type HeaderSet,
} from '../../net/index.ts';
import type { Passage } from '../devices/packet.ts';
import type { Segment } from '../devices/walk.ts';
import type { PortRange } from './headers.ts';
import type { TripQuestion } from './trip-ends.ts';

export const ECHO_REQUEST: Readonly<Record<Family, HeaderSet>> = {
  4: icmpHeaders(1, 8, 'any'),
  6: icmpHeaders(58, 128, 'any'),
};

export const ECHO_REPLY: Readonly<Record<Family, HeaderSet>> = {
  4: icmpHeaders(1, 0, 0),
  6: icmpHeaders(58, 129, 0),
};

const WITH_PORTS = unionOfHeaders(TCP_HEADERS, UDP_HEADERS);

export const PORTLESS = headersWithout(
  EVERY_HEADER,
  unionOfHeaders(WITH_PORTS, unionOfHeaders(ICMP_HEADERS, ICMPV6_HEADERS)),
);

/** The client ports of each kind of client (EP). */
export const CLIENT_PORTS = {
  linux: { first: 32_768, last: 60_999 },
  windows: { first: 49_152, last: 65_535 },
  device: { first: 1024, last: 65_535 },
  internet: { first: 32_768, last: 65_535 },
} as const satisfies Record<string, PortRange>;

/** The ports that the asking end's system may pick (EP). */
export function clientPorts(question: Pick<TripQuestion, 'from' | 'sourcePorts'>): PortRange {
  if (question.sourcePorts) return question.sourcePorts;
  if (question.from.kind !== 'interface') return CLIENT_PORTS.internet;
  return question.from.interface.windows ? CLIENT_PORTS.windows : CLIENT_PORTS.linux;
}

/** The headers of the reply to `asked`, for a client that uses these ports. */
function replyHeaders(asked: HeaderSet, ports: PortRange, family: Family): HeaderSet {
  let reply = commonHeaders(asked, PORTLESS);
  if (!isEmptyHeaderSet(commonHeaders(asked, TCP_HEADERS)))
    reply = unionOfHeaders(reply, tcpPorts(ports.first, ports.last));
  if (!isEmptyHeaderSet(commonHeaders(asked, UDP_HEADERS)))
    reply = unionOfHeaders(reply, udpPorts(ports.first, ports.last));
  const echoes = unionOfHeaders(ECHO_REQUEST[4], ECHO_REQUEST[6]);
  if (!isEmptyHeaderSet(commonHeaders(asked, echoes))) reply = unionOfHeaders(reply, ECHO_REPLY[family]);
  return reply;
}

export const hasPorts = (headers: HeaderSet): boolean =>
  !isEmptyHeaderSet(commonHeaders(headers, WITH_PORTS));

export const portText = (range: PortRange): string =>
  range.first === range.last ? `${range.first}` : `${range.first}-${range.last}`;

export function segment(asked: HeaderSet, cores: readonly HeaderSet[], clientPorts: string): Segment {
  return { asked, cores, clientPorts, yes: asked, maybe: asked };
}

/** The reply's segments, from the answering end back to the client: each device with NAT begins a new one. */
export function replySegments(question: TripQuestion, passages: readonly Passage[]): Segment[] {
  const client = clientPorts(question);
  let ports: PortRange[] = [client];
  let family = question.family;
  const make = (): Segment => {
    const cores = ports.map((range) => replyHeaders(question.asked, range, family));
    const safe = replyHeaders(question.asked, question.sourcePorts ?? CLIENT_PORTS.device, family);
    return segment(cores.reduce(unionOfHeaders, safe), cores, portText(ports[ports.length - 1] ?? client));
  };
  const segments = [make()];
  for (const passage of passages) {
    if (passage.kind === 'natGateway') {
      ports = [CLIENT_PORTS.device];
      if (passage.nat64 === 'nat64') family = 4;
      segments.unshift(make());
    } else if (passage.kind === 'natInstance') {
      // EP-2: it keeps the client's port, or takes any other: both readings count.
      ports = [...ports, { first: Math.min(ports[0]?.first ?? 1024, 1024), last: 65_535 }];
      segments.unshift(make());
    }
  }
  return segments;
}
