/** Cases that were once wrong, kept for ever: each line is asked of the engine, and of the simulator. */

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { askReach, askTiers, compile } from './index.ts';
import { judge } from './judged.test-support.ts';
import { disagreements, question, tierDisagreements, tierLine } from './notation-lines.test-support.ts';
import { network } from './notation.test-support.ts';
import { simulateTier } from './simulator-tiers.test-support.ts';

interface Case {
  readonly title: string;
  readonly lines: readonly string[];
  readonly questions: readonly string[];
}

const folder = new URL('corpus/', import.meta.url);

function casesOf(file: string): Case[] {
  const blocks = readFileSync(new URL(file, folder), 'utf8').split(/\n\s*\n/);
  return blocks.flatMap((block) => {
    const lines = block.split('\n').filter((line) => line.trim() !== '');
    const isAsked = (line: string): boolean => /^(\?|tier )/.test(line);
    const questions = lines.filter(isAsked);
    if (questions.length === 0) return []; // what is said of the file as a whole
    const remarks = lines.filter((line) => line.startsWith('#')).map((line) => line.slice(1).trim());
    return [
      {
        title: remarks.join(' '),
        lines: lines.filter((line) => !line.startsWith('#') && !isAsked(line)),
        questions,
      },
    ];
  });
}

for (const file of readdirSync(folder).filter((name) => name.endsWith('.txt'))) {
  describe(`corpus/${file}`, () => {
    const lines = casesOf(file).flatMap((one) => one.questions.map((asked) => ({ ...one, asked })));
    it.each(lines)('$title: $asked', ({ lines: drawn, asked }) => {
      const design = network(...drawn);
      if (asked.startsWith('tier')) {
        const line = tierLine(asked);
        expect(tierDisagreements(askTiers(compile(design)), line)).toEqual([]);
        const simulated = simulateTier(design, line.subnet, line.family);
        expect(simulated).toEqual({ tier: line.tier, undetermined: line.undetermined });
        return;
      }
      const { question: one, expected, strict } = question(asked);
      if (!expected) throw new Error(`nothing is expected of ${asked}`);
      const answer = askReach(compile(design, { assume: strict ? 'nothing' : 'stated' }), one);
      if (!answer.ok) throw new Error(`${answer.problem.code} of ${asked}`);
      expect(disagreements(answer.value, expected)).toEqual([]);
      const simulated = judge(design, one, one.ipVersion === '6' ? 6 : 4, strict ? 'nothing' : 'stated');
      expect(simulated.verdict).toBe(expected.verdict);
    });
  });
}
