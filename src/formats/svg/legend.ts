/** What stands below a picture on its own: title block, tiers, lines, numbered findings. */

import {
  arrowHead,
  drawSpine,
  fontSize,
  lineLookOf,
  middleEllipsis,
  textWidth,
  tierLooks,
  tierOrder,
  type ShownTier,
  visibleText,
  words,
  type EdgeStyle,
  type Mark,
  type Scene,
  type Severity,
  type Size,
  type Token,
  type Weight,
} from '../../drawing/index.ts';
import type { Language, LocalText } from '../../model/index.ts';
import { svgWords } from './words.ts';

/** A finding in the list under the picture; its number is the one on its badge. */
export interface ListedFinding {
  readonly severity: Severity;
  readonly number: number;
  readonly text: string;
}

interface Block extends Size {
  readonly marks: readonly Mark[];
}

const ROW = 24;
const HEADING = 28;
const COLUMN_GAP = 40;
const BLOCK_GAP = 24;
const WIDEST_TITLE = 400;
/** Sentences stand beside the legend where they have this much room. */
const BESIDE_FINDING = 360;
const MIN_FINDING = 120;
const LINE = 18;

const line = (
  text: string,
  x: number,
  y: number,
  weight: Weight,
  color: Token,
  size: number = fontSize.detail,
): Mark => ({
  mark: 'text',
  text,
  x,
  y,
  size,
  weight,
  color,
});

const heading = (text: LocalText, language: Language): Mark => line(text[language], 0, 12, 600, 'text-3');

const severities: readonly Severity[] = ['error', 'warning', 'note'];

/** How many findings there are of each severity; empty where there are none. */
const tally = (findings: readonly ListedFinding[], language: Language): string =>
  severities
    .flatMap((severity) => {
      const count = findings.filter((finding) => finding.severity === severity).length;
      return count === 0 ? [] : [svgWords.counted[language](count, svgWords.severities[language][severity])];
    })
    .join(language === 'ja' ? '、' : ', ');

function titleBlock(
  wholeTitle: string,
  scene: Scene,
  findings: readonly ListedFinding[],
  language: Language,
): Block {
  const title = middleEllipsis(wholeTitle, WIDEST_TITLE, 14, 600);
  const regions = scene.containers.filter(({ kind }) => kind === 'region').map(({ name }) => name);
  const count = (kind: string): number => scene.containers.filter((item) => item.kind === kind).length;
  const lines = [
    ...(regions.length > 0
      ? [regions.slice(0, 2).join(', ') + (regions.length > 2 ? ` +${regions.length - 2}` : '')]
      : []),
    svgWords.counts[language](
      count('vpc'),
      count('subnet'),
      scene.nodes.filter(({ kind }) => kind !== 'internet').length,
    ),
    ...(findings.length > 0 ? [tally(findings, language)] : []),
  ];
  const width = Math.max(textWidth(title, 14, 600), ...lines.map((text) => textWidth(text, fontSize.detail)));
  return {
    width,
    height: HEADING + lines.length * 20,
    marks: [
      line(title, 0, 13, 600, 'text', 14),
      ...lines.map((text, index) => line(text, 0, HEADING + 8 + index * 20, 400, 'text-2')),
    ],
  };
}

/** Marks moved to another place. */
function moved(marks: readonly Mark[], x: number, y: number): readonly Mark[] {
  return marks.map((mark) =>
    mark.mark === 'path'
      ? { ...mark, d: shiftedPath(mark.d, x, y) }
      : { ...mark, x: mark.x + x, y: mark.y + y },
  );
}

/** Moves path data that begins with absolute `M x y` and may go on with `V`, `H`, `L` or relative steps. */
const shiftedPath = (d: string, x: number, y: number): string =>
  d.replaceAll(
    /([MLHV])(-?[\d.]+)(?: (-?[\d.]+))?/g,
    (_, command: string, first: string, second?: string) => {
      if (command === 'H') return `H${Number(first) + x}`;
      if (command === 'V') return `V${Number(first) + y}`;
      return `${command}${Number(first) + x} ${Number(second) + y}`;
    },
  );

/** The four tiers, and that one cannot be told where that is so. */
function tierBlock(scene: Scene, language: Language): Block {
  const isAnyUntold = scene.containers.some(
    ({ tiers }) => tiers?.own === 'undetermined' || tiers?.ipv6 === 'undetermined',
  );
  const shown: readonly ShownTier[] = [...tierOrder, ...(isAnyUntold ? (['undetermined'] as const) : [])];
  const marks: Mark[] = [heading(words.tier, language)];
  let width = textWidth(words.tier[language], fontSize.detail, 600);
  for (const [index, tier] of shown.entries()) {
    const y = HEADING + index * ROW;
    const look = tierLooks[tier];
    marks.push(...moved(drawSpine(tier, 20), 2, y - 6));
    marks.push(
      tier === 'undetermined'
        ? { mark: 'symbol', symbol: tier, x: 18, y: y - 3, size: 14, ground: 'panel' }
        : {
            mark: 'glyph',
            glyph: look.glyph,
            x: 18,
            y: y - 3,
            size: 14,
            color: look.text,
            strokeWidth: 2,
          },
    );
    marks.push(line(look.word[language], 40, y + 8, 400, 'text'));
    width = Math.max(width, 40 + textWidth(look.word[language], fontSize.detail));
  }
  return { width, height: HEADING + shown.length * ROW, marks };
}

const lineWords: Readonly<Record<EdgeStyle, LocalText>> = {
  attachment: words.attachment,
  route: words.route,
  blackhole: words.blackhole,
  unknown: words.unknownTarget,
};
const lineStyles: readonly EdgeStyle[] = ['attachment', 'route', 'blackhole', 'unknown'];
const SAMPLE = 48;

/** One sample for each kind of line that the picture has. */
function lineBlock(scene: Scene, language: Language): Block | undefined {
  const samples: {
    readonly style: EdgeStyle;
    readonly hasWarning: boolean;
    readonly color: Token;
    readonly word: string;
  }[] = [];
  for (const style of lineStyles) {
    const plain = scene.edges.find(({ edge }) => edge.style === style && !edge.hasWarning);
    if (plain)
      samples.push({ style, hasWarning: false, color: plain.edge.color, word: lineWords[style][language] });
  }
  if (scene.edges.some(({ edge }) => edge.hasWarning)) {
    samples.push({ style: 'route', hasWarning: true, color: 'warn', word: words.warnedRoute[language] });
  }
  if (samples.length === 0) return undefined;
  const marks: Mark[] = [heading(words.lines, language)];
  for (const [index, { style, hasWarning, color, word }] of samples.entries()) {
    const y = HEADING + index * ROW + 4;
    const look = lineLookOf(style, hasWarning);
    const hasArrow = style === 'route';
    marks.push({
      mark: 'path',
      d: `M0 ${y}H${hasArrow ? SAMPLE - 6 : SAMPLE}`,
      stroke: color,
      strokeWidth: look.width,
      ...(look.dash === undefined ? {} : { dash: look.dash }),
      ...(look.cap === undefined ? {} : { cap: look.cap }),
    });
    if (hasArrow) marks.push({ mark: 'path', d: arrowHead(SAMPLE, y, 'left'), fill: color });
    const symbol = style === 'blackhole' ? 'blocked' : style === 'unknown' ? 'undetermined' : undefined;
    if (symbol)
      marks.push({ mark: 'symbol', symbol, x: SAMPLE / 2 - 8, y: y - 8, size: 16, ground: 'canvas' });
    marks.push(line(word, SAMPLE + 12, y + 4, 400, 'text'));
  }
  return {
    width: SAMPLE + 12 + Math.max(...samples.map(({ word }) => textWidth(word, fontSize.detail))),
    height: HEADING + samples.length * ROW,
    marks,
  };
}

/** A finding over as many lines as it takes: a sentence is never cut. */
function findingBlock(
  findings: readonly ListedFinding[],
  language: Language,
  room: number,
): Block | undefined {
  if (findings.length === 0) return undefined;
  const marks: Mark[] = [heading(svgWords.findings, language)];
  let width = textWidth(svgWords.findings[language], fontSize.detail, 600);
  let y = HEADING;
  for (const { severity, number, text } of findings) {
    const count = String(number);
    const indent = 24 + textWidth(`${count}  `, fontSize.detail, 600);
    marks.push({ mark: 'symbol', symbol: severity, x: 0, y: y - 4, size: 16, ground: 'canvas' });
    marks.push(line(count, 24, y + 8, 600, 'text'));
    const rows = wrapped(visibleText(text), Math.max(MIN_FINDING, room - indent), language);
    for (const [index, row] of rows.entries()) {
      marks.push(line(row, indent, y + 8 + index * LINE, 400, 'text'));
      width = Math.max(width, indent + textWidth(row, fontSize.detail));
    }
    y += ROW + (rows.length - 1) * LINE;
  }
  return { width, height: y, marks };
}

/** Ids, addresses and words of Latin letters stay whole; other writing breaks between its words. */
function unitsOf(text: string, language: Language): readonly string[] {
  const words = new Intl.Segmenter(language, { granularity: 'word' });
  return (text.match(/[\u0021-\u007E\u2010-\u2027]+|\s+|[^\u0021-\u007E\u2010-\u2027\s]+/gu) ?? []).flatMap(
    (run) =>
      /^[\s\u0021-\u007E\u2010-\u2027]/u.test(run)
        ? [run]
        : Array.from(words.segment(run), ({ segment }) => segment),
  );
}

/** Lines of a text that are no wider than the room; what is too long by itself is broken. */
function wrapped(text: string, room: number, language: Language): readonly string[] {
  const rows: string[] = [];
  let row = '';
  const take = (unit: string): void => {
    const fits = textWidth(row + unit, fontSize.detail) <= room;
    // What may not begin a line stays with the word before it.
    if (fits || row === '' || /^[\s.,:;!?)\]}、。，．：；）」』】・ー%]+$/u.test(unit)) {
      row += unit;
      return;
    }
    rows.push(row.trimEnd());
    row = unit.trimStart();
  };
  for (const unit of unitsOf(text, language)) {
    if (textWidth(unit, fontSize.detail) <= room) take(unit);
    else for (const letter of unit) take(letter);
  }
  if (row.trim() !== '') rows.push(row.trimEnd());
  return rows;
}

/** What is said under a picture. */
export type UnderPart = 'title' | 'legend' | 'findings';

/** The block below a picture of that width: its marks from its upper left corner, and its size. */
export function drawLegend(
  scene: Scene,
  title: string,
  findings: readonly ListedFinding[],
  language: Language,
  width: number,
  parts: readonly UnderPart[],
): Block {
  const beside = [
    ...(parts.includes('title')
      ? [titleBlock(title, scene, parts.includes('findings') ? findings : [], language)]
      : []),
    ...(parts.includes('legend')
      ? [
          ...(scene.containers.some(({ tiers }) => tiers) ? [tierBlock(scene, language)] : []),
          lineBlock(scene, language),
        ]
      : []),
  ].filter((block) => block !== undefined);
  const taken = beside.reduce((sum, block) => sum + columnOf(block), 0);
  // Beside the legend where sentences have room to run, else under it over the whole width.
  const isBeside = width - taken >= BESIDE_FINDING;
  const list = parts.includes('findings')
    ? findingBlock(findings, language, isBeside ? width - taken : width)
    : undefined;
  const blocks = [...beside, ...(list ? [list] : [])];
  if (blocks.length === 0) return { width, height: 0, marks: [] };
  const marks: Mark[] = [];
  let x = 0;
  let y = BLOCK_GAP;
  let shelf = 0;
  let widest = 0;
  for (const block of blocks) {
    if (x > 0 && x + block.width > width) {
      x = 0;
      y += shelf + BLOCK_GAP;
      shelf = 0;
    }
    marks.push(...moved(block.marks, x, y));
    widest = Math.max(widest, x + block.width);
    x += columnOf(block);
    shelf = Math.max(shelf, block.height);
  }
  const whole = Math.max(width, widest);
  return {
    width: whole,
    height: y + shelf,
    marks: [{ mark: 'path', d: `M0 0H${whole}`, stroke: 'line', strokeWidth: 1 }, ...marks],
  };
}

const columnOf = ({ width }: Block): number => Math.ceil(width / 8) * 8 + COLUMN_GAP;
