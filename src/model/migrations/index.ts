/**
 * How a document of one version becomes one of the next, and back (D-10). One file a version in this folder, listed
 * here; version 1 is the first, so there is none yet.
 */

import { failure, success, type Result } from '../../net/index.ts';

type RawDesign = Readonly<Record<string, unknown>>;

/** Both ways are pure. `down` names what the older version can't say. */
export interface Migration {
  /** `up` leads from this version to the next. */
  readonly from: number;
  readonly up: (design: RawDesign) => RawDesign;
  readonly down: (design: RawDesign) => { readonly design: RawDesign; readonly lost: readonly string[] };
}

export const CURRENT_VERSION = 1;

const migrations: readonly Migration[] = [];

/** The version that a `schema` member names; undefined where it is none of ours. */
export function versionOf(schema: unknown): number | undefined {
  if (typeof schema !== 'string') return undefined;
  const [, version] = /^vpc-designer\/design@([1-9][0-9]{0,8})$/.exec(schema) ?? [];
  return version === undefined ? undefined : Number(version);
}

/** No file leads from this version to the next. */
interface MissingStep {
  readonly from: number;
}

/** The document as the current version writes it; one of a newer version stays as it is. */
export function migrateUp(
  design: RawDesign,
  version: number,
  { current, steps }: { readonly current: number; readonly steps: readonly Migration[] } = {
    current: CURRENT_VERSION,
    steps: migrations,
  },
): Result<RawDesign, MissingStep> {
  let migrated = design;
  for (let from = version; from < current; from += 1) {
    const step = steps.find((candidate) => candidate.from === from);
    if (!step) return failure({ from });
    migrated = step.up(migrated);
  }
  return success(migrated);
}

/** The document as an older version writes it, with what that version can't say. */
export function migrateDown(
  design: RawDesign,
  version: number,
  { current, steps }: { readonly current: number; readonly steps: readonly Migration[] } = {
    current: CURRENT_VERSION,
    steps: migrations,
  },
): Result<{ readonly design: RawDesign; readonly lost: readonly string[] }, MissingStep> {
  let migrated = design;
  const lost: string[] = [];
  for (let from = current - 1; from >= version; from -= 1) {
    const step = steps.find((candidate) => candidate.from === from);
    if (!step) return failure({ from });
    const older = step.down(migrated);
    migrated = older.design;
    lost.push(...older.lost);
  }
  return success({ design: migrated, lost });
}
