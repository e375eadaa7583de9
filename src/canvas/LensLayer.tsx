/** What the lenses of tiers and of exposure lay over the drawing. */

import { memo, useEffect, useMemo } from 'react';
import { app, useApp } from '../app/index.ts';
import type { TierOfFamily } from '../engine/index.ts';
import {
  arrowHead,
  besideTitle,
  SUBNET_TEXT,
  textWidth,
  tierLooks,
  type Mark,
  type Side,
  type TextMark,
} from '../drawing/index.ts';
import { explainReason, explainReasonShortly, type ExplainContext } from '../i18n/index.ts';
import { titleOf, type Box, type Language } from '../model/index.ts';
import { drawExposure, type ExposureLine, type ExposurePort } from './exposure-drawing.ts';
import { Marks } from './Marks.tsx';
import { EDGE_LAYER, OVERLAY_LAYER, type CanvasModel } from './model.ts';
import { setCanvas } from './view-state.ts';
import './lens.css';

function LensLayer({ model }: { readonly model: CanvasModel }) {
  const lens = useApp(({ view }) => view.lens);
  return lens === 'exposure' ? <ExposureLayer model={model} /> : <TiersLayer model={model} />;
}

/** Why each subnet has its tier: under its pill or below its cards, else shortly beside its name. */
function TiersLayer({ model }: { readonly model: CanvasModel }) {
  const answers = useApp((state) => state.answers.tiers);
  const family = useApp(({ view }) => view.lensFamily);
  const language = useApp(({ view }) => view.language);
  const { facts, places, items } = model;
  const context = useMemo<ExplainContext>(
    () => ({
      language,
      nameOf: (id) => (Object.hasOwn(facts.design.resources, id) ? titleOf(facts.design, id) : id),
    }),
    [language, facts],
  );
  return (
    <svg className="layer because" style={{ zIndex: OVERLAY_LAYER - 1 }} aria-hidden="true">
      {Object.entries(answers).map(([id, { families }]) => {
        const box = places.boxes.get(id);
        const item = items.get(id);
        if (!box || item?.kind !== 'subnet') return null;
        const inside = (places.childrenOf.get(id) ?? []).flatMap((key) => places.boxes.get(key) ?? []);
        const mark = becauseOf({ box, inside, drawn: item.marks }, families[family], context);
        return mark && <Marks key={id} marks={[mark]} />;
      })}
    </svg>
  );
}

const missing: Readonly<Record<Language, string>> = { en: 'a fact is missing', ja: '情報が不足' };

/** The first reason, whole and in few words; what a block that is not there makes of it is reason enough. */
function whyOf({ because, undetermined }: TierOfFamily, context: ExplainContext) {
  const [first] = because.filter(({ kind }) => kind === 'route').concat(because);
  if (undetermined) return { whole: missing[context.language], short: missing[context.language] };
  return first && { whole: explainReason(first, context), short: explainReasonShortly(first, context) };
}

const SIZE = 10.5;
/** As large as it is written at a zoom of 0.7. */
const SIZE_FROM_AFAR = 14.5;
/** From the upper edge to where a line under the pill ends, and the height that any line takes. */
const BELOW_PILL = 46;
const HEIGHT = 18;
const EDGE = 8;

interface DrawnSubnet {
  readonly box: Box;
  readonly inside: readonly Box[];
  readonly drawn: readonly Mark[];
}

/** The baseline of a line of its own inside of a subnet: under the pill, else below the cards. */
function baselineOf({ box, inside }: DrawnSubnet): number | undefined {
  const end = box.y + box.height;
  const top = Math.min(end, ...inside.map(({ y }) => y));
  const bottom = Math.max(box.y, ...inside.map(({ y, height }) => y + height));
  if (top - box.y >= BELOW_PILL) return box.y + 41;
  return end - bottom >= HEIGHT ? end - 6 : undefined;
}

function becauseOf(subnet: DrawnSubnet, answer: TierOfFamily, context: ExplainContext): Mark | undefined {
  const why = whyOf(answer, context);
  if (!why) return undefined;
  const { box } = subnet;
  const look = {
    mark: 'text',
    size: SIZE,
    weight: 500,
    color: tierLooks[answer.undetermined ? 'undetermined' : answer.tier].text,
  } as const;
  const y = baselineOf(subnet);
  if (y !== undefined) {
    const room = box.width - SUBNET_TEXT - EDGE;
    const text = textWidth(why.whole, SIZE_FROM_AFAR, 500) <= room ? why.whole : why.short;
    const x = box.x + box.width - EDGE;
    return {
      ...look,
      level: 1,
      text,
      x,
      y,
      anchor: 'end',
      fit: { whole: text, room, from: 'middle', isWhole: true },
    };
  }
  const title = subnet.drawn.find(
    (mark): mark is TextMark => mark.mark === 'text' && mark.fit?.from === 'top',
  );
  const beside = title && besideTitle(title);
  if (!beside || textWidth(why.short, SIZE, 500) > beside.room) return undefined;
  const fit = { ...beside.fit, whole: why.short };
  // Nearer than this the name has its natural width.
  return { ...look, level: 2, text: why.short, x: box.x + beside.x, y: box.y + beside.y, fit };
}

const sideOf = (from: { x: number; y: number }, at: { x: number; y: number }): Side =>
  from.x === at.x ? (from.y < at.y ? 'top' : 'bottom') : from.x < at.x ? 'left' : 'right';

function Line({ line }: { readonly line: ExposureLine }) {
  const { d, arrow, isTrunk, isSure } = line;
  return (
    <g className={`exposure-line${isTrunk ? ' exposure-trunk' : ''}${isSure ? '' : ' exposure-unsure'}`}>
      <path className="exposure-halo" d={d} />
      <path className="exposure-way" d={d} />
      {arrow && (
        <path className="exposure-tip" d={arrowHead(arrow.at.x, arrow.at.y, sideOf(arrow.from, arrow.at))} />
      )}
    </g>
  );
}

/** The port on its line; a press tells the rule. */
function Port({ port }: { readonly port: ExposurePort }) {
  const isShown = useApp(({ view }) => view.exposed === port.id);
  const { at, width, text, id, isSure } = port;
  return (
    <g
      className={`exposure-port${isShown ? ' exposure-shown' : ''}${isSure ? '' : ' exposure-unsure'}`}
      data-exposed={id}
      transform={`translate(${at.x} ${at.y})`}
      onClick={() => {
        app.setView({ exposed: id });
        app.select([id]);
      }}
    >
      <g className="exposure-words">
        <rect x={-width / 2} y={-11} width={width} height={22} rx={11} />
        <text y={4.2}>{text}</text>
      </g>
    </g>
  );
}

function ExposureLayer({ model }: { readonly model: CanvasModel }) {
  const answer = useApp(({ answers }) => answers.exposure);
  const isStale = useApp(({ answers, version }) => answers.version !== version);
  const family = useApp(({ view }) => view.lensFamily);
  const language = useApp(({ view }) => view.language);
  const { facts, places, items } = model;
  const drawing = useMemo(
    () => (answer ? drawExposure({ facts, places, items, nodes: [] }, answer, family, language) : undefined),
    [answer, family, language, facts, places, items],
  );
  const exposed = drawing?.exposed;
  useEffect(() => {
    setCanvas({ exposed });
    return () => setCanvas({ exposed: undefined });
  }, [exposed]);
  if (!drawing) return null;
  const stale = isStale ? ' stale' : '';
  return (
    <>
      <svg className={`layer exposure${stale}`} style={{ zIndex: EDGE_LAYER + 1 }} aria-hidden="true">
        <defs>
          <pattern
            id="exposure-hatch"
            width="7"
            height="7"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect className="hatch-ground" width="7" height="7" />
            <path className="hatch-line" d="M0 0v7" />
          </pattern>
        </defs>
        {drawing.rings.map(({ id, x, y, width, height, radius, isSure }) => (
          <rect
            key={id}
            className={`exposure-ring${isSure ? '' : ' exposure-unsure'}`}
            x={x}
            y={y}
            width={width}
            height={height}
            rx={radius}
          />
        ))}
      </svg>
      <svg className={`layer exposure${stale}`} style={{ zIndex: OVERLAY_LAYER - 1 }} aria-hidden="true">
        {drawing.lines.map((line) => (
          <Line key={line.d} line={line} />
        ))}
        {drawing.ports.map((port) => (
          <Port key={port.id} port={port} />
        ))}
      </svg>
    </>
  );
}

export default memo(LensLayer);
