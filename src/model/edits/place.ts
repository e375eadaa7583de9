/** Where a kind may stand, which container under the pointer takes it, and why another does not. */

import { failure, success, type Result } from '../../net/index.ts';
import { containerOf } from '../containment.ts';
import { definitionOf, resourcesOfKind, type Design, type Kind, type ResourceId } from '../design.ts';
import { kindWord } from '../kind-word.ts';
import { known } from '../unknown.ts';
import type { ResourceDraft } from './draft.ts';
import { titleOf } from './identity.ts';
import { refusal, type Refusal } from './refusal.ts';

/** The container and all that it stands in, from the inside out. */
export function ancestry(design: Design, id: ResourceId | undefined): ResourceId[] {
  const chain: ResourceId[] = [];
  let current = id;
  while (current !== undefined && !chain.includes(current)) {
    const resource = design.resources[current];
    if (!resource) break;
    chain.push(current);
    current = containerOf(design, resource);
  }
  return chain;
}

/** `a VPC`, `an instance`. */
function withArticle(kind: string): string {
  const word = kindWord(kind).en;
  return /^[aeio]/i.test(word) ? `an ${word}` : `a ${word}`;
}

/** One gateway of these kinds a VPC, as AWS has it (IG-1). */
const onePerVpc: readonly Kind[] = ['internetGateway', 'egressOnlyInternetGateway'];

function attachedTo(
  design: Design,
  kind: Kind,
  vpcId: ResourceId,
  except?: ResourceId,
): ResourceId | undefined {
  for (const [id, resource] of resourcesOfKind(design, kind)) {
    if (id !== except && containerOf(design, resource) === vpcId) return id;
  }
  return undefined;
}

/**
 * The container that takes a kind dropped at `under` (the innermost container there, if any): `undefined`
 * inside the success means that it stands free on the canvas. `moving` is the resource itself when it is
 * not a new one.
 */
export function placeFor(
  design: Design,
  kind: Kind,
  under: ResourceId | undefined,
  moving?: ResourceId,
): Result<ResourceId | undefined, Refusal> {
  const place = definitionOf(kind).standsIn;
  const chain = ancestry(design, under);
  if (!place) {
    const outermost = chain.at(-1);
    if (outermost === undefined || outermost === moving || definitionOf(kind).form !== 'container') {
      return success(undefined);
    }
    const name = titleOf(design, outermost);
    return failure(
      refusal('wrong-container', `Drop it outside ${name}`, `${name} の外にドロップしてください`, outermost),
    );
  }
  const container = chain.find((id) => design.resources[id]?.kind === place.kind);
  if (container === undefined) return failure(needsContainer(design, place.kind, chain));
  if (onePerVpc.includes(kind)) {
    const other = attachedTo(design, kind, container, moving);
    if (other !== undefined) {
      const names = [titleOf(design, container), titleOf(design, other)] as const;
      return failure(
        refusal(
          'already-attached',
          `${names[0]} already has ${names[1]}. A VPC takes one.`,
          `${names[0]} には ${names[1]} がすでにアタッチされています。VPC に 1 つまでです。`,
          other,
        ),
      );
    }
  }
  return success(container);
}

function needsContainer(design: Design, kind: string, chain: readonly ResourceId[]): Refusal {
  const outer = chain[0];
  const label = kindWord(kind).ja;
  if (outer === undefined) {
    return refusal(
      'needs-container',
      `Drop it in ${withArticle(kind)}`,
      `${label}の中にドロップしてください`.replace(/^([A-Za-z]+)の/, '$1 の'),
    );
  }
  const name = titleOf(design, outer);
  return refusal(
    'needs-container',
    `Drop it in ${withArticle(kind)} of ${name}`,
    `${name} の${label}にドロップしてください`,
    outer,
  );
}

/** Makes a resource stand in a container: writes the member that says so. */
export function standIn(resource: ResourceDraft, container: ResourceId): void {
  const member = definitionOf(resource.kind).standsIn?.member ?? [];
  const [name, star, inner] = member;
  if (name === undefined) return;
  const value = star === '*' && inner !== undefined ? [{ [inner]: container }] : container;
  Object.assign(resource, { [name]: value });
}

/** The VPC that a resource belongs to by where it stands: itself, its container's, or that above. */
export function vpcOf(design: Design, id: ResourceId): ResourceId | undefined {
  return ancestry(design, id).find((candidate) => design.resources[candidate]?.kind === 'vpc');
}

/** The groups of a list that belong to another VPC (SG-8). */
export function foreignGroups(
  design: Design,
  groups: readonly ResourceId[],
  vpcId: ResourceId,
): ResourceId[] {
  return groups.filter((id) => {
    const group = design.resources[id];
    if (group?.kind !== 'securityGroup' || group.vpcId === vpcId) return false;
    return !(known(group.vpcAssociations) ?? []).some((association) => association.vpcId === vpcId);
  });
}

/** The default group of a VPC. */
export const defaultGroupOf = (design: Design, vpcId: ResourceId): ResourceId | undefined =>
  resourcesOfKind(design, 'securityGroup').find(
    ([, group]) => group.vpcId === vpcId && group.groupName === 'default',
  )?.[0];
