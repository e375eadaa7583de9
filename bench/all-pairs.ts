/** All pairs, all ports: the compiled classes against one packet for every pair and header. */

import { dice } from '../src/engine/dice.test-support.ts';
import { readFacts, type Facts, type SimInterface } from '../src/engine/simulator-facts.test-support.ts';
import { askMatrix, compile, type MatrixAnswer, type MatrixPair } from '../src/engine/index.ts';
import type { Design } from '../src/model/index.ts';
import { cutsOf, judgePoint, type Cuts, type Point } from './brute-force.ts';
import { network } from './generator.ts';
import { interleaved, ROUNDS } from './measure.ts';
import { milliseconds, spread, times, type Benchmark, type Options, type Row } from './row.ts';

const SIZES = [100, 1000];
const TARGET = 150;
/** Time that the brute force may take in a round; what does not fit is sampled and scaled. */
const BUDGET = 400;

const questionFor = { between: 'instances', protocol: '-1', ipVersion: '4' } as const;

function everyPair(design: Design): MatrixAnswer {
  const answer = askMatrix(compile(design), questionFor);
  if (!answer.ok) throw new Error(answer.problem.code);
  return answer.value;
}

type Pair = readonly [SimInterface, SimInterface];

const ownerOf = (node: SimInterface): string =>
  node.instance?.known === true ? node.instance.value : node.id;

/** So many ordered pairs of different things, at random; `near`: of one VPC. */
function drawPairs(
  ends: readonly SimInterface[],
  count: number,
  seed: number,
  near: 'near' | 'anywhere',
): Pair[] {
  const { pick } = dice(seed);
  const pairs: Pair[] = [];
  while (pairs.length < count) {
    const from = pick(ends);
    const others = near === 'near' ? ends.filter((end) => end.subnet.vpc === from.subnet.vpc) : ends;
    const to = pick(others);
    if (ownerOf(from) !== ownerOf(to)) pairs.push([from, to]);
    else if (others.length < 2 && ends.length < 3) break;
  }
  return pairs;
}

function judgeAll(facts: Facts, cuts: Cuts, pairs: readonly Pair[]): void {
  for (const [from, to] of pairs) for (const point of cuts.points) judgePoint(facts, cuts, from, to, point);
}

/** How many pairs fit into the budget, found by trying a few. */
function affordable(facts: Facts, cuts: Cuts, ends: readonly SimInterface[], seed: number): number {
  const tried = drawPairs(ends, 20, seed, 'anywhere');
  judgeAll(facts, cuts, tried);
  const began = performance.now();
  judgeAll(facts, cuts, tried);
  const each = (performance.now() - began) / tried.length;
  return Math.max(20, Math.round(BUDGET / each));
}

const NAMES: Readonly<Record<number, string>> = { 1: 'icmp', 6: 'tcp', 17: 'udp' };

/** Whether the engine's set of headers has this one: told as `tcp 80,443`, `icmp 8/0`, `47`. */
function has({ allowed }: MatrixPair, point: Point): boolean {
  const name = NAMES[point.protocol] ?? String(point.protocol);
  return allowed.some(({ protocol, ports }) => {
    if (protocol !== '-1' && protocol !== name) return false;
    return (
      protocol === '-1' || ports === undefined || ports.split(',').some((range) => isWithin(range, point))
    );
  });
}

/** Of ICMP a type without a code is all of its codes; they count as if side by side. */
function isWithin(range: string, { port, type = 0, code = 0 }: Point): boolean {
  const [first = '', last = first] = range.split('-');
  const edge = (text: string, open: number): number => {
    const [before = '', after] = text.split('/');
    return port === undefined ? Number(before) * 256 + Number(after ?? open) : Number(before);
  };
  const place = port ?? type * 256 + code;
  return edge(first, 0) <= place && place <= edge(last, 255);
}

/** Headers of pairs on which the two do not agree. */
function disagreements(design: Design, facts: Facts, cuts: Cuts, pairs: readonly Pair[]): string[] {
  const told = new Map(everyPair(design).pairs.map((pair) => [`${pair.from} ${pair.to}`, pair]));
  const found: string[] = [];
  for (const [from, to] of pairs) {
    const pair = told.get(`${ownerOf(from)} ${ownerOf(to)}`);
    for (const point of cuts.points) {
      const verdict = judgePoint(facts, cuts, from, to, point);
      const isIn = pair !== undefined && has(pair, point);
      if (isIn !== (verdict === 'reachable' || verdict === 'partial')) {
        found.push(
          `${ownerOf(from)} > ${ownerOf(to)} ${JSON.stringify(point)}: ${verdict}, in the set: ${String(isIn)}`,
        );
      }
    }
  }
  return found;
}

function row(size: number, { seed, profile }: Options): Row {
  const design = network({ seed, interfaces: size, profile });
  const facts = readFacts(design);
  const ends = facts.interfaces.filter((end) => end.isPrimary || end.instance?.known !== true);
  const cuts = cutsOf(facts);
  const all = ends.length * (ends.length - 1);
  const sample = drawPairs(ends, Math.min(affordable(facts, cuts, ends, seed), all), seed + 1, 'anywhere');
  const time = interleaved(
    { engine: () => everyPair(design), packets: () => judgeAll(facts, cuts, sample) },
    ROUNDS,
  );
  const scale = all / sample.length;
  const brute = time.packets.median * scale;
  const ratio = brute / time.engine.median;
  const checked = [...sample.slice(0, 400), ...drawPairs(ends, 400, seed + 2, 'near')];
  const wrong = disagreements(design, facts, cuts, checked);
  for (const line of wrong.slice(0, 5)) console.error(`  ${line}`);
  const sampled = `one packet for each of ${cuts.points.length} headers, ${sample.length.toLocaleString('en')} pairs of ${all.toLocaleString('en')} sampled and scaled`;
  return {
    workload: `All pairs, all ports, ${ends.length.toLocaleString('en')} interfaces (${profile})`,
    ours: spread(time.engine),
    against: `${milliseconds(brute)}: ${sampled}`,
    result: `${times(ratio)}; ${wrong.length === 0 ? `${(checked.length * cuts.points.length).toLocaleString('en')} headers agree` : `${wrong.length} headers disagree`}`,
    target: size >= 1000 ? `≥ ${TARGET}×` : '',
    verdict: wrong.length > 0 ? 'disagrees' : size < 1000 || ratio >= TARGET ? 'holds' : 'missed',
    figures: {
      interfaces: ends.length,
      engine: time.engine.median,
      engineLow: time.engine.low,
      engineHigh: time.engine.high,
      simulatorSample: time.packets.median,
      simulatorScaled: brute,
      ratio,
    },
  };
}

export const allPairs: Benchmark = {
  id: 'all-pairs',
  run: (options) => (options.size === undefined ? SIZES : [options.size]).map((size) => row(size, options)),
};
