/** The heavy work itself: pure, so that tests and the worker run the same. */

import { sceneOf, type Badge, type TierPair, type Tiers } from '../drawing/index.ts';
import { askTiers, compile } from '../engine/index.ts';
import { pageLimits, pickFiles, readInputs, writeDesign, writeSvg } from '../formats/index.ts';
import { arrange, completeLayout } from '../layout/index.ts';
import type { Design } from '../model/index.ts';
import type { JobName, Jobs, PickedFile, PictureFinding } from './jobs.ts';

type Workers = { readonly [Name in JobName]: (takes: Jobs[Name]['takes']) => Jobs[Name]['gives'] };

const tiersOf = (design: Design): Tiers =>
  Object.fromEntries(
    askTiers(compile(design)).map(({ id, families }): [string, TierPair] => [
      id,
      {
        4: families[4].tier,
        6: families[6].tier,
        ...(families[4].undetermined || families[6].undetermined ? { undetermined: true } : {}),
      },
    ]),
  );

/** What the files are called together: their folder, else the one file. */
function nameFor(files: readonly PickedFile[]): string {
  const [first] = files;
  if (!first) return '';
  const folder = first.path.split('/')[0] ?? '';
  if (
    files.length > 1 &&
    first.path.includes('/') &&
    files.every(({ path }) => path.startsWith(`${folder}/`))
  )
    return folder;
  const base = first.path.slice(first.path.lastIndexOf('/') + 1);
  return files.length === 1 ? base.replace(/\.(vpcd\.)?(json|svg|txt)$/i, '') : 'AWS';
}

const graver = { error: 0, warning: 1, note: 2 } as const;

/** Numbers findings in their order; a thing wears the number of its gravest. */
function numbered(findings: readonly PictureFinding[]): {
  readonly badges: ReadonlyMap<string, Badge>;
  readonly listed: readonly {
    readonly severity: PictureFinding['severity'];
    readonly number: number;
    readonly text: string;
  }[];
} {
  const badges = new Map<string, Badge>();
  findings.forEach(({ resource, severity }, index) => {
    const before = badges.get(resource);
    if (!before) badges.set(resource, { severity, count: 1, number: index + 1 });
    else if (graver[severity] < graver[before.severity]) {
      badges.set(resource, { severity, count: before.count + 1, number: index + 1 });
    } else badges.set(resource, { ...before, count: before.count + 1 });
  });
  return {
    badges,
    listed: findings.map(({ severity, text }, index) => ({ severity, number: index + 1, text })),
  };
}

const workers: Workers = {
  pick: ({ paths }) => pickFiles(paths),
  read: ({ files }) => {
    const report = readInputs(files, { limits: pageLimits, name: nameFor(files) });
    const { design } = report;
    const layout = completeLayout(design, design.layout, tiersOf(design));
    return layout === design.layout ? report : { ...report, design: { ...design, layout } };
  },
  arrange: ({ design }) => arrange(design, tiersOf(design)),
  write: ({ design }) => writeDesign(design),
  picture: ({ design, options, findings }) => {
    const { badges, listed } = numbered(options.show.includes('findings') ? findings : []);
    const scene = sceneOf(design, design.layout, tiersOf(design), { language: options.language, badges });
    return writeSvg(scene, {
      title: design.name,
      theme: options.theme,
      language: options.language,
      embedDesign: options.show.includes('design') ? writeDesign(design) : undefined,
      findings: listed,
    });
  },
};

export function doJob<Name extends JobName>(name: Name, takes: Jobs[Name]['takes']): Jobs[Name]['gives'] {
  return workers[name](takes);
}
