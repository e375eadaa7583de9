/** Whole checks, every fix tried: after one edit against the time that feels immediate, and how they grow with findings. */

import { compile, compileAfter } from '../src/engine/index.ts';
import { checkDesign, type FindingAnswer } from '../src/findings/index.ts';
import { applyActions } from '../src/model/edits/index.ts';
import { editsOf } from './edits.ts';
import { network } from './generator.ts';
import { repeated, type Rounds } from './measure.ts';
import { milliseconds, spread, type Benchmark, type Options, type Row } from './row.ts';

const EDITED = 200;
const IMMEDIATE = 100;
const SIZES = [300, 1000] as const;
const FEW: Rounds = { warmUps: 1, runs: 5 };

function afterEdit({ seed, profile, size }: Options): Row[] {
  const interfaces = size ?? EDITED;
  const design = network({ seed, interfaces, profile });
  const before = compile(design);
  checkDesign(before, design, { mode: 'live' });
  const [first] = editsOf(design);
  if (!first) return [];
  const [name, action] = first;
  let told: readonly FindingAnswer[] = [];
  const time = repeated(() => {
    const edited = applyActions(design, [action]);
    told = checkDesign(compileAfter(before, edited), edited, { mode: 'live' });
  });
  const edited = applyActions(design, [action]);
  const cold = checkDesign(compile(edited), edited, { mode: 'live' });
  const isSame = JSON.stringify(told) === JSON.stringify(cold);
  return [
    {
      workload: `Whole check after an edit of ${name}, ${interfaces} interfaces (${profile}): ${told.length} findings, every fix tried`,
      ours: spread(time),
      against: `what feels immediate, ${IMMEDIATE} ms`,
      result: `${(time.median / IMMEDIATE).toFixed(2)} of it`,
      target: `≤ ${milliseconds(IMMEDIATE)}`,
      verdict: isSame ? (time.median <= IMMEDIATE ? 'holds' : 'missed') : 'disagrees',
      figures: { median: time.median, low: time.low, high: time.high, findings: told.length },
    },
  ];
}

/** Of twice the findings, twice the time is an exponent of 1. */
function growth({ seed, profile, size }: Options): Row[] {
  const sizes = size === undefined ? SIZES : ([size, size * 3] as const);
  const measured = sizes.map((interfaces) => {
    const design = network({ seed, interfaces, profile });
    let findings = 0;
    const time = repeated(() => {
      findings = checkDesign(compile(design), design).length;
    }, FEW);
    return { interfaces, findings, time };
  });
  const [small, large] = measured;
  if (!small || !large || small.findings === 0) return [];
  const exponent =
    Math.log(large.time.median / small.time.median) / Math.log(large.findings / small.findings);
  return [
    {
      workload: `Check from nothing, every fix tried, ${small.interfaces} and ${large.interfaces.toLocaleString('en')} interfaces (${profile})`,
      ours: `${spread(small.time)} for ${small.findings} findings, ${spread(large.time)} for ${large.findings}`,
      against: 'itself, by the number of findings',
      result: `exponent ${exponent.toFixed(2)}`,
      target: '≤ 1.15',
      verdict: exponent <= 1.15 ? 'holds' : 'missed',
      figures: {
        small: small.time.median,
        large: large.time.median,
        smallFindings: small.findings,
        largeFindings: large.findings,
        exponent,
      },
    },
  ];
}

export const checks: Benchmark = {
  id: 'checks',
  run: (options) => [...afterEdit(options), ...growth(options)],
};
