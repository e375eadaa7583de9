/** Reading and changing members of a resource by the name that its kind's declaration gives them. */

import { app } from '../../app/index.ts';
import {
  addResource,
  setField,
  titleOf,
  vpcOf,
  type Design,
  type Field,
  type LocalText,
  type Resource,
  type ResourceId,
} from '../../model/index.ts';

/** The member as it stands in the document. */
export const memberOf = (resource: Resource, name: string): unknown =>
  Object.hasOwn(resource, name) ? Object.entries(resource).find(([key]) => key === name)?.[1] : undefined;

/** What the undo step says: `Change CIDR of app-a`. */
export const changeLabel = (design: Design, id: ResourceId, field: LocalText): LocalText => ({
  en: `Change ${field.en} of ${titleOf(design, id)}`,
  ja: `${titleOf(design, id)} の${field.ja}を変更`,
});

/** Gives a thing a security group of its own besides those that it has, as one step. */
export function addToNewGroup(id: ResourceId, name: string, chosen: readonly string[]): void {
  const { design } = app.api.getState();
  const vpc = vpcOf(design, id);
  const added = addResource(
    design,
    { kind: 'securityGroup', ...(vpc === undefined ? {} : { under: vpc }) },
    Math.random,
  );
  if (!added.ok) {
    app.notify({ tone: 'info', message: added.problem.message });
    return;
  }
  const { design: next, id: group } = added.value;
  const [made, thing] = [titleOf(next, group), titleOf(design, id)];
  app.edit({ en: `Add ${made} to ${thing}`, ja: `${thing} への ${made} の追加` }, () =>
    setField(next, id, name, [...chosen, group]),
  );
}

/** Sets a member as one undoable step; undefined clears it. */
export function changeMember(id: ResourceId, name: string, field: Field, value: unknown): void {
  const { design } = app.api.getState();
  app.edit(changeLabel(design, id, field.label), (before) => setField(before, id, name, value));
}
