/** Applies a change told in EC2's own words to the document. */

import type { AwsAction } from '../action.ts';
import type { Design } from '../design.ts';
import type { ActionTable } from './actions/action-table.ts';
import { attributeActions } from './actions/attributes.ts';
import { filterActions } from './actions/filters.ts';
import { gatewayActions } from './actions/gateways.ts';
import { routeActions } from './actions/routes.ts';
import { revise } from './draft.ts';

const actionTable: ActionTable = {
  ...routeActions,
  ...filterActions,
  ...gatewayActions,
  ...attributeActions,
};

/** A copy of the design after the actions, in order. An action whose resource is missing changes nothing. */
export function applyActions(design: Design, actions: readonly AwsAction[]): Design {
  return revise(design, (draft) => {
    for (const { action, resource, parameters } of actions) {
      if (Object.hasOwn(actionTable, action)) actionTable[action]?.(draft, resource, parameters);
    }
  });
}
