/** Adding from the palette: a ghost follows the pointer, a chip says what will happen, a click takes the best spot. */

import { app, appState, placedAll, type PaletteDrag, type Point } from '../app/index.ts';
import { slideAside } from '../layout/index.ts';
import { containerSizeOf, isZoneKey, type Rectangle } from '../drawing/index.ts';
import {
  addResource,
  ancestry,
  containerOf,
  definitionOf,
  known,
  placeFor,
  titleOf,
  vpcOf,
  type Added,
  type Addition,
  type Design,
  type Kind,
  type LocalText,
  type Refusal,
  type ResourceId,
} from '../model/index.ts';
import type { Result } from '../net/index.ts';
import { berthFor, linedUp } from './columns.ts';
import { ghostSize } from './ghost-size.ts';
import type { CanvasModel } from './model.ts';
import { containerAt, itemAt } from './hit.ts';
import { surface } from './surface.ts';
import { setCanvas, type DropHint } from './view-state.ts';

type Size = Pick<Rectangle, 'width' | 'height'>;

interface Spot {
  readonly under?: ResourceId;
  readonly zone?: string;
}

const additionAt = (kind: Kind, spot: Spot): Addition => ({
  kind,
  ...(spot.under === undefined ? {} : { under: spot.under }),
  ...(kind === 'subnet' && spot.zone !== undefined ? { zone: spot.zone } : {}),
});

function tryAt(kind: Kind, spot: Spot): Result<Added, Refusal> {
  return addResource(appState().design, additionAt(kind, spot), Math.random);
}

/** `in app-a, 10.0.10.14`: where it goes and what it gets there. */
export function placeText(design: Design, id: ResourceId): LocalText {
  const resource = design.resources[id];
  if (!resource) return { en: '', ja: '' };
  const container = containerOf(design, resource);
  const address =
    resource.kind === 'vpc' || resource.kind === 'subnet'
      ? known(resource.cidrBlock)
      : resource.kind === 'instance' || resource.kind === 'networkInterface'
        ? known(resource.privateIpAddress)
        : undefined;
  if (container === undefined) return { en: address ?? '', ja: address ?? '' };
  const name = titleOf(design, container);
  const { form } = definitionOf(resource.kind);
  if (form === 'gate') return { en: `attached to ${name}`, ja: `${name} にアタッチ` };
  const tail = address === undefined ? '' : `, ${address}`;
  return { en: `in ${name}${tail}`, ja: `${name} 内${address === undefined ? '' : `、${address}`}` };
}

/** The same of a new thing, which may have been given to another at once. */
function addedText({ design, id, taken }: Added): LocalText {
  if (taken === undefined) return placeText(design, id);
  const name = titleOf(design, taken);
  return { en: `for ${name}`, ja: `${name} 用` };
}

/** Keeps the last try: it changes only with the container, not with every step of the pointer. */
let tried:
  | { readonly key: string; readonly design: Design; readonly result: Result<Added, Refusal> }
  | undefined;

function triedAt(kind: Kind, spot: Spot): Result<Added, Refusal> {
  const { design } = appState();
  const key = `${kind} ${spot.under ?? ''} ${spot.zone ?? ''}`;
  if (tried?.key !== key || tried.design !== design) tried = { key, design, result: tryAt(kind, spot) };
  return tried.result;
}

/** How wide a new subnet is: what its column is judged by. */
const SUBNET_WIDTH = 272;
const TITLE_GRIP = { x: 24, y: 12 } as const;
/** How near to the corner of an empty VPC its first subnet is drawn into it. */
const CORNER = 40;

/** The container under a client point; for a subnet also the zone of the column there. */
function spotAt(kind: Kind, client: Point): Spot {
  const canvas = surface();
  if (!canvas) return {};
  const model = canvas.model();
  const point = canvas.toCanvas(client);
  const { design } = appState();
  // What has no place of its own is given to the very thing there.
  const isLoose = definitionOf(kind).form === 'none';
  const under = isLoose ? itemAt(model, point)?.key : containerAt(model, point).id;
  if (under === undefined) return {};
  const vpcId = kind === 'subnet' ? vpcOf(design, under) : undefined;
  const vpc = vpcId === undefined ? undefined : model.places.boxes.get(vpcId);
  if (vpcId === undefined || !vpc) return { under };
  const { zone } = berthFor(model, design, vpcId, { x: point.x - TITLE_GRIP.x - vpc.x, width: SUBNET_WIDTH });
  return { under, ...(zone === undefined ? {} : { zone }) };
}

/** What letting go of a new thing here would do. */
export function hintAt(kind: Kind, client: Point): Omit<DropHint, 'at'> {
  const result = triedAt(kind, spotAt(kind, client));
  if (!result.ok) return { tone: 'refuses', text: result.problem.message };
  const { design, id } = result.value;
  const resource = design.resources[id];
  const container = result.value.taken ?? (resource && containerOf(design, resource));
  return {
    tone: 'takes',
    text: addedText(result.value),
    ...(container === undefined ? {} : { container }),
  };
}

/** Shows what letting go here would do. */
export function showPaletteDrag({ kind, x, y }: PaletteDrag): void {
  const at = { x, y };
  const isOver = surface()?.isOver(at) === true;
  setCanvas({ ghost: { kind, at }, drop: isOver ? { ...hintAt(kind, at), at } : undefined });
}

export const hidePaletteDrag = (): void => setCanvas({ ghost: undefined, drop: undefined });

/** Takes what was let go at a point, or says why not. */
export function dropFromPalette(kind: Kind, at: Point): void {
  if (surface()?.isOver(at) === true) addAt(kind, at);
}

/** A subnet in its column; the first one of a VPC begins at its corner where it was let go near it. */
function berthed(model: CanvasModel, vpcId: ResourceId, near: Point, width: number): Point {
  const { x } = berthFor(model, appState().design, vpcId, { x: near.x, width });
  const isFirst = !(model.places.childrenOf.get(vpcId) ?? []).some(isZoneKey);
  if (!isFirst) return { x, y: near.y };
  const [vpc, zone] = [containerSizeOf('vpc'), containerSizeOf('zone')];
  const corner = { x: vpc.left + zone.left, y: vpc.header + zone.header };
  return {
    x: x < corner.x + CORNER ? corner.x : x,
    y: near.y < corner.y + CORNER ? corner.y : near.y,
  };
}

/** Says why not; a full VPC could take another block. */
function refuse(kind: Kind, { code, message, resource }: Refusal, { zone }: Spot): void {
  const isCrowded = kind === 'subnet' && code === 'no-room' && resource !== undefined;
  if (isCrowded) app.setView({ crowded: { vpc: resource, ...(zone === undefined ? {} : { zone }) } });
  app.notify({ tone: 'info', message, ...(isCrowded ? { command: 'add-subnet-in-new-block' } : {}) });
}

export type AddedAt = 'added' | 'refused';

/** Adds where a client point is; `frame`, in canvas coordinates, is what was drawn for it by hand. */
export function addAt(kind: Kind, at: Point, frame?: Rectangle): AddedAt {
  const canvas = surface();
  if (!canvas) return 'refused';
  const spot = spotAt(kind, at);
  const result = tryAt(kind, spot);
  if (!result.ok) {
    refuse(kind, result.problem, spot);
    return 'refused';
  }
  const { design, id } = result.value;
  const resource = design.resources[id];
  const container = resource && containerOf(design, resource);
  const around = container === undefined ? undefined : canvas.model().places.boxes.get(container);
  const { width, height } = ghostSize(kind);
  const isContainer = definitionOf(kind).form === 'container';
  // A container begins where its title was let go, a card stands under the pointer's middle.
  const grip = frame ? { x: 0, y: 0 } : isContainer ? TITLE_GRIP : { x: width / 2, y: height / 2 };
  const point = frame ?? canvas.toCanvas(at);
  const near = { x: point.x - grip.x - (around?.x ?? 0), y: point.y - grip.y - (around?.y ?? 0) };
  const model = canvas.model();
  const subnetWidth = frame?.width ?? SUBNET_WIDTH;
  const place =
    kind === 'subnet' && container !== undefined
      ? berthed(model, container, near, subnetWidth)
      : definitionOf(kind).form === 'card'
        ? linedUp(model, container, near, new Set())
        : near;
  finish(kind, result.value, place, isContainer ? frame : undefined);
  return 'added';
}

/** Adds at the best spot: in the selected container, else in one that takes this kind. */
export function placeInSelection(kind: Kind): void {
  const { design, selection } = appState();
  const spots = candidates(design, kind, selection[0]);
  const under = spots.find((spot) => placeFor(design, kind, spot).ok);
  const result = tryAt(kind, under === undefined ? {} : { under });
  if (!result.ok) {
    const here = selection[0] === undefined ? result : tryAt(kind, { under: selection[0] });
    refuse(kind, here.ok ? result.problem : here.problem, {});
    return;
  }
  finish(kind, result.value, undefined);
}

/** The selected thing and what is around it, then what is inside these, then everything; outermost kinds stand free. */
function candidates(
  design: Design,
  kind: Kind,
  selected: ResourceId | undefined,
): (ResourceId | undefined)[] {
  const wanted = definitionOf(kind).standsIn?.kind;
  if (wanted === undefined) return [undefined];
  const chain = ancestry(design, selected);
  const inside = Object.entries(design.resources).filter(([, resource]) => resource.kind === wanted);
  const related = inside.filter(([id]) => chain.some((outer) => ancestry(design, id).includes(outer)));
  return [selected, ...related.map(([id]) => id), ...inside.map(([id]) => id)];
}

/** The design with a new thing at its place, as large as it was drawn. */
function placedIn(design: Design, id: ResourceId, near: Point | undefined, size?: Size): Design {
  const placed = placedAll(design, [id], near);
  const box = placed.layout[id];
  if (!size || !box) return placed;
  const layout = { ...placed.layout, [id]: { ...box, width: size.width, height: size.height } };
  return { ...placed, layout: slideAside(placed, layout, [id]) };
}

/** What of a new thing stands in an open field: its block or its address. */
function openFieldOf(design: Design, id: ResourceId): 'cidrBlock' | 'privateIpAddress' | undefined {
  const resource = design.resources[id];
  if (resource?.kind === 'vpc' || resource?.kind === 'subnet') return 'cidrBlock';
  if (resource?.kind !== 'instance' && resource?.kind !== 'networkInterface') return undefined;
  return known(resource.privateIpAddress) === undefined ? undefined : 'privateIpAddress';
}

function finish(kind: Kind, added: Added, near: Point | undefined, size?: Size): void {
  const { design, id } = added;
  const label = definitionOf(kind).label;
  const place = addedText(added);
  const name = titleOf(design, id);
  app.edit({ en: `Add ${name}`, ja: `${name} の追加` }, () => placedIn(design, id, near, size));
  app.select([id]);
  app.announce({
    en: `${name}, ${label.en}, added ${place.en}`.trim(),
    ja: `${name} (${label.ja}) を追加しました。${place.ja}`,
  });
  const field = openFieldOf(design, id);
  if (field) app.setView({ editing: { id, field } });
  else surface()?.element.focus({ preventScroll: true });
  if (near === undefined) app.reveal([id], 'pan if hidden');
  tried = undefined;
}
