/** From what several answers tell of one resource to one set of members (C-16). */

import { definitionOf, isUnknown, type Kind } from '../../model/index.ts';
import { acceptResource, newLog, type Log, type RawMembers } from '../resource/index.ts';
import { readingNote, type Problem, type ReadingNote } from '../words/index.ts';
import type { Fact } from './command.ts';

/** A fact with where it was read. */
export interface PlacedFact extends Fact {
  readonly file: string;
  /** The element in its document. */
  readonly pointer: string;
  /** The folder of its file: what lies together was asked together. */
  readonly group: string;
  readonly tellProblem: (problem: Problem) => void;
  readonly tellNote: (note: ReadingNote) => void;
}

/** A member as one source tells it. */
interface Telling {
  readonly value: unknown;
  readonly depth: number;
  readonly file: string;
  readonly fact: PlacedFact;
}

export interface MergedResource {
  readonly kind: Kind;
  readonly id: string;
  readonly members: RawMembers;
  /** How deep the deepest view was that told each member. */
  readonly depths: ReadonlyMap<string, number>;
  readonly facts: readonly PlacedFact[];
}

/** Members that people read and the engine does not: another wording is no contradiction. */
const NOT_JUDGED: ReadonlySet<string> = new Set(['tags', 'description', 'instanceType', 'provenance']);

export const isJudged = (member: string): boolean => !NOT_JUDGED.has(member);

/** Members by which the same rule may differ: ids and words. */
const NOT_COMPARED: ReadonlySet<string> = new Set(['securityGroupRuleId', 'description']);

/** One resource from its facts, in the order in which they were read. */
export function mergeFacts(kind: Kind, id: string, facts: readonly PlacedFact[]): MergedResource {
  const tellings = new Map<string, Telling[]>();
  const tell = (member: string, telling: Telling): void => {
    const list = tellings.get(member);
    if (list) list.push(telling);
    else tellings.set(member, [telling]);
  };
  for (const fact of facts) {
    const { kind: _kind, ...members } = accepted(kind, id, fact.members, fact);
    for (const [member, value] of Object.entries(members)) {
      tell(member, { value, depth: fact.depth, file: fact.file, fact });
    }
  }
  for (const [member, { items, fact }] of itemsOfFacts(facts)) {
    const value = accepted(kind, id, { [member]: items }, fact)[member];
    tell(member, { value, depth: fact.depth, file: fact.file, fact });
  }
  const members: Record<string, unknown> = {};
  const depths = new Map<string, number>();
  for (const [member, list] of tellings) {
    const best = bestOf(list);
    members[member] = best.value;
    depths.set(member, best.depth);
    if (!NOT_JUDGED.has(member)) reportContradiction(id, member, list, best, isSet(kind, member));
  }
  return { kind, id, members, depths, facts };
}

const isSet = (kind: Kind, member: string): boolean => definitionOf(kind).fields[member]?.isSet === true;

/** The members as the kind's schema takes them; what it does not take is told at the fact's own place. */
function accepted(kind: Kind, id: string, members: RawMembers, fact: PlacedFact): RawMembers {
  const log: Log = newLog();
  const resource = acceptResource(kind, id, members, id, log);
  for (const { code, parameters } of log.problems)
    fact.tellProblem({ code, parameters, pointer: fact.pointer });
  for (const note of log.notes) fact.tellNote(note);
  return { ...resource };
}

/** A list that several elements make together; it stands where the first element stands. */
interface JoinedList {
  readonly items: unknown[];
  readonly fact: PlacedFact;
}

function itemsOfFacts(facts: readonly PlacedFact[]): Map<string, JoinedList> {
  const lists = new Map<string, JoinedList>();
  const seen = new Set<string>();
  for (const fact of facts) {
    for (const [member, item] of Object.entries(fact.items ?? {})) {
      // The same element in two files is one.
      const key = `${member} ${JSON.stringify(item)}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const list = lists.get(member);
      if (list) list.items.push(item);
      else lists.set(member, { items: [item], fact });
    }
  }
  return lists;
}

/** A known value before an unknown one, the deeper view before the other, the later before the earlier. */
function bestOf(tellings: readonly Telling[]): Telling {
  return tellings.reduce((best, next) => {
    if (isUnknown(best.value) !== isUnknown(next.value)) return isUnknown(best.value) ? next : best;
    return next.depth >= best.depth ? next : best;
  });
}

function reportContradiction(
  id: string,
  member: string,
  tellings: readonly Telling[],
  best: Telling,
  asSet: boolean,
): void {
  const other = tellings.find(
    ({ value, depth }) => depth >= 0 && !isUnknown(value) && !agrees(value, best.value, asSet),
  );
  if (!other || isUnknown(best.value) || best.depth < 0) return;
  best.fact.tellNote(
    readingNote('contradiction', {
      resource: id,
      member,
      first: shownValue(other.value),
      firstFile: other.file,
      second: shownValue(best.value),
      secondFile: best.file,
    }),
  );
}

/** A value as a message shows it. */
export const shownValue = (value: unknown): string => {
  const text = JSON.stringify(value) ?? '–';
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
};

/** Whether two views can both be true: the same values wherever both say something. */
export function agrees(a: unknown, b: unknown, asSet: boolean): boolean {
  if (Array.isArray(a) && Array.isArray(b)) {
    if (a.length !== b.length) return false;
    const [left, right] =
      asSet || a.some((item) => typeof item === 'object') ? [sorted(a), sorted(b)] : [a, b];
    return left.every((item, index) => agrees(item, right[index], false));
  }
  if (!isMembers(a) || !isMembers(b)) return a === b;
  return Object.keys(a).every(
    (name) => NOT_COMPARED.has(name) || !Object.hasOwn(b, name) || agrees(a[name], b[name], false),
  );
}

const isMembers = (value: unknown): value is RawMembers =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** In one order, whatever the order of the source, by what is compared. */
function sorted(list: readonly unknown[]): readonly unknown[] {
  const keyOf = (item: unknown): string =>
    isMembers(item)
      ? JSON.stringify(
          Object.entries(item)
            .filter(([name]) => !NOT_COMPARED.has(name))
            .sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : JSON.stringify(item);
  return list
    .map((item) => ({ item, key: keyOf(item) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ item }) => item);
}
