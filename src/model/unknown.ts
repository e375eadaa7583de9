/** Values that a source did not say: a fact that is missing, never a default. */

import * as v from 'valibot';

/** Stands where a value would be. A complete `candidates` list lets the engine ask once per candidate. */
export interface Unknown {
  readonly $unknown: {
    readonly why: string;
    readonly ref?: string;
    readonly candidates?: readonly unknown[];
  };
}

export const unknownSchema: v.GenericSchema<Unknown> = v.looseObject({
  $unknown: v.looseObject({
    why: v.string(),
    ref: v.exactOptional(v.string()),
    candidates: v.exactOptional(v.array(v.unknown())),
  }),
});

export const unknownBecause = (why: string): Unknown => ({ $unknown: { why } });

export const isUnknown = (value: unknown): value is Unknown =>
  typeof value === 'object' && value !== null && '$unknown' in value;

/** The value where it is known; undefined where it is absent or unknown. */
export const known = <Value>(value: Value | Unknown | undefined): Value | undefined =>
  isUnknown(value) ? undefined : value;
