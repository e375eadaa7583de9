/** Zones are columns: where a subnet is let go says its zone, and a column stays one straight column. */

import { containerSizeOf, GRID, readZoneKey, snap } from '../drawing/index.ts';
import { zonesOf, type Design, type ResourceId } from '../model/index.ts';
import type { CanvasModel } from './model.ts';

interface Column {
  readonly zone: string;
  readonly left: number;
  readonly right: number;
  /** Where its other subnets begin; undefined when it has none. */
  readonly edge?: number;
}

const inset = containerSizeOf('zone').left;

/** The columns of a VPC, relative to it, without one subnet that is being moved. */
function columnsOf(model: CanvasModel, vpcId: ResourceId, moving: ResourceId | undefined): Column[] {
  const vpc = model.places.boxes.get(vpcId);
  if (!vpc) return [];
  const children = model.places.childrenOf.get(vpcId) ?? [];
  return children.flatMap((key) => {
    const zone = readZoneKey(key)?.zone;
    const frame = model.places.boxes.get(key);
    if (zone === undefined || !frame) return [];
    const edges = children.flatMap((child) => {
      const resource = model.facts.design.resources[child];
      const box = model.places.boxes.get(child);
      const isOther = child !== moving && resource?.kind === 'subnet' && resource.availabilityZone === zone;
      return isOther && box ? [box.x - vpc.x] : [];
    });
    return [
      {
        zone,
        left: frame.x - vpc.x,
        right: frame.x + frame.width - vpc.x,
        ...(edges.length > 0 ? { edge: Math.min(...edges) } : {}),
      },
    ];
  });
}

export interface Berth {
  readonly zone?: string;
  readonly x: number;
}

/**
 * The zone and the left edge of a subnet let go in a VPC; `left` and `width` are its box relative to the VPC.
 * In a column it takes the column's zone and lines up; beside all columns a new one opens another zone, one
 * that is moved goes back to its own.
 */
export function berthFor(
  model: CanvasModel,
  design: Design,
  vpcId: ResourceId,
  box: { readonly x: number; readonly width: number },
  moving?: ResourceId,
): Berth {
  const columns = columnsOf(model, vpcId, moving);
  const middle = box.x + box.width / 2;
  const under = columns.find(({ left, right }) => left <= middle && middle <= right);
  if (under) return { zone: under.zone, x: under.edge ?? box.x };
  const subnet = moving === undefined ? undefined : design.resources[moving];
  const own = subnet?.kind === 'subnet' ? subnet.availabilityZone : undefined;
  if (typeof own === 'string') {
    const column = columns.find(({ zone }) => zone === own);
    return {
      zone: own,
      x:
        column?.edge ??
        clearOf(
          columns.filter(({ zone }) => zone !== own),
          box,
        ),
    };
  }
  if (columns.length === 0) return { x: box.x };
  const used = columns.map(({ zone }) => zone);
  const free = zonesOf(design, vpcId).find((zone) => !used.includes(zone));
  if (free !== undefined) return { zone: free, x: clearOf(columns, box) };
  const nearest = columns.reduce((best, column) =>
    Math.abs(middle - (column.left + column.right) / 2) < Math.abs(middle - (best.left + best.right) / 2)
      ? column
      : best,
  );
  return { zone: nearest.zone, x: nearest.edge ?? box.x };
}

/** Right of every column that the box and its frame would touch. */
function clearOf(columns: readonly Column[], box: { readonly x: number; readonly width: number }): number {
  let { x } = box;
  for (const { left, right } of columns.toSorted((a, b) => a.left - b.left)) {
    const touches = x - inset - GRID < right && left < x + box.width + inset + GRID;
    if (touches) x = snap(right + inset + 2 * GRID);
  }
  return x;
}

/** How near to a neighbour's edge a card is let go to line up with it. */
const REACH = 12;

/** A card's place, lined up with the cards beside and above it where it is nearly so. */
export function linedUp(
  model: CanvasModel,
  parent: string | undefined,
  place: { readonly x: number; readonly y: number },
  except: ReadonlySet<string>,
): { readonly x: number; readonly y: number } {
  const around = parent === undefined ? undefined : model.places.boxes.get(parent);
  const neighbours = (model.places.childrenOf.get(parent) ?? []).flatMap((key) => {
    const box = model.places.boxes.get(key);
    const form = model.items.get(key)?.form;
    return box && !except.has(key) && (form === 'card' || form === 'span')
      ? [{ x: box.x - (around?.x ?? 0), y: box.y - (around?.y ?? 0) }]
      : [];
  });
  const near = (axis: 'x' | 'y'): number => {
    const [best] = neighbours
      .map((neighbour) => neighbour[axis])
      .filter((value) => Math.abs(value - place[axis]) <= REACH)
      .sort((a, b) => Math.abs(a - place[axis]) - Math.abs(b - place[axis]));
    return best ?? place[axis];
  };
  return { x: near('x'), y: near('y') };
}
