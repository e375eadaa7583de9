/** Whether what a person expects of the network holds: so that no fix is offered that would break it. */

import { askReach, askTiers, type Network, type Verdict } from '../engine/index.ts';
import type { Intent } from '../model/index.ts';

/** Traffic that can't exist is not reached; a part that passes breaks `blocked` as well as `reachable`. */
function holds(expect: 'reachable' | 'blocked', verdict: Verdict): boolean | null {
  if (verdict === 'undetermined') return null;
  return expect === 'reachable'
    ? verdict === 'reachable'
    : verdict === 'blocked' || verdict === 'not-applicable';
}

/** True: held. False: broken. Null: it can't be told, or the intent is not finished. */
export function intentHolds(network: Network, intent: Intent): boolean | null {
  const { from, to, protocol, port, ipVersion, expect } = intent;
  if (expect === 'reachable' || expect === 'blocked') {
    if (from === undefined || to === undefined) return null;
    const answer = askReach(network, {
      from,
      to,
      ...(protocol === undefined ? {} : { protocol }),
      ...(port === undefined ? {} : { port }),
      ...(ipVersion === '4' || ipVersion === '6' || ipVersion === 'both' ? { ipVersion } : {}),
    });
    return answer.ok ? holds(expect, answer.value.verdict) : null;
  }
  const subject = from ?? to;
  const tiers = expect === undefined ? undefined : askTiers(network).find(({ id }) => id === subject);
  if (!tiers) return null;
  const { tier, undetermined } = tiers.families[ipVersion === '6' ? 6 : 4];
  return undetermined ? null : tier === expect;
}

/** Ids of the design's intents that hold. */
export const heldIntents = (network: Network): readonly string[] =>
  Object.entries(network.design.intents)
    .filter(([, intent]) => intentHolds(network, intent) === true)
    .map(([id]) => id);

/** Whether each of these intents, all held before, is not broken now. */
export const keepsIntents = (network: Network, held: readonly string[]): boolean =>
  held.every((id) => {
    const intent = network.design.intents[id];
    return !intent || intentHolds(network, intent) !== false;
  });
