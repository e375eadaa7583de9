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

  const isBefore = (a: number, b: number): boolean => {
    const difference = (costs[a] ?? 0) - (costs[b] ?? 0);
    return difference < 0 || (difference === 0 && (orders[a] ?? 0) < (orders[b] ?? 0));
  };
  const swap = (a: number, b: number): void => {
    for (const list of [costs, orders, items]) {
      const held = list[a] ?? 0;
      list[a] = list[b] ?? 0;
      list[b] = held;
    }
  };

  return {
    push: (cost, item) => {
      let index = costs.length;
      costs.push(cost);
      orders.push(pushed);
      items.push(item);
      pushed += 1;
      while (index > 0) {
        const parent = (index - 1) >> 1;
        if (!isBefore(index, parent)) break;
        swap(index, parent);
        index = parent;
      }
    },
    pop: () => {
      if (items.length === 0) return undefined;
      swap(0, items.length - 1);
      const item = items.pop();
      costs.pop();
      orders.pop();
      let index = 0;
      for (;;) {
        const left = index * 2 + 1;
        const right = left + 1;
        let first = index;
        if (left < items.length && isBefore(left, first)) first = left;
        if (right < items.length && isBefore(right, first)) first = right;
        if (first === index) return item;
        swap(index, first);
        index = first;
      }
    },
  };
}
