/** How much is read at most (D-11): one set for the page, one for the command line. */

export interface Limits {
  /** Of one file. */
  readonly bytes: number;
  readonly resources: number;
  /** Above this a note says that drawing gets slow. */
  readonly comfortableResources: number;
}

const MEGABYTE = 1024 * 1024;

export const pageLimits: Limits = {
  bytes: 200 * MEGABYTE,
  resources: 200_000,
  comfortableResources: 20_000,
};

export const commandLineLimits: Limits = {
  bytes: 500 * MEGABYTE,
  resources: 500_000,
  comfortableResources: Number.POSITIVE_INFINITY,
};

/** Deepest nesting of a design, and of anything else. */
export const DESIGN_DEPTH = 64;
export const OTHER_DEPTH = 200;

export const inMegabytes = (bytes: number): number => Math.ceil(bytes / MEGABYTE);
