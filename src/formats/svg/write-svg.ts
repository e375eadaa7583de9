/** A scene as an SVG file: vector, with text as text, nothing outside it needed, and the design inside if asked. */

import {
  isShownAt,
  tierLooks,
  visibleText,
  boundsOf,
  type Mark,
  type Scene,
  type SceneItem,
} from '../../drawing/index.ts';
import type { Language } from '../../model/index.ts';
import type { PictureTheme } from './colours.ts';
import { element, penFor, type IconStyle } from './elements.ts';
import { escapeXml } from './escape.ts';
import { DESIGN_ENCODING, DESIGN_NAMESPACE } from './extract-design.ts';
import { drawLegend, type ListedFinding, type UnderPart } from './legend.ts';
import { packDesign } from './packed-design.ts';
import { svgWords } from './words.ts';

export interface SvgOptions {
  readonly title: string;
  readonly theme: PictureTheme;
  readonly language: Language;
  /** The text of the design file; undefined leaves a plain picture. */
  readonly embedDesign: string | undefined;
  /** `own` unless told. */
  readonly icons?: IconStyle;
  /** Listed under the picture by the numbers on their badges. */
  readonly findings?: readonly ListedFinding[];
  /** Only these items, with the lines between them; everything unless told. */
  readonly only?: ReadonlySet<string>;
  /** What is written on things: all, all but addresses and blocks, or nothing, as in a small preview. */
  readonly words?: 'all' | 'no addresses' | 'none';
  /** What stands under the picture; everything unless told. */
  readonly under?: readonly UnderPart[];
  readonly ground?: 'plain' | 'grid';
}

const EVERYTHING: readonly UnderPart[] = ['title', 'legend', 'findings'];
const GRID_STEP = 24;

const WIDE_MARGIN = 32;
/** Around a small preview. */
const NARROW_MARGIN = 8;
const LEAST_WIDTH = 480;
const NORMAL = 2;
const FAR = 0;
const LONGEST_DESCRIPTION = 2000;
const TITLE_ID = 'vpc-designer-title';
const DESCRIPTION_ID = 'vpc-designer-description';

const FONTS: Readonly<Record<Language, string>> = {
  en: "Inter, 'Inter Variable', system-ui, -apple-system, 'Segoe UI', 'Noto Sans JP', 'Noto Sans CJK JP', sans-serif",
  ja: "Inter, 'Inter Variable', 'Noto Sans JP', 'Noto Sans CJK JP', 'Hiragino Sans', 'Yu Gothic UI', system-ui, sans-serif",
};

/** Writes the picture. The same scene and options always give the same bytes (X-3). */
export function writeSvg(scene: Scene, options: SvgOptions): string {
  const { theme, language } = options;
  const title = visibleText(options.title);
  const pen = penFor(theme, options.icons ?? 'own');
  const shown = options.only ? partOf(scene, options.only) : scene;
  const { bounds } = shown;
  const under = options.under ?? EVERYTHING;
  const least = under.length > 0 ? LEAST_WIDTH : 0;
  const margin = options.words === 'none' ? NARROW_MARGIN : WIDE_MARGIN;
  const legend = drawLegend(
    shown,
    title,
    options.findings ?? [],
    language,
    Math.max(least, Math.ceil(bounds.width)),
    under,
  );
  const width = legend.width + 2 * margin;
  const hasPicture = bounds.height > 0;
  const legendTop = hasPicture ? margin + Math.ceil(bounds.height) + (legend.height > 0 ? 24 : 0) : margin;
  const height = legendTop + legend.height + margin;
  const visible = (marks: readonly Mark[]): readonly Mark[] => {
    const words = options.words ?? 'all';
    return marks.filter(
      (mark) =>
        isShownAt(mark, words === 'none' ? FAR : NORMAL) &&
        (mark.mark !== 'text' || words === 'all' || (words === 'no addresses' && !isAddress(mark))),
    );
  };
  const left = margin + Math.floor((legend.width - bounds.width) / 2) - bounds.x;
  const top = margin - bounds.y;

  const itemOf = ({ key, kind, name, box, marks }: SceneItem): string =>
    element(
      'g',
      { 'data-id': key, 'data-kind': kind, transform: `translate(${box.x} ${box.y})` },
      element('title', {}, escapeXml(name)) + pen.draw(visible(marks)),
    );
  const body = [
    ...shown.containers.map(itemOf),
    ...shown.edges.map(({ edge, marks }) =>
      element(
        'g',
        { 'data-id': edge.id, 'data-kind': edge.style },
        (edge.destinations.length > 0 ? element('title', {}, escapeXml(edge.destinations.join(', '))) : '') +
          pen.draw(visible(marks)),
      ),
    ),
    ...shown.nodes.map(itemOf),
    ...[...shown.containers, ...shown.nodes].flatMap(({ box, badge }) =>
      badge ? [element('g', { transform: `translate(${box.x} ${box.y})` }, pen.draw(badge))] : [],
    ),
  ];
  const below = element(
    'g',
    { transform: `translate(${margin} ${legendTop})` },
    `\n${pen.draw(legend.marks)}\n`,
  );
  const isGrid = options.ground === 'grid';
  const metadata =
    options.embedDesign === undefined
      ? []
      : [
          element(
            'metadata',
            {},
            element(
              'design',
              { xmlns: DESIGN_NAMESPACE, encoding: DESIGN_ENCODING },
              packDesign(options.embedDesign),
            ),
          ),
        ];
  const lines = [
    element('title', { id: TITLE_ID }, escapeXml(title)),
    element('desc', { id: DESCRIPTION_ID }, escapeXml(describe(shown, language))),
    ...metadata,
    element('defs', {}, `\n${pen.icons()}${isGrid ? gridPattern(pen.color('grid')) : ''}\n`),
    element('rect', { width, height, fill: pen.color('canvas') }),
    ...(isGrid ? [element('rect', { width, height, fill: 'url(#grid)' })] : []),
    element('g', { transform: `translate(${left} ${top})` }, `\n${body.join('\n')}\n`),
    ...(legend.height > 0 ? [below] : []),
  ];
  return `${element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
      'aria-labelledby': `${TITLE_ID} ${DESCRIPTION_ID}`,
      lang: language,
      'font-family': FONTS[language],
      'letter-spacing': language === 'ja' ? undefined : '-0.006em',
      style: 'font-variant-numeric:tabular-nums',
    },
    `\n${lines.join('\n')}\n`,
  )}\n`;
}

const gridPattern = (color: string): string =>
  element(
    'pattern',
    { id: 'grid', width: GRID_STEP, height: GRID_STEP, patternUnits: 'userSpaceOnUse' },
    element('circle', { cx: 8, cy: 8, r: 1, fill: color }),
  );

/** Addresses, blocks and other second lines: what stands beside or under a name in plain letters. */
const isAddress = (mark: Mark): boolean =>
  mark.mark === 'text' && mark.level === NORMAL && mark.weight === 400;

/** The scene with nothing but these items, what stands in them, and the lines that begin and end there. */
function partOf(scene: Scene, only: ReadonlySet<string>): Scene {
  const kept = new Set<string>();
  const keep = ({ key, parent }: SceneItem): boolean => {
    const isKept = only.has(key) || (parent !== undefined && kept.has(parent));
    if (isKept) kept.add(key);
    return isKept;
  };
  const containers = scene.containers.filter(keep);
  const nodes = scene.nodes.filter(keep);
  const edges = scene.edges.filter(
    ({ edge }) => kept.has(edge.from) && (edge.to === undefined || kept.has(edge.to)),
  );
  const bounds = boundsOf([
    ...[...containers, ...nodes].map(({ box }) => box),
    ...edges.flatMap(({ points }) => points.map(({ x, y }) => ({ x, y, width: 0, height: 0 }))),
  ]);
  return { bounds: bounds ?? { x: 0, y: 0, width: 0, height: 0 }, containers, edges, nodes };
}

/** Who holds what, with tiers, in one paragraph. */
function describe(scene: Scene, language: Language): string {
  const subnetsOf = new Map<string | undefined, string[]>();
  for (const { kind, parent, name, blocks, tiers } of scene.containers) {
    if (kind !== 'subnet') continue;
    const tierWords = tiers
      ? [
          tierLooks[tiers.own].word[language],
          ...(tiers.ipv6 === undefined ? [] : [`IPv6 ${tierLooks[tiers.ipv6].word[language]}`]),
        ]
      : [];
    const details = [...blocks.slice(0, 1), ...tierWords].join(', ');
    const subnet = details === '' ? name : `${name} (${details})`;
    const list = subnetsOf.get(parent);
    if (list) list.push(subnet);
    else subnetsOf.set(parent, [subnet]);
  }
  const vpcs = scene.containers
    .filter(({ kind }) => kind === 'vpc')
    .map(({ key, name, blocks }) =>
      [`VPC ${[name, ...blocks].join(' ')}`, (subnetsOf.get(key) ?? []).join(', ')]
        .filter(Boolean)
        .join(': '),
    );
  const whole = [svgWords.networkDiagram[language], ...vpcs].join('. ');
  return whole.length > LONGEST_DESCRIPTION ? `${whole.slice(0, LONGEST_DESCRIPTION)}…` : whole;
}
