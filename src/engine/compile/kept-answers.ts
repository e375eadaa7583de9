/** Answers that outlive the network they were asked of: as long as their node and what lies outside of its part do. */

import type { Network, Outside } from './network.ts';

interface Answers {
  readonly outside: Outside;
  readonly values: Map<string, unknown>;
}

const store = new WeakMap<object, Answers>();

/**
 * What is worked out about a node from its part of the network, and about the internet: asked once for all networks
 * that share both. `compute` must read nothing of other parts.
 */
export function keptAnswer<Value>(network: Network, node: object, key: string, compute: () => Value): Value {
  let answers = store.get(node);
  if (answers?.outside !== network.outside) {
    answers = { outside: network.outside, values: new Map() };
    store.set(node, answers);
  }
  const { values } = answers;
  const known = values.get(key);
  if (known !== undefined || values.has(key)) return known as Value;
  const value = compute();
  values.set(key, value);
  return value;
}
