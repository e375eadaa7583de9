/** A path's answer read for the panel: the shown family, the headline, the hops in words, all of it as text. */

import type {
  Blocker,
  FamilyAnswer,
  HeaderText,
  Hop,
  Leg,
  MissingFact,
  ReachAnswer,
  Verdict,
} from '../../engine/index.ts';
import { holderOf, isStop, isUntold, toldHops, witnessOf, type ShownFamily } from '../../app/index.ts';
import {
  explainBlocker,
  explainMissing,
  openingName,
  ruleWords,
  trafficWords,
  type ExplainContext,
  type pathTexts,
  type TextsOf,
} from '../../i18n/index.ts';
import { parseAddress } from '../../net/index.ts';

export interface Headline {
  readonly verdict: Verdict;
  readonly title: string;
  readonly body: string;
  /** The code behind it, for those who search for it. */
  readonly code?: string;
  /** Resources whose names stand in the body. */
  readonly about: readonly string[];
}

interface Telling {
  readonly path: TextsOf<typeof pathTexts>;
  readonly context: ExplainContext;
}

/** The request arrives, and only the reply does not. */
const isLostOnTheWayBack = ({ forward, return: back }: FamilyAnswer): boolean =>
  forward.verdict === 'reachable' && back.verdict === 'blocked';

/** The verdict of one family in a word or two. */
export function verdictTitle(answer: FamilyAnswer, path: TextsOf<typeof pathTexts>): string {
  switch (answer.verdict) {
    case 'reachable':
      return path.reachable;
    case 'partial':
      return path.partial;
    case 'undetermined':
      return path.undetermined;
    case 'not-applicable':
      return path.notApplicable;
    case 'blocked':
      return isLostOnTheWayBack(answer) ? path.blockedOnTheWayBack : path.blocked;
  }
}

/** The word for the internet is Japanese itself: no spaces stand between it and what is around it. */
const joined = (text: string): string =>
  text.replaceAll(
    /([ぁ-んァ-ヶー一-龠、。]) (?=インターネット)|(?<=インターネット) (?=[ぁ-んァ-ヶ一-龠])/g,
    '$1',
  );

/** @param telling with `isForbidden` where an intent says that it never is */
export function headlineOf(
  reach: ReachAnswer,
  shown: ShownFamily,
  telling: Telling & { readonly isForbidden?: boolean },
): Headline {
  const plain = writtenHeadline(reach, shown, telling);
  const written =
    telling.isForbidden === true ? { ...plain, title: againstTitle(plain, telling.path) } : plain;
  const { text, about } = exampleOf(reach, shown.answer, telling);
  const gap = telling.context.language === 'en' ? ' ' : '';
  const headline =
    text === ''
      ? written
      : { ...written, body: written.body + gap + text, about: [...written.about, ...about] };
  return telling.context.language === 'ja' ? { ...headline, body: joined(headline.body) } : headline;
}

/** What is open though it must not be is said to be so at once. */
const againstTitle = ({ verdict, title }: Headline, path: TextsOf<typeof pathTexts>): string =>
  verdict === 'reachable' ? path.againstIntent : verdict === 'partial' ? path.partlyAgainstIntent : title;

/** Which of all that a block holds is followed: `For example from web-1 (10.0.0.20).` */
function exampleOf(
  reach: ReachAnswer,
  answer: FamilyAnswer,
  { path, context }: Telling,
): { readonly text: string; readonly about: readonly string[] } {
  const thing = (end: 'from' | 'to') =>
    reach[end].kind === 'block' ? witnessOf(reach, answer, end) : undefined;
  const [from, to] = [thing('from'), thing('to')];
  const told = (id: string, address = ''): string =>
    address === '' ? context.nameOf(id) : `${context.nameOf(id)} (${address})`;
  const about = [from, to].flatMap((id) => id ?? []);
  if (from !== undefined && to !== undefined) {
    return { text: path.exampleBoth(told(from, answer.source), told(to, answer.destination)), about };
  }
  if (from !== undefined) return { text: path.exampleFrom(told(from, answer.source)), about };
  if (to !== undefined) return { text: path.exampleTo(told(to, answer.destination)), about };
  return { text: '', about };
}

function writtenHeadline(reach: ReachAnswer, shown: ShownFamily, { path, context }: Telling): Headline {
  const { answer, family } = shown;
  const [from, to] = [openingName(reach.from.id, context), context.nameOf(reach.to.id)];
  const ends = [reach.from.id, reach.to.id];
  const { verdict } = answer;
  switch (verdict) {
    case 'reachable':
      return {
        verdict,
        title: path.reachable,
        body: path.reachableBody(from, to, trafficWords(reach.protocol, reach.port, context.language)),
        about: ends,
      };
    case 'partial':
      return {
        verdict,
        title: path.partial,
        body: partialBody(answer, from, to, {
          path,
          context,
          asked: trafficWords(reach.protocol, reach.port, context.language),
        }),
        about: ends,
      };
    case 'not-applicable':
      return {
        verdict,
        title: path.notApplicable,
        body: path.notApplicableBody(from, to, `IPv${family}`),
        about: ends,
      };
    case 'undetermined': {
      const [missing] = answer.unknowns;
      return {
        verdict,
        title: path.undetermined,
        body: missing ? explainMissing(missing, context) : path.undeterminedBody,
        about: missing ? [missing.resource] : [],
      };
    }
    case 'blocked': {
      const [blocker] = answer.blockers;
      const isLost = isLostOnTheWayBack(answer);
      // The title says already that it is the reply.
      const told = blocker && isLost ? { ...blocker, direction: 'forward' as const } : blocker;
      const why = told ? explainBlocker(told, context) : '';
      const gap = context.language === 'en' ? ' ' : '';
      return {
        verdict,
        title: verdictTitle(answer, path),
        body: isLost ? path.requestReaches(to) + gap + why : why,
        ...(blocker ? { code: blocker.code } : {}),
        about: [...(isLost ? ends : []), ...(blocker ? aboutOf(blocker) : [])],
      };
    }
  }
}

function partialBody(
  answer: FamilyAnswer,
  from: string,
  to: string,
  { path, context, asked }: Telling & { readonly asked: string },
): string {
  const parts = answer.allowed.map(({ protocol, ports }) => trafficWords(protocol, ports, context.language));
  const listed = [...new Set(parts)].join(context.language === 'en' ? ', ' : '、');
  // The traffic is what was asked: it is a part of the ends that gets through.
  return listed === '' || listed === asked ? path.partialAlone(from, to) : path.partialBody(from, to, listed);
}

/** What tells a blocker from the others of an answer. */
export const keyOf = ({ code, resource, direction, rule, at }: Blocker): string =>
  [code, resource, direction, rule, at].join(' ');

/** Every resource that a blocker's sentence may name. */
export const aboutOf = ({ resource, at, parameters }: Blocker): readonly string[] => [
  resource,
  ...(at === undefined ? [] : [at]),
  ...Object.values(parameters).flatMap((value) => value.split(',').map((id) => id.trim())),
];

/** The resource that a hop is listed under: the table, group or ACL that decides, else where it happens. */
export const deciderOf = (leg: Leg, hop: Hop): string =>
  hop.action === 'deliver' || hop.action === 'translate'
    ? hop.resource
    : (hop.because?.resource ?? holderOf(leg, hop));

/** An address in words, as it is told at a thing; addresses that can be written stay as they are. */
export type AddressWords = (address: string, at: string) => string;

/**
 * What to call the address of a NAT device that the design does not tell: it may be any that is free in its
 * subnet, and a list of those says nothing.
 */
export function addressWords(answer: FamilyAnswer, { path, context }: Telling): AddressWords {
  const owners = new Map<string, Hop>();
  for (const { action, kind, header, ...hop } of answer.forward.hops) {
    const isNat = action === 'translate' && kind !== 'internetGateway';
    if (isNat && !parseAddress(header.src).ok) owners.set(header.src, { action, kind, header, ...hop });
  }
  return (address, at) => {
    const owner = owners.get(address);
    if (!owner) return address;
    return owner.resource === at && owner.at !== undefined
      ? path.itsAddress(context.nameOf(owner.at))
      : path.addressOf(context.nameOf(owner.resource));
  };
}

interface RouteTargets {
  readonly addressAs: AddressWords;
  /** The target that a table has for a destination; undefined for the local route, which no table writes down. */
  readonly targetOf: (table: string, destination: string) => string | undefined;
}

/** The rule of a hop in a few words, to stand behind the resource's name. */
export function ruleOf(
  hop: Hop,
  before: HeaderText | undefined,
  { path, context, targetOf, addressAs }: Telling & RouteTargets,
): string {
  const rule = hop.because?.rule;
  if (hop.tracked === true && hop.action === 'allow') return path.tracked;
  switch (hop.action) {
    case 'forward': {
      if (rule === undefined) return '';
      const target = targetOf(hop.because?.resource ?? hop.resource, rule);
      return target === undefined ? path.localRoute(rule) : `${rule} → ${context.nameOf(target)}`;
    }
    case 'deliver':
      return path.interfaceAt(addressAs(hop.header.dst, hop.resource));
    case 'translate':
      return translated(hop, before, addressAs);
    case 'allow':
    case 'deny':
    case 'drop': {
      if (rule === undefined && hop.action === 'drop') return hop.kind === 'routeTable' ? path.noRoute : '';
      if (rule === undefined) return hop.action === 'allow' ? '' : path.noRule;
      const isEntry = /^(\d+|\*)$/.test(rule);
      if (!isEntry) return ruleWords(rule, context.language);
      const number = ruleWords(rule, context.language);
      if (hop.side === undefined) return path.entry(number);
      return hop.side === 'in' ? path.inboundRule(number) : path.outboundRule(number);
    }
  }
}

function translated(
  { header, resource }: Hop,
  before: HeaderText | undefined,
  addressAs: AddressWords,
): string {
  const change = (from: string, to: string) => `${addressAs(from, resource)} → ${addressAs(to, resource)}`;
  if (before && before.src !== header.src) return change(before.src, header.src);
  if (before && before.dst !== header.dst) return change(before.dst, header.dst);
  return '';
}

/** Where a packet comes from and where it goes, with ports. */
export const headerEnds = (
  { src, srcPort, dst, dstPort }: HeaderText,
  addressAs: (address: string) => string = (address) => address,
): readonly [string, string] => [withPort(addressAs(src), srcPort), withPort(addressAs(dst), dstPort)];

const headerText = (header: HeaderText): string => headerEnds(header).join(' → ');

function withPort(address: string, port: string): string {
  if (port === '') return address;
  // Words, or several blocks.
  if (address.includes(' ')) return `${address} (${port})`;
  return address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
}

const isSameHeader = (left: HeaderText, right: HeaderText): boolean => headerText(left) === headerText(right);

export interface HopLine {
  readonly hop: Hop;
  /** Its place in request and reply together, as the canvas counts. */
  readonly index: number;
  readonly number: number;
  /** The header as it came to the hop. */
  readonly before?: HeaderText;
  /** The header is told where it is another than before. */
  readonly header?: HeaderText;
  /** `untold`: a missing fact decides here. */
  readonly state: 'passed' | 'stopped' | 'never' | 'untold';
}

/** The header of the answer to a packet. */
const reversed = ({ src, srcPort, dst, dstPort, protocol }: HeaderText): HeaderText => ({
  src: dst,
  dst: src,
  srcPort: dstPort,
  dstPort: srcPort,
  protocol,
});

/** The header that the first hop of a leg gets: what was asked, and the turned one of what arrived. */
export function sentHeader(
  { forward, source, destination }: FamilyAnswer,
  which: 'request' | 'reply',
): HeaderText | undefined {
  const first = forward.hops[0]?.header;
  const last = forward.hops.at(-1)?.header;
  if (which === 'reply') return last && reversed(last);
  return first && { ...first, src: source ?? first.src, dst: destination ?? first.dst };
}

/**
 * The hops of a leg as lines, up to the last that stops it; behind the first stop nothing is travelled.
 * @param offset how many hops stand before, as the canvas counts
 * @param sent the header as the first hop gets it
 * @param unknowns what is missing: who it is missing of lets nothing pass for sure
 * @param begins `stopped`: the request never got to who would send this
 */
export function hopLines(
  leg: Leg,
  offset: number,
  sent?: HeaderText,
  unknowns: readonly MissingFact[] = [],
  begins: 'travelled' | 'stopped' = 'travelled',
): readonly HopLine[] {
  const hops = toldHops(leg);
  const stop = hops.findIndex(isStop);
  return hops.map((hop, at) => {
    const before = at === 0 ? sent : hops[at - 1]?.header;
    const isNew = at === 0 || !before || !isSameHeader(before, hop.header);
    return {
      hop,
      index: offset + at,
      number: at + 1,
      ...(before ? { before } : {}),
      ...(isNew && hop.header.src !== '' ? { header: hop.header } : {}),
      state: isStop(hop)
        ? 'stopped'
        : stop >= 0 && at > stop
          ? 'never'
          : isUntold(hop, unknowns)
            ? 'untold'
            : begins === 'stopped'
              ? 'never'
              : 'passed',
    };
  });
}

/** What the heading over a leg says; `would reply`: the request never gets to who would send it. */
export function legTitle(
  leg: Leg,
  which: 'request' | 'reply' | 'would reply',
  path: TextsOf<typeof pathTexts>,
): string {
  const isSent = which !== 'would reply';
  const isRequest = which === 'request';
  const stop = leg.hops.findIndex(isStop);
  switch (leg.verdict) {
    case 'blocked':
      if (!isSent) return stop < 0 ? path.replyWouldBeBlocked : path.replyWouldStop(stop + 1);
      if (stop < 0) return isRequest ? path.requestBlocked : path.replyBlocked;
      return isRequest ? path.requestStops(stop + 1) : path.replyStops(stop + 1);
    case 'undetermined':
      return isRequest ? path.requestUndetermined : path.replyUndetermined;
    case 'reachable':
    case 'partial':
    case 'not-applicable':
      if (!isSent) return path.replyWouldArrive;
      return isRequest ? path.requestArrives : path.replyArrives;
  }
}
