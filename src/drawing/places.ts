/** The keys of a layout and what each box is relative to: resources, implied frames, the internet. */

import {
  containerOf,
  known,
  type Box,
  type Design,
  type Resource,
  type ResourceId,
  type Subnet,
} from '../model/index.ts';
import { formOf } from './looks.ts';
import { gate } from './sizes.ts';

export const INTERNET = 'internet';
const REGION = 'region:';
const ZONE = 'az:';

export const isRegionKey = (key: string): boolean => key.startsWith(REGION);
export const isZoneKey = (key: string): boolean => key.startsWith(ZONE);

/** `az:<vpcId>/<zone>`, the column behind the subnets of a zone. */
export const zoneKey = (vpcId: ResourceId, zone: string): string => `${ZONE}${vpcId}/${zone}`;

/** What a subnet says of its zone: its name, else its id; undefined where it says nothing. */
export const zoneOf = (subnet: Subnet): string | undefined =>
  known(subnet.availabilityZone) ?? known(subnet.availabilityZoneId);

/** The parts of a zone's key; ids may hold slashes, zones don't. */
export function readZoneKey(key: string): { readonly vpcId: ResourceId; readonly zone: string } | undefined {
  const slash = key.lastIndexOf('/');
  return isZoneKey(key) && slash > 0
    ? { vpcId: key.slice(ZONE.length, slash), zone: key.slice(slash + 1) }
    : undefined;
}

export interface RegionName {
  readonly ownerId: string;
  readonly region: string;
}

/** `region:<owner>/<region>` of a resource, by its own words or the document's defaults. */
export function regionKeyOf(design: Design, resource: Resource): string | undefined {
  const region = known(resource.region) ?? design.defaults?.region;
  const owner = known(resource.ownerId) ?? design.defaults?.ownerId ?? '';
  return region === undefined ? undefined : `${REGION}${owner}/${region}`;
}

export function readRegionKey(key: string): RegionName | undefined {
  const slash = key.lastIndexOf('/');
  return isRegionKey(key) && slash > 0
    ? { ownerId: key.slice(REGION.length, slash), region: key.slice(slash + 1) }
    : undefined;
}

export type Layout = Readonly<Record<string, Box>>;

/** Reads one box; keys come from documents, so prototype members don't count. */
export const boxOf = (layout: Layout, key: string): Box | undefined =>
  Object.hasOwn(layout, key) ? layout[key] : undefined;

/**
 * The key that a box is relative to: a zone's VPC, a resource's container, else the frame of its Region
 * if the layout has one. Undefined: the canvas.
 */
export function parentKeyOf(design: Design, layout: Layout, key: string): string | undefined {
  const zone = readZoneKey(key);
  if (zone) return zone.vpcId;
  const resource = Object.hasOwn(design.resources, key) ? design.resources[key] : undefined;
  if (resource === undefined) return undefined;
  const container = containerOf(design, resource);
  if (container !== undefined) return container;
  const frame = regionKeyOf(design, resource);
  return frame !== undefined && boxOf(layout, frame) !== undefined ? frame : undefined;
}

/** Every box of a layout in canvas coordinates, with the tree they form. */
export interface Places {
  readonly boxes: ReadonlyMap<string, Box>;
  readonly parentOf: ReadonlyMap<string, string | undefined>;
  readonly childrenOf: ReadonlyMap<string | undefined, readonly string[]>;
}

/** A gate has one size: it stands in the middle of whatever box a file gives it. */
function bodyOf(design: Design, key: string, box: Box): Box {
  const resource = design.resources[key];
  if (resource === undefined || formOf(resource) !== 'gate') return box;
  return {
    ...box,
    x: box.x + (box.width - gate.width) / 2,
    y: box.y + (box.height - gate.height) / 2,
    width: gate.width,
    height: gate.height,
  };
}

/** Puts every box of the layout where it stands on the canvas. A box whose container has none is left out. */
export function placesOf(design: Design, layout: Layout): Places {
  const boxes = new Map<string, Box>();
  const parentOf = new Map<string, string | undefined>();
  const childrenOf = new Map<string | undefined, string[]>();
  const open = new Set<string>();
  const place = (key: string): Box | undefined => {
    const done = boxes.get(key);
    if (done) return done;
    const own = boxOf(layout, key);
    // A container inside itself has no place (B-19).
    if (own === undefined || open.has(key)) return undefined;
    open.add(key);
    const parent = parentKeyOf(design, layout, key);
    const around = parent === undefined ? { x: 0, y: 0 } : place(parent);
    open.delete(key);
    if (around === undefined) return undefined;
    const body = bodyOf(design, key, own);
    const box = { ...body, x: body.x + around.x, y: body.y + around.y };
    boxes.set(key, box);
    parentOf.set(key, parent);
    const siblings = childrenOf.get(parent);
    if (siblings) siblings.push(key);
    else childrenOf.set(parent, [key]);
    return box;
  };
  for (const key of Object.keys(layout)) {
    const isDrawn =
      key === INTERNET || isRegionKey(key) || isZoneKey(key) || Object.hasOwn(design.resources, key);
    if (isDrawn) place(key);
  }
  return { boxes, parentOf, childrenOf };
}
