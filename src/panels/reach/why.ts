/** Why nothing passes, as far as the design tells it at a glance; the path of each row tells the rest. */

import { factsOf } from '../../drawing/index.ts';
import type { ReachableQuestion } from '../../engine/index.ts';
import { listed, type reachTexts, type TextsOf } from '../../i18n/index.ts';
import {
  known,
  resourceOfKind,
  type Design,
  type Language,
  type Resource,
  type ResourceId,
} from '../../model/index.ts';
import { rulesOf } from '../inspector/rules.ts';
import { groupsOf } from '../rules/subject.ts';
import type { Standing } from './list.ts';

interface Nothing {
  readonly id: ResourceId;
  readonly resource: Resource;
  readonly direction: ReachableQuestion['direction'];
  readonly counts: Readonly<Record<Standing, number>>;
}

interface Telling {
  readonly text: TextsOf<typeof reachTexts>;
  readonly nameOf: (id: string) => string;
  readonly language: Language;
}

/** The groups of a thing, where none has a rule for the direction. */
function closedGroups(design: Design, { id, resource, direction }: Nothing): readonly ResourceId[] {
  const groups = groupsOf(design, id, resource);
  const isClosed = (group: ResourceId): boolean => {
    const found = resourceOfKind(design, group, 'securityGroup');
    return (
      found !== undefined &&
      known(found.rules) !== undefined &&
      rulesOf(found, direction === 'to' ? 'inbound' : 'outbound').length === 0
    );
  };
  return groups.every(isClosed) ? groups : [];
}

/** Whether other things are drawn that could be an end. */
function isAlone(design: Design, id: ResourceId): boolean {
  const { cardOfInterface } = factsOf(design);
  const own = cardOfInterface.get(id) ?? id;
  return !Object.entries(design.resources).some(
    ([other, { kind }]) =>
      (kind === 'instance' || kind === 'networkInterface') && (cardOfInterface.get(other) ?? other) !== own,
  );
}

export function whyNothing(
  design: Design,
  nothing: Nothing,
  { text, nameOf, language }: Telling,
): readonly string[] {
  const { id, direction, counts } = nothing;
  const head = direction === 'to' ? text.nothingTo(nameOf(id)) : text.nothingFrom(nameOf(id));
  if (counts.untold > 0) return [];
  if (counts.closed === 0) return [text.noAddress];
  const groups = closedGroups(design, nothing).map(nameOf);
  if (groups.length > 0) {
    const names = language === 'en' ? listed(groups) : groups.join('、');
    return [
      head,
      direction === 'to' ? text.noInbound(names, groups.length) : text.noOutbound(names, groups.length),
    ];
  }
  return [head, isAlone(design, id) ? text.alone : text.openOne];
}
