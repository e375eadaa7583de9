/** What becomes of a design when another is added to it: the result, and what the two tell differently. */

import {
  definitionOf,
  isUnknown,
  type Design,
  type LocalText,
  type Resource,
  type ResourceId,
} from '../model/index.ts';
import { agrees, isJudged, missingFacts, shownValue } from './aws-cli/index.ts';
import { mergeDesigns } from './merge.ts';
import type { MissingInput } from './report.ts';
import { noteText } from './words/index.ts';

/** A member that both know, each with another value. The added value counts. */
export interface Conflict {
  readonly resource: ResourceId;
  readonly member: LocalText;
  readonly before: LocalText;
  readonly after: LocalText;
}

export interface Addition {
  readonly design: Design;
  /** Resources that are new, and those that are told of again, with or without a difference. */
  readonly added: readonly ResourceId[];
  readonly changed: readonly ResourceId[];
  readonly same: number;
  /** More kinds are complete now: what is not there does not exist. */
  readonly completes: boolean;
  readonly conflicts: readonly Conflict[];
  /** Drawn resources that got another id because theirs was taken. */
  readonly renamed: readonly LocalText[];
  /** What the whole still lacks. */
  readonly missing: readonly MissingInput[];
}

/** Adds a design to an open one: nothing moves, what people wrote stays, the added view of AWS counts (C-16). */
export function addToDesign(open: Design, more: Design): Addition {
  const { design, notes } = mergeDesigns(open, more);
  const added: ResourceId[] = [];
  const changed: ResourceId[] = [];
  const conflicts: Conflict[] = [];
  let same = 0;
  for (const [id, after] of Object.entries(design.resources)) {
    const before = Object.hasOwn(open.resources, id) ? open.resources[id] : undefined;
    if (!before) added.push(id);
    else if (before !== after) {
      const own = conflictsOf(id, before, after);
      conflicts.push(...own);
      if (own.length > 0 || knowsMore(before, after)) changed.push(id);
      else same += 1;
    }
  }
  return {
    design,
    added,
    changed,
    same,
    completes: JSON.stringify(design.coverage) !== JSON.stringify(open.coverage),
    conflicts,
    renamed: notes.map(noteText),
    missing: missingFacts(design),
  };
}

/** Where one view leaves these to what it stands in, the other may say them. */
const PLACES: ReadonlySet<string> = new Set(['ownerId', 'region']);

function conflictsOf(resource: ResourceId, before: Resource, after: Resource): Conflict[] {
  if (before.kind !== after.kind) {
    const [was, is] = [definitionOf(before.kind).label, definitionOf(after.kind).label];
    return [{ resource, member: { en: 'Kind', ja: '種類' }, before: was, after: is }];
  }
  const [left, right] = [{ ...before }, { ...after }] as [Record<string, unknown>, Record<string, unknown>];
  return Object.keys({ ...left, ...right }).flatMap((member) => {
    const [was, is] = [left[member], right[member]];
    if (!isJudged(member) || isUnknown(was) || isUnknown(is)) return [];
    if (PLACES.has(member) && (was === undefined || is === undefined)) return [];
    const field = definitionOf(before.kind).fields[member];
    const differs =
      was === undefined || is === undefined ? was !== is : !agrees(was, is, field?.isSet === true);
    const label = field?.label ?? { en: member, ja: member };
    return differs ? [{ resource, member: label, before: inWords(was), after: inWords(is) }] : [];
  });
}

/** A value as people read it: of a list its length, of what is absent that AWS's own default holds. */
function inWords(value: unknown): LocalText {
  if (value === undefined) return { en: 'the default', ja: '既定値' };
  if (Array.isArray(value)) {
    const { length } = value;
    return { en: length === 1 ? '1 entry' : `${length} entries`, ja: `${length} 件` };
  }
  const text = typeof value === 'string' ? value : shownValue(value);
  return { en: text, ja: text };
}

/** Something that was unknown is known now. */
const knowsMore = (before: Resource, after: Resource): boolean =>
  Object.entries(before).some(
    ([member, value]) =>
      isUnknown(value) && !isUnknown((after as unknown as Readonly<Record<string, unknown>>)[member]),
  );
