/** Tiers as the drawing takes them, each the same object as before where the answer is the same. */

import type { SubnetTiers } from '../engine/index.ts';
import type { TierPair, Tiers } from '../drawing/index.ts';
import type { Family } from '../net/index.ts';

const families: readonly Family[] = [4, 6];

const cache = { both: new WeakMap<SubnetTiers, TierPair>(), 4: new WeakMap(), 6: new WeakMap() };

const bothOf = ({ families: of }: SubnetTiers): TierPair => ({
  4: of[4].tier,
  6: of[6].tier,
  undetermined: families.filter((family) => of[family].undetermined),
});

/** One family's tier stands for the subnet. */
const oneOf = ({ families: of }: SubnetTiers, family: Family): TierPair => ({
  4: of[family].tier,
  6: of[family].tier,
  undetermined: of[family].undetermined ? families : [],
});

function pairOf(answer: SubnetTiers, only: Family | undefined): TierPair {
  const known: WeakMap<SubnetTiers, TierPair> = cache[only ?? 'both'];
  const made = known.get(answer);
  if (made) return made;
  const pair = only === undefined ? bothOf(answer) : oneOf(answer, only);
  known.set(answer, pair);
  return pair;
}

/** @param only the one family that is told; both where absent */
export function tierPairs(answers: Readonly<Record<string, SubnetTiers>>, only?: Family): Tiers {
  const tiers: Record<string, TierPair> = {};
  for (const [id, answer] of Object.entries(answers)) tiers[id] = pairOf(answer, only);
  return tiers;
}
