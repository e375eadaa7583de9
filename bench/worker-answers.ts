/**
 * One answer about all others of a large network, on its way from the worker to the page: columns of numbers that change
 * hands, against the same entries as objects that are copied. Both arrive through a message port, and both can be asked
 * for any pair then.
 */

import { MessageChannel, receiveMessageOnPort, type Transferable } from 'node:worker_threads';
import { askReachable, compile, type ReachableEntry } from '../src/engine/index.ts';
import {
  buffersOf,
  createReachMemory,
  createReachPacker,
  entryAt,
  familyOf,
  type ReachRows,
} from '../src/worker/index.ts';
import { network } from './generator.ts';
import { interleaved, repeated, ROUNDS, type Rounds } from './measure.ts';
import { milliseconds, spread, times, type Benchmark, type Options, type Row } from './row.ts';

const SIZE = 20_000;
const TARGET = 100;
/** As many pairs as stand on the page at once. */
const LOOKED_UP = 50;

type Family = ReachableEntry['family'];

const familyPlace = (family: Family): number => (family === 4 ? 0 : 1);

/** A channel whose two ends are in one thread: what is posted is serialised, and taken out when it is asked for. */
function channel() {
  const { port1, port2 } = new MessageChannel();
  return {
    pass: <Message>(message: Message, transfer: readonly Transferable[] = []): Message => {
      port1.postMessage(message, transfer);
      const received: unknown = receiveMessageOnPort(port2)?.message;
      return received as Message;
    },
    close: () => port1.close(),
  };
}

/** Rows by the number of the other end and the family. */
function indexOfRows(rows: ReachRows, ids: number): Int32Array {
  const index = new Int32Array(ids * 2).fill(-1);
  const { others, families } = rows;
  for (let row = 0; row < others.length; row += 1)
    index[(others[row] ?? 0) * 2 + (families[row] === 6 ? 1 : 0)] = row;
  return index;
}

/** Entries by the other end's id and the family. */
function indexOfEntries(entries: readonly ReachableEntry[]): Map<string, ReachableEntry[]> {
  const index = new Map<string, ReachableEntry[]>();
  for (const entry of entries) {
    const both = index.get(entry.other);
    if (both) both[familyPlace(entry.family)] = entry;
    else {
      const made: ReachableEntry[] = [];
      made[familyPlace(entry.family)] = entry;
      index.set(entry.other, made);
    }
  }
  return index;
}

/** Of the end with most others that reach it at all, so that there is something to tell. */
function entriesOf({ seed, profile, size }: Options): readonly ReachableEntry[] {
  const design = network({ seed, interfaces: size ?? SIZE, profile });
  const compiled = compile(design);
  const [end] = [...compiled.interfaces.values()].filter(({ owner }) => owner.includes('-db-'));
  const answer = end && askReachable(compiled, { end: end.owner, direction: 'to' });
  if (answer?.ok !== true) throw new Error('The network has no database.');
  return answer.value.entries;
}

function row(options: Options): Row {
  const entries = entriesOf(options);
  const rounds: Rounds = ROUNDS;
  const pack = createReachPacker();
  const memory = createReachMemory();
  const first = pack(entries);
  memory.learn(first.news);
  const tables = memory.tables();
  // The page makes this while it learns the ids; an answer brings none that are new.
  const numberOf = new Map(tables.ids.map((id, number) => [id, number]));
  const step = Math.max(1, Math.floor(entries.length / LOOKED_UP));
  const wanted = entries.filter((_, index) => index % step === 0).slice(0, LOOKED_UP);
  const ready = Array.from({ length: rounds.warmUps + rounds.runs }, () => pack(entries));
  const { pass, close } = channel();
  let columns: readonly ReachableEntry[] = [];
  let objects: readonly (ReachableEntry | undefined)[] = [];
  let rows = first.rows;
  let copies: readonly ReachableEntry[] = [];
  const time = interleaved(
    {
      ours: () => {
        const packed = ready.pop();
        if (!packed) throw new Error('more rounds than answers');
        ({ rows } = pass(packed, buffersOf(packed.rows)));
        const index = indexOfRows(rows, tables.ids.length);
        columns = wanted.map(({ other, family }) =>
          entryAt(rows, tables, index[(numberOf.get(other) ?? 0) * 2 + familyPlace(family)] ?? -1),
        );
      },
      objects: () => {
        copies = pass(entries);
        const index = indexOfEntries(copies);
        objects = wanted.map(({ other, family }) => index.get(other)?.[familyPlace(family)]);
      },
    },
    rounds,
  );
  close();
  const packing = repeated(() => void pack(entries), rounds);
  const isSame =
    rows.others.length === copies.length &&
    copies.every((copy, place) => JSON.stringify(copy) === JSON.stringify(entryAt(rows, tables, place))) &&
    familyOf(rows, 0) === copies[0]?.family &&
    JSON.stringify(columns) === JSON.stringify(objects) &&
    JSON.stringify(columns) === JSON.stringify(wanted);
  const ratio = time.objects.median / time.ours.median;
  const count = entries.length.toLocaleString('en');
  return {
    workload: `Worker answer, ${count} pairs: posted, received, ${wanted.length} of them looked up; ids were told before`,
    ours: `${spread(time.ours)}, packed in the worker in ${milliseconds(packing.median)} before`,
    against: `${spread(time.objects)}: the same entries as objects, cloned`,
    result: `${times(ratio)}; ${isSame ? 'both say the same' : 'they differ'}`,
    target: `≥ ${TARGET}×`,
    verdict: !isSame ? 'disagrees' : ratio >= TARGET ? 'holds' : 'missed',
    figures: { ours: time.ours.median, objects: time.objects.median, packing: packing.median, ratio },
  };
}

export const workerAnswers: Benchmark = { id: 'worker-answers', run: (options) => [row(options)] };
