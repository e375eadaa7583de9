/** `npm run bench -- [--only ID]… [--size N] [--seed N] [--profile P] [--json] [--readme]`: measures, prints, and fails over a hard budget. */

import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { allPairs } from './all-pairs.ts';
import { checks } from './checks.ts';
import { edits } from './edits.ts';
import { firstLoad } from './first-load.ts';
import { frames } from './frames.ts';
import { headerAlgebra } from './header-algebra.ts';
import { layout } from './layout.ts';
import { store } from './store.ts';
import { workerAnswers } from './worker-answers.ts';
import { PROFILES } from './generator.ts';
import { closePages } from './pages.ts';
import type { Benchmark, Row } from './row.ts';

const benchmarks: readonly Benchmark[] = [
  allPairs,
  edits,
  checks,
  headerAlgebra,
  store,
  workerAnswers,
  layout,
  firstLoad,
  frames,
];

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true, default: [] },
    size: { type: 'string' },
    seed: { type: 'string', default: '1' },
    profile: { type: 'string', default: 'small-vpcs' },
    json: { type: 'boolean', default: false },
    readme: { type: 'boolean', default: false },
  },
});

const profile = PROFILES.find((name) => name === values.profile);
if (profile === undefined) {
  console.error(`--profile is one of ${PROFILES.join(', ')}, not ${values.profile}`);
  process.exit(2);
}

const rows: Row[] = [];
for (const benchmark of benchmarks) {
  if (values.only.length > 0 && !values.only.includes(benchmark.id)) continue;
  const size = values.size === undefined ? undefined : Number(values.size);
  rows.push(...(await benchmark.run({ seed: Number(values.seed), profile, size })));
}

await closePages();

const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`;

const table = [
  '| workload | median (spread) | against | result | target | |',
  '| --- | --- | --- | --- | --- | --- |',
  ...rows.map(
    (row) =>
      `| ${row.workload} | ${row.ours} | ${row.against} | ${row.result} | ${row.target} | ${row.verdict} |`,
  ),
  '',
  `Measured on ${machine}.`,
].join('\n');

console.log(values.json ? JSON.stringify({ machine, rows }, null, 2) : table);

if (values.readme) {
  const readme = readFileSync('README.md', 'utf8');
  const [before, rest] = readme.split('<!-- bench:begin -->');
  const after = rest?.split('<!-- bench:end -->')[1];
  if (before === undefined || after === undefined)
    throw new Error('README.md lacks the marks bench:begin and bench:end');
  writeFileSync('README.md', `${before}<!-- bench:begin -->\n${table}\n<!-- bench:end -->${after}`);
}

if (rows.some((row) => row.verdict === 'disagrees' || (row.isHard && row.verdict === 'missed')))
  process.exitCode = 1;
