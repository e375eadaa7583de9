/** What is kept over an edit or a trial never shows: answers are those of a check that begins from nothing. */

import { describe, expect, it } from 'vitest';
import { compile, compileAfter, type Network } from '../engine/index.ts';
import { randomEdits, severalNetworks } from '../engine/edits.test-support.ts';
import { applyActions, type Design } from '../model/index.ts';
import { sinceOf } from './_changes.ts';
import { findingContext } from './_context.ts';
import { effects } from './_effects.ts';
import { beginCheck, checkDesign } from './index.ts';

const NETWORKS = Number(process.env['NETWORKS'] ?? 5);
const SEEDS = Array.from({ length: NETWORKS }, (_, index) => index + 1);
const LONG = 120_000 + NETWORKS * 4000;

const wide = { review: { mode: 'review' }, live: { mode: 'live' } } as const;

describe('after any edits', () => {
  it(
    'findings are as if the design were read anew',
    () => {
      for (const seed of SEEDS) {
        let former: Network | undefined;
        for (const { design, told } of randomEdits(seed, 8)) {
          const kept: Network = former ? compileAfter(former, design) : compile(design);
          for (const options of Object.values(wide)) {
            expect(beginCheck(kept, design, options).answers, `seed ${seed}: ${told}`).toEqual(
              beginCheck(compile(design), design, options).answers,
            );
          }
          former = kept;
        }
      }
    },
    LONG,
  );

  it(
    'so are fixes, and what they open',
    () => {
      for (const seed of SEEDS.slice(0, 3)) {
        let former: Network | undefined;
        for (const { design, told } of randomEdits(seed, 3)) {
          const kept: Network = former ? compileAfter(former, design) : compile(design);
          expect(checkDesign(kept, design), `seed ${seed}: ${told}`).toEqual(
            checkDesign(compile(design), design),
          );
          former = kept;
        }
      }
    },
    LONG,
  );
});

/** Each fix that some finding proposes, tried. */
function* trialsOf(network: Network, design: Design): Generator<{ after: Design; told: string }> {
  for (const { key, raw } of beginCheck(network, design).found.values()) {
    for (const { id, actions } of raw.fixes?.() ?? [])
      yield { after: applyActions(design, actions), told: `${key} by ${id}` };
  }
}

describe('a trial', () => {
  it(
    'that asks only what a fix can touch finds and opens what one that asks everything does',
    () => {
      let short = 0;
      for (let seed = 1; seed <= NETWORKS * 3; seed += 1) {
        const design = severalNetworks(seed, 2);
        const network = compile(design);
        const before = findingContext(network, design, 'review', 'full');
        for (const { after, told } of trialsOf(network, design)) {
          const changed = compileAfter(network, after);
          const since = sinceOf(before, changed, after);
          if (since) short += 1;
          const quick = findingContext(changed, after, 'review', 'full', since);
          const whole = findingContext(compile(after), after, 'review', 'full');
          expect(effects(before, quick), `seed ${seed}: ${told}`).toEqual(effects(before, whole));
        }
      }
      expect(short).toBeGreaterThan(NETWORKS);
    },
    LONG,
  );
});
