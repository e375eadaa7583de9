/** What a reading means for the person who has to decide about it: what it adds, and what it leaves open. */

import {
  askExposure,
  askMatrix,
  askReach,
  compile,
  type MissingFact,
  type Network,
} from '../engine/index.ts';
import type { Addition } from '../formats/index.ts';
import { nameOf, type Design, type ResourceId } from '../model/index.ts';

/** A way that cannot be told, with the first fact that is missing. */
export interface UndeterminedPath {
  readonly from: ResourceId;
  readonly to: ResourceId;
  readonly fromName: string;
  readonly toName: string;
  readonly unknowns: readonly MissingFact[];
}

export interface UndeterminedPaths {
  /** Undefined where there are too many pairs to look at all of them. */
  readonly count: number | undefined;
  readonly some: readonly UndeterminedPath[];
}

const MOST_INTERFACES = 150;
const MOST_EXPLAINED = 12;

/** The internet's own ways in and out that a missing fact leaves open. */
function openToInternet(network: Network): readonly (readonly [from: string, to: string])[] {
  const { inbound, outbound } = askExposure(network);
  return [
    ...inbound.flatMap(({ resource, verdict }) =>
      verdict === 'undetermined' ? [['internet', resource] as const] : [],
    ),
    ...outbound.flatMap(({ resource, verdict }) =>
      verdict === 'undetermined' ? [[resource, 'internet'] as const] : [],
    ),
  ];
}

/** Pairs of instances, and the internet, whose verdict a missing fact leaves open; the first ones with that fact. */
export function undeterminedPaths(design: Design): UndeterminedPaths {
  const network = compile(design);
  if (network.interfaces.size > MOST_INTERFACES) return { count: undefined, some: [] };
  const matrix = askMatrix(network, { between: 'instances' });
  if (!matrix.ok) return { count: undefined, some: [] };
  const open = matrix.value.pairs.filter(({ verdict }) => verdict === 'undetermined');
  const nameFor = (id: ResourceId): string => {
    const resource = Object.hasOwn(design.resources, id) ? design.resources[id] : undefined;
    return (resource && nameOf(resource)) ?? id;
  };
  const ends = [...open.map(({ from, to }) => [from, to] as const), ...openToInternet(network)];
  const pairs = new Map(ends.map(([from, to]) => [`${from}\n${to}`, { from, to }]));
  const some = [...pairs.values()].slice(0, MOST_EXPLAINED).map(({ from, to }): UndeterminedPath => {
    const answer = askReach(network, { from, to, protocol: '-1' });
    const families = answer.ok ? Object.values(answer.value.families) : [];
    return {
      from,
      to,
      fromName: nameFor(from),
      toName: nameFor(to),
      unknowns: families.flatMap(({ unknowns }) => unknowns),
    };
  });
  return { count: pairs.size, some };
}

/** What was read is of the same network as what is open: it tells of the same things, or of things inside them. */
export function belongsTo(open: Design, more: Design, { added }: Addition): boolean {
  const ids = Object.keys(more.resources);
  if (ids.some((id) => Object.hasOwn(open.resources, id))) return true;
  const hasVpc = added.some((id) => more.resources[id]?.kind === 'vpc');
  return ids.length === 0 || !hasVpc;
}
