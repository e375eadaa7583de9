#!/usr/bin/env node
// Starts the built command line; in a checkout that has not been built it says so.
import { existsSync } from 'node:fs';

const built = new URL('../dist/cli/main.mjs', import.meta.url);

if (existsSync(built)) {
  await import(built.href);
} else {
  process.stderr.write('vpc-designer: the command line is not built yet; run `npm run build` first\n');
  process.exitCode = 2;
}
