/** The heavy work itself: pure, so that tests and the worker run the same. */

import { sceneOf, type Badge, type TierPair, type Tiers } from '../drawing/index.ts';
import { askTiers, compile } from '../engine/index.ts';
import {
  addToDesign,
  excerptOf,
  addressHider,
  hideAddresses,
  hideIds,
  idHider,
  pageLimits,
  pickFiles,
  readInputs,
  withTexts,
  writeDesign,
  writeSvg,
  type UnderPart,
} from '../formats/index.ts';
import { arrange, completeLayout } from '../layout/index.ts';
import { ancestry, nameOf, resourcesOfKind, type Design } from '../model/index.ts';
import type {
  JobName,
  Jobs,
  PickedFile,
  Picture,
  PictureFinding,
  PicturePart,
  PlannedAddition,
  Reading,
} from './jobs.ts';
import { belongsTo, undeterminedPaths } from './review.ts';

type Workers = { readonly [Name in JobName]: (takes: Jobs[Name]['takes']) => Jobs[Name]['gives'] };

const tiersOf = (design: Design): Tiers =>
  Object.fromEntries(
    askTiers(compile(design)).map(({ id, families }): [string, TierPair] => [
      id,
      {
        4: families[4].tier,
        6: families[6].tier,
        undetermined: ([4, 6] as const).filter((family) => families[family].undetermined),
      },
    ]),
  );

/** What files are called that nothing holds together. */
const LOOSE = 'AWS';

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
  return files.length === 1 ? base.replace(/\.(vpcd\.)?(json|svg|txt)$/i, '') : LOOSE;
}

/** Loose answers of one VPC go by its name. */
function named(design: Design): Design {
  if (design.name !== LOOSE) return design;
  const [only, ...others] = resourcesOfKind(design, 'vpc');
  const name = only && others.length === 0 ? nameOf(only[1]) : undefined;
  return name === undefined ? design : { ...design, name };
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
  findings.forEach(({ at, severity }, index) => {
    for (const id of at) {
      const before = badges.get(id);
      const count = (before?.count ?? 0) + 1;
      const isGravest = !before || graver[severity] < graver[before.severity];
      badges.set(id, isGravest ? { severity, count, number: index + 1 } : { ...before, count });
    }
  });
  return {
    badges,
    listed: findings.map(({ severity, text }, index) => ({ severity, number: index + 1, text })),
  };
}

/** The design with a place for everything that is drawn; what has one keeps it. */
function laidOut(design: Design): Design {
  const layout = completeLayout(design, design.layout, tiersOf(design));
  return layout === design.layout ? design : { ...design, layout };
}

/** What files add to an open design: AWS answers are read as what they are, parts of it. */
function addition(open: Design, files: readonly PickedFile[]): PlannedAddition {
  const { design: more, ...report } = readInputs(files, { limits: pageLimits, name: nameFor(files), open });
  const made = addToDesign(open, more);
  return { ...made, design: laidOut(made.design), report: { ...report, missing: made.missing } };
}

function read({ files, open }: Jobs['read']['takes']): Reading {
  const report = readInputs(files, { limits: pageLimits, name: nameFor(files) });
  const design = laidOut(named(report.design));
  const own = design === report.design ? report : { ...report, design };
  if (!open) return { report: own, likely: 'new' };
  const added = addition(open, files);
  const likely = belongsTo(open, report.design, added) ? 'add' : 'new';
  return { report: own, addition: added, likely };
}

/** What stands under a picture that shows these parts. */
const underOf = (show: readonly PicturePart[]): readonly UnderPart[] => [
  ...(show.includes('title') ? (['title'] as const) : []),
  ...(show.includes('tiers') ? (['legend'] as const) : []),
  ...(show.includes('findings') ? (['findings'] as const) : []),
];

function picture({ design: open, options, findings: all, ...looks }: Jobs['picture']['takes']): Picture {
  const { show, language, theme, icons, only } = options;
  const hideId = options.ids === 'hidden' ? idHider(open) : (text: string) => text;
  const hideAddress = options.publicAddresses === 'hidden' ? addressHider(open) : (text: string) => text;
  const hide = (text: string) => hideAddress(hideId(text));
  const nameless = options.ids === 'hidden' ? hideIds(open) : open;
  const design = options.publicAddresses === 'hidden' ? hideAddresses(nameless, hideAddress) : nameless;
  const keys = only && new Set(withContent(design, only.map(hide)));
  const findings = (show.includes('findings') ? all : [])
    .map(({ at, severity, text }) => ({ at: at.map(hide), severity, text: hide(text) }))
    .filter(({ at }) => !keys || at.some((id) => keys.has(id)));
  const { badges, listed } = numbered(findings);
  const tiers = tiersOf(design);
  const hidden = (ids: Iterable<string> = []): ReadonlySet<string> => new Set([...ids].map(hide));
  const scene = sceneOf(design, design.layout, show.includes('tiers') ? tiers : {}, {
    language,
    badges,
    warnings: hidden(looks.warnings),
    contradicted: hidden(looks.contradicted),
  });
  const text = show.includes('design') && !only ? writeDesign(design) : undefined;
  const svg = writeSvg(scene, {
    title: design.name,
    theme,
    language,
    icons,
    embedDesign: text,
    findings: listed,
    words: show.includes('addresses') ? 'all' : 'no addresses',
    under: underOf(show),
    ground: show.includes('grid') ? 'grid' : 'plain',
    ...(keys ? { only: keys } : {}),
  });
  const [, width = '0', height = '0'] = /^<svg [^>]*?width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? [];
  const [, description = ''] = /<desc [^>]*>([^<]*)<\/desc>/.exec(svg) ?? [];
  return {
    svg,
    width: Number(width),
    height: Number(height),
    texts: { title: design.name, description, design: text },
  };
}

/** These resources and everything that stands in them. */
function withContent(design: Design, ids: readonly string[]): readonly string[] {
  const wanted = new Set(ids);
  return Object.keys(design.resources).filter(
    (id) => wanted.has(id) || ancestry(design, id).some((outer) => wanted.has(outer)),
  );
}

const workers: Workers = {
  pick: ({ paths }) => pickFiles(paths),
  read,
  add: ({ open, files }) => addition(open, files),
  undetermined: ({ design }) => undeterminedPaths(design),
  excerpt: ({ file, line, column }) => excerptOf(file.bytes, line, column),
  arrange: ({ design }) => arrange(design, tiersOf(design)),
  write: ({ design }) => writeDesign(design),
  picture,
  preview: ({ design, options: { theme, language, size } }) => {
    const placed = laidOut(design);
    return writeSvg(sceneOf(placed, placed.layout, tiersOf(placed), { language }), {
      title: design.name,
      theme,
      language,
      embedDesign: undefined,
      words: size === 'thumbnail' ? 'none' : 'all',
      under: [],
    });
  },
  png: ({ bytes, texts }) => {
    const made = withTexts(bytes, texts);
    if (!made) throw new Error('The browser gave no PNG');
    return made;
  },
};

export function doJob<Name extends JobName>(name: Name, takes: Jobs[Name]['takes']): Jobs[Name]['gives'] {
  return workers[name](takes);
}
