/** A scene as an SVG file: vector, with text as text, nothing outside it needed, and the design inside if asked. */

import {
  isShownAt,
  tierLooks,
  visibleText,
  type Scene,
  type SceneItem,
  type Theme,
} from '../../drawing/index.ts';
import type { Language } from '../../model/index.ts';
import { element, penFor, type IconStyle } from './elements.ts';
import { escapeXml } from './escape.ts';
import { DESIGN_ENCODING, DESIGN_NAMESPACE } from './extract-design.ts';
import { drawLegend, type ListedFinding } from './legend.ts';
import { packDesign } from './packed-design.ts';
import { svgWords } from './words.ts';

export interface SvgOptions {
  readonly title: string;
  readonly theme: Theme;
  readonly language: Language;
  /** The text of the design file; undefined leaves a plain picture. */
  readonly embedDesign: string | undefined;
  /** `own` unless told. */
  readonly icons?: IconStyle;
  /** Listed under the picture by the numbers on their badges. */
  readonly findings?: readonly ListedFinding[];
}

const MARGIN = 32;
const LEAST_WIDTH = 480;
const NORMAL = 2;
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
  const { bounds } = scene;
  const legend = drawLegend(
    scene,
    title,
    options.findings ?? [],
    language,
    Math.max(LEAST_WIDTH, Math.ceil(bounds.width)),
  );
  const width = legend.width + 2 * MARGIN;
  const hasPicture = bounds.height > 0;
  const legendTop = hasPicture ? MARGIN + Math.ceil(bounds.height) + 24 : MARGIN;
  const height = legendTop + legend.height + MARGIN;
  const left = MARGIN + Math.floor((legend.width - bounds.width) / 2) - bounds.x;
  const top = MARGIN - bounds.y;

  const itemOf = ({ key, kind, name, box, marks }: SceneItem): string =>
    element(
      'g',
      { 'data-id': key, 'data-kind': kind, transform: `translate(${box.x} ${box.y})` },
      element('title', {}, escapeXml(name)) + pen.draw(marks.filter((mark) => isShownAt(mark, NORMAL))),
    );
  const body = [
    ...scene.containers.map(itemOf),
    ...scene.edges.map(({ edge, marks }) =>
      element(
        'g',
        { 'data-id': edge.id, 'data-kind': edge.style },
        (edge.destinations.length > 0 ? element('title', {}, escapeXml(edge.destinations.join(', '))) : '') +
          pen.draw(marks.filter((mark) => isShownAt(mark, NORMAL))),
      ),
    ),
    ...scene.nodes.map(itemOf),
    ...[...scene.containers, ...scene.nodes].flatMap(({ box, badge }) =>
      badge ? [element('g', { transform: `translate(${box.x} ${box.y})` }, pen.draw(badge))] : [],
    ),
  ];
  const under = element(
    'g',
    { transform: `translate(${MARGIN} ${legendTop})` },
    `\n${pen.draw(legend.marks)}\n`,
  );
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
    element('desc', { id: DESCRIPTION_ID }, escapeXml(describe(scene, language))),
    ...metadata,
    element('defs', {}, `\n${pen.icons()}\n`),
    element('rect', { width, height, fill: pen.color('canvas') }),
    element('g', { transform: `translate(${left} ${top})` }, `\n${body.join('\n')}\n`),
    under,
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
