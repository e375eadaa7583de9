/** Reading and changing members of a resource by the name that its kind's declaration gives them. */

import { app } from '../../app/index.ts';
import {
  setField,
  titleOf,
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

/** Sets a member as one undoable step; undefined clears it. */
export function changeMember(id: ResourceId, name: string, field: Field, value: unknown): void {
  const { design } = app.api.getState();
  app.edit(changeLabel(design, id, field.label), (before) => setField(before, id, name, value));
}
