/** Builds the page and the small ones it is measured against, and serves them together. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, preview } from 'vite';
import { FIRST_LOAD_BUDGET, firstLoadOf } from '../scripts/first-load.mjs';
import type { BareScene } from './pages/scene.ts';

const OUT = 'dist-bench/pages';
const small = ['bare', 'plain', 'two-nodes'] as const;

export interface FirstLoad {
  readonly files: readonly string[];
  readonly bytes: number;
}

export interface Pages {
  readonly address: string;
  /** The script that each needs at once. */
  readonly ours: FirstLoad;
  readonly twoNodes: FirstLoad;
  readonly addScene: (name: string, scene: BareScene) => void;
}

async function bundleOf(config: Parameters<typeof build>[0]): Promise<FirstLoad> {
  let first: FirstLoad | undefined;
  await build({
    ...config,
    logLevel: 'error',
    plugins: [
      {
        name: 'measure',
        generateBundle: {
          order: 'post',
          handler(_, bundle) {
            first = firstLoadOf(bundle);
          },
        },
      },
    ],
  });
  if (!first) throw new Error('The page built to nothing.');
  return first;
}

const builtSmall = (name: string) =>
  bundleOf({
    configFile: false,
    root: 'bench/pages',
    base: './',
    build: {
      outDir: join('../..', OUT),
      emptyOutDir: false,
      target: 'es2022',
      rolldownOptions: { input: join('bench/pages', `${name}.html`) },
    },
  });

interface Served extends Pages {
  readonly close: () => Promise<void>;
}

let served: Promise<Served> | undefined;

/** What is measured is always the source as it is now, built as a release is; built once for all rows of a run. */
export function servePages(): Promise<Pages> {
  served ??= serve();
  return served;
}

export async function closePages(): Promise<void> {
  await (await served)?.close();
}

async function serve(): Promise<Served> {
  const ours = await bundleOf({ build: { outDir: join(OUT, 'real'), emptyOutDir: true } });
  let twoNodes = ours;
  for (const name of small) {
    const built = await builtSmall(name);
    if (name === 'two-nodes') twoNodes = built;
  }
  mkdirSync(join(OUT, 'scenes'), { recursive: true });
  const server = await preview({
    configFile: false,
    logLevel: 'error',
    build: { outDir: OUT },
    preview: { host: '127.0.0.1', port: 4190, strictPort: false, open: false },
  });
  const address = server.resolvedUrls?.local[0];
  if (address === undefined) throw new Error('The pages are not served.');
  return {
    address,
    ours,
    twoNodes,
    addScene: (name, scene) => writeFileSync(join(OUT, 'scenes', `${name}.json`), JSON.stringify(scene)),
    close: () => server.close(),
  };
}

export { FIRST_LOAD_BUDGET };
