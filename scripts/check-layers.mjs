// Proves that the linter's layers hold: it lints one wrong and one right import for each pair of folders and compares.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { layers } from './layers.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const rule = 'no-restricted-imports';
const folder = mkdtempSync(join(tmpdir(), 'layers-'));
const expected = new Map(); // file → whether the linter must object

function probe(path, source, wrong) {
  const file = join('src', path);
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), `${source}\n`);
  expected.set(file, wrong);
}

for (const [from, { sees, types = [], packages }] of Object.entries(layers)) {
  for (const to of Object.keys(layers)) {
    if (to === from) continue;
    const value = sees.includes(to);
    const type = value || types.includes(to);
    probe(`${from}/value-${to}.ts`, `import { x } from '../${to}/x.ts'; x();`, !value);
    probe(`${from}/deep/value-${to}.ts`, `import { x } from '../../${to}/a/x.ts'; x();`, !value);
    probe(`${from}/type-${to}.ts`, `import type { X } from '../${to}/x.ts'; export type Y = X[];`, !type);
    probe(`${from}/out-${to}.ts`, `export { x } from '../${to}/x.ts';`, !value);
  }
  probe(
    `${from}/own.ts`,
    `import { x } from './sub/x.ts'; import { y } from '../${from}/y.ts'; x(y);`,
    false,
  );
  probe(`${from}/support.ts`, `import { x } from './x.test-support.ts'; x();`, true);
  probe(
    `${from}/x.test.ts`,
    `import { x } from './x.test-support.ts'; import { y } from '../cli/y.ts'; x(y);`,
    false,
  );
  for (const name of ['react', 'immer', 'valibot', 'node:fs', 'elkjs/lib/elk.bundled.js', '@xyflow/react']) {
    const owner = name.startsWith('node:')
      ? 'node:*'
      : name.split('/', name.startsWith('@') ? 2 : 1).join('/');
    const wrong = packages ? !packages.includes(owner) : owner === 'node:*';
    probe(`${from}/package-${name.replaceAll(/\W/g, '-')}.ts`, `import { x } from '${name}'; x();`, wrong);
  }
}

for (const file of ['oxlint.config.mjs', 'package.json', 'scripts/layers.mjs']) {
  cpSync(join(root, file), join(folder, file));
}
symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
const run = spawnSync(
  process.execPath,
  [join(root, 'node_modules/oxlint/bin/oxlint'), '-c', 'oxlint.config.mjs', '-f', 'json', 'src'],
  { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 },
);
rmSync(folder, { recursive: true, force: true });

const { diagnostics } = JSON.parse(run.stdout);
const refused = new Set(
  diagnostics.filter(({ code }) => code.includes(rule)).map(({ filename }) => filename),
);
const mistakes = [...expected].filter(([file, wrong]) => refused.has(file) !== wrong);
for (const [file, wrong] of mistakes) {
  console.error(`${file}: ${wrong ? 'a wrong import passes' : 'a right import is refused'}`);
}
console.log(`layers: ${expected.size - mistakes.length} of ${expected.size} imports judged rightly`);
process.exitCode = mistakes.length > 0 ? 1 : 0;
