// What knip counts as used: everything reachable from these entries; the rest is dead and goes.
import type { KnipConfig } from 'knip';

const config: KnipConfig = {
  entry: [
    'src/cli/main.ts!',
    // A folder's door says what others may use.
    'src/*/index.ts',
    // Fetched by itself and kept in a variable, which knip cannot follow.
    'src/canvas/gestures/index.ts',
    'src/**/*.test.{ts,tsx}',
    'bench/*.ts',
    // Built one by one, from the page beside each.
    'bench/pages/{bare,plain,two-nodes}.{ts,tsx}',
    'e2e/**/*.story.ts',
    'scripts/*.mjs',
    // Runs in the page that the screens are taken of.
    'scripts/screens/in-page.mjs',
    'bin/*.mjs',
    'vendor/*.ts',
  ],
  project: ['src/**/*.{ts,tsx}!', 'bench/**/*.{ts,tsx}', 'e2e/**/*.ts', 'scripts/**/*.mjs', 'vendor/**/*.ts'],
  // Run or read by path from scripts/, which knip cannot see.
  ignoreDependencies: ['aws-icons', 'oxlint', 'oxlint-tsgolint'],
  // Types and helpers that a file also uses itself may be named by those who read its answers.
  ignoreExportsUsedInFile: true,
  exclude: ['types'],
};

export default config;
