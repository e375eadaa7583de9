/** What the internet can open, as lines on the canvas: from the internet through its gateway to each thing, with ports. */

import type { ExposureAnswer } from '../engine/index.ts';
import {
  cardOf,
  INTERNET,
  labelsOf,
  roundedPath,
  routeEdges,
  textWidth,
  type DrawnEdge,
  type Point,
  type Rectangle,
} from '../drawing/index.ts';
import type { Language } from '../model/index.ts';
import type { Family } from '../net/index.ts';
import { withAncestors } from './hit.ts';
import type { CanvasModel } from './model.ts';
import { length, pointAt } from './path-geometry.ts';
import { withTitles } from './titled-places.ts';

export interface ExposureLine {
  readonly d: string;
  /** Everything comes through here. */
  readonly isTrunk: boolean;
  readonly isSure: boolean;
  readonly arrow?: { readonly at: Point; readonly from: Point };
}

export interface ExposurePort {
  readonly at: Point;
  readonly width: number;
  readonly text: string;
  readonly id: string;
  readonly isSure: boolean;
}

export interface ExposureRing extends Rectangle {
  readonly id: string;
  readonly radius: number;
  readonly isSure: boolean;
}

export interface ExposureDrawing {
  /** What keeps its colours. */
  readonly exposed: ReadonlySet<string>;
  readonly lines: readonly ExposureLine[];
  readonly ports: readonly ExposurePort[];
  readonly rings: readonly ExposureRing[];
}

interface Opened {
  readonly ports: readonly string[];
  readonly isSure: boolean;
}

const anyWord: Readonly<Record<Language, string>> = { en: 'all', ja: 'すべて' };

const protocolWords: Readonly<Record<string, string>> = { udp: 'UDP', icmp: 'ICMP', icmpv6: 'ICMPv6' };

/** `22, 443`; what is not TCP says so. */
function portText(protocol: string, ports: string | undefined, language: Language): string {
  if (protocol === '-1') return anyWord[language];
  const list = (ports ?? '').replaceAll(/,\s*/g, ', ').replaceAll('-', '–');
  const word = protocol === 'tcp' ? '' : (protocolWords[protocol] ?? `IP ${protocol}`);
  return [word, list].filter((part) => part !== '').join(' ') || 'TCP';
}

/** Each thing that is drawn and open, with the words of its pill. */
function openedThings(
  model: CanvasModel,
  answer: ExposureAnswer,
  family: Family,
  language: Language,
): ReadonlyMap<string, Opened> {
  const things = new Map<string, Opened>();
  for (const { resource, family: of, allowed, verdict } of answer.inbound) {
    const key = cardOf(model.facts, resource);
    if (of !== family || !model.places.boxes.has(key)) continue;
    const before = things.get(key);
    const texts = allowed.map(({ protocol, ports }) => portText(protocol, ports, language));
    things.set(key, {
      ports: [...new Set([...(before?.ports ?? []), ...texts])],
      isSure: (before?.isSure ?? false) || verdict !== 'undetermined',
    });
  }
  return things;
}

/** The internet gateway of the VPC that a thing stands in. */
function gateOf(model: CanvasModel, key: string): string | undefined {
  const vpc = withAncestors(model.places.parentOf, key).find(
    (outer) => model.items.get(outer)?.kind === 'vpc',
  );
  return (model.places.childrenOf.get(vpc) ?? []).find(
    (child) => model.items.get(child)?.kind === 'internetGateway',
  );
}

const edge = (from: string, to: string): DrawnEdge => ({
  id: `${from} ${to}`,
  style: 'route',
  from,
  to,
  color: 'exp',
  destinations: [],
  hasWarning: false,
});

const RING = 4;
const PILL_HEIGHT = 22;
/** Where along its line a pill is tried. */
const TRIES = [0.5, 0.6, 0.4, 0.7, 0.3, 0.8, 0.2, 0.9];

const overlaps = (a: Rectangle, b: Rectangle): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** The first place along a line where a pill covers no card, no name and no other pill. */
function placeOfPill(points: readonly Point[], width: number, taken: readonly Rectangle[]): Point {
  const whole = length(points);
  const boxAt = ({ x, y }: Point): Rectangle => ({
    x: x - width / 2,
    y: y - PILL_HEIGHT / 2,
    width,
    height: PILL_HEIGHT,
  });
  const places = TRIES.map((share) => pointAt(points, whole * share));
  const free = places.find((at) => !taken.some((box) => overlaps(box, boxAt(at))));
  return free ?? pointAt(points, whole / 2);
}

/** Draws the exposure over one family. */
export function drawExposure(
  model: CanvasModel,
  answer: ExposureAnswer,
  family: Family,
  language: Language,
): ExposureDrawing {
  const things = openedThings(model, answer, family, language);
  const hasInternet = model.places.boxes.has(INTERNET);
  const edges = new Map<string, { readonly edge: DrawnEdge; readonly to: string }>();
  const exposed = new Set<string>(things.keys());
  for (const key of things.keys()) {
    const gate = gateOf(model, key);
    const from = gate ?? (hasInternet ? INTERNET : undefined);
    if (from === undefined) continue;
    if (gate !== undefined && hasInternet) {
      const trunk = edge(INTERNET, gate);
      edges.set(trunk.id, { edge: trunk, to: '' });
      exposed.add(gate);
    }
    if (hasInternet) exposed.add(INTERNET);
    const last = edge(from, key);
    edges.set(last.id, { edge: last, to: key });
  }
  // Lines keep off the names and pills of subnets, and so do the ports on them.
  const named = withTitles(model);
  const labels = labelsOf(model.facts, model.places);
  const routed = routeEdges(
    [...edges.values()].map(({ edge: each }) => each),
    named,
    labels,
  );
  const cards = [...named.boxes].flatMap(([key, box]) => {
    const form = model.items.get(key)?.form;
    return form === 'container' || form === 'frame' ? [] : [box];
  });
  const taken: Rectangle[] = [...cards, ...labels];
  const lines: ExposureLine[] = [];
  const ports: ExposurePort[] = [];
  for (const { edge: drawn, points } of routed) {
    const to = edges.get(drawn.id)?.to ?? '';
    const thing = things.get(to);
    const isSure = thing?.isSure ?? [...things.values()].some((each) => each.isSure);
    const [at, from] = [points.at(-1), points.at(-2)];
    lines.push({
      d: roundedPath(points),
      isTrunk: to === '',
      isSure,
      ...(at && from && to !== '' ? { arrow: { at, from } } : {}),
    });
    if (!thing) continue;
    const text = thing.ports.join(', ');
    const width = Math.max(32, Math.ceil(textWidth(text, 12, 600)) + 18);
    const place = placeOfPill(points, width, taken);
    taken.push({ x: place.x - width / 2, y: place.y - PILL_HEIGHT / 2, width, height: PILL_HEIGHT });
    ports.push({ at: place, width, text, id: to, isSure });
  }
  const rings = [...things].flatMap(([key, { isSure }]): ExposureRing[] => {
    const box = model.places.boxes.get(key);
    if (!box) return [];
    const isRound = model.items.get(key)?.form === 'span';
    const height = box.height + 2 * RING;
    return [
      {
        id: key,
        x: box.x - RING,
        y: box.y - RING,
        width: box.width + 2 * RING,
        height,
        radius: isRound ? height / 2 : 11,
        isSure,
      },
    ];
  });
  return { exposed, lines, ports, rings };
}
