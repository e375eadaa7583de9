/** Tiers as the drawing takes them, each the same object as before where the answer is the same. */

import type { SubnetTiers } from '../engine/index.ts';
import type { TierPair, Tiers } from '../drawing/index.ts';

const pairs = new WeakMap<SubnetTiers, TierPair>();

function pairOf(answer: SubnetTiers): TierPair {
  const made = pairs.get(answer);
  if (made) return made;
  const { families } = answer;
  const pair: TierPair = {
    4: families[4].tier,
    6: families[6].tier,
    undetermined: ([4, 6] as const).filter((family) => families[family].undetermined),
  };
  pairs.set(answer, pair);
  return pair;
}

export function tierPairs(answers: Readonly<Record<string, SubnetTiers>>): Tiers {
  const tiers: Record<string, TierPair> = {};
  for (const [id, answer] of Object.entries(answers)) tiers[id] = pairOf(answer);
  return tiers;
}
