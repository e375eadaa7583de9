// What knip counts as used: everything reachable from these entries; the rest is dead and goes.
import type { KnipConfig } from 'knip';

const config: KnipConfig = {
  entry: [
    'src/cli/main.ts!',
    'src/worker/main.ts!',
    'src/**/*.test.{ts,tsx}',
    'bench/*.ts',
    'e2e/**/*.story.ts',
    'scripts/*.mjs',
    'bin/*.mjs',
    'vendor/*.ts',
  ],
  project: ['src/**/*.{ts,tsx}!', 'bench/**/*.ts', 'e2e/**/*.ts', 'scripts/**/*.mjs', 'vendor/**/*.ts'],
  // Run or read by path from scripts/, which knip cannot see.
  ignoreDependencies: ['aws-icons', 'oxlint', 'oxlint-tsgolint'],
  ignoreExportsUsedInFile: { interface: true, type: true },
};

export default config;
