/**
 * Finds ways for lines through the lanes: few bends, no obstacle crossed, 8 px apart. Lines of one bundle
 * share a trunk that ends at one port of their target; lines of different bundles only ever cross.
 */

import { approachTo, BEND, directions, isVertical, opposite, outward, type Direction } from './approach.ts';
import { sides, simplify, type Point } from './geometry.ts';
import { makeQueue } from './heap.ts';
import { entryOf, indexFrom, laneGridOf, type Field, type LaneGrid, type Port } from './lane-grid.ts';

export interface Connection {
  readonly id: string;
  /** Connections of one bundle have the same target. */
  readonly bundle: string;
  readonly from: readonly Port[];
  readonly to: readonly Port[];
}

export interface Way {
  /** From source to target. */
  readonly points: readonly Point[];
  /** The part that no line before it of the same bundle has drawn; it ends where it flows into the trunk. */
  readonly own: readonly Point[];
  readonly reachesTarget: boolean;
}

const CROSSING = 16;
/** A bend on another line looks like a junction. */
const FALSE_JUNCTION = 120;
const CLOSE_PORT = 24;
/** Tells equal ways apart. */
const LATER = 1.0001;
/** A lane that another line has, where no other is left. */
const TAKEN = 20;
const JOIN = 6;

/** The lines drawn so far, by bundle number; 0 is nobody. */
interface Traffic {
  readonly rightward: Int32Array;
  readonly downward: Int32Array;
  readonly horizontal: Int32Array;
  readonly vertical: Int32Array;
  readonly bends: Int32Array;
  readonly ports: Map<string, { readonly port: Port; readonly bundle: number }>;
}

/** A grown tree of one bundle: each node with the way towards the target. */
interface Trunk {
  /** Travel away from the target, as it arrived. */
  readonly arrival: Map<number, Direction>;
  readonly parent: Map<number, number | undefined>;
  target: Port | undefined;
}

/** Finds a way for every connection, in the order given. */
export function connectAll(field: Field, connections: readonly Connection[]): ReadonlyMap<string, Way> {
  const ports = connections.flatMap(({ from, to }) => [...from, ...to]);
  const grid = laneGridOf(field, ports);
  const count = grid.xs.length * grid.ys.length;
  const traffic: Traffic = {
    rightward: new Int32Array(count),
    downward: new Int32Array(count),
    horizontal: new Int32Array(count),
    vertical: new Int32Array(count),
    bends: new Int32Array(count),
    ports: new Map(),
  };
  const search = makeSearch(grid, traffic);
  const trunks = new Map<string, { readonly number: number; readonly trunk: Trunk }>();
  const ways = new Map<string, Way>();
  for (const connection of connections) {
    let bundle = trunks.get(connection.bundle);
    if (!bundle) {
      bundle = {
        number: trunks.size + 1,
        trunk: { arrival: new Map(), parent: new Map(), target: undefined },
      };
      trunks.set(connection.bundle, bundle);
    }
    const found =
      search(connection, bundle.trunk, bundle.number, 'own lanes') ??
      search(connection, bundle.trunk, bundle.number, 'any lane');
    ways.set(connection.id, found ?? directWay(connection));
  }
  return ways;
}

/** With no lane free: one step at most between the likeliest ports. */
function directWay({ from, to }: Connection): Way {
  const [source] = from;
  const [target] = to;
  if (source === undefined || target === undefined) return { points: [], own: [], reachesTarget: true };
  const halfway = (source.y + target.y) / 2;
  const points = simplify([
    ...source.tail.toReversed(),
    source,
    { x: source.x, y: halfway },
    { x: target.x, y: halfway },
    target,
    ...target.tail,
  ]);
  return { points: points.map(({ x, y }) => ({ x, y })), own: points, reachesTarget: true };
}

/** `any lane`: where all are taken, running over another line is better than through a box. */
type Lanes = 'own lanes' | 'any lane';

type Search = (connection: Connection, trunk: Trunk, bundle: number, lanes: Lanes) => Way | undefined;

function makeSearch(grid: LaneGrid, traffic: Traffic): Search {
  const { xs, ys } = grid;
  const columns = xs.length;
  const states = columns * ys.length * 4;
  const costs = new Float64Array(states);
  const previous = new Int32Array(states);
  /** The search that last wrote a state: spares clearing between searches. */
  const written = new Int32Array(states);
  const closed = new Int32Array(states);
  const hasGoal = new Int32Array(columns * ys.length);
  let round = 0;

  const nodeOf = (point: Point): number => indexFrom(ys, point.y) * columns + indexFrom(xs, point.x);
  const pointOf = (node: number): Point => ({
    x: xs[node % columns] ?? 0,
    y: ys[Math.floor(node / columns)] ?? 0,
  });

  /** The cost of the last step that `step` found. */
  let stepCost = 0;
  let allowed: Lanes = 'own lanes';

  const isOthers = (user: number | undefined, bundle: number): boolean =>
    user !== undefined && user !== 0 && user !== bundle;

  /** The neighbour that way, its cost in `stepCost`; -1 where no way is. */
  const step = (node: number, direction: Direction, bundle: number): number => {
    const column = node % columns;
    const row = (node - column) / columns;
    if (direction === 0 && row === 0) return -1;
    if (direction === 1 && column + 1 === columns) return -1;
    if (direction === 2 && row + 1 === ys.length) return -1;
    if (direction === 3 && column === 0) return -1;
    const next = node + (direction === 0 ? -columns : direction === 1 ? 1 : direction === 2 ? columns : -1);
    const first = Math.min(node, next);
    const vertical = isVertical(direction);
    const extra = (vertical ? grid.downward : grid.rightward)[first] ?? Infinity;
    const user = (vertical ? traffic.downward : traffic.rightward)[first] ?? 0;
    const isTaken = isOthers(user, bundle);
    if (extra === Infinity || (isTaken && allowed === 'own lanes')) return -1;
    const length = vertical
      ? Math.abs((ys[row] ?? 0) - (ys[direction === 0 ? row - 1 : row + 1] ?? 0))
      : Math.abs((xs[column] ?? 0) - (xs[direction === 3 ? column - 1 : column + 1] ?? 0));
    const bends = traffic.bends[next] ?? 0;
    const across = (vertical ? traffic.horizontal : traffic.vertical)[next] ?? 0;
    stepCost = isTaken ? length * TAKEN + extra : length + extra;
    if (bends !== 0 && bends !== bundle) stepCost += FALSE_JUNCTION;
    else if (across !== 0 && across !== bundle) stepCost += CROSSING;
    return next;
  };

  const turnCost = (node: number, bundle: number): number =>
    isOthers(traffic.horizontal[node], bundle) ||
    isOthers(traffic.vertical[node], bundle) ||
    isOthers(traffic.bends[node], bundle)
      ? BEND + FALSE_JUNCTION
      : BEND;

  const portKey = ({ x, y, side }: Port): string => `${side} ${x} ${y}`;
  const portCost = (port: Port, bundle: number): number => {
    const taken = (dx: number, dy: number): boolean => {
      const at = traffic.ports.get(portKey({ ...port, x: port.x + dx, y: port.y + dy }));
      return at !== undefined && at.bundle !== bundle;
    };
    if (taken(0, 0)) return allowed === 'own lanes' ? Infinity : port.cost + FALSE_JUNCTION;
    const isClose = [8, -8].some((near) =>
      port.side === 'top' || port.side === 'bottom' ? taken(near, 0) : taken(0, near),
    );
    return port.cost + (isClose ? CLOSE_PORT : 0);
  };

  return (connection, trunk, bundle, lanes) => {
    allowed = lanes;
    round += 1;
    const queue = makeQueue();
    const goals = new Map<number, { readonly port: Port; readonly cost: number }[]>();
    const open: { readonly port: Port; readonly cost: number; readonly entry: Point }[] = [];
    for (const port of connection.from) {
      const cost = portCost(port, bundle);
      if (cost === Infinity) continue;
      const entry = entryOf(port);
      const node = nodeOf(entry);
      open.push({ port, cost, entry });
      hasGoal[node] = round;
      const here = goals.get(node);
      if (here) here.push({ port, cost });
      else goals.set(node, [{ port, cost }]);
    }
    const approaches = sides
      .map((side) =>
        approachTo(
          side,
          open.filter(({ port }) => port.side === side),
          xs,
          ys,
        ),
      )
      .filter((approach) => approach !== undefined);
    /** At least so much is still to pay, whichever port it will be. */
    const ahead = (node: number, direction: Direction): number => {
      const column = node % columns;
      const row = (node - column) / columns;
      let least = Infinity;
      for (const approach of approaches) {
        const { isFlat, line, inwards } = approach;
        const place = isFlat ? column : row;
        const across = Math.abs((isFlat ? (ys[row] ?? 0) : (xs[column] ?? 0)) - line);
        const along =
          direction === inwards
            ? (approach.straight[place] ?? 0)
            : (approach.turned[place] ?? 0) +
              (isVertical(direction) === isVertical(inwards) ? 2 * BEND : BEND);
        if (across + along < least) least = across + along;
      }
      return least;
    };
    const reach = (state: number, cost: number, from: number): void => {
      if (written[state] === round && (costs[state] ?? 0) <= cost) return;
      written[state] = round;
      costs[state] = cost;
      previous[state] = from;
      queue.push(cost + ahead(state >> 2, (state & 3) as Direction), state);
    };

    /** Starts that are ports: which of them a state began at. */
    const roots = new Map<number, Port>();
    if (trunk.target === undefined) {
      for (const port of connection.to) {
        const cost = portCost(port, bundle);
        if (cost === Infinity) continue;
        const state = nodeOf(entryOf(port)) * 4 + outward[port.side];
        if (written[state] !== round || (costs[state] ?? 0) > cost) roots.set(state, port);
        reach(state, cost, -1);
      }
    } else {
      let later = 0;
      for (const [node, arrival] of trunk.arrival) {
        for (const direction of directions) {
          if (direction === opposite(arrival)) continue;
          reach(node * 4 + direction, (direction === arrival ? 0 : turnCost(node, bundle)) + later, -1);
        }
        later += LATER - 1;
      }
    }

    /** Goals wait in the queue under numbers past the states. */
    const arrivals: { readonly state: number; readonly port: Port }[] = [];
    for (let state = queue.pop(); state !== undefined; state = queue.pop()) {
      if (state >= states) {
        const arrival = arrivals[state - states];
        return arrival && finish(arrival.state, arrival.port);
      }
      if (closed[state] === round) continue;
      closed[state] = round;
      const cost = costs[state] ?? 0;
      const node = state >> 2;
      const direction = (state & 3) as Direction;
      for (const goal of hasGoal[node] === round ? (goals.get(node) ?? []) : []) {
        if (outward[goal.port.side] === direction) continue;
        const isStraight = outward[goal.port.side] === opposite(direction);
        const costHere = isStraight ? cost : cost * LATER + turnCost(node, bundle);
        arrivals.push({ state, port: goal.port });
        queue.push(costHere + goal.cost, states + arrivals.length - 1);
      }
      const next = step(node, direction, bundle);
      if (next < 0) continue;
      const costThere = cost + stepCost;
      reach(next * 4 + direction, costThere, state);
      // Of ways that cost the same, the one that leaves the target's own line first.
      const costTurned = costThere * LATER + turnCost(next, bundle);
      const turned = (direction + 1) % 4;
      reach(next * 4 + turned, costTurned, state);
      reach(next * 4 + ((turned + 2) % 4), costTurned, state);
    }
    return undefined;

    /** Reads the way back from the source's entry, and adds it to the trunk and the traffic. */
    function finish(last: number, source: Port): Way | undefined {
      const nodes: number[] = [];
      const arrivalOf = new Map<number, Direction>();
      let state = last;
      let root = last;
      while (state >= 0) {
        const node = state >> 2;
        nodes.push(node);
        const before = previous[state] ?? -1;
        // A turn is made at the node that was reached: the state before the turn says how.
        arrivalOf.set(node, before < 0 ? ((state & 3) as Direction) : ((before & 3) as Direction));
        root = state;
        state = before;
      }
      const joint = nodes.at(-1);
      if (joint === undefined) return undefined;
      const isFirst = trunk.target === undefined;
      if (isFirst) {
        const target = roots.get(root);
        if (target === undefined) return undefined;
        trunk.target = target;
        trunk.arrival.set(joint, outward[target.side]);
        trunk.parent.set(joint, undefined);
        traffic.ports.set(portKey(target), { port: target, bundle });
      }
      traffic.ports.set(portKey(source), { port: source, bundle });
      for (let index = nodes.length - 2; index >= 0; index -= 1) {
        const node = nodes[index];
        const parent = nodes[index + 1];
        if (node === undefined || parent === undefined || trunk.arrival.has(node)) continue;
        trunk.arrival.set(node, arrivalOf.get(node) ?? 0);
        trunk.parent.set(node, parent);
      }
      drive(nodes, source);
      const target = trunk.target;
      if (target === undefined) return undefined;
      const towardsTarget: number[] = [];
      for (let node = trunk.parent.get(joint); node !== undefined; node = trunk.parent.get(node)) {
        towardsTarget.push(node);
      }
      const start: Point[] = [...source.tail.toReversed(), source, ...nodes.map(pointOf)];
      const end: Point[] = [...towardsTarget.map(pointOf), target, ...target.tail];
      const points = simplify([...start, ...end].map(({ x, y }) => ({ x, y })));
      if (isFirst) return { points, own: points, reachesTarget: true };
      const joined = pointOf(joint);
      const next = end[0] ?? joined;
      const into = {
        x: joined.x + Math.sign(next.x - joined.x) * Math.min(JOIN, Math.abs(next.x - joined.x)),
        y: joined.y + Math.sign(next.y - joined.y) * Math.min(JOIN, Math.abs(next.y - joined.y)),
      };
      const own = simplify([...start, into].map(({ x, y }) => ({ x, y })));
      return { points, own, reachesTarget: false };
    }

    /** Marks what the new line takes; a turn right behind the port counts as a bend. */
    function drive(nodes: readonly number[], source: Port): void {
      const [first, second] = nodes;
      if (first !== undefined && second !== undefined) {
        const leavesVertically = isVertical(outward[source.side]);
        if (leavesVertically !== (first % columns === second % columns)) traffic.bends[first] = bundle;
      }
      for (const [index, node] of nodes.entries()) {
        const next = nodes[index + 1];
        const before = nodes[index - 1];
        if (next !== undefined) {
          const vertical = node % columns === next % columns;
          const lanes = vertical ? traffic.downward : traffic.rightward;
          const along = vertical ? traffic.vertical : traffic.horizontal;
          lanes[Math.min(node, next)] = bundle;
          along[node] = bundle;
          along[next] = bundle;
        }
        if (next !== undefined && before !== undefined) {
          const turns = (node % columns === next % columns) !== (node % columns === before % columns);
          if (turns) traffic.bends[node] = bundle;
        }
      }
    }
  };
}
