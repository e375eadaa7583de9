/** One leg of a path as lines: how far it is travelled, its hops, and what stops it. */

import type { Blocker, Hop, Leg, MissingFact, Verdict } from '../engine/index.ts';
import { holderOf, isStop, isUntold } from '../app/index.ts';
import { roundedPath, type Point } from '../drawing/index.ts';
import type { CanvasModel } from './model.ts';
import { cutAt, length, pointAt } from './path-geometry.ts';
import { CLEAR, GAP, MARK, markOf, ROOM_BEHIND, spaced, wantedMarks, type LooseMark } from './path-marks.ts';
import { BLOCK_RADIUS } from './path-pill.ts';
import type { Stage } from './path-stages.ts';
import type { BareBlock } from './path-words.ts';

export interface PathLine {
  readonly d: string;
  /** `ghost`: as it would be with the fix that is previewed. */
  readonly tone: 'ok' | 'no' | 'unk' | 'never' | 'ghost';
  /** The tip of an arrow, and the way it comes from. */
  readonly arrow?: { readonly at: Point; readonly from: Point };
}

const toneOf = (verdict: Verdict): PathLine['tone'] =>
  verdict === 'undetermined' ? 'unk' : verdict === 'blocked' ? 'no' : 'ok';

interface DrawnLeg {
  readonly lines: PathLine[];
  readonly marks: LooseMark[];
  readonly blocks: BareBlock[];
}

export interface LegToDraw {
  readonly leg: Leg;
  readonly unknowns: readonly MissingFact[];
  readonly stages: readonly Stage[];
  /** The ways of its stages, by their numbers. */
  readonly wayOf: (stage: number) => readonly Point[] | undefined;
  /** How many steps come before it. */
  readonly offset: number;
  readonly direction: Blocker['direction'];
  /** `stopped`: the request never got here. */
  readonly begins: 'travelled' | 'stopped';
  /** Only a previewed fix lets it through. */
  readonly standing: 'real' | 'ghost';
}

export function drawLeg(model: CanvasModel, asked: LegToDraw): DrawnLeg {
  const { leg, unknowns, stages, wayOf, offset, direction, begins, standing } = asked;
  const isOpen = (hop: Hop): boolean => leg.verdict === 'undetermined' && isUntold(hop, unknowns);
  const drawn: DrawnLeg = { lines: [], marks: [], blocks: [] };
  let isStopped = begins === 'stopped';
  const verdictTone = toneOf(leg.verdict);
  const travelled = standing === 'ghost' && verdictTone === 'ok' ? 'ghost' : verdictTone;
  stages.forEach((stage, number) => {
    const points = wayOf(number);
    if (!points) return;
    const whole = length(points);
    const isAlone = (hop: Hop): boolean => isStop(hop) || isOpen(hop);
    const wanted = wantedMarks(model, { leg, stage, isAlone }, points);
    const untold = wanted.filter(({ hops }) => hops.some(({ hop }) => isOpen(hop)));
    const stops = wanted.filter(({ hops }) => hops.some(({ hop }) => isStop(hop)));
    const clear = (along: number): number =>
      Math.max(Math.min(along, whole - CLEAR), Math.min(CLEAR, whole / 2));
    for (const { along, hops } of stops) {
      const [stop] = hops;
      drawn.blocks.push({
        at: pointAt(points, clear(along)),
        resource: stop ? (stop.hop.because?.resource ?? holderOf(leg, stop.hop)) : '',
        direction,
        symbol: 'blocked',
        ...(stop ? { step: stop.index + offset } : {}),
      });
    }
    for (const group of untold) {
      const { along, hops } = group;
      const [open] = hops;
      // What follows keeps its place behind it.
      const isLast = group === wanted.at(-1);
      const at = isLast ? clear(along) : Math.max(0, Math.min(along, whole - ROOM_BEHIND));
      drawn.blocks.push({
        at: pointAt(points, at),
        resource: open?.hop.resource ?? '',
        direction,
        symbol: 'undetermined',
        ...(open ? { step: open.index + offset } : {}),
      });
    }
    if (isStopped) {
      drawn.lines.push({ d: roundedPath(points), tone: 'never' });
      return;
    }
    const [first] = stops;
    const end = first ? clear(first.along) : whole;
    const told = wanted.filter((group) => !untold.includes(group));
    const before = first ? told.slice(0, told.indexOf(first)) : told;
    const room = first ? end - BLOCK_RADIUS : whole;
    const marks = room < MARK + GAP ? [] : spaced(before, room);
    if (first) {
      const [head, tail] = cutAt(points, end);
      drawn.lines.push({ d: roundedPath(head), tone: 'no' }, { d: roundedPath(tail), tone: 'never' });
      isStopped = true;
    } else {
      const isLast = number === stages.length - 1;
      const [at, from] = [points.at(-1), points.at(-2)];
      drawn.lines.push({
        d: roundedPath(points),
        tone: travelled,
        ...(at && from && isLast ? { arrow: { at, from } } : {}),
      });
    }
    for (const { along, hops } of marks) {
      const tone = travelled === 'unk' ? 'unk' : direction === 'return' ? 'reply' : 'ok';
      drawn.marks.push({ ...markOf(pointAt(points, along), hops, offset, tone), along, way: points });
    }
  });
  if (leg.verdict === 'undetermined' && !isStopped && drawn.blocks.length === 0) {
    const points = wayOf(stages.length - 1);
    if (points) {
      const at = pointAt(points, length(points) / 2);
      drawn.blocks.push({ at, resource: '', direction, symbol: 'undetermined' });
    }
  }
  return drawn;
}

/** Blockers at one place are one mark, the first one's. */
export const apart = (blocks: readonly BareBlock[]): BareBlock[] =>
  blocks.filter((block, index) =>
    blocks
      .slice(0, index)
      .every(
        ({ at }) =>
          Math.abs(at.x - block.at.x) >= 2 * BLOCK_RADIUS || Math.abs(at.y - block.at.y) >= 2 * BLOCK_RADIUS,
      ),
  );
