// What every script needs before it can run: a Node that is new enough, and the packages the lock file names.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** Runs a command in the project's folder with its output shown; returns whether it succeeded. */
export function run(command, args, env = {}) {
  const result = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
    shell: false,
  });
  if (result.error) console.error(`${command}: ${result.error.message}`);
  return result.status === 0;
}

/** Runs one of npm's commands, on Windows too. */
export function npm(...args) {
  const cli = [
    process.env.npm_execpath,
    join(dirname(process.execPath), 'node_modules/npm/bin/npm-cli.js'),
    join(dirname(process.execPath), '../lib/node_modules/npm/bin/npm-cli.js'),
  ].find((path) => path?.endsWith('npm-cli.js') && existsSync(path));
  return cli ? run(process.execPath, [cli, ...args]) : run('npm', args);
}

/** Runs a tool of the installed packages, by the file its package names in `bin`. */
export function tool(name, args, env) {
  const manifest = join(root, 'node_modules', name, 'package.json');
  if (!existsSync(manifest)) {
    console.error(`${name} is not installed: run \`npm ci\``);
    return false;
  }
  const { bin, name: full } = JSON.parse(readFileSync(manifest, 'utf8'));
  const file = typeof bin === 'string' ? bin : (bin[full.split('/').at(-1)] ?? Object.values(bin)[0]);
  return run(process.execPath, [join(root, 'node_modules', name, file), ...args], env);
}

/** Stops with one sentence if this Node is too old. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19)) return;
  console.error(`Node 20.19 or later (or 22.12 or later) is needed; this is ${process.versions.node}.`);
  process.exit(2);
}

/** Installs the packages if they are missing or differ from the lock file; returns whether all are there. */
export function installPackages() {
  if (packagesMatchLock()) return true;
  console.log('Installing packages (npm ci)…');
  return npm('ci', '--no-audit', '--no-fund');
}

function packagesMatchLock() {
  const installedLock = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(installedLock)) return false;
  const installed = JSON.parse(readFileSync(installedLock, 'utf8')).packages;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      path === '' || optional === true || installed[path]?.version === version,
  );
}
