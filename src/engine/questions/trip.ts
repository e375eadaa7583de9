/** One request and its reply between two settled ends, walked under every reading and every alternative (V-0, V-1, V-7…V-9). */

import {
  NO_HEADERS,
  commonHeaders,
  headersWithout,
  isEmptyHeaderSet,
  unionOfHeaders,
  type HeaderSet,
} from '../../net/index.ts';
import type { MissingFact } from '../answers.ts';
import type { InterfaceNode, Network } from '../compile/network.ts';
import { nothingMended } from '../devices/mended.ts';
import { otherPicks, script, type Script } from '../devices/choices.ts';
import { recorder, type Recorder, type Segment, type Walk } from '../devices/walk.ts';
import type { Packet, Passage } from '../devices/packet.ts';
import { clientPorts, hasPorts, portText, replySegments, segment } from './client-ports.ts';
import { run } from './follow.ts';
import { legState, lift, type LegState } from './lift.ts';
import { firstStep, judgeHomecoming, replyStart, type TripQuestion } from './trip-ends.ts';

/** One run: what passes, and what was met on the way. */
export interface Run {
  readonly yes: HeaderSet;
  readonly maybe: HeaderSet;
  /** Passes, but not for every client port (EP-1). */
  readonly partly: HeaderSet;
  readonly forward: LegState;
  readonly back: LegState;
  readonly narrow: 'safe' | 'core-only';
  readonly forwardRecord: Recorder | undefined;
  readonly returnRecord: Recorder | undefined;
  readonly forwardYes: HeaderSet;
  readonly creates: number;
  readonly via: string | undefined;
  readonly delivered: InterfaceNode | 'internet' | 'service' | 'nowhere';
  /** The request as it was delivered. */
  readonly arrived: Packet | undefined;
  readonly passages: readonly Passage[];
}

interface Scripts {
  readonly readings: readonly number[];
  readonly alternatives: readonly number[];
}

type RecordMode = 'record' | 'sets-only';

function newWalk(
  network: Network,
  direction: Walk['direction'],
  first: Segment,
  ahead: Segment[],
  scripts: { readings: Script; alternatives: Script },
  mode: RecordMode,
  ports: Walk['ports'],
  shared: Pick<Walk, 'tracked' | 'mended'>,
  passages: Passage[],
): Walk {
  return {
    network,
    direction,
    record: mode === 'record' ? recorder() : undefined,
    readings: scripts.readings,
    alternatives: scripts.alternatives,
    visited: [],
    ...shared,
    passages,
    segmentsDone: [],
    segmentsAhead: ahead,
    segment: first,
    readingFacts: [],
    nat64: 'same-family',
    natsOffered: 'not-yet',
    creates: 0,
    via: undefined,
    steps: 0,
    ports,
  };
}

interface RunOutcome {
  readonly run: Run;
  readonly readings: Script;
  readonly alternatives: Script;
  readonly readingFacts: readonly MissingFact[];
}

function runOnce(network: Network, question: TripQuestion, picks: Scripts, mode: RecordMode): RunOutcome {
  const scripts = { readings: script(picks.readings), alternatives: script(picks.alternatives) };
  const asked = segment(question.asked, [question.asked], '');
  // ICMP and protocols of other numbers have no ports.
  const client = hasPorts(question.asked) ? portText(clientPorts(question)) : '';
  const shared = {
    tracked: new Set<InterfaceNode>(),
    mended: mode === 'record' ? nothingMended() : undefined,
  };
  const passages: Passage[] = [];
  const forward = newWalk(
    network,
    'forward',
    asked,
    [],
    scripts,
    mode,
    { src: client, dst: question.portText, protocol: question.protocolText },
    shared,
    passages,
  );
  const end = run(forward, firstStep(forward, question));
  if (end.to !== 'delivered') asked.yes = NO_HEADERS;
  if (end.to === 'lost') asked.maybe = NO_HEADERS;
  const base = {
    forwardRecord: forward.record,
    forwardYes: asked.yes,
    forward: legState(question.asked, asked.yes, asked.maybe),
    delivered: end.to === 'delivered' ? end.at : ('nowhere' as const),
    arrived: end.to === 'delivered' ? end.packet : undefined,
    passages: [...passages],
  };
  const done = (rest: Omit<Run, keyof typeof base>, facts: readonly MissingFact[]): RunOutcome => ({
    run: { ...base, ...rest },
    ...scripts,
    readingFacts: facts,
  });
  const hopeless = mode === 'sets-only' && isEmptyHeaderSet(asked.maybe);
  if (end.to !== 'delivered' || end.at === 'service' || hopeless) {
    const answered = end.to === 'delivered' && end.at === 'service';
    return done(
      {
        yes: asked.yes,
        maybe: asked.maybe,
        partly: NO_HEADERS,
        back: answered ? 'pass' : 'not-walked',
        narrow: 'safe',
        returnRecord: undefined,
        creates: forward.creates,
        via: forward.via,
      },
      forward.readingFacts,
    );
  }
  const segments = replySegments(question, passages);
  const noReply = isEmptyHeaderSet(
    segments.reduce((set, part) => unionOfHeaders(set, part.asked), NO_HEADERS),
  );
  if (noReply) {
    // V-1: an ICMP error message is not answered.
    return done(
      {
        yes: asked.yes,
        maybe: asked.maybe,
        partly: NO_HEADERS,
        back: 'pass',
        narrow: 'safe',
        returnRecord: undefined,
        creates: forward.creates,
        via: forward.via,
      },
      forward.readingFacts,
    );
  }
  const [first, ...ahead] = segments;
  if (!first) throw new Error('a reply has at least one segment');
  const back = newWalk(
    network,
    'return',
    first,
    ahead,
    scripts,
    mode,
    client === ''
      ? { src: '', dst: question.portText, protocol: question.protocolText }
      : { src: question.portText, dst: first.clientPorts, protocol: question.protocolText },
    shared,
    [...passages],
  );
  const home = run(back, replyStart(back, network, end));
  judgeHomecoming(back, question, home);
  if (home.to === 'lost') {
    back.segment.yes = NO_HEADERS;
    back.segment.maybe = NO_HEADERS;
  }
  const settled = lift(question, asked.yes, asked.maybe, segments);
  return done(
    {
      yes: settled.yes,
      maybe: settled.maybe,
      partly: settled.partly,
      back: settled.state,
      narrow: settled.narrow,
      returnRecord: back.record,
      creates: forward.creates + back.creates,
      via: forward.via ?? back.via,
    },
    [...forward.readingFacts, ...back.readingFacts],
  );
}

export interface TripAnswer {
  /** Passes under every reading. */
  readonly yes: HeaderSet;
  /** Passes under some reading. */
  readonly maybe: HeaderSet;
  readonly partly: HeaderSet;
  /** The run that stands for the answer: hops, blockers, facts. */
  readonly main: Run;
  /** Other ways to make it pass, each with its own blockers (V-9). */
  readonly alternatives: readonly Run[];
  readonly readingFacts: readonly MissingFact[];
  /** In how many ways what is unknown was read. */
  readonly readings: number;
}

const MAX_READINGS = 24;

const MAX_ALTERNATIVES = 8;

function allReadings(
  network: Network,
  question: TripQuestion,
  alternatives: readonly number[],
  mode: RecordMode,
): RunOutcome[] {
  const outcomes: RunOutcome[] = [];
  const open: (readonly number[])[] = [[]];
  while (open.length > 0 && outcomes.length < MAX_READINGS) {
    const readings = open.pop() ?? [];
    const outcome = runOnce(network, question, { readings, alternatives }, mode);
    outcomes.push(outcome);
    open.push(...otherPicks(outcome.readings));
  }
  return outcomes;
}

const blockersOf = (each: Run): number =>
  (each.forwardRecord?.blockers.length ?? 0) + (each.returnRecord?.blockers.length ?? 0);

/** Walks a trip. `sets-only` gives what passes and nothing of why. */
export function askTrip(network: Network, question: TripQuestion, mode: RecordMode): TripAnswer {
  const outcomes = allReadings(network, question, [], mode);
  const [first] = outcomes;
  if (!first) throw new Error('a trip has at least one reading');
  const yes = outcomes.reduce((set, outcome) => commonHeaders(set, outcome.run.yes), question.asked);
  const maybe = outcomes.reduce((set, outcome) => unionOfHeaders(set, outcome.run.maybe), NO_HEADERS);
  const partly = outcomes.reduce(
    (set, outcome) => commonHeaders(set, unionOfHeaders(outcome.run.partly, outcome.run.yes)),
    question.asked,
  );
  const readingFacts = outcomes.length > 1 ? outcomes.flatMap((outcome) => outcome.readingFacts) : [];
  if (mode === 'sets-only')
    return {
      yes,
      maybe,
      partly: headersWithout(partly, yes),
      main: first.run,
      alternatives: [],
      readingFacts,
      readings: outcomes.length,
    };
  const runs: Run[] = [first.run];
  const open = otherPicks(first.alternatives);
  while (open.length > 0 && runs.length < MAX_ALTERNATIVES) {
    const outcome = runOnce(network, question, { readings: [], alternatives: open.shift() ?? [] }, mode);
    runs.push(outcome.run);
    open.push(...otherPicks(outcome.alternatives));
  }
  // V-9: the way that creates nothing, then the one with the fewest blockers, then today's route table.
  const ordered = runs
    .map((each, index) => ({ each, index }))
    .sort(
      (a, b) =>
        a.each.creates - b.each.creates || blockersOf(a.each) - blockersOf(b.each) || a.index - b.index,
    );
  const main = ordered[0]?.each ?? first.run;
  return {
    yes,
    maybe,
    partly: headersWithout(partly, yes),
    main,
    alternatives: ordered.slice(1).map(({ each }) => each),
    readingFacts,
    readings: outcomes.length,
  };
}
