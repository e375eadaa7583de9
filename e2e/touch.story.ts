// On a tablet: a tap takes a kind up and another puts it down, one finger moves things, two move the view, a long press opens the menu.
import { expect, test, type CDPSession } from '@playwright/test';
import { areaOf, blockField, middleOf, openPage, paletteItem, thing, type Point } from './drawing.ts';

test.use({ hasTouch: true });

type Touch = 'touchStart' | 'touchMove' | 'touchEnd';

/** Fingers as the screen reports them; `points` are those that are down. */
const fingers =
  (session: CDPSession) =>
  (type: Touch, points: readonly Point[]): Promise<unknown> =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: points.map(({ x, y }, id) => ({ x, y, id })),
    });

test('everything that a hand does with a mouse is done with fingers', async ({ page, context }) => {
  await openPage(page);
  const touch = fingers(await context.newCDPSession(page));
  const tap = async (at: Point) => {
    await touch('touchStart', [at]);
    await touch('touchEnd', []);
  };
  const drag = async (from: readonly Point[], by: Point) => {
    for (let count = 1; count <= from.length; count += 1) await touch('touchStart', from.slice(0, count));
    for (let step = 1; step <= 8; step += 1) {
      await touch(
        'touchMove',
        from.map(({ x, y }) => ({ x: x + (by.x * step) / 8, y: y + (by.y * step) / 8 })),
      );
    }
    await touch('touchEnd', []);
  };

  // Tap, then tap.
  await tap(middleOf(await areaOf(paletteItem(page, 'VPC'))));
  await expect(page.getByText('Drag a rectangle, or click for the usual size')).toBeVisible();
  await tap({ x: 420, y: 260 });
  await expect(blockField(page)).toHaveValue('10.0.0.0/16');
  await page.keyboard.press('Enter');
  const vpc = await areaOf(thing(page, 'vpc-1'));
  await tap(middleOf(await areaOf(paletteItem(page, 'Subnet'))));
  await tap({ x: vpc.x + 60, y: vpc.y + 80 });
  await expect(blockField(page)).toHaveValue('10.0.0.0/24');
  await page.keyboard.press('Enter');
  await expect(thing(page, 'subnet-1')).toHaveAccessibleName(/in vpc-1/);

  // One finger moves what it lies on.
  const start = await areaOf(thing(page, 'vpc-1'));
  await drag([{ x: start.x + 60, y: start.y + 12 }], { x: 80, y: 48 });
  await expect.poll(async () => (await areaOf(thing(page, 'vpc-1'))).x).toBeCloseTo(start.x + 80, 0);
  const moved = await areaOf(thing(page, 'vpc-1'));

  // On the empty canvas it moves nothing; two move the view.
  await drag([{ x: 300, y: 600 }], { x: 60, y: 40 });
  expect(await areaOf(thing(page, 'vpc-1'))).toEqual(moved);
  await drag(
    [
      { x: 300, y: 600 },
      { x: 380, y: 600 },
    ],
    { x: 40, y: 24 },
  );
  await expect.poll(async () => (await areaOf(thing(page, 'vpc-1'))).x).toBeGreaterThan(moved.x + 30);

  // Two taps on the name write it anew.
  const named = await areaOf(thing(page, 'vpc-1'));
  const title = { x: named.x + 40, y: named.y + 12 };
  await tap(title);
  await tap(title);
  await expect(blockField(page)).toHaveValue('vpc-1');
  await page.keyboard.type('prod');
  await page.keyboard.press('Enter');
  await expect(thing(page, 'prod')).toBeVisible();

  // A finger that rests opens the menu.
  await touch('touchStart', [title]);
  await expect(page.getByRole('menuitem', { name: /Rename/ })).toBeVisible();
  await touch('touchEnd', []);
});
