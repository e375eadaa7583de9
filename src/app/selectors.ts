/** Narrow readings of the store: each returns what is already an object there, so that nothing is drawn twice. */

import type { SubnetTiers } from '../engine/index.ts';
import type { Resource, ResourceId } from '../model/index.ts';
import type { Badge, FindingAnswer } from './answers.ts';
import { useApp } from './app.ts';

export const useResource = (id: ResourceId): Resource | undefined =>
  useApp(({ design }) => (Object.hasOwn(design.resources, id) ? design.resources[id] : undefined));

export const useTiers = (subnet: ResourceId): SubnetTiers | undefined =>
  useApp(({ answers }) => (Object.hasOwn(answers.tiers, subnet) ? answers.tiers[subnet] : undefined));

export const useBadge = (id: ResourceId): Badge | undefined =>
  useApp(({ answers }) => (Object.hasOwn(answers.badges, id) ? answers.badges[id] : undefined));

export const useIsSelected = (id: ResourceId): boolean => useApp(({ selection }) => selection.includes(id));

/** The answers are about an older design than the one that is shown: draw them at 60 %. */
export const useIsStale = (): boolean => useApp(({ answers, version }) => answers.version !== version);

export const useFindings = (): readonly FindingAnswer[] => useApp(({ answers }) => answers.findings);
