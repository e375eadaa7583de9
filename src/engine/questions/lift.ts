/** What the reply's fate means for the request: which of the asked headers come back, and for which client ports (V-1, EP-1). */

import {
  ICMPV6_HEADERS,
  ICMP_HEADERS,
  NO_HEADERS,
  TCP_HEADERS,
  UDP_HEADERS,
  commonHeaders,
  headersWithin,
  headersWithout,
  isEmptyHeaderSet,
  unionOfHeaders,
  type HeaderSet,
} from '../../net/index.ts';
import type { Segment } from '../devices/walk.ts';
import { ECHO_REPLY, ECHO_REQUEST, PORTLESS } from './client-ports.ts';
import type { TripQuestion } from './trip-ends.ts';

export type LegState = 'pass' | 'partial' | 'undetermined' | 'blocked' | 'not-walked';

type ProtocolState = 'pass' | 'partial' | 'undetermined' | 'blocked';

/** How one protocol's replies fare in a segment, under one reading of the client's ports (EP-1). */
function stateUnder(part: Segment, core: HeaderSet, line: HeaderSet): ProtocolState {
  const wanted = commonHeaders(core, line);
  if (isEmptyHeaderSet(wanted) || headersWithin(wanted, part.yes)) return 'pass';
  if (isEmptyHeaderSet(commonHeaders(wanted, part.maybe))) return 'blocked';
  if (isEmptyHeaderSet(commonHeaders(wanted, part.yes))) return 'undetermined';
  return headersWithin(wanted, part.maybe) ? 'undetermined' : 'partial';
}

function stateInSegment(part: Segment, line: HeaderSet): ProtocolState {
  const states = new Set(part.cores.map((core) => stateUnder(part, core, line)));
  const [only] = states;
  if (states.size === 1 && only) return only;
  return 'undetermined';
}

const WORST: readonly ProtocolState[] = ['pass', 'partial', 'undetermined', 'blocked'];

const worse = (a: ProtocolState, b: ProtocolState): ProtocolState =>
  WORST.indexOf(a) > WORST.indexOf(b) ? a : b;

const over = (parts: readonly Segment[], line: HeaderSet): ProtocolState =>
  parts.reduce<ProtocolState>((state, part) => worse(state, stateInSegment(part, line)), 'pass');

interface Lifted {
  readonly yes: HeaderSet;
  readonly maybe: HeaderSet;
  readonly partly: HeaderSet;
  readonly state: LegState;
  readonly narrow: 'safe' | 'core-only';
}

/** Lifts the reply's fate onto the request's headers: what passes forward and comes back. */
export function lift(
  question: TripQuestion,
  forwardYes: HeaderSet,
  forwardMaybe: HeaderSet,
  parts: readonly Segment[],
): Lifted {
  let yes = NO_HEADERS;
  let maybe = NO_HEADERS;
  let partly = NO_HEADERS;
  const states: ProtocolState[] = [];
  const give = (headers: HeaderSet, state: ProtocolState): void => {
    if (isEmptyHeaderSet(commonHeaders(headers, question.asked))) return;
    states.push(state);
    if (state === 'pass') yes = unionOfHeaders(yes, commonHeaders(forwardYes, headers));
    if (state !== 'blocked') maybe = unionOfHeaders(maybe, commonHeaders(forwardMaybe, headers));
    if (state === 'partial') partly = unionOfHeaders(partly, commonHeaders(forwardYes, headers));
  };
  give(TCP_HEADERS, over(parts, TCP_HEADERS));
  give(UDP_HEADERS, over(parts, UDP_HEADERS));
  const echo = unionOfHeaders(ECHO_REQUEST[4], ECHO_REQUEST[6]);
  const echoReply = unionOfHeaders(ECHO_REPLY[4], ECHO_REPLY[6]);
  give(echo, over(parts, echoReply));
  // Error messages and other ICMP types expect no reply (V-1).
  give(headersWithout(unionOfHeaders(ICMP_HEADERS, ICMPV6_HEADERS), echo), 'pass');
  // Other protocols reply under their own number: told point by point.
  const others = commonHeaders(question.asked, PORTLESS);
  if (!isEmptyHeaderSet(others)) {
    const surely = parts.reduce((set, part) => commonHeaders(set, part.yes), others);
    const perhaps = parts.reduce((set, part) => commonHeaders(set, part.maybe), others);
    states.push(
      surely === others
        ? 'pass'
        : isEmptyHeaderSet(perhaps)
          ? 'blocked'
          : isEmptyHeaderSet(surely)
            ? 'undetermined'
            : 'partial',
    );
    yes = unionOfHeaders(yes, commonHeaders(forwardYes, surely));
    maybe = unionOfHeaders(maybe, commonHeaders(forwardMaybe, perhaps));
  }
  const kinds = new Set(states);
  const state: LegState =
    kinds.size <= 1
      ? (states[0] ?? 'pass')
      : kinds.has('partial') || kinds.has('pass')
        ? 'partial'
        : kinds.has('undetermined')
          ? 'undetermined'
          : 'blocked';
  const narrow = parts.every((part) => headersWithin(part.asked, part.yes)) ? 'safe' : 'core-only';
  return { yes, maybe, partly, state, narrow };
}

export const legState = (asked: HeaderSet, yes: HeaderSet, maybe: HeaderSet): LegState =>
  yes === asked
    ? 'pass'
    : !isEmptyHeaderSet(yes)
      ? 'partial'
      : isEmptyHeaderSet(maybe)
        ? 'blocked'
        : 'undetermined';
