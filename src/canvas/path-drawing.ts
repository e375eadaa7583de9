/** A path as lines on the canvas: legs between the things it goes through, numbered hops on them, and what blocks them. */

import type { FamilyAnswer, Leg, ReachAnswer } from '../engine/index.ts';
import { isStop, shownFamily, toldHops, type PathQuestion } from '../app/index.ts';
import {
  boundsOf,
  labelsOf,
  routeEdges,
  type DrawnEdge,
  type Point,
  type Rectangle,
} from '../drawing/index.ts';
import type { Language } from '../model/index.ts';
import type { CanvasModel } from './model.ts';
import { apart, drawLeg, type PathLine } from './path-legs.ts';
import { lit } from './path-lit.ts';
import { clearOf, MARK, WIDE_MARK, type HopMark } from './path-marks.ts';
import { BLOCK_RADIUS } from './path-pill.ts';
import { endKey, placeOfStep, stagesOf, type Stage } from './path-stages.ts';
import { around, obstaclesOf, worded, type BlockMark } from './path-words.ts';
import { withTitles } from './titled-places.ts';

export interface PathDrawing {
  /** What is not dimmed. */
  readonly on: ReadonlySet<string>;
  readonly lines: readonly PathLine[];
  readonly marks: readonly HopMark[];
  readonly blocks: readonly BlockMark[];
  /** Round its symbols, numbers and words, which keep their size on the screen from afar. */
  readonly extentAt: (zoom: number) => Rectangle | undefined;
  /** Where each step of request and reply happens, as far as that is drawn. */
  readonly steps: readonly (string | undefined)[];
}

const pathEdge = (id: string, { from, to }: Stage, color: 'ok' | 'no'): DrawnEdge => ({
  id,
  style: 'route',
  from,
  to,
  color,
  destinations: [],
  hasWarning: false,
});

/** Numbers and words are never smaller on the screen than this part of their own size. */
export const LEAST_SCALE = 0.91;

function extentAt(
  zoom: number,
  marks: readonly HopMark[],
  blocks: readonly BlockMark[],
): Rectangle | undefined {
  const scale = Math.max(1, LEAST_SCALE / zoom);
  const grown = ({ x, y }: Point, box: Rectangle): Rectangle => ({
    x: x + (box.x - x) * scale,
    y: y + (box.y - y) * scale,
    width: box.width * scale,
    height: box.height * scale,
  });
  return boundsOf([
    ...marks.map(({ at }) => grown(at, around(at, WIDE_MARK, MARK))),
    ...blocks.flatMap(({ at, pill }) =>
      [around(at, 2 * BLOCK_RADIUS, 2 * BLOCK_RADIUS), ...(pill ? [pill] : [])].map((box) => grown(at, box)),
    ),
  ]);
}

/** A leg that is drawn: the request always; the reply where it does not arrive, or did not before a fix. */
const isDrawnReply = (back: Leg, before: Leg | undefined): boolean =>
  (back.verdict === 'blocked' && toldHops(back).some(isStop)) || before?.verdict === 'blocked';

/**
 * Draws an answer; undefined where its ends are not on the canvas.
 * @param before the answer without the fix that is previewed: what that lets through is drawn as a ghost
 */
export function drawPath(
  model: CanvasModel,
  answer: ReachAnswer,
  ipVersion: PathQuestion['ipVersion'],
  language: Language,
  before?: ReachAnswer,
): PathDrawing | undefined {
  const shown = shownFamily(answer, ipVersion);
  const from = shown && endKey(model, answer, shown.answer, 'from');
  const to = shown && endKey(model, answer, shown.answer, 'to');
  if (!shown || from === undefined || to === undefined) return undefined;
  const family: FamilyAnswer = shown.answer;
  const { forward, return: back } = family;
  const request = stagesOf(model, forward, from, to);
  // A reply that arrives takes no attention; one that does not is the whole point.
  const was = before && shownFamily(before, ipVersion)?.answer;
  const hasReply = isDrawnReply(back, was?.return);
  const reply = hasReply ? stagesOf(model, back, to, from) : [];
  const edges = [
    ...request.map((stage, number) => pathEdge(`request ${number}`, stage, 'ok')),
    ...reply.map((stage, number) => pathEdge(`reply ${number}`, stage, 'no')),
  ];
  const routed = routeEdges(edges, withTitles(model), labelsOf(model.facts, model.places));
  const ways = new Map(routed.map(({ edge, points }) => [edge.id, points]));
  const there = drawLeg(model, {
    leg: forward,
    unknowns: family.unknowns,
    stages: request,
    wayOf: (number) => ways.get(`request ${number}`),
    offset: 0,
    direction: 'forward',
    begins: 'travelled',
    standing: was?.forward.verdict === 'blocked' ? 'ghost' : 'real',
  });
  const answered = drawLeg(model, {
    leg: back,
    unknowns: family.unknowns,
    stages: reply,
    wayOf: (number) => ways.get(`reply ${number}`),
    offset: toldHops(forward).length,
    direction: 'return',
    begins: forward.verdict === 'blocked' ? 'stopped' : 'travelled',
    standing: was?.return.verdict === 'blocked' ? 'ghost' : 'real',
  });
  const blocks = apart([...there.blocks, ...answered.blocks]);
  const marks = clearOf(blocks, [...there.marks, ...answered.marks]);
  const said = worded(model, blocks, obstaclesOf(model, marks, [...ways.values()]), language);
  return {
    on: lit(model, [forward, ...(hasReply ? [back] : [])], [from, to]),
    // The reply lies under the request.
    lines: [...answered.lines, ...there.lines],
    marks,
    blocks: said,
    extentAt: (zoom) => extentAt(zoom, marks, said),
    steps: [forward, back].flatMap((leg) => toldHops(leg).map((hop) => placeOfStep(model, leg, hop))),
  };
}
