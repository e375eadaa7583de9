/** The small pictures of panels: a kind's tile, a tier's glyph, the symbols of verdicts and severities. */

import {
  glyphOf,
  glyphs,
  symbols,
  type GlyphName,
  type SymbolName,
  type Token,
} from '../../drawing/index.ts';
import { definitionOf, type Category, type Kind } from '../../model/index.ts';
import { classes } from '../../ui/index.ts';
import styles from './Glyph.module.css';

export const Glyph = ({ name, size = 14 }: { readonly name: GlyphName; readonly size?: number }) => (
  <svg className={styles.glyph} width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
    <path d={glyphs[name]} strokeWidth={size <= 12 ? 2.2 : 1.75} />
  </svg>
);

const categoryColours: Readonly<Record<Category, Token>> = {
  compute: 'c-compute',
  network: 'c-net',
  security: 'c-sec',
  general: 'c-gen',
};

interface TileProps {
  readonly kind: Kind;
  /** The colour of a container's frame where it is not its kind's own: a subnet's tier. */
  readonly frame?: Token;
  readonly size?: 'small' | 'medium';
}

const glyphSizes = { small: 14, medium: 17 } as const;

/** A kind as a filled tile, or as an outlined box where the kind is a container. */
export function KindTile({ kind, frame, size = 'small' }: TileProps) {
  const { form, category } = definitionOf(kind);
  const colour =
    form === 'container' ? (frame ?? (kind === 'subnet' ? 'prv' : 'vpc')) : categoryColours[category];
  return (
    <Tile glyph={glyphOf(kind)} colour={colour} look={form === 'container' ? 'box' : 'filled'} size={size} />
  );
}

interface PlainTileProps {
  readonly glyph: GlyphName;
  readonly colour: Token;
  readonly look: 'box' | 'filled';
  readonly size?: 'small' | 'medium';
}

export function Tile({ glyph, colour, look, size = 'small' }: PlainTileProps) {
  const paint = `var(--${colour})`;
  return (
    <span
      className={classes(styles.tile, styles[look], styles[size])}
      style={look === 'box' ? { borderColor: paint, color: paint } : { background: paint }}
    >
      <Glyph name={glyph} size={glyphSizes[size]} />
    </span>
  );
}

interface MarkProps {
  readonly of: SymbolName;
  readonly size?: number;
  /** The surface that it lies on. */
  readonly ground?: Token;
  /** What it says, where no word beside it does. */
  readonly label?: string;
}

/** A symbol of a verdict or a severity. */
export function Mark({ of, size = 16, ground = 'panel', label }: MarkProps) {
  const paint = (token: Token | 'ground' | undefined) =>
    token === undefined ? 'none' : `var(--${token === 'ground' ? ground : token})`;
  return (
    <svg
      className={styles.mark}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    >
      {symbols[of].map((part) => (
        <path
          key={part.d}
          d={part.d}
          fill={paint(part.fill)}
          stroke={paint(part.stroke)}
          strokeWidth={part.strokeWidth}
          strokeDasharray={part.dash}
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      ))}
    </svg>
  );
}
