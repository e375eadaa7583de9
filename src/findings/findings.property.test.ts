/** What holds of findings on any network: unique keys, whole sentences, fixes that mend, causes that are causes. */

import { describe, expect, it } from 'vitest';
import { compile } from '../engine/index.ts';
import { network } from '../engine/notation.test-support.ts';
import { randomNetwork } from '../engine/random.test-support.ts';
import { applyActions, type Design } from '../model/index.ts';
import { beginCheck, checkDesign, type FindingAnswer } from './index.ts';

const SEEDS = Array.from({ length: 40 }, (_, index) => index + 1);
const drawn = (seed: number): Design => network(randomNetwork(seed).lines.join('\n'));
const GRAVITY = ['error', 'warning', 'note'];

const keysOf = (design: Design, mode: 'live' | 'review'): string[] =>
  beginCheck(compile(design), design, { mode }).answers.map(({ key }) => key);

const gravity = ({ severity }: FindingAnswer): number => GRAVITY.indexOf(severity);

describe('on random networks', () => {
  it('keys are unique, and drawing says nothing that a review would not', () => {
    for (const seed of SEEDS) {
      const design = drawn(seed);
      const review = keysOf(design, 'review');
      expect(new Set(review).size).toBe(review.length);
      for (const key of keysOf(design, 'live')) expect(review, `seed ${seed}`).toContain(key);
    }
  });

  it('sentences are whole, causes stand for themselves, and each fix that is offered mends', () => {
    for (const seed of SEEDS) {
      const design = drawn(seed);
      const answers = checkDesign(compile(design), design);
      const byKey = new Map(answers.map((answer) => [answer.key, answer]));
      for (const answer of answers) {
        for (const text of Object.values(answer.message))
          expect(text).not.toMatch(/[{}]|undefined|NaN|\s\s/u);
        const cause = answer.causedBy === undefined ? undefined : byKey.get(answer.causedBy);
        if (answer.causedBy !== undefined) {
          expect(cause, `seed ${seed}: ${answer.key}`).toBeDefined();
          expect(cause?.causedBy).toBeUndefined();
          expect(cause && gravity(cause)).toBeLessThanOrEqual(gravity(answer));
        }
        for (const fix of answer.fixes) {
          const after = applyActions(design, fix.actions);
          expect(keysOf(after, 'review'), `seed ${seed}: ${answer.key} by ${fix.id}`).not.toContain(
            answer.key,
          );
        }
      }
    }
  });
});
