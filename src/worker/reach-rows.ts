/**
 * Who reaches an end, or what it reaches, as columns of numbers: buffers change hands instead of being copied. What a
 * number stands for (an id, a list of traffic, missing facts) is told once, with the first rows that mean it.
 */

import type { Allowed, MissingFact, ReachableEntry, Verdict } from '../engine/index.ts';

/** One number a row in each column; ids, parts and facts by their place among all that were told. */
export interface ReachRows {
  readonly others: Int32Array<ArrayBuffer>;
  readonly families: Uint8Array<ArrayBuffer>;
  readonly verdicts: Uint8Array<ArrayBuffer>;
  readonly allowed: Int32Array<ArrayBuffer>;
  readonly everywhere: Int32Array<ArrayBuffer>;
  readonly narrow: Int32Array<ArrayBuffer>;
  readonly unsure: Int32Array<ArrayBuffer>;
  readonly facts: Int32Array<ArrayBuffer>;
}

/** What numbers stand for, in the order of the numbers. */
export interface ReachTables {
  readonly ids: readonly string[];
  readonly parts: readonly (readonly Allowed[])[];
  readonly facts: readonly (readonly MissingFact[])[];
}

export interface PackedReach {
  readonly rows: ReachRows;
  /** Those that were not told before. */
  readonly news: ReachTables;
}

const VERDICTS: readonly Verdict[] = ['reachable', 'partial', 'undetermined', 'blocked', 'not-applicable'];

/** Numbers for values that say the same; new ones are listed until they are taken. */
function numbering<Value extends object>() {
  const byValue = new WeakMap<Value, number>();
  const byText = new Map<string, number>();
  let news: Value[] = [];
  const add = (value: Value): number => {
    const text = JSON.stringify(value);
    const known = byText.get(text);
    const number = known ?? byText.size;
    if (known === undefined) {
      byText.set(text, number);
      news.push(value);
    }
    byValue.set(value, number);
    return number;
  };
  return {
    /** Numbers one column: rows of one class follow each other and share their lists. */
    column: (): ((value: Value) => number) => {
      let last: Value | undefined;
      let number = 0;
      return (value) => {
        if (value !== last) {
          number = byValue.get(value) ?? add(value);
          last = value;
        }
        return number;
      };
    },
    take: (): readonly Value[] => {
      const taken = news;
      news = [];
      return taken;
    },
  };
}

/** Packs entries for one listener, who remembers what it was told. */
export function createReachPacker(): (entries: readonly ReachableEntry[]) => PackedReach {
  const ids = new Map<string, number>();
  const parts = numbering<readonly Allowed[]>();
  const facts = numbering<readonly MissingFact[]>();
  const [allowed, everywhere, narrow, unsure] = [
    parts.column(),
    parts.column(),
    parts.column(),
    parts.column(),
  ];
  const unknowns = facts.column();
  return (entries) => {
    const count = entries.length;
    const rows: ReachRows = {
      others: new Int32Array(count),
      families: new Uint8Array(count),
      verdicts: new Uint8Array(count),
      allowed: new Int32Array(count),
      everywhere: new Int32Array(count),
      narrow: new Int32Array(count),
      unsure: new Int32Array(count),
      facts: new Int32Array(count),
    };
    const newIds: string[] = [];
    entries.forEach((entry, row) => {
      let id = ids.get(entry.other);
      if (id === undefined) {
        id = ids.size;
        ids.set(entry.other, id);
        newIds.push(entry.other);
      }
      rows.others[row] = id;
      rows.families[row] = entry.family;
      rows.verdicts[row] = VERDICTS.indexOf(entry.verdict);
      rows.allowed[row] = allowed(entry.allowed);
      rows.everywhere[row] = everywhere(entry.everywhere);
      rows.narrow[row] = narrow(entry.narrow);
      rows.unsure[row] = unsure(entry.unsure);
      rows.facts[row] = unknowns(entry.unknowns);
    });
    return { rows, news: { ids: newIds, parts: parts.take(), facts: facts.take() } };
  };
}

/** The buffers that change hands with the rows. */
export const buffersOf = (rows: ReachRows): ArrayBuffer[] =>
  Object.values(rows).map((column: Int32Array<ArrayBuffer> | Uint8Array<ArrayBuffer>) => column.buffer);

/** What a listener has been told so far; it only grows. */
export interface ReachMemory {
  readonly tables: () => ReachTables;
  readonly learn: (news: ReachTables) => void;
}

export function createReachMemory(): ReachMemory {
  const ids: string[] = [];
  const parts: (readonly Allowed[])[] = [];
  const facts: (readonly MissingFact[])[] = [];
  return {
    tables: () => ({ ids, parts, facts }),
    learn: (news) => {
      for (const id of news.ids) ids.push(id);
      for (const part of news.parts) parts.push(part);
      for (const fact of news.facts) facts.push(fact);
    },
  };
}

export const otherOf = ({ others }: ReachRows, { ids }: ReachTables, row: number): string =>
  ids[others[row] ?? -1] ?? '';

export const familyOf = ({ families }: ReachRows, row: number): 4 | 6 => (families[row] === 6 ? 6 : 4);

export const verdictOf = ({ verdicts }: ReachRows, row: number): Verdict =>
  VERDICTS[verdicts[row] ?? -1] ?? 'not-applicable';

/** A row as the engine told it. */
export const entryAt = (rows: ReachRows, tables: ReachTables, row: number): ReachableEntry => {
  const { parts, facts } = tables;
  return {
    other: otherOf(rows, tables, row),
    family: familyOf(rows, row),
    verdict: verdictOf(rows, row),
    allowed: parts[rows.allowed[row] ?? -1] ?? [],
    everywhere: parts[rows.everywhere[row] ?? -1] ?? [],
    narrow: parts[rows.narrow[row] ?? -1] ?? [],
    unsure: parts[rows.unsure[row] ?? -1] ?? [],
    unknowns: facts[rows.facts[row] ?? -1] ?? [],
  };
};

const together = <Column extends Int32Array<ArrayBuffer> | Uint8Array<ArrayBuffer>>(
  first: Column,
  second: Column,
  make: (length: number) => Column,
): Column => {
  const all = make(first.length + second.length);
  all.set(first);
  all.set(second, first.length);
  return all;
};

const ints = (length: number) => new Int32Array(length);
const bytes = (length: number) => new Uint8Array(length);

/** Rows with more behind them. */
export const joinedRows = (before: ReachRows, more: ReachRows): ReachRows => ({
  others: together(before.others, more.others, ints),
  families: together(before.families, more.families, bytes),
  verdicts: together(before.verdicts, more.verdicts, bytes),
  allowed: together(before.allowed, more.allowed, ints),
  everywhere: together(before.everywhere, more.everywhere, ints),
  narrow: together(before.narrow, more.narrow, ints),
  unsure: together(before.unsure, more.unsure, ints),
  facts: together(before.facts, more.facts, ints),
});
