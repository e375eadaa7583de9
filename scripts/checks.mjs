// The checks that read the source without running it, each with the steps it is made of.
import { join } from 'node:path';
import { existsSync } from 'node:fs';
import { root, run, tool } from './setup.mjs';

const script = (name, ...args) => run(process.execPath, [join(root, 'scripts', name), ...args]);

// Always given by name: without paths the linter would walk everything below the folder.
const linted = ['src', 'e2e', 'bench', 'scripts', 'bin', 'vendor', 'oxlint.config.mjs'].filter((path) =>
  existsSync(join(root, path)),
);

const steps = {
  types: [
    () => tool('typescript', ['-p', 'tsconfig.json']),
    () => tool('typescript', ['-p', 'tsconfig.engine.json']),
  ],
  lint: [
    () => script('generate-indexes.mjs', '--check'),
    () => script('check-layers.mjs'),
    () =>
      tool('oxlint', ['-c', 'oxlint.config.mjs', '--type-aware', '--deny-warnings', '--quiet', ...linted]),
    () => tool('oxfmt', ['--check', '.']),
  ],
  knip: [() => tool('knip', ['--no-progress', '--no-config-hints'])],
};

/** Runs every step of a check, the later ones too where an earlier one failed; returns whether all passed. */
export function check(name) {
  return steps[name].map((step) => step()).every(Boolean);
}
