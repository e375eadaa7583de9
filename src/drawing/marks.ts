/** The primitives that every picture is made of: data that a page paints and a file writes down alike. */

import type { GlyphName } from './glyphs.ts';
import type { SymbolName } from './symbols.ts';
import type { Weight } from './text.ts';
import type { Token } from './tokens.ts';

/** Shown from this level of detail on: 0 far, 1, 2 normal, 3 near. */
export type Level = 0 | 1 | 2 | 3;

interface Common {
  /** Absent: at every level. */
  readonly level?: Level;
  /** The last level that shows it; absent: the nearest. */
  readonly until?: Level;
}

interface Stroke {
  readonly stroke?: Token;
  readonly strokeWidth?: number;
  readonly dash?: string;
  readonly cap?: 'round';
}

export interface RectMark extends Common, Stroke {
  readonly mark: 'rect';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly radius?: number;
  readonly fill?: Token;
  /** The ground of that glyph: a picture may put another icon in place of both. */
  readonly tileOf?: GlyphName;
  readonly corner?: Corner;
}

/** Shown from a zoom on, or below it; Infinity: never, or always. */
export interface Zooms {
  readonly from?: number;
  readonly below?: number;
}

/** Where marks hang that a canvas draws larger from afar: all of one corner by one scale. */
export interface Corner extends Zooms {
  readonly x: number;
  readonly y: number;
  /** A size in the picture, and the pixels on the screen that it never falls under. */
  readonly natural: number;
  readonly least: number;
  /** The largest scale that there is room for. */
  readonly most: number;
}

export interface PathMark extends Common, Stroke {
  readonly mark: 'path';
  readonly d: string;
  readonly fill?: Token;
}

export interface GlyphMark extends Common {
  readonly mark: 'glyph';
  readonly glyph: GlyphName;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly color: Token;
  /** In units of the glyph's box of 24. */
  readonly strokeWidth: number;
  /** It lies on a tile of its own. */
  readonly onTile?: true;
  readonly corner?: Corner;
}

export interface SymbolMark extends Common {
  readonly mark: 'symbol';
  readonly symbol: SymbolName;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  /** What it lies on. */
  readonly ground: Token;
  readonly corner?: Corner;
}

export interface TextMark extends Common {
  readonly mark: 'text';
  readonly text: string;
  readonly x: number;
  /** The baseline. */
  readonly y: number;
  readonly size: number;
  readonly weight: Weight;
  readonly color: Token;
  readonly anchor?: 'middle' | 'end';
  /** A rim in this colour, where the text stands over lines. */
  readonly halo?: Token;
  /** A canvas that is looked at from afar writes it larger, cut to the room it has. */
  readonly fit?: TextFit;
  readonly zooms?: Zooms;
  readonly corner?: Corner;
}

export interface TextFit {
  /** The text before anything was left out. */
  readonly whole: string;
  readonly room: number;
  /** Whether a larger text grows about its middle or from its top. */
  readonly from: 'middle' | 'top';
  /** Whole or not at all: half an address says nothing. */
  readonly isWhole?: true;
  /** What hangs in a corner at the end of the room, and grows from afar too. */
  readonly beside?: { readonly width: number; readonly corner: Corner };
  /** Below a zoom something smaller stands at the end of the room. */
  readonly far?: Pick<TextFit, 'room' | 'beside'> & { readonly below: number };
}

export type Mark = RectMark | PathMark | GlyphMark | SymbolMark | TextMark;

/** A zoom of each level. */
const zoomOf = [0.3, 0.6, 1, 2] as const satisfies Record<Level, number>;

/** Whether a mark is shown at a level of detail. */
export const isShownAt = (mark: Mark, level: Level): boolean =>
  (mark.level ?? 0) <= level &&
  level <= (mark.until ?? 3) &&
  isWithin('corner' in mark ? mark.corner : undefined, zoomOf[level]) &&
  isWithin(mark.mark === 'text' ? mark.zooms : undefined, zoomOf[level]);

export const isWithin = (zooms: Zooms | undefined, zoom: number): boolean =>
  zoom >= (zooms?.from ?? 0) && zoom < (zooms?.below ?? Number.POSITIVE_INFINITY);

export interface Size {
  readonly width: number;
  readonly height: number;
}
