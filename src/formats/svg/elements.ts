/** Marks as SVG elements, with the colours of one theme written out. */

import {
  awsIcons,
  glyphs,
  symbols,
  textWidth,
  type AwsIconName,
  type GlyphName,
  type Mark,
  type SymbolName,
  type SymbolPart,
  type TextMark,
  type Token,
} from '../../drawing/index.ts';
import { colourOf, type PictureTheme } from './colours.ts';
import { escapeXml } from './escape.ts';

type AttributeValue = string | number | undefined;

const number = (value: number): string => String(Math.round(value * 100) / 100);

/** One element; members that are undefined are left out. */
export function element(
  name: string,
  attributes: Readonly<Record<string, AttributeValue>>,
  content?: string,
): string {
  const written = Object.entries(attributes)
    .map(([key, value]) =>
      value === undefined ? '' : ` ${key}="${typeof value === 'number' ? number(value) : escapeXml(value)}"`,
    )
    .join('');
  return content === undefined ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

/** What the page's font was measured for; other scripts come in fonts of their own. */
const MEASURED = /^[ -~–…]*[!-~–…]$/;

/** Another font is squeezed or stretched to the room that the page's takes: labels keep apart on every machine. */
const lengthOf = ({ text, size, weight }: TextMark): Readonly<Record<string, AttributeValue>> =>
  MEASURED.test(text) ? { textLength: textWidth(text, size, weight), lengthAdjust: 'spacingAndGlyphs' } : {};

/** Own line glyphs on tiles, or AWS's icons as AWS drew them where there is one. */
export type IconStyle = 'own' | 'aws';

/** AWS's ink in the shades its icons have, which can't be seen on a dark ground; its icons are never recoloured. */
const DARK_INK = /#2[34]2f3[de]/i;

/** AWS's icon for what a glyph stands for, where it can be seen. */
function awsIconOf(glyph: GlyphName, theme: PictureTheme): AwsIconName | undefined {
  const name = glyph === 'globe' ? 'internet' : glyph;
  return isAwsIcon(name) && (theme !== 'dark' || !DARK_INK.test(awsIcons[name].body)) ? name : undefined;
}

const isAwsIcon = (name: string): name is AwsIconName => Object.hasOwn(awsIcons, name);

/** Writes marks of one theme, and remembers which icons they use. */
export interface Pen {
  readonly color: (token: Token) => string;
  readonly draw: (marks: readonly Mark[]) => string;
  /** Every icon used so far, once. */
  readonly icons: () => string;
}

export function penFor(theme: PictureTheme, style: IconStyle): Pen {
  const usedGlyphs = new Set<GlyphName>();
  const usedAwsIcons = new Set<AwsIconName>();
  const usedSymbols = new Map<string, { readonly symbol: SymbolName; readonly ground: Token }>();
  const color = (token: Token): string => colourOf(theme, token);
  const paint = (token: Token | undefined): string | undefined =>
    token === undefined ? undefined : color(token);

  const awsIconFor = (glyph: GlyphName | undefined): AwsIconName | undefined =>
    style === 'aws' && glyph !== undefined ? awsIconOf(glyph, theme) : undefined;

  const drawMark = (mark: Mark): string => {
    switch (mark.mark) {
      case 'rect': {
        const icon = awsIconFor(mark.tileOf);
        if (icon !== undefined) {
          usedAwsIcons.add(icon);
          const { x, y, width, height } = mark;
          return element('use', { href: `#aws-${icon}`, x, y, width, height });
        }
        return element('rect', {
          x: mark.x,
          y: mark.y,
          width: mark.width,
          height: mark.height,
          rx: mark.radius,
          fill: paint(mark.fill) ?? 'none',
          ...strokeOf(mark, paint),
        });
      }
      case 'path':
        return element('path', {
          d: mark.d,
          fill: paint(mark.fill) ?? 'none',
          ...strokeOf(mark, paint),
        });
      case 'glyph':
        if (mark.onTile && awsIconFor(mark.glyph) !== undefined) return '';
        usedGlyphs.add(mark.glyph);
        return element('use', {
          href: `#glyph-${mark.glyph}`,
          x: mark.x,
          y: mark.y,
          width: mark.size,
          height: mark.size,
          stroke: color(mark.color),
          'stroke-width': mark.strokeWidth,
        });
      case 'symbol': {
        const id = `symbol-${mark.symbol}-${mark.ground}`;
        usedSymbols.set(id, mark);
        return element('use', { href: `#${id}`, x: mark.x, y: mark.y, width: mark.size, height: mark.size });
      }
      case 'text':
        return element(
          'text',
          {
            x: mark.x,
            y: mark.y,
            'font-size': mark.size,
            'font-weight': mark.weight === 400 ? undefined : mark.weight,
            fill: color(mark.color),
            'text-anchor': mark.anchor,
            ...lengthOf(mark),
            ...(mark.halo === undefined
              ? {}
              : {
                  'paint-order': 'stroke',
                  stroke: color(mark.halo),
                  'stroke-width': 4,
                  'stroke-linejoin': 'round',
                }),
          },
          escapeXml(mark.text),
        );
    }
  };

  const symbolPart = (part: SymbolPart, ground: Token): string => {
    const own = (token: Token | 'ground' | undefined): string | undefined =>
      token === 'ground' ? color(ground) : paint(token);
    return element('path', {
      d: part.d,
      fill: own(part.fill) ?? 'none',
      stroke: own(part.stroke),
      'stroke-width': part.strokeWidth,
      'stroke-dasharray': part.dash,
      ...(part.stroke === undefined ? {} : { 'stroke-linecap': 'round', 'stroke-linejoin': 'round' }),
    });
  };

  return {
    color,
    draw: (marks) => marks.map(drawMark).join(''),
    icons: () =>
      [...usedGlyphs]
        .toSorted()
        .map((name) =>
          element(
            'symbol',
            { id: `glyph-${name}`, viewBox: '0 0 24 24' },
            element('path', {
              d: glyphs[name],
              fill: 'none',
              'stroke-linecap': 'round',
              'stroke-linejoin': 'round',
            }),
          ),
        )
        .join('') +
      [...usedAwsIcons]
        .toSorted()
        .map((name) => {
          const { viewBox, body } = awsIcons[name];
          return element('symbol', { id: `aws-${name}`, viewBox }, body);
        })
        .join('') +
      [...usedSymbols]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([id, { symbol, ground }]) =>
          element(
            'symbol',
            { id, viewBox: '0 0 16 16' },
            symbols[symbol].map((part) => symbolPart(part, ground)).join(''),
          ),
        )
        .join(''),
  };
}

function strokeOf(
  mark: Extract<Mark, { readonly mark: 'rect' | 'path' }>,
  paint: (token: Token | undefined) => string | undefined,
): Record<string, AttributeValue> {
  return {
    stroke: paint(mark.stroke),
    'stroke-width': mark.stroke === undefined ? undefined : mark.strokeWidth,
    'stroke-dasharray': mark.dash,
    'stroke-linecap': mark.cap,
  };
}
