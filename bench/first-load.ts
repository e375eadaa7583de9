/** The first load: bytes against the hard budget, bytes and time to interactive against React + React Flow alone. */

import type { Browser } from '@playwright/test';
import { ensureBrowser } from '../scripts/browser.mjs';
import { launch, newPage } from './browser.ts';
import { spreadOf } from './measure.ts';
import { FIRST_LOAD_BUDGET, servePages, type Pages } from './pages.ts';
import { kilobytes, spread, type Benchmark, type Row } from './row.ts';

const RUNS = 7;
const BYTES_TARGET = 2;
const TIME_TARGET = 1.5;
/** A slow phone's processor, and 10 Mbit/s. */
const SLOWER = 4;
const BYTES_A_SECOND = 10_000_000 / 8;
const LATENCY = 20;

function budgetRow({ ours }: Pages): Row {
  return {
    workload: `First load: script of a blank page, gzip, ${ours.files.length} ${ours.files.length === 1 ? 'file' : 'files'}`,
    ours: kilobytes(ours.bytes),
    against: 'the budget',
    result: `${Math.round((ours.bytes / FIRST_LOAD_BUDGET) * 100)} % of it`,
    target: `≤ ${kilobytes(FIRST_LOAD_BUDGET)}`,
    verdict: ours.bytes <= FIRST_LOAD_BUDGET ? 'holds' : 'missed',
    isHard: true,
    figures: { bytes: ours.bytes },
  };
}

function bytesRow({ ours, twoNodes }: Pages): Row {
  const ratio = ours.bytes / twoNodes.bytes;
  return {
    workload: 'First load: script, gzip',
    ours: kilobytes(ours.bytes),
    against: `${kilobytes(twoNodes.bytes)}: React and React Flow with two nodes`,
    result: `${ratio.toFixed(2)}×`,
    target: `≤ ${BYTES_TARGET.toFixed(1)}×`,
    verdict: ratio <= BYTES_TARGET ? 'holds' : 'missed',
    figures: { ours: ours.bytes, twoNodes: twoNodes.bytes, ratio },
  };
}

/** Runs in the page: the canvas is there, and the thread is free for the frame after it. */
function watch(): void {
  const look = (): void => {
    if (document.querySelector('.react-flow__pane') === null) requestAnimationFrame(look);
    else {
      requestAnimationFrame(() => {
        setTimeout(() => {
          window.benchSeen = performance.now();
        }, 0);
      });
    }
  };
  requestAnimationFrame(look);
}

/** From the address until the canvas can be drawn on, with nothing in the cache. */
async function timeToInteractive(browser: Browser, address: string): Promise<number> {
  const page = await newPage(browser);
  await page.addInitScript(watch);
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: LATENCY,
    downloadThroughput: BYTES_A_SECOND,
    uploadThroughput: BYTES_A_SECOND,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await page.goto(address);
  const seen = await page.waitForFunction(() => window.benchSeen, undefined, { timeout: 60_000 });
  const time = (await seen.jsonValue()) ?? Number.NaN;
  await page.context().close();
  return time;
}

async function timeRow({ address }: Pages): Promise<Row> {
  const problem = await ensureBrowser();
  if (problem !== undefined) throw new Error(problem);
  const browser = await launch();
  try {
    const found: { readonly ours: number[]; readonly theirs: number[] } = { ours: [], theirs: [] };
    for (let round = 0; round <= RUNS; round += 1) {
      const ours = await timeToInteractive(browser, `${address}real/`);
      const theirs = await timeToInteractive(browser, `${address}two-nodes.html`);
      // The first round warms up.
      if (round === 0) continue;
      found.ours.push(ours);
      found.theirs.push(theirs);
    }
    const [us, them] = [spreadOf(found.ours), spreadOf(found.theirs)];
    const ratio = us.median / them.median;
    return {
      workload: `First load: time to interactive, ${SLOWER}× slower processor, 10 Mbit/s`,
      ours: spread(us),
      against: `${spread(them)}: React and React Flow with two nodes`,
      result: `${ratio.toFixed(2)}×`,
      target: `≤ ${TIME_TARGET}×`,
      verdict: ratio <= TIME_TARGET ? 'holds' : 'missed',
      figures: { ours: us.median, twoNodes: them.median, ratio },
    };
  } finally {
    await browser.close();
  }
}

export const firstLoad: Benchmark = {
  id: 'first-load',
  run: async () => {
    const pages = await servePages();
    return [budgetRow(pages), bytesRow(pages), await timeRow(pages)];
  },
};
