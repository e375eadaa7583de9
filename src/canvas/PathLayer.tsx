/** The path on the canvas: its line, its numbered hops, and what stops it. */

import { memo, useEffect, useMemo, useRef } from 'react';
import { app, useApp } from '../app/index.ts';
import { arrowHead, textWidth, type Side } from '../drawing/index.ts';
import { Marks } from './Marks.tsx';
import { OVERLAY_LAYER, type CanvasModel } from './model.ts';
import { drawPath, LEAST_SCALE, type PathDrawing } from './path-drawing.ts';
import type { PathLine } from './path-legs.ts';
import type { HopMark } from './path-marks.ts';
import { tieBetween } from './path-pill.ts';
import type { BlockMark } from './path-words.ts';
import { setCanvas } from './view-state.ts';
import './path.css';

/** For the style sheet. */
const leastScale = { '--least-scale': LEAST_SCALE };

const tones = { ok: 'ok', no: 'no', unk: 'unk', never: 'line-strong', ghost: 'accent' } as const;

function Line({ line }: { readonly line: PathLine }) {
  const { arrow } = line;
  return (
    <g className={`path-line path-${line.tone}`}>
      <path className="path-halo" d={line.d} />
      <path className="path-way" d={line.d} stroke={`var(--${tones[line.tone]})`} />
      {line.tone === 'ok' && <path className="path-flow" d={line.d} />}
      {arrow && (
        <path
          className="path-tip"
          d={arrowHead(arrow.at.x, arrow.at.y, sideOf(arrow.from, arrow.at))}
          fill={`var(--${tones[line.tone]})`}
        />
      )}
    </g>
  );
}

const sideOf = (from: { x: number; y: number }, at: { x: number; y: number }): Side =>
  from.x === at.x ? (from.y < at.y ? 'top' : 'bottom') : from.x < at.x ? 'left' : 'right';

const HOP = 20;

function HopNumber({ mark }: { readonly mark: HopMark }) {
  const isShown = useApp(({ view }) => view.hop !== undefined && mark.hops.includes(view.hop));
  const text = mark.first === mark.last ? String(mark.first) : `${mark.first}–${mark.last}`;
  const width = Math.max(HOP, Math.ceil(textWidth(text, 11, 600)) + 12);
  return (
    <g
      className={`hop hop-${mark.tone}${isShown ? ' hop-shown' : ''}`}
      style={{ transformOrigin: `${mark.at.x}px ${mark.at.y}px` }}
      onClick={() => app.setView({ hop: mark.hops[0] })}
    >
      <rect x={mark.at.x - width / 2} y={mark.at.y - HOP / 2} width={width} height={HOP} rx={HOP / 2} />
      <text x={mark.at.x} y={mark.at.y + 4}>
        {text}
      </text>
    </g>
  );
}

/** The symbol, with its words where they hide the least. */
function Block({ block }: { readonly block: BlockMark }) {
  const isShown = useApp(({ view }) => view.hop !== undefined && view.hop === block.step);
  const { at, pill, text, symbol, rank } = block;
  return (
    <g
      className={`block block-${symbol} block-${rank}${isShown ? ' block-shown' : ''}`}
      style={{ transformOrigin: `${at.x}px ${at.y}px` }}
      {...(block.step === undefined ? {} : { onClick: () => app.setView({ hop: block.step }) })}
    >
      {pill && (
        <>
          <rect className="block-tie" {...tieBetween(at, pill)} />
          <rect x={pill.x} y={pill.y} width={pill.width} height={pill.height} rx={pill.height / 2} />
          <text x={pill.middle.x} y={pill.middle.y + 4.5}>
            {text}
          </text>
        </>
      )}
      <circle cx={at.x} cy={at.y} r={14} className="block-ground" />
      <Marks marks={[{ mark: 'symbol', symbol, x: at.x - 11, y: at.y - 11, size: 22, ground: 'panel' }]} />
    </g>
  );
}

/** The thing where the hop that is looked at happens. */
function StepRing({ drawing, model }: { readonly drawing: PathDrawing; readonly model: CanvasModel }) {
  const hop = useApp(({ view }) => view.hop);
  const key = hop === undefined ? undefined : drawing.steps[hop];
  const box = key === undefined ? undefined : model.places.boxes.get(key);
  if (!box || key === undefined) return null;
  const form = model.items.get(key)?.form;
  const radius = form === 'span' || form === 'internet' ? box.height / 2 + 5 : form === 'container' ? 9 : 12;
  return (
    <rect
      className="step-ring"
      x={box.x - 5}
      y={box.y - 5}
      width={box.width + 10}
      height={box.height + 10}
      rx={radius}
    />
  );
}

/** The view follows the hop that is looked at. */
function useFollowedStep(drawing: PathDrawing | undefined): void {
  const hop = useApp(({ view }) => view.hop);
  const latest = useRef(drawing);
  useEffect(() => {
    latest.current = drawing;
  }, [drawing]);
  useEffect(() => {
    const key = hop === undefined ? undefined : latest.current?.steps[hop];
    if (key !== undefined) app.reveal([key], 'pan if hidden');
  }, [hop]);
}

function PathLayer({ model }: { readonly model: CanvasModel }) {
  const answer = useApp((state) => state.pathAnswer);
  const ipVersion = useApp(({ view }) => view.path.ipVersion);
  const isStale = useApp(
    ({ pathAnswer, version }) => pathAnswer !== undefined && pathAnswer.version !== version,
  );
  const language = useApp(({ view }) => view.language);
  // With a fix that is previewed, the path as it would be.
  const after = useApp(({ view, fixEffects }) =>
    view.preview !== undefined && fixEffects?.fix === view.preview ? fixEffects.after : undefined,
  );
  const { facts, places, items } = model;
  const drawing = useMemo(() => {
    if (answer?.result.ok !== true) return undefined;
    const now = answer.result.value;
    const seen = { facts, places, items, nodes: [] };
    return after ? drawPath(seen, after, ipVersion, language, now) : drawPath(seen, now, ipVersion, language);
  }, [answer, after, ipVersion, language, facts, places, items]);
  const on = drawing?.on;
  const extent = drawing?.extentAt;
  useEffect(() => {
    setCanvas({ path: on, pathExtent: extent });
    return () => setCanvas({ path: undefined, pathExtent: undefined });
  }, [on, extent]);
  useFollowedStep(drawing);
  if (!drawing) return null;
  return (
    <svg
      className={`layer path${isStale ? ' stale' : ''}`}
      style={{ zIndex: OVERLAY_LAYER - 1, ...leastScale }}
      aria-hidden="true"
    >
      {drawing.lines.map((line) => (
        <Line key={`${line.tone} ${line.d}`} line={line} />
      ))}
      <StepRing drawing={drawing} model={model} />
      {drawing.marks.map((mark) => (
        <HopNumber key={mark.first} mark={mark} />
      ))}
      {drawing.blocks.toReversed().map((block) => (
        <Block key={`${block.direction} ${block.step} ${block.resource}`} block={block} />
      ))}
    </svg>
  );
}

export default memo(PathLayer);
