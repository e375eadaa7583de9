/** One edit in the page's store, with all that hangs on it, against immer on a flat record of the same resources. */

import { produce, setAutoFreeze } from 'immer';
import { createAppStore } from '../src/app/store.ts';
import type { Design } from '../src/model/index.ts';
import { setField } from '../src/model/edits/index.ts';
import { network } from './generator.ts';
import { interleaved } from './measure.ts';
import { spread, times, type Benchmark, type Options, type Row } from './row.ts';

const SIZE = 20_000;
const TARGET = 40;

/** A network of so many resources. */
function resourcesOf(count: number, { seed, profile }: Options): Design {
  const design = network({ seed, interfaces: count, profile });
  const entries = Object.entries(design.resources).slice(0, count);
  return { ...design, resources: Object.fromEntries(entries) };
}

function row(options: Options): Row {
  const size = options.size ?? SIZE;
  const start = resourcesOf(size, options);
  const [id] = Object.entries(start.resources).find(([, { kind }]) => kind === 'instance') ?? [];
  if (id === undefined) throw new Error('The network has no instance.');
  const store = createAppStore({ design: start });
  let flat = start.resources;
  let turn = 0;
  // The page freezes nothing either.
  setAutoFreeze(false);
  const typeOf = (round: number): string => `m7g.${round % 2 === 0 ? 'large' : 'xlarge'}`;
  const time = interleaved({
    ours: () => {
      turn += 1;
      const type = typeOf(turn);
      store.edit(
        { en: 'Type', ja: 'タイプ' },
        (design) => setField(design, id, 'instanceType', type),
        'bench',
      );
    },
    flat: () => {
      const type = typeOf(turn);
      flat = produce(flat, (draft) => {
        const resource = draft[id];
        if (resource?.kind === 'instance') resource.instanceType = type;
      });
    },
  });
  const ours = store.api.getState().design.resources[id];
  const theirs = flat[id];
  const agrees = JSON.stringify(ours) === JSON.stringify(theirs);
  const ratio = time.flat.median / time.ours.median;
  return {
    workload: `Edit in the store, ${size.toLocaleString('en')} resources: the edit, its patches, its undo step`,
    ours: spread(time.ours),
    against: `${spread(time.flat)}: the edit alone, a flat record under immer`,
    result: `${times(ratio)}; ${agrees ? 'both hold the same' : 'they differ'}`,
    target: `≥ ${TARGET}×`,
    verdict: !agrees ? 'disagrees' : ratio >= TARGET ? 'holds' : 'missed',
    figures: { ours: time.ours.median, flat: time.flat.median, ratio },
  };
}

export const store: Benchmark = { id: 'store', run: (options) => [row(options)] };
