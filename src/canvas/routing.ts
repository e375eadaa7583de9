/** Ways for all lines, found anew only where something changed: each VPC's lines are a matter of their own. */

import {
  isRegionKey,
  labelsOf,
  overlaps,
  routeEdges,
  type DrawnEdge,
  type DrawingFacts,
  type Places,
  type Rectangle,
  type RoutedEdge,
} from '../drawing/index.ts';
import { withAncestors } from './hit.ts';

interface Group {
  readonly signature: string;
  readonly routed: readonly RoutedEdge[];
}

/** The outermost container that holds both ends; undefined for lines that go outside. */
function holderOf(places: Places, facts: DrawingFacts, edge: DrawnEdge): string | undefined {
  const vpcOf = (key: string) =>
    withAncestors(places.parentOf, key).find((outer) => facts.design.resources[outer]?.kind === 'vpc');
  const from = vpcOf(edge.from);
  return edge.to === undefined || vpcOf(edge.to) === from ? from : undefined;
}

const contains = (outer: Rectangle, inner: Rectangle): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

/** Everything in a container, with the container; without one, what stands on the canvas and on its borders. */
function boxesIn(places: Places, holder: string | undefined): Map<string, Rectangle> {
  const found = new Map<string, Rectangle>();
  const add = (key: string) => {
    const box = places.boxes.get(key);
    if (box) found.set(key, { x: box.x, y: box.y, width: box.width, height: box.height });
  };
  if (holder === undefined) {
    for (const [key, box] of places.boxes) {
      const parent = places.parentOf.get(key);
      const around = parent === undefined ? undefined : places.boxes.get(parent);
      // What lies wholly inside a closed container is out of the way of lines between them.
      const isHidden =
        parent !== undefined && !isRegionKey(parent) && around !== undefined && contains(around, box);
      if (!isHidden) add(key);
    }
    return found;
  }
  const visit = (key: string): void => {
    add(key);
    for (const child of places.childrenOf.get(key) ?? []) visit(child);
  };
  visit(holder);
  return found;
}

export type Router = (
  edges: readonly DrawnEdge[],
  facts: DrawingFacts,
  places: Places,
) => readonly RoutedEdge[];

/** Makes a router that remembers the ways it found. */
export function createRouter(): Router {
  let groups = new Map<string | undefined, Group>();
  let list: readonly RoutedEdge[] = [];
  return (edges, facts, places) => {
    const byHolder = new Map<string | undefined, DrawnEdge[]>();
    for (const edge of edges) {
      const holder = holderOf(places, facts, edge);
      const group = byHolder.get(holder);
      if (group) group.push(edge);
      else byHolder.set(holder, [edge]);
    }
    const labels = labelsOf(facts, places);
    const next = new Map<string | undefined, Group>();
    for (const [holder, group] of byHolder) {
      const around = holder === undefined ? undefined : places.boxes.get(holder);
      const near = around ? labels.filter((label) => overlaps(label, around, 24)) : labels;
      const signature = JSON.stringify([group, [...boxesIn(places, holder)], near]);
      const before = groups.get(holder);
      next.set(
        holder,
        before?.signature === signature ? before : { signature, routed: routeEdges(group, places, near) },
      );
    }
    groups = next;
    const byId = new Map(
      [...next.values()].flatMap(({ routed }) => routed.map((one) => [one.edge.id, one] as const)),
    );
    const fresh = edges.flatMap(({ id }) => byId.get(id) ?? []);
    const isSame = fresh.length === list.length && fresh.every((one, index) => one === list[index]);
    if (!isSame) list = fresh;
    return list;
  };
}
