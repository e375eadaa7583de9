/** The path on the canvas: its line, its numbered hops, and what stops it. */

import { memo, useEffect, useMemo, useRef } from 'react';
import { app, appState, useApp } from '../app/index.ts';
import { arrowHead, cardOf, textWidth, type Side } from '../drawing/index.ts';
import { titleOf, type Language } from '../model/index.ts';
import { Marks } from './Marks.tsx';
import { OVERLAY_LAYER, type CanvasModel } from './model.ts';
import { drawPath, shownFamily, type BlockMark, type HopMark, type PathLine } from './path-drawing.ts';
import { setCanvas } from './view-state.ts';

const tones = { ok: 'ok', no: 'no', unk: 'unk', never: 'line-strong' } as const;

function Line({ line }: { readonly line: PathLine }) {
  const { arrow } = line;
  return (
    <g className={`path-line path-${line.tone}`}>
      <path className="path-halo" d={line.d} />
      <path className="path-way" d={line.d} stroke={`var(--${tones[line.tone]})`} />
      {arrow && (
        <path
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
      className={`hop${isShown ? ' hop-shown' : ''}`}
      transform={`translate(${mark.at.x} ${mark.at.y})`}
      onClick={() => app.setView({ hop: mark.hops[0] })}
    >
      <rect x={-width / 2} y={-HOP / 2} width={width} height={HOP} rx={HOP / 2} />
      <text y={4}>{text}</text>
    </g>
  );
}

const words: Readonly<Record<BlockMark['direction'], Readonly<Record<Language, (name: string) => string>>>> =
  {
    forward: { en: (name) => `Blocked: ${name}`, ja: (name) => `遮断: ${name}` },
    return: { en: (name) => `Reply dropped: ${name}`, ja: (name) => `応答を破棄: ${name}` },
  };

/** The symbol, with a pill on the side that has room. */
function Block({ block, language }: { readonly block: BlockMark; readonly language: Language }) {
  const { x, y } = block.at;
  const name = block.resource === '' ? '' : titleOf(appState().design, block.resource);
  const text = block.symbol === 'blocked' && name !== '' ? words[block.direction][language](name) : '';
  const width = Math.ceil(textWidth(text, 12, 600)) + 36;
  return (
    <g transform={`translate(${x} ${y})`} className={`block block-${block.symbol}`}>
      {text !== '' && (
        <>
          <rect x={-width + 10} y={-14} width={width} height={28} rx={14} />
          <text x={-width / 2 - 2} y={4.5}>
            {text}
          </text>
        </>
      )}
      <circle r={14} className="block-ground" />
      <Marks marks={[{ mark: 'symbol', symbol: block.symbol, x: -11, y: -11, size: 22, ground: 'panel' }]} />
    </g>
  );
}

/** The view follows the hop that is looked at. */
function useFollowedHop({ facts, places }: CanvasModel): void {
  const number = useApp(({ view }) => view.hop);
  const answer = useApp((state) => state.pathAnswer);
  const latest = useRef({ facts, places });
  useEffect(() => {
    latest.current = { facts, places };
  }, [facts, places]);
  useEffect(() => {
    if (number === undefined || answer?.result.ok !== true) return;
    const family = shownFamily(answer.result.value, answer.question.ipVersion);
    const hop = family && [...family.forward.hops, ...family.return.hops][number];
    const now = latest.current;
    const key = [hop?.resource, hop?.at]
      .map((id) => (id === undefined ? '' : cardOf(now.facts, id)))
      .find((id) => now.places.boxes.has(id));
    if (key !== undefined) app.reveal([key], 'pan if hidden');
  }, [number, answer]);
}

function PathLayer({ model }: { readonly model: CanvasModel }) {
  const answer = useApp((state) => state.pathAnswer);
  const isStale = useApp(
    ({ pathAnswer, version }) => pathAnswer !== undefined && pathAnswer.version !== version,
  );
  const language = useApp(({ view }) => view.language);
  const { facts, places, items } = model;
  const drawing = useMemo(
    () => (answer ? drawPath({ facts, places, items, nodes: [] }, answer) : undefined),
    [answer, facts, places, items],
  );
  const on = drawing?.on;
  useEffect(() => {
    setCanvas({ path: on });
    return () => setCanvas({ path: undefined });
  }, [on]);
  useFollowedHop(model);
  if (!drawing) return null;
  return (
    <svg
      className={`layer path${isStale ? ' stale' : ''}`}
      style={{ zIndex: OVERLAY_LAYER - 1 }}
      aria-hidden="true"
    >
      {drawing.lines.map((line) => (
        <Line key={`${line.tone} ${line.d}`} line={line} />
      ))}
      {drawing.marks.map((mark) => (
        <HopNumber key={mark.first} mark={mark} />
      ))}
      {drawing.blocks.map((block) => (
        <Block key={`${block.direction} ${block.resource}`} block={block} language={language} />
      ))}
    </svg>
  );
}

export default memo(PathLayer);
