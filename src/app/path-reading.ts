/** How an answer to a path question is read: which family is shown, and which hops; panel, canvas and keys count alike. */

import type { FamilyAnswer, Hop, Leg, ReachAnswer } from '../engine/index.ts';
import type { ResourceId } from '../model/index.ts';
import type { Family } from '../net/index.ts';
import type { PathAnswer, PathQuestion } from './answers.ts';
import type { AppState } from './state.ts';

export interface ShownFamily {
  readonly family: Family;
  readonly answer: FamilyAnswer;
}

/** The families that the question applies to: both ends have an address of it. */
export const familiesThatApply = ({ families }: ReachAnswer): readonly ShownFamily[] =>
  ([4, 6] as const).flatMap((family): ShownFamily[] => {
    const answer = families[family];
    return answer && answer.verdict !== 'not-applicable' ? [{ family, answer }] : [];
  });

/** The family that is shown: the chosen one, else IPv4 where it applies. */
export function shownFamily(
  reach: ReachAnswer,
  ipVersion: PathQuestion['ipVersion'],
): ShownFamily | undefined {
  const of = (family: Family): ShownFamily | undefined => {
    const answer = reach.families[family];
    return answer && { family, answer };
  };
  if (ipVersion !== 'both') return of(ipVersion === '4' ? 4 : 6);
  return familiesThatApply(reach)[0] ?? of(4) ?? of(6);
}

/**
 * The thing inside the design that speaks for an end which is only an address or a block: the packet leaves or
 * arrives there. Undefined for other ends, and for those outside.
 */
export function witnessOf(
  reach: ReachAnswer,
  { forward }: FamilyAnswer,
  end: 'from' | 'to',
): ResourceId | undefined {
  const { kind } = reach[end];
  if (kind !== 'address' && kind !== 'block') return undefined;
  if (end === 'to') return forward.hops.findLast(({ action }) => action === 'deliver')?.resource;
  // Rules of groups are applied at the interface itself; who comes from outside meets a gateway first.
  const [first] = forward.hops;
  return first?.kind === 'securityGroup' ? first.at : undefined;
}

export const isStop = ({ action }: Hop): boolean => action === 'deny' || action === 'drop';

/** The hops that are told: behind the last one that stops the packet, nothing more is to be said. */
export function toldHops({ hops }: Leg): readonly Hop[] {
  const last = hops.findLastIndex(isStop);
  return last < 0 ? hops : hops.slice(0, last + 1);
}

/** Request and reply, one after the other, as they are numbered for stepping. */
export function stepsOf({ forward, return: back }: FamilyAnswer): readonly Hop[] {
  return [...toldHops(forward), ...toldHops(back)];
}

/** The steps of the family that is shown; none where there is no answer. */
export function shownSteps(answer: PathAnswer | undefined): readonly Hop[] {
  if (answer?.result.ok !== true) return [];
  const shown = shownFamily(answer.result.value, answer.question.ipVersion);
  return shown ? stepsOf(shown.answer) : [];
}

/** Who decides at a hop: the table, group or ACL, else where it happens; `rule` as the hop names it. */
export interface Decision {
  readonly of: ResourceId;
  readonly rule?: string;
  readonly direction?: 'inbound' | 'outbound';
}

/** The direction of a hop's rule: a group's says it itself, an ACL's follows from the side. */
function directionOf({ because, side }: Hop): Decision['direction'] {
  const [word] = (because?.rule ?? '').split(' ');
  if (word === 'inbound' || word === 'outbound') return word;
  return side === undefined ? undefined : side === 'in' ? 'inbound' : 'outbound';
}

export function decisionAt(hop: Hop): Decision {
  const direction = directionOf(hop);
  const rule = hop.because?.rule;
  return {
    of: hop.because?.resource ?? hop.resource,
    ...(rule === undefined ? {} : { rule }),
    ...(direction === undefined ? {} : { direction }),
  };
}

interface Shown {
  readonly view: Pick<AppState['view'], 'lens' | 'hop'>;
  readonly pathAnswer?: PathAnswer;
}

/** What decides at the hop that is looked at in the Path lens. */
export function shownDecision({ view, pathAnswer }: Shown): Decision | undefined {
  if (view.lens !== 'path' || view.hop === undefined) return undefined;
  const hop = shownSteps(pathAnswer)[view.hop];
  return hop && decisionAt(hop);
}
