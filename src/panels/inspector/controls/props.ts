/** What every control of the inspector is given. */

import type { Field, Resource, ResourceId } from '../../../model/index.ts';

export interface ControlProps {
  readonly id: ResourceId;
  readonly name: string;
  readonly field: Field;
  readonly resource: Resource;
  /** The member as it stands in the document: absent, unknown or told. */
  readonly value: unknown;
}
