/** What is done to a page while its frames are counted: the same wheel and mouse events on every side. */

import type { Page } from '@playwright/test';

export const ACTIONS = ['pan', 'zoom', 'whole view', 'drag'] as const;
export type Action = (typeof ACTIONS)[number];

export interface View {
  readonly zoom: number;
  /** The canvas point that stands in the middle. */
  readonly x: number;
  readonly y: number;
}

/** Where an action starts, and what it takes hold of. */
export interface Stage {
  readonly near: View;
  readonly whole: View;
  /** The leaf to drag. */
  readonly leaf: string;
}

const STEPS = 60;

/** Runs in the page, before anything else of it. */
function install(): void {
  const flow = () => document.querySelector('.react-flow__renderer') ?? document.querySelector('canvas');

  /** What lies in the middle, looked up once for each action: asking makes the browser lay the page out. */
  let target: Element = document.documentElement;
  const aim = (): void => {
    const box = flow()?.getBoundingClientRect() ?? { x: 0, y: 0, width: 0, height: 0 };
    middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    target = document.elementFromPoint(middle.x, middle.y) ?? document.body;
  };
  let middle = { x: 0, y: 0 };

  const wheel = (deltaX: number, deltaY: number, key: 'alone' | 'ctrl'): void => {
    if (!target.isConnected) aim();
    target.dispatchEvent(
      new WheelEvent('wheel', {
        deltaX,
        deltaY,
        clientX: middle.x,
        clientY: middle.y,
        ctrlKey: key === 'ctrl',
        bubbles: true,
        cancelable: true,
      }),
    );
  };

  const viewport = (): { x: number; y: number; zoom: number } => {
    const style = document.querySelector<HTMLElement>('.react-flow__viewport')?.style.transform ?? '';
    const numbers = (style.match(/-?[\d.]+(?:e-?\d+)?/g) ?? ['0', '0', '1']).map(Number);
    return { x: numbers[0] ?? 0, y: numbers[1] ?? 0, zoom: numbers[2] ?? 1 };
  };

  const pinch = (factor: number): void => wheel(0, -Math.log2(factor) / 0.002, 'ctrl');

  const go = (to: { zoom: number; x: number; y: number }): void => {
    aim();
    pinch(to.zoom / viewport().zoom);
    const box = flow()?.getBoundingClientRect();
    if (!box) return;
    const now = viewport();
    const dx = box.width / 2 - (to.x * now.zoom + now.x);
    const dy = box.height / 2 - (to.y * now.zoom + now.y);
    wheel(-dx / 0.5, -dy / 0.5, 'alone');
  };

  const mouse = (type: string, target: EventTarget, x: number, y: number): void => {
    const init = {
      view: window,
      bubbles: true,
      cancelable: true,
      clientX: x,
      clientY: y,
      button: 0,
      buttons: type === 'up' ? 0 : 1,
    };
    target.dispatchEvent(
      new PointerEvent(`pointer${type}`, { ...init, pointerId: 1, pointerType: 'mouse', isPrimary: true }),
    );
    target.dispatchEvent(new MouseEvent(`mouse${type}`, init));
  };

  /** One step a frame; out: milliseconds between frames. */
  const frames = (count: number, step: (index: number) => void): Promise<number[]> =>
    new Promise((done) => {
      const times: number[] = [];
      let before = 0;
      let index = 0;
      const next = (): void => {
        const now = performance.now();
        if (index > 0) times.push(now - before);
        before = now;
        if (index === count) {
          done(times);
          return;
        }
        step(index);
        index += 1;
        requestAnimationFrame(next);
      };
      requestAnimationFrame(next);
    });

  const half = (index: number, count: number): 1 | -1 => (index < count / 2 ? 1 : -1);

  const act = async (action: string, steps: number, stage: Stage): Promise<number[]> => {
    aim();
    switch (action) {
      case 'pan':
        return frames(steps, (index) => wheel(48 * half(index, steps), 24 * half(index, steps), 'alone'));
      case 'whole view':
        return frames(steps, (index) => wheel(12 * half(index, steps), 6 * half(index, steps), 'alone'));
      case 'zoom': {
        const factor = (stage.whole.zoom / stage.near.zoom) ** (2 / steps);
        return frames(steps, (index) => pinch(index < steps / 2 ? factor : 1 / factor));
      }
      default: {
        const own = `.react-flow__node[data-id="${CSS.escape(stage.leaf)}"]`;
        const node = document.querySelector(own);
        if (!node) throw new Error(`${stage.leaf} is not on the page`);
        const box = node.getBoundingClientRect();
        const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
        const under = document.elementFromPoint(x, y) ?? node;
        if (!node.contains(under)) throw new Error(`${stage.leaf} is covered by ${under.className}`);
        const place = (): string => document.querySelector<HTMLElement>(own)?.style.transform ?? '';
        const before = place();
        mouse('down', under, x, y);
        const times = await frames(steps, (index) => {
          const far = (index < steps / 2 ? index : steps - index) * 3;
          mouse('move', window.document.body, x + far + 4, y + far / 2 + 4);
        });
        if (place() === before) throw new Error(`${stage.leaf} was not dragged`);
        mouse('move', document.body, x, y);
        mouse('up', document.body, x, y);
        return times;
      }
    }
  };
  Object.assign(window, { benchGo: go, benchAct: act });
}

declare global {
  interface Window {
    benchGo: (view: View) => void;
    benchAct: (action: string, steps: number, stage: Stage) => Promise<number[]>;
    benchSeen: number | undefined;
  }
}

/** Makes the page drivable from its next load on. */
export const prepare = (page: Page): Promise<void> => page.addInitScript(install).then(() => undefined);

/** Time to come to rest: until what a gesture puts off has been done. */
const REST = 700;

export async function go(page: Page, view: View): Promise<void> {
  await page.evaluate((to) => window.benchGo(to), view);
  await page.waitForTimeout(REST);
}

/** Milliseconds of each frame of an action, from its own starting point. */
export async function framesOf(page: Page, action: Action, stage: Stage): Promise<readonly number[]> {
  await go(page, action === 'whole view' ? stage.whole : stage.near);
  return actAsItStands(page, action, stage);
}

/** The same from wherever the view stands. */
export function actAsItStands(page: Page, action: Action, stage: Stage): Promise<readonly number[]> {
  return page.evaluate(([name, steps, on]) => window.benchAct(name, steps, on), [
    action,
    STEPS,
    stage,
  ] as const);
}
