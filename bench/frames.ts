/** Frames of the real page with a generated design, against bare React Flow with the same boxes and lines. */

import type { Browser, Page } from '@playwright/test';
import { ensureBrowser } from '../scripts/browser.mjs';
import type { Design } from '../src/model/index.ts';
import { launch, newPage, UNLOCKED } from './browser.ts';
import {
  ACTIONS,
  actAsItStands,
  framesOf,
  go,
  prepare,
  type Action,
  type Stage,
  type View,
} from './driving.ts';
import { percentile, spreadOf } from './measure.ts';
import { servePages, type Pages } from './pages.ts';
import type { BareScene } from './pages/scene.ts';
import { milliseconds, spread, type Benchmark, type Options, type Row } from './row.ts';
import { drawing, type Drawing } from './scenes.ts';
import { scriptTimes } from './script-time.ts';

/** More of them, such as 5,000, are measured where `--size` asks for it: bare React Flow takes minutes. */
const SIZES = [100, 500, 2000];
const RUNS = 5;
const FRAME = 1000 / 60;

/** At most so many times the frame of bare React Flow: panning; the worst of the three others. */
const targets: Readonly<Record<number, { readonly pan: number; readonly others: number }>> = {
  100: { pan: 0.7, others: 1.1 },
  500: { pan: 0.8, others: 0.7 },
  2000: { pan: 0.7, others: 0.35 },
  5000: { pan: 0.4, others: 0.2 },
};
const SCRIPT_SIZE = 500;
const SCRIPT_TARGET = 4;
const PAINT_SIZE = 5000;
const PLAIN_SIZE = 5000;
const PLAIN_TARGET = 1;
const PAINT_TARGET = 0.35;

/** Puts the design where the page keeps the last visit's, so that the next load opens it. */
async function keep(page: Page, address: string, design: Design): Promise<void> {
  // As its first version kept it, before the page itself is there: later ones take that over.
  await page.goto(`${address}two-nodes.html`);
  await page.evaluate(async (stored) => {
    const database = await new Promise<IDBDatabase>((done, fail) => {
      const opening = indexedDB.open('vpc-designer', 1);
      opening.addEventListener('success', () => done(opening.result));
      opening.addEventListener('error', () => fail(new Error('no database')));
      opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('designs'));
    });
    const work = database.transaction('designs', 'readwrite');
    work.objectStore('designs').put({ design: stored, name: stored.name }, 'current');
    await new Promise((done) => {
      work.addEventListener('complete', done);
    });
    database.close();
  }, design);
}

async function openOurs(browser: Browser, { address }: Pages, design: Design): Promise<Page> {
  const page = await newPage(browser);
  await prepare(page);
  await keep(page, address, design);
  await page.goto(`${address}real/`);
  await page.locator('.react-flow__node').first().waitFor({ timeout: 60_000 });
  // The analysis works on another thread, but on the same cores.
  await page.getByText('Analysed').first().waitFor({ timeout: 300_000 });
  await page.waitForTimeout(500);
  return page;
}

async function openBare(browser: Browser, { address }: Pages, name: string): Promise<Page> {
  const page = await newPage(browser);
  await prepare(page);
  await page.goto(`${address}bare.html?scene=${name}`);
  await page.locator('.react-flow__node').first().waitFor({ timeout: 120_000 });
  await page.waitForTimeout(500);
  return page;
}

/** Everything in sight, and a look at natural size onto the leaf nearest to the middle. */
function stageOf({ boxes }: BareScene): Stage {
  const at = new Map<string, { readonly x: number; readonly y: number }>();
  for (const { id, parent, x, y } of boxes) {
    const around = parent === undefined ? { x: 0, y: 0 } : (at.get(parent) ?? { x: 0, y: 0 });
    at.set(id, { x: x + around.x, y: y + around.y });
  }
  const place = (id: string) => at.get(id) ?? { x: 0, y: 0 };
  const left = Math.min(...boxes.map(({ id }) => place(id).x));
  const top = Math.min(...boxes.map(({ id }) => place(id).y));
  const width = Math.max(...boxes.map((box) => place(box.id).x + box.width)) - left;
  const height = Math.max(...boxes.map((box) => place(box.id).y + box.height)) - top;
  const middle = { x: left + width / 2, y: top + height / 2 };
  const far = (box: { readonly id: string }) =>
    Math.hypot(place(box.id).x - middle.x, place(box.id).y - middle.y);
  const leaf = boxes
    .filter(({ isLeaf }) => isLeaf)
    .reduce((best, box) => (far(box) < far(best) ? box : best));
  const zoom = Math.max(0.1, Math.min(1, 860 / width, 640 / height));
  const near: View = { zoom: 1, x: place(leaf.id).x + leaf.width / 2, y: place(leaf.id).y + leaf.height / 2 };
  return { near, whole: { zoom, ...middle }, leaf: leaf.id };
}

type Side = 'ours' | 'bare';
/** The frames of each round. */
type Rounds = Readonly<Record<Side, readonly (readonly number[])[]>>;

async function alternate(pages: Readonly<Record<Side, Page>>, action: Action, stage: Stage): Promise<Rounds> {
  const rounds: Record<Side, (readonly number[])[]> = { ours: [], bare: [] };
  for (let round = 0; round <= RUNS; round += 1) {
    for (const side of ['ours', 'bare'] as const) {
      const frames = await framesOf(pages[side], action, stage);
      // The first round warms up.
      if (round > 0) rounds[side].push(frames);
    }
  }
  return rounds;
}

const sorted = (frames: readonly number[]): number[] => [...frames].sort((a, b) => a - b);
const medians = (rounds: readonly (readonly number[])[]) =>
  spreadOf(rounds.map((frames) => percentile(sorted(frames), 50)));

interface Measured {
  readonly size: number;
  readonly action: Action;
  readonly ours: ReturnType<typeof medians>;
  readonly bare: ReturnType<typeof medians>;
}

function frameRow({ size, action, ours, bare }: Measured, options: Options): Row {
  const ratio = ours.median / bare.median;
  const target = targets[size];
  const most = target && (action === 'pan' ? target.pan : target.others);
  return {
    workload: `A frame of ${action}, ${size.toLocaleString('en')} leaves (${options.profile}), rate unlocked`,
    ours: spread(ours),
    against: `${spread(bare)}: bare React Flow, default node, same boxes and lines`,
    result: `${ratio.toFixed(2)} of it`,
    target: most === undefined ? '' : `≤ ${most}`,
    verdict: most === undefined || ratio <= most ? 'holds' : 'missed',
    figures: { ours: ours.median, bare: bare.median, ratio },
  };
}

/** Both in one browser, each asked in turn. */
async function compared(
  pages: Pages,
  { design, bare }: Drawing,
  size: number,
  options: Options,
): Promise<Row[]> {
  const browser = await launch(UNLOCKED);
  try {
    const stage = stageOf(bare);
    const sides = {
      ours: await openOurs(browser, pages, design),
      bare: await openBare(browser, pages, String(size)),
    };
    const rows: Row[] = [];
    for (const action of ACTIONS) {
      const rounds = await alternate(sides, action, stage);
      rows.push(frameRow({ size, action, ours: medians(rounds.ours), bare: medians(rounds.bare) }, options));
    }
    return rows;
  } finally {
    await browser.close();
  }
}

/** The whole view beside one 2D canvas that draws the same boxes anew in every frame. */
async function besidePlain(pages: Pages, { design, bare }: Drawing, size: number): Promise<Row> {
  const browser = await launch(UNLOCKED);
  try {
    const stage = stageOf(bare);
    const ours = await openOurs(browser, pages, design);
    const plain = await newPage(browser);
    await prepare(plain);
    await plain.goto(`${pages.address}plain.html?scene=${size}`);
    await plain.locator('canvas').waitFor();
    const rounds: Record<'ours' | 'plain', (readonly number[])[]> = { ours: [], plain: [] };
    for (let round = 0; round <= RUNS; round += 1) {
      const one = await framesOf(ours, 'whole view', stage);
      const other = await actAsItStands(plain, 'whole view', stage);
      // The first round warms up.
      if (round === 0) continue;
      rounds.ours.push(one);
      rounds.plain.push(other);
    }
    const [us, them] = [medians(rounds.ours), medians(rounds.plain)];
    const ratio = us.median / them.median;
    const isJudged = size === PLAIN_SIZE;
    return {
      workload: `A frame of whole view, ${size.toLocaleString('en')} leaves, rate unlocked`,
      ours: spread(us),
      against: `${spread(them)}: the same boxes and lines on one 2D canvas`,
      result: `${ratio.toFixed(2)} of it`,
      target: isJudged ? `≤ ${PLAIN_TARGET.toFixed(1)}` : '',
      verdict: !isJudged || ratio <= PLAIN_TARGET ? 'holds' : 'missed',
      figures: { ours: us.median, plain: them.median, ratio },
    };
  } finally {
    await browser.close();
  }
}

/** At a screen's own rate: the median one frame, 95 of 100 within two. */
async function locked(pages: Pages, { design, bare }: Drawing, size: number): Promise<Row[]> {
  const browser = await launch();
  try {
    const page = await openOurs(browser, pages, design);
    const stage = stageOf(bare);
    const found: { readonly action: Action; readonly median: number; readonly p95: number }[] = [];
    for (const action of ACTIONS) {
      await framesOf(page, action, stage);
      const frames = sorted(await framesOf(page, action, stage));
      found.push({ action, median: percentile(frames, 50), p95: percentile(frames, 95) });
    }
    const holds = ({ median, p95 }: { readonly median: number; readonly p95: number }) =>
      median <= FRAME * 1.1 && p95 <= FRAME * 2.1;
    return [
      {
        workload: `60 frames a second, ${size.toLocaleString('en')} leaves: p50 / p95 of a frame`,
        ours: found
          .map(({ action, median, p95 }) => `${action} ${median.toFixed(0)} / ${p95.toFixed(0)} ms`)
          .join(', '),
        against: 'the screen, 16.7 ms',
        result: `${found.filter(holds).length} of ${found.length} hold`,
        target: 'p50 one frame, p95 within two',
        verdict: found.every(holds) ? 'holds' : 'missed',
        figures: Object.fromEntries(
          found.flatMap(({ action, median, p95 }) => [
            [`${action} p50`, median],
            [`${action} p95`, p95],
          ]),
        ),
      },
    ];
  } finally {
    await browser.close();
  }
}

/** What of a frame is our own script, while panning. */
async function script(pages: Pages, { design, bare }: Drawing, size: number): Promise<Row> {
  const browser = await launch();
  try {
    const page = await openOurs(browser, pages, design);
    const stage = stageOf(bare);
    await framesOf(page, 'pan', stage);
    await go(page, stage.near);
    const rounds: number[] = [];
    for (let round = 0; round < RUNS; round += 1) {
      rounds.push(
        percentile(sorted(await scriptTimes(browser, page, () => framesOf(page, 'pan', stage))), 95),
      );
    }
    const p95 = spreadOf(rounds);
    return {
      workload: `Script in a frame of pan, p95 of its computing time, ${size.toLocaleString('en')} leaves`,
      ours: spread(p95),
      against: 'the frame, 16.7 ms',
      result: `${(p95.median / FRAME).toFixed(2)} of a frame`,
      target: `≤ ${milliseconds(SCRIPT_TARGET)}`,
      verdict: p95.median <= SCRIPT_TARGET ? 'holds' : 'missed',
      figures: { p95: p95.median, low: p95.low, high: p95.high },
    };
  } finally {
    await browser.close();
  }
}

/** From the address to the first picture with something of the design in it. */
async function timeToSeen(page: Page, address: string): Promise<number> {
  await page.goto('about:blank');
  await page.goto(address);
  const seen = await page.waitForFunction(() => window.benchSeen, undefined, { timeout: 120_000 });
  return (await seen.jsonValue()) ?? Number.NaN;
}

/** Says when a node is really seen: React Flow keeps nodes invisible until it has measured them. */
function watch(): void {
  const look = (): void => {
    const nodes = document.querySelectorAll('.react-flow__node');
    const last = nodes.item(nodes.length - 1);
    if (nodes.length > 1 && getComputedStyle(last).visibility === 'visible') {
      requestAnimationFrame(() => {
        window.benchSeen = performance.now();
      });
      return;
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

async function firstPaint(pages: Pages, { design }: Drawing, size: number): Promise<Row> {
  const browser = await launch();
  try {
    const ours = await newPage(browser);
    await prepare(ours);
    await keep(ours, pages.address, design);
    await ours.addInitScript(watch);
    const bare = await newPage(browser);
    await bare.addInitScript(watch);
    const found: Record<Side, number[]> = { ours: [], bare: [] };
    for (let round = 0; round <= RUNS; round += 1) {
      const one = await timeToSeen(ours, `${pages.address}real/`);
      const other = await timeToSeen(bare, `${pages.address}bare.html?scene=${size}`);
      if (round === 0) continue;
      found.ours.push(one);
      found.bare.push(other);
    }
    const [us, them] = [spreadOf(found.ours), spreadOf(found.bare)];
    const ratio = us.median / them.median;
    return {
      workload: `First picture of ${size.toLocaleString('en')} leaves, from the address on`,
      ours: spread(us),
      against: `${spread(them)}: bare React Flow, default node, same boxes and lines`,
      result: `${ratio.toFixed(2)} of it`,
      target: size === PAINT_SIZE ? `≤ ${PAINT_TARGET}` : '',
      verdict: size !== PAINT_SIZE || ratio <= PAINT_TARGET ? 'holds' : 'missed',
      figures: { ours: us.median, bare: them.median, ratio },
    };
  } finally {
    await browser.close();
  }
}

export const frames: Benchmark = {
  id: 'frames',
  run: async (options) => {
    const problem = await ensureBrowser();
    if (problem !== undefined) throw new Error(problem);
    const pages = await servePages();
    const rows: Row[] = [];
    // Told as they come: on a busy machine all of them take a while.
    const add = (...more: readonly Row[]): void => {
      for (const { workload, result } of more) console.error(`  ${workload}: ${result}`);
      rows.push(...more);
    };
    for (const size of options.size === undefined ? SIZES : [options.size]) {
      const made = drawing(size, options);
      pages.addScene(String(size), made.bare);
      add(...(await compared(pages, made, size, options)));
      add(...(await locked(pages, made, size)));
      if (size === SCRIPT_SIZE || options.size !== undefined) add(await script(pages, made, size));
      if (size === PLAIN_SIZE || options.size !== undefined) add(await besidePlain(pages, made, size));
      if (size === PAINT_SIZE || options.size !== undefined) add(await firstPaint(pages, made, size));
    }
    return rows;
  },
};
