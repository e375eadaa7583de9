// `npm test`: sets up what is missing, then builds and runs every check, the unit tests and the browser stories.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { installPackages, npm, requireNode, root, tool } from './setup.mjs';

requireNode();
if (!installPackages()) {
  console.error('The packages could not be installed; the lines above say why.');
  console.log('0 passed, 1 failed');
  process.exit(1);
}

// These need the packages, so they are loaded after them.
const { ensureBrowser } = await import('./browser.mjs');
const { check } = await import('./checks.mjs');

const results = []; // {name, passed, failed, note?}
const report = join(root, 'test-results');
rmSync(report, { recursive: true, force: true });
mkdirSync(report, { recursive: true });

async function step(name, work) {
  console.log(`\n━━ ${name}`);
  const began = performance.now();
  const result = await work();
  results.push({ name, seconds: (performance.now() - began) / 1000, ...result });
}

const single = (passed) => ({ passed: passed ? 1 : 0, failed: passed ? 0 : 1 });

function readReport(file) {
  const path = join(report, file);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
}

/** A test that did not run did not pass: skipped ones count as failed. */
function unitTests() {
  const succeeded = tool('vitest', [
    'run',
    '--reporter=default',
    '--reporter=json',
    '--outputFile.json=test-results/unit.json',
  ]);
  const { testResults = [] } = readReport('unit.json') ?? {};
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
  const passed = tests.filter(({ status }) => status === 'passed').length;
  const brokenFiles = testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  ).length;
  const failed = tests.length - passed + brokenFiles;
  return { passed, failed: (succeeded && passed > 0) || failed > 0 ? failed : 1 };
}

/** A port of this run's own, so that the stories never meet the server of another checkout. */
async function freePort() {
  const server = createServer();
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

async function browserStories() {
  const problem = await ensureBrowser();
  if (problem) {
    console.error(problem);
    return { passed: 0, failed: 1, note: problem };
  }
  if (!existsSync(join(root, 'dist/index.html'))) {
    console.error('There is no built page to run the stories on.');
    return { passed: 0, failed: 1, note: 'no built page' };
  }
  const succeeded = tool('@playwright/test', ['test'], { E2E_PORT: String(await freePort()) });
  const { stats = {}, errors = [] } = readReport('stories.json') ?? {};
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = stats;
  const failed = unexpected + flaky + skipped + errors.length;
  return { passed: expected, failed: (succeeded && expected > 0) || failed > 0 ? failed : 1 };
}

await step('build', () => {
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  return single(npm('run', '--silent', 'build'));
});
await step('types', () => single(check('types')));
await step('lint', () => single(check('lint')));
await step('knip', () => single(check('knip')));
await step('unit tests', unitTests);
await step('browser stories', browserStories);

console.log('\n━━ results');
for (const { name, passed, failed, seconds, note } of results) {
  const counts = `${String(passed).padStart(6)} passed ${String(failed).padStart(4)} failed`;
  console.log(`${name.padEnd(16)}${counts}${seconds.toFixed(1).padStart(8)} s${note ? `  ${note}` : ''}`);
}
const total = (key) => results.reduce((sum, result) => sum + result[key], 0);
process.exitCode = total('failed') > 0 ? 1 : 0;
console.log(`${total('passed')} passed, ${total('failed')} failed`);
