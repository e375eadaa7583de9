/** What the lenses of tiers and of exposure lay over the drawing. */

import { memo, useEffect, useMemo } from 'react';
import { app, useApp } from '../app/index.ts';
import type { Reason, TierOfFamily } from '../engine/index.ts';
import {
  arrowHead,
  middleEllipsis,
  SUBNET_TEXT,
  tierLooks,
  type Mark,
  type Places,
  type ShownTier,
  type Side,
} from '../drawing/index.ts';
import { explainReason, type ExplainContext } from '../i18n/index.ts';
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

/** Why each subnet has its tier, in a line under its pill, or on its lower edge where there is no room. */
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
        if (!box || items.get(id)?.kind !== 'subnet') return null;
        const inside = (places.childrenOf.get(id) ?? []).flatMap((key) => places.boxes.get(key) ?? []);
        return (
          <BecauseLine
            key={id}
            box={box}
            inside={inside}
            next={nextBelow(places, id, box)}
            answer={families[family]}
            words={whyOf(families[family], context)}
          />
        );
      })}
    </svg>
  );
}

/** Where what stands below a box begins: a sibling, or the lower edge of what holds them. */
function nextBelow(
  { boxes, childrenOf, parentOf }: Places,
  id: string,
  { x, y, width, height }: Box,
): number {
  const parent = parentOf.get(id);
  const around = parent === undefined ? undefined : boxes.get(parent);
  const below = (childrenOf.get(parent) ?? []).flatMap((key) => {
    const other = boxes.get(key);
    return other && other.y >= y + height && other.x < x + width && other.x + other.width > x
      ? [other.y]
      : [];
  });
  return Math.min(around ? around.y + around.height : Number.POSITIVE_INFINITY, ...below);
}

const missing: Readonly<Record<Language, string>> = { en: 'a fact is missing', ja: '情報が不足' };

/** The first reason; what a block that is not there makes of it is reason enough. */
function whyOf({ because, undetermined }: TierOfFamily, context: ExplainContext): string {
  const route = because.find((reason: Reason) => reason.kind === 'route');
  const [first] = route ? [route] : because;
  if (undetermined) return missing[context.language];
  return first ? explainReason(first, context) : '';
}

const SIZE = 10.5;
/** From the upper edge to where a line under the pill ends, and the height that any line takes. */
const BELOW_PILL = 46;
const HEIGHT = 18;
const EDGE = 8;

interface BecauseLineProps {
  readonly box: Box;
  readonly inside: readonly Box[];
  /** Where the next thing below begins. */
  readonly next: number;
  readonly answer: TierOfFamily;
  readonly words: string;
}

/** The line's baseline: under the pill, else below the cards, else in the gap below; nowhere if that is taken. */
function baselineOf({ box, inside, next }: Pick<BecauseLineProps, 'box' | 'inside' | 'next'>) {
  const end = box.y + box.height;
  const top = Math.min(end, ...inside.map(({ y }) => y));
  const bottom = Math.max(box.y, ...inside.map(({ y, height }) => y + height));
  if (top - box.y >= BELOW_PILL) return box.y + 41;
  if (end - bottom >= HEIGHT) return end - 6;
  return next - end >= HEIGHT - 2 ? end + 12 : undefined;
}

function BecauseLine({ words, ...at }: BecauseLineProps) {
  const y = baselineOf(at);
  if (words === '' || y === undefined) return null;
  const { box, answer } = at;
  const tier: ShownTier = answer.undetermined ? 'undetermined' : answer.tier;
  const room = box.width - SUBNET_TEXT - EDGE;
  const line: Mark = {
    mark: 'text',
    text: middleEllipsis(words, room, SIZE, 500),
    x: box.x + box.width - EDGE,
    y,
    size: SIZE,
    weight: 500,
    color: tierLooks[tier].text,
    anchor: 'end',
    halo: 'panel',
    level: 1,
    fit: { whole: words, room, from: 'middle' },
  };
  return <Marks marks={[line]} />;
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
      <rect x={-width / 2} y={-11} width={width} height={22} rx={11} />
      <text y={4.2}>{text}</text>
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
