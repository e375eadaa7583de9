/** A priority queue of numbers: the least cost first, and of equal costs the one pushed first. */

export interface Queue {
  readonly push: (cost: number, item: number) => void;
  /** The item of least cost, removed; undefined when empty. */
  readonly pop: () => number | undefined;
}

/** Makes an empty queue; it is its own only state. */
export function makeQueue(): Queue {
  const costs: number[] = [];
  const orders: number[] = [];
  const items: number[] = [];
  let pushed = 0;

  const isBefore = (cost: number, order: number, other: number): boolean => {
    const difference = cost - (costs[other] ?? 0);
    return difference < 0 || (difference === 0 && order < (orders[other] ?? 0));
  };
  const put = (index: number, cost: number, order: number, item: number): void => {
    costs[index] = cost;
    orders[index] = order;
    items[index] = item;
  };
  const copy = (from: number, to: number): void =>
    put(to, costs[from] ?? 0, orders[from] ?? 0, items[from] ?? 0);

  return {
    push: (cost, item) => {
      const order = pushed;
      pushed += 1;
      let hole = items.length;
      while (hole > 0) {
        const parent = (hole - 1) >> 1;
        if (!isBefore(cost, order, parent)) break;
        copy(parent, hole);
        hole = parent;
      }
      put(hole, cost, order, item);
    },
    pop: () => {
      const first = items[0];
      const cost = costs.pop();
      const order = orders.pop();
      const item = items.pop();
      const { length } = items;
      if (cost === undefined || order === undefined || item === undefined || length === 0) return first;
      let hole = 0;
      for (;;) {
        const left = hole * 2 + 1;
        if (left >= length) break;
        const right = left + 1;
        const child = right < length && isBefore(costs[right] ?? 0, orders[right] ?? 0, left) ? right : left;
        if (isBefore(cost, order, child)) break;
        copy(child, hole);
        hole = child;
      }
      put(hole, cost, order, item);
      return first;
    },
  };
}
