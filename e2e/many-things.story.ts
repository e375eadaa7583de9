// A large account: from afar subnets speak for what is in them, near by each thing is there, and carrying one draws one.
import { expect, test, type Page } from '@playwright/test';
import { areaOf, drag, listenForComplaints, middleOf, openPage, thing } from './drawing.ts';
import { dropFiles, openReviewed } from './opening.ts';

const SUBNETS = 6;
const INSTANCES = 60;

/** Subnets side by side, each with its instances in columns of five. */
function largeDesign(): string {
  const resources: Record<string, unknown> = {
    'vpc-big': { kind: 'vpc', tags: { Name: 'big' }, cidrBlock: '10.0.0.0/16' },
  };
  const layout: Record<string, unknown> = {
    'vpc-big': { x: 0, y: 0, width: 16 + SUBNETS * 656, height: 800 },
  };
  for (let subnet = 0; subnet < SUBNETS; subnet += 1) {
    const id = `subnet-${subnet}`;
    resources[id] = {
      kind: 'subnet',
      tags: { Name: `part-${subnet}` },
      vpcId: 'vpc-big',
      cidrBlock: `10.0.${subnet}.0/24`,
    };
    layout[id] = { x: 16 + subnet * 656, y: 40, width: 640, height: 744 };
    for (let index = 0; index < INSTANCES; index += 1) {
      const instance = `i-${subnet}-${index}`;
      resources[instance] = {
        kind: 'instance',
        tags: { Name: `node-${subnet}-${index}` },
        subnetId: id,
        privateIpAddress: `10.0.${subnet}.${index + 10}`,
      };
      layout[instance] = {
        x: 16 + (index % 5) * 120,
        y: 32 + Math.floor(index / 5) * 56,
        width: 112,
        height: 48,
      };
    }
  }
  return JSON.stringify({ schema: 'vpc-designer/design@1', name: 'large', resources, layout });
}

declare global {
  interface Window {
    /** How often each thing on the canvas was drawn. */
    drawnThings: Map<string, number>;
  }
}

interface Fiber {
  readonly flags: number;
  readonly alternate: Fiber | null;
  readonly child: Fiber | null;
  readonly sibling: Fiber | null;
  readonly memoizedProps: { readonly id?: string; readonly data?: { readonly item?: unknown } } | null;
}

/** Counts what React draws, by the hook that it tells its tools of each commit through. */
function countDrawing(): void {
  window.drawnThings = new Map();
  const PERFORMED_WORK = 1;
  const look = (fiber: Fiber | null): void => {
    for (let at = fiber; at !== null; at = at.sibling) {
      const { memoizedProps: props, alternate } = at;
      const isThing = props?.id !== undefined && props.data?.item !== undefined;
      // A part that React left alone is the very same object as in the commit before.
      if (isThing && (at.flags & PERFORMED_WORK) !== 0) {
        window.drawnThings.set(props.id, (window.drawnThings.get(props.id) ?? 0) + 1);
      }
      if (alternate === null || at.child !== alternate.child) look(at.child);
    }
  };
  Object.assign(window, {
    __REACT_DEVTOOLS_GLOBAL_HOOK__: {
      supportsFiber: true,
      renderers: new Map(),
      inject: () => 1,
      onCommitFiberRoot: (_: number, root: { readonly current: Fiber }) => look(root.current),
      onCommitFiberUnmount: () => undefined,
      onPostCommitFiberRoot: () => undefined,
    },
  });
}

const things = (page: Page) => page.getByRole('application', { name: 'Canvas' }).getByRole('group');
const nodes = (page: Page) => things(page).filter({ hasText: /^node-/ });

test('a large account is told by its subnets from afar and by its things near by', async ({ page }) => {
  await page.addInitScript(countDrawing);
  const complaints = listenForComplaints(page);
  await openPage(page);
  await dropFiles(page, [{ name: 'large.vpcd.json', content: largeDesign() }]);
  await openReviewed(page);
  const part = thing(page, 'part-2');
  await expect(part).toBeVisible();

  // All of it is in sight: subnets stand for their instances.
  await expect(thing(page, 'node-2-7')).toHaveCount(0);
  await expect(part.locator('.count')).toBeVisible();
  await expect(part.locator('.count')).toHaveText(String(INSTANCES));

  // Near by the instances are there.
  await page.getByRole('application', { name: 'Canvas' }).focus();
  await page.keyboard.press('Control+0');
  await expect(thing(page, 'node-2-7')).toBeVisible();
  await expect(part.locator('.count')).toBeHidden();
  expect(await nodes(page).count(), 'only what is near the view is there').toBeLessThan(250);

  // One is carried over free ground: nothing else is drawn again.
  const from = middleOf(await areaOf(thing(page, 'node-2-59')));
  await page.mouse.move(from.x, from.y);
  await expect(thing(page, 'node-2-59')).toHaveClass(/hovered/);
  await drag(page, from, { x: from.x + 6, y: from.y + 8 }, async () => {
    await page.evaluate(() => window.drawnThings.clear());
    await page.mouse.move(from.x + 6, from.y + 16);
    await page.mouse.move(from.x + 6, from.y + 24);
    await page.mouse.move(from.x + 6, from.y + 32);
    const drawn = await page.evaluate(() => [...window.drawnThings]);
    expect(drawn.map(([id]) => id)).toEqual(['i-2-59']);
    expect(drawn[0]?.[1]).toBeGreaterThan(1);
  });
  expect(complaints).toEqual([]);
});
