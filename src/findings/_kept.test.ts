/** What is kept over an edit or a trial never shows: answers are those of a check that begins from nothing. */

import { describe, expect, it } from 'vitest';
import { compile, compileAfter, type Network } from '../engine/index.ts';
import { dice } from '../engine/dice.test-support.ts';
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

type Rows = 'rules' | 'entries' | 'routes' | 'associations';

/** Rows of a group, an ACL or a table put in the place of another's, or taken away. */
function* rowEdits(seed: number, edits: number): Generator<{ design: Design; told: string }> {
  const throws = dice(seed);
  let design = severalNetworks(seed, 2);
  const rowsOf: Readonly<Record<string, readonly Rows[]>> = {
    securityGroup: ['rules'],
    networkAcl: ['entries', 'associations'],
    routeTable: ['routes', 'associations'],
  };
  yield { design, told: 'as drawn' };
  for (let count = 0; count < edits; count += 1) {
    const all = Object.entries(design.resources).filter(([, { kind }]) => Object.hasOwn(rowsOf, kind));
    if (all.length === 0) return;
    const [id, resource] = throws.pick(all);
    const member = throws.pick(rowsOf[resource.kind] ?? []);
    const [, donor] = throws.pick(all.filter(([, { kind }]) => kind === resource.kind));
    const list = (donor as unknown as Readonly<Record<string, unknown>>)[member];
    if (!Array.isArray(list)) continue;
    const rows = throws.roll(2) === 0 ? list : list.slice(1);
    const changed = { ...resource, [member]: rows } as Design['resources'][string];
    design = { ...design, resources: { ...design.resources, [id]: changed } };
    yield { design, told: `${id} with ${member} ${JSON.stringify(rows)}` };
  }
}

describe('a check that knows the one before', () => {
  it(
    'finds what one that asks everything does',
    () => {
      let short = 0;
      for (let seed = 1; seed <= NETWORKS * 2; seed += 1) {
        for (const edits of [rowEdits(seed, 10), randomEdits(seed, 4)]) {
          let former: Network | undefined;
          for (const { design, told } of edits) {
            const kept: Network = former ? compileAfter(former, design) : compile(design);
            const options = { mode: 'review', ...(former ? { former } : {}) } as const;
            const check = beginCheck(kept, design, options);
            if (check.context.since) short += 1;
            expect(check.answers, `seed ${seed}: ${told}`).toEqual(
              beginCheck(compile(design), design).answers,
            );
            former = kept;
          }
        }
      }
      expect(short).toBeGreaterThan(NETWORKS * 3);
    },
    LONG,
  );

  it('takes nothing over where something for the whole document changed', () => {
    for (const { design } of rowEdits(3, 1)) {
      const network = compile(design);
      const other = { ...design, coverage: [] };
      const options = { former: network } as const;
      expect(beginCheck(compileAfter(network, other), other, options).context.since).toBeUndefined();
      expect(beginCheck(network, design, options).context.since).toBeUndefined();
    }
  });
});

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
