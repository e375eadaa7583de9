/** The inside of one VPC: cards in subnets, subnets in rows and columns, zone frames behind, gates on the border. */

import {
  card,
  containerSizeOf,
  formOf,
  gate,
  gateWidth,
  GRID,
  shownTiers,
  snap,
  snapUp,
  span,
  subnetTitleWidth,
  TWO_PILL_HEADER,
  vpcTitleWidth,
  zoneKey,
  type DrawingFacts,
  type NodeLook,
  type Size,
  type Tiers,
} from '../drawing/index.ts';
import type { Box, Resource, ResourceId, Subnet, Vpc } from '../model/index.ts';
import type { Demand } from './gutters.ts';
import { NO_ZONE, subnetTableOf, type Row, type SubnetTable, type ZonePatterns } from './rows.ts';

/** Boxes relative to their container, by key: filled while arranging. */
export type Boxes = Record<string, Box>;

export interface ArrangeContext extends Demand {
  readonly facts: DrawingFacts;
  readonly tiers: Tiers;
  readonly childrenOf: (id: ResourceId) => readonly ResourceId[];
  readonly lookOf: (id: ResourceId) => NodeLook | undefined;
  readonly sizeOf: (id: ResourceId) => Size;
  /** How names of subnets tell a zone; made once a zone. */
  readonly patternsOf: (zone: string) => ZonePatterns;
  /** A sorted copy, by name and then by id. */
  readonly inOrder: (ids: readonly ResourceId[]) => ResourceId[];
}

const vpcSize = containerSizeOf('vpc');
const zoneSize = containerSizeOf('zone');
const subnetSize = containerSizeOf('subnet');

const ROW_GAP = 24;
const WIDEST_GAP = 64;
const SHAPE = 3 / 2;
const MOST_COLUMNS = 128;

/** A gutter wide enough for so many lines 8 px apart. */
const gutter = (tracks: number): number => Math.min(WIDEST_GAP, Math.max(ROW_GAP, GRID * (tracks + 1)));

/** Equal cells for the leaves of a container. */
interface Cells extends Size {
  readonly columns: number;
}

const rowsFor = (count: number, columns: number): number => Math.max(1, Math.ceil(count / columns));

const gridWidth = ({ width, columns }: Cells): number => columns * width + (columns - 1) * card.gap;
const gridHeight = (rows: number, height: number): number => rows * height + (rows - 1) * card.gap;

/** Reading order; what routes lead to comes first in the last row, which faces the tiers below. */
function inReadingOrder(
  context: ArrangeContext,
  leaves: readonly ResourceId[],
  columns: number,
): ResourceId[] {
  const ordered = context.inOrder(leaves);
  const targets = ordered.filter((id) => context.targets.has(id));
  const others = ordered.filter((id) => !context.targets.has(id));
  const lastRow = (rowsFor(leaves.length, columns) - 1) * columns;
  const before = Math.min(lastRow, others.length);
  return [...others.slice(0, before), ...targets, ...others.slice(before)];
}

/** Boxes of the leaves of one container, below its header. */
export function placeLeaves(
  context: ArrangeContext,
  leaves: readonly ResourceId[],
  cells: Cells,
  header: number,
  boxes: Boxes,
): void {
  for (const [index, id] of inReadingOrder(context, leaves, cells.columns).entries()) {
    boxes[id] = {
      x: subnetSize.left + (index % cells.columns) * (cells.width + card.gap),
      y: header + Math.floor(index / cells.columns) * (cells.height + card.gap),
      width: cells.width,
      height: cells.height,
    };
  }
}

/** The size of every leaf's cell: as large as the largest. */
export function cellOf(context: ArrangeContext, leaves: Iterable<ResourceId>): Size {
  let width: number = card.width;
  let height: number = card.height;
  for (const id of leaves) {
    const size = context.sizeOf(id);
    width = Math.max(width, size.width);
    height = Math.max(height, size.height);
  }
  return { width, height };
}

interface MeasuredRow extends Row {
  readonly header: number;
  /** Leaves of its fullest subnet. */
  readonly most: number;
}

interface Measured {
  readonly table: SubnetTable;
  readonly rows: readonly MeasuredRow[];
  readonly cell: Size;
  readonly titleWidth: number;
  readonly rowGap: number;
  readonly zoneGap: number;
}

/** The header of a row: higher where one of its subnets has a second pill. */
function headerOf(context: ArrangeContext, cells: Iterable<ResourceId>): number {
  for (const id of cells) {
    const subnet = context.facts.design.resources[id];
    const pair = Object.hasOwn(context.tiers, id) ? context.tiers[id] : undefined;
    if (subnet?.kind === 'subnet' && pair && shownTiers(subnet, pair).ipv6 !== undefined)
      return TWO_PILL_HEADER;
  }
  return subnetSize.header;
}

function measure(
  context: ArrangeContext,
  vpcId: ResourceId,
  subnets: readonly (readonly [ResourceId, Subnet])[],
): Measured {
  const { tiers, childrenOf } = context;
  const table = subnetTableOf(subnets, tiers, context.patternsOf);
  const rows = table.rows.map((row) => ({
    ...row,
    header: headerOf(context, row.cells.values()),
    most: Math.max(0, ...[...row.cells.values()].map((id) => childrenOf(id).length)),
  }));
  const tracks = context.tracksOf(vpcId);
  return {
    table,
    rows,
    cell: cellOf(
      context,
      subnets.flatMap(([id]) => childrenOf(id)),
    ),
    titleWidth: Math.max(
      0,
      ...subnets.map(([id, subnet]) =>
        subnetTitleWidth(id, subnet, Object.hasOwn(tiers, id) ? tiers[id] : undefined),
      ),
    ),
    rowGap: gutter(tracks),
    zoneGap: gutter(tracks) - GRID,
  };
}

const subnetWidth = ({ cell, titleWidth }: Measured, columns: number): number =>
  Math.max(
    subnetSize.minWidth,
    snapUp(titleWidth),
    snapUp(subnetSize.left + gridWidth({ ...cell, columns }) + subnetSize.padding),
  );

const rowHeight = ({ cell }: Measured, row: MeasuredRow, columns: number): number =>
  Math.max(
    subnetSize.minHeight,
    snapUp(row.header + gridHeight(rowsFor(row.most, columns), cell.height) + subnetSize.padding),
  );

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

function zonesSize(measured: Measured, width: number, columns: number): Size {
  const { table, rows, rowGap, zoneGap } = measured;
  const zone = zoneSize.left + width + zoneSize.padding;
  const heights = rows.map((row) => rowHeight(measured, row, columns));
  return {
    width: table.zones.length * zone + (table.zones.length - 1) * zoneGap,
    height: zoneSize.header + sum(heights) + (rows.length - 1) * rowGap + zoneSize.padding,
  };
}

/** The number of columns that brings the VPC nearest to 3:2; as many as fit under the titles cost no width. */
function bestColumns(measured: Measured): number {
  const most = Math.max(1, ...measured.rows.map((row) => row.most));
  let first = 1;
  while (first < most && subnetWidth(measured, first + 1) === subnetWidth(measured, 1)) first += 1;
  let best = first;
  let least = Infinity;
  for (let columns = first; columns <= Math.min(most, MOST_COLUMNS); columns += 1) {
    const { width, height } = zonesSize(measured, subnetWidth(measured, columns), columns);
    const distance = Math.abs(Math.log(width / height / SHAPE));
    if (distance < least - 1e-9) {
      least = distance;
      best = columns;
    }
  }
  return best;
}

/** Gates in a row on the upper edge, the first in its middle. */
function gatesOnTop(
  context: ArrangeContext,
  gates: readonly ResourceId[],
): { id: ResourceId; offset: number; end: number }[] {
  let offset = -gate.width / 2;
  return gates.map((id) => {
    const look = context.lookOf(id);
    const own = snapUp(offset);
    const end = own + (look ? gateWidth(look) : gate.width);
    offset = end + 3 * GRID;
    return { id, offset: own, end };
  });
}

/** Internet gateways before the others, each kind by name. */
function orderGates(context: ArrangeContext, gates: readonly ResourceId[]): ResourceId[] {
  const kindOf = (id: ResourceId): Resource['kind'] | undefined => context.facts.design.resources[id]?.kind;
  const named = context.inOrder(gates);
  return [
    ...named.filter((id) => kindOf(id) === 'internetGateway'),
    ...named.filter((id) => kindOf(id) !== 'internetGateway'),
  ];
}

/** Arranges what stands in a VPC, adds its boxes, and returns the size that the VPC needs. */
export function arrangeVpc(context: ArrangeContext, vpcId: ResourceId, vpc: Vpc, boxes: Boxes): Size {
  const { facts, childrenOf } = context;
  const subnets: (readonly [ResourceId, Subnet])[] = [];
  const gates: ResourceId[] = [];
  const strip: ResourceId[] = [];
  for (const id of childrenOf(vpcId)) {
    const resource = facts.design.resources[id];
    if (resource?.kind === 'subnet') subnets.push([id, resource]);
    else if (resource && formOf(resource) === 'gate') gates.push(id);
    else strip.push(id);
  }
  const onTop = gatesOnTop(context, orderGates(context, gates));
  const titleRoom = snapUp(vpcTitleWidth(vpcId, vpc)) + 2 * GRID;
  const gateEnd = Math.max(0, ...onTop.map(({ end }) => end));
  const leastWidth = Math.max(
    vpcSize.minWidth,
    onTop.length > 0 ? 2 * Math.max(titleRoom + gate.width / 2, snapUp(gateEnd) + GRID) : titleRoom,
  );
  const inner = leastWidth - vpcSize.left - vpcSize.padding;
  const zones = placeZones(context, vpcId, subnets, inner, boxes);
  const innerWidth = Math.max(inner, zones.width);
  const bottom = placeStrip(context, strip, innerWidth, vpcSize.header + zones.height, boxes);
  const width = snapUp(vpcSize.left + innerWidth + vpcSize.padding);
  for (const { id, offset } of onTop) {
    boxes[id] = {
      x: snap(width / 2) + offset,
      y: -gate.height / 2,
      width: gate.width,
      height: gate.height,
    };
  }
  return { width, height: Math.max(vpcSize.minHeight, snapUp(bottom + vpcSize.padding)) };
}

/** Columns of subnets with their frames; they fill the least width. */
function placeZones(
  context: ArrangeContext,
  vpcId: ResourceId,
  subnets: readonly (readonly [ResourceId, Subnet])[],
  leastWidth: number,
  boxes: Boxes,
): Size {
  if (subnets.length === 0) return { width: 0, height: 0 };
  const measured = measure(context, vpcId, subnets);
  const { table, rows, cell, rowGap, zoneGap } = measured;
  const columns = bestColumns(measured);
  const natural = subnetWidth(measured, columns);
  const missing = leastWidth - zonesSize(measured, natural, columns).width;
  const width = natural + Math.max(0, snapUp(missing / table.zones.length));
  const size = zonesSize(measured, width, columns);
  const zoneWidth = zoneSize.left + width + zoneSize.padding;
  const zoneHeight = Math.max(zoneSize.minHeight, size.height);
  for (const [index, zone] of table.zones.entries()) {
    const x = vpcSize.left + index * (zoneWidth + zoneGap);
    if (zone !== NO_ZONE) {
      boxes[zoneKey(vpcId, zone)] = { x, y: vpcSize.header, width: zoneWidth, height: zoneHeight };
    }
    let y = vpcSize.header + zoneSize.header;
    for (const row of rows) {
      const height = rowHeight(measured, row, columns);
      const id = row.cells.get(zone);
      if (id !== undefined) {
        boxes[id] = { x: x + zoneSize.left, y, width, height };
        placeLeaves(context, context.childrenOf(id), { ...cell, columns }, row.header, boxes);
      }
      y += height + rowGap;
    }
  }
  return { width: size.width, height: zoneHeight };
}

/** What has no subnet waits below: spans over the whole width, then cards side by side. Returns where it ends. */
function placeStrip(
  context: ArrangeContext,
  ids: readonly ResourceId[],
  width: number,
  top: number,
  boxes: Boxes,
): number {
  const isSpan = (id: ResourceId): boolean => context.lookOf(id)?.form === 'span';
  const ordered = context.inOrder(ids);
  let bottom = top;
  let y = top === vpcSize.header ? top : top + 2 * GRID;
  for (const id of ordered.filter(isSpan)) {
    boxes[id] = { x: vpcSize.left, y, width, height: span.height };
    bottom = y + span.height;
    y = bottom + GRID;
  }
  const cards = ordered.filter((id) => !isSpan(id));
  const cell = cellOf(context, cards);
  const columns = Math.max(1, Math.floor((width + card.gap) / (cell.width + card.gap)));
  for (const [index, id] of cards.entries()) {
    const row = Math.floor(index / columns);
    const box = {
      x: vpcSize.left + (index % columns) * (cell.width + card.gap),
      y: y + row * (cell.height + card.gap),
      ...cell,
    };
    boxes[id] = box;
    bottom = box.y + box.height;
  }
  return bottom;
}
