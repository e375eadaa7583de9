/** What a run recorded, as an answer tells it: blockers once each, legs with their hops (V-10). */

import type { Blocker, Hop, Leg, Verdict } from '../answers.ts';
import type { BlockerDraft, Recorder } from '../devices/walk.ts';
import type { LegState } from './lift.ts';
import type { Run } from './trip.ts';

const legVerdict: Readonly<Record<LegState, Verdict>> = {
  pass: 'reachable',
  partial: 'partial',
  undetermined: 'undetermined',
  blocked: 'blocked',
  'not-walked': 'not-applicable',
};

function blockerFrom(draft: BlockerDraft): Blocker {
  return {
    code: draft.code,
    direction: draft.direction,
    family: draft.family,
    resource: draft.resource,
    ...(draft.rule === undefined ? {} : { rule: draft.rule }),
    ...(draft.side === undefined ? {} : { side: draft.side }),
    ...(draft.at === undefined ? {} : { at: draft.at }),
    parameters: draft.parameters,
    fixes: draft.fixes(),
  };
}

const blockerKey = (
  blocker: Pick<Blocker, 'code' | 'direction' | 'family' | 'resource' | 'rule' | 'side' | 'at'>,
): string =>
  [
    blocker.code,
    blocker.direction,
    blocker.family,
    blocker.resource,
    blocker.rule,
    blocker.side,
    blocker.at,
  ].join('|');

export function distinctBy<Item>(items: readonly Item[], key: (item: Item) => string): Item[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const text = key(item);
    if (seen.has(text)) return false;
    seen.add(text);
    return true;
  });
}

export const blockersWithFixes = (record: Recorder | undefined): Blocker[] =>
  distinctBy((record?.blockers ?? []).map(blockerFrom), blockerKey);

export const blockersAlone = (record: Recorder | undefined): Blocker[] =>
  distinctBy(
    (record?.blockers ?? []).map((draft) => blockerFrom({ ...draft, fixes: () => [] })),
    blockerKey,
  );

export const both = <Item>(run: Run, pick: (record: Recorder) => readonly Item[]): Item[] => [
  ...(run.forwardRecord ? pick(run.forwardRecord) : []),
  ...(run.returnRecord ? pick(run.returnRecord) : []),
];

export function legOf(state: LegState, record: Recorder | undefined, blockers: readonly Blocker[]): Leg {
  const hops: readonly Hop[] = record?.hops ?? [];
  return { verdict: legVerdict[state], hops, blockers };
}
