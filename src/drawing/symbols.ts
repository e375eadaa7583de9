/** Symbols of verdicts and severities in a box of 16: the shape carries the meaning, colour only repeats it. */

import type { Token } from './tokens.ts';

export type Severity = 'error' | 'warning' | 'note';

export type SymbolName =
  | Severity
  | 'reachable'
  | 'blocked'
  /** Blocked where nothing wanted it open: a fact, no fault. */
  | 'blocked-as-fact'
  | 'partial'
  | 'undetermined'
  | 'not-applicable';

/** One path of a symbol; `ground` is the colour of what the symbol lies on. */
export interface SymbolPart {
  readonly d: string;
  readonly fill?: Token | 'ground';
  readonly stroke?: Token | 'ground';
  readonly strokeWidth?: number;
  readonly dash?: string;
}

const octagon = 'M5 1h6l4 4v6l-4 4H5l-4-4V5z';
const disc = 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1z';
const triangle = 'M8 1.5 15.3 14.5H.7z';
const diamond = 'M8 .8 15.2 8 8 15.2.8 8z';
const tick = 'M4.8 8.3 7 10.5l4.3-4.7';

const inside = (d: string, strokeWidth: number): SymbolPart => ({ d, stroke: 'ground', strokeWidth });

export const symbols: Readonly<Record<SymbolName, readonly SymbolPart[]>> = {
  error: [{ d: octagon, fill: 'no' }, inside('M8 4.2v4.6M8 11.3v.3', 1.8)],
  warning: [{ d: triangle, fill: 'warn', stroke: 'warn', strokeWidth: 1 }, inside('M8 6v4M8 12.2v.2', 1.7)],
  note: [{ d: disc, fill: 'note' }, inside('M8 7.5v4M8 4.6v.2', 1.8)],
  reachable: [{ d: disc, fill: 'ok' }, inside(tick, 1.8)],
  blocked: [{ d: octagon, fill: 'no' }, inside('M5.5 5.5l5 5M10.5 5.5l-5 5', 1.8)],
  'blocked-as-fact': [
    {
      d: 'M5.3 1.7h5.4l3.6 3.6v5.4l-3.6 3.6H5.3l-3.6-3.6V5.3z',
      fill: 'ground',
      stroke: 'text-3',
      strokeWidth: 1.5,
    },
    { d: 'M5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4', stroke: 'text-3', strokeWidth: 1.6 },
  ],
  partial: [
    { d: 'M8 1.7a6.3 6.3 0 1 0 0 12.6A6.3 6.3 0 0 0 8 1.7z', fill: 'ground', stroke: 'ok', strokeWidth: 1.5 },
    { d: 'M8 1.7a6.3 6.3 0 1 0 0 12.6z', fill: 'ok' },
    { d: 'M9.3 8.3l1.3 1.4 2.1-2.7', stroke: 'ok', strokeWidth: 1.4 },
  ],
  undetermined: [
    { d: diamond, fill: 'unk' },
    inside('M6.2 6.5c0-2.2 3.6-2.2 3.6 0 0 1.3-1.8 1.3-1.8 2.6M8 11.3v.2', 1.5),
  ],
  'not-applicable': [
    {
      d: 'M8 1.7a6.3 6.3 0 1 0 0 12.6A6.3 6.3 0 0 0 8 1.7z',
      stroke: 'line-strong',
      strokeWidth: 1.5,
      dash: '2.5 2.2',
    },
    { d: 'M5 8h6', stroke: 'line-strong', strokeWidth: 1.6 },
  ],
};
