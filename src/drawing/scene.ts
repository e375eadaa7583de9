/** A whole picture as data: every box where it stands, every line on its way, all that is written on them. */

import type { Box, Design } from '../model/index.ts';
import { drawEdge } from './draw-edge.ts';
import { drawItem, labelsOf, type DrawContext, type SceneItem, type SceneOptions } from './draw-item.ts';
import { edgesOf } from './edges.ts';
import { factsOf } from './facts.ts';
import { boundsOf, type Rectangle } from './geometry.ts';
import type { Mark } from './marks.ts';
import { placesOf, readZoneKey, type Layout, type Places } from './places.ts';
import { routeEdges, type RoutedEdge } from './routes.ts';
import type { Tiers } from './tiers.ts';

export interface SceneEdge extends RoutedEdge {
  /** In canvas coordinates. */
  readonly marks: readonly Mark[];
}

export interface Scene {
  readonly bounds: Rectangle;
  /** Frames and containers, the outermost first. */
  readonly containers: readonly SceneItem[];
  readonly edges: readonly SceneEdge[];
  /** Cards, gates, spans and the internet. */
  readonly nodes: readonly SceneItem[];
}

/** Draws a design by its layout: what has no box is left out. */
export function sceneOf(design: Design, layout: Layout, tiers: Tiers, options: SceneOptions): Scene {
  const facts = factsOf(design);
  const places = placesOf(design, layout);
  const context: DrawContext = { facts, places, tiers, options };
  const containers: SceneItem[] = [];
  const nodes: SceneItem[] = [];
  for (const [key, box] of outermostFirst(places)) {
    const item = drawItem(context, key, box);
    if (item) (item.isContainer ? containers : nodes).push(item.item);
  }
  const labels = labelsOf(facts, places);
  const edges = routeEdges(edgesOf(facts, tiers, options.warnings), places, labels).map((routed) => ({
    ...routed,
    marks: drawEdge(routed, options.badges?.get(routed.edge.id)),
  }));
  const bounds = boundsOf([
    ...places.boxes.values(),
    ...labels,
    ...edges.flatMap(({ points }) => points.map(({ x, y }) => ({ x, y, width: 0, height: 0 }))),
  ]);
  return { bounds: bounds ?? { x: 0, y: 0, width: 0, height: 0 }, containers, edges, nodes };
}

/** Zone frames go before their VPC's other children: they are columns behind subnets. */
function outermostFirst(places: Places): (readonly [string, Box])[] {
  const ordered: (readonly [string, Box])[] = [];
  const visit = (parent: string | undefined): void => {
    const children = places.childrenOf.get(parent) ?? [];
    const frames = children.filter((key) => readZoneKey(key) !== undefined);
    const others = children.filter((key) => readZoneKey(key) === undefined);
    for (const key of [...frames, ...others]) {
      const box = places.boxes.get(key);
      if (box) ordered.push([key, box]);
      visit(key);
    }
  };
  visit(undefined);
  return ordered;
}
