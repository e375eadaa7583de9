// Someone used to design tools: frames are drawn by key and drag, things go where the hand puts them, Alt copies, Escape gives up.
import { fileURLToPath } from 'node:url';
import { expect, test, type Page } from '@playwright/test';
import {
  areaOf,
  blockField,
  drag,
  dragHolding,
  drawByKey,
  listenForComplaints,
  middleOf,
  openPage,
  thing,
} from './drawing.ts';

/** Two subnets, one under the other, with an instance in the upper one. */
async function drawNetwork(page: Page): Promise<void> {
  await openPage(page);
  await drawByKey(page, 'b', { x: 300, y: 140 }, { x: 800, y: 620 });
  await expect(blockField(page)).toHaveValue('10.0.0.0/16');
  await page.keyboard.press('Enter');
  await drawByKey(page, 's', { x: 332, y: 204 }, { x: 700, y: 324 });
  await expect(blockField(page)).toHaveValue('10.0.0.0/24');
  await page.keyboard.press('Enter');
  await drawByKey(page, 's', { x: 340, y: 400 }, { x: 700, y: 520 });
  await page.keyboard.press('Enter');
  await page.keyboard.press('i');
  await page.mouse.click(410, 270);
  await expect(blockField(page)).toHaveValue('10.0.0.4');
  await page.keyboard.press('Enter');
  await expect(thing(page, 'instance-1')).toBeVisible();
}

test('frames drawn by hand are containers of that size, and a click takes the usual one', async ({
  page,
}) => {
  const complaints = listenForComplaints(page);
  await drawNetwork(page);
  const vpc = await areaOf(thing(page, 'vpc-1'));
  expect([Math.round(vpc.width), Math.round(vpc.height)]).toEqual([504, 480]);
  const [upper, lower] = [await areaOf(thing(page, 'subnet-1')), await areaOf(thing(page, 'subnet-2'))];
  expect(lower.x, 'one column').toBeCloseTo(upper.x, 0);
  await expect(thing(page, 'subnet-1')).toHaveAccessibleName(/in vpc-1/);

  // Escape gives up what is being drawn, then the tool.
  const nothing = async () => {
    await page.keyboard.press('Escape');
  };
  await page.keyboard.press('s');
  await drag(page, { x: 720, y: 210 }, { x: 780, y: 300 }, nothing);
  await expect(thing(page, 'subnet-3')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await page.mouse.click(760, 560);
  await expect(thing(page, 'subnet-3')).toHaveCount(0);
  // Enter, for who draws without a pointer.
  await page.keyboard.press('s');
  await page.keyboard.press('Enter');
  await expect(blockField(page)).toHaveValue('10.0.2.0/24');
  await page.keyboard.press('Enter');
  await expect(thing(page, 'subnet-3')).toBeVisible();
  expect(complaints).toEqual([]);
});

test('a card goes to another subnet with a new address, others make room, Alt copies, Escape gives up', async ({
  page,
}) => {
  await drawNetwork(page);
  const target = await areaOf(thing(page, 'subnet-2'));
  const card = middleOf(await areaOf(thing(page, 'instance-1')));
  await drag(page, card, { x: target.x + 100, y: target.y + 70 }, async () => {
    await expect(page.getByText('in subnet-2, 10.0.1.4')).toBeVisible();
    await expect(thing(page, 'subnet-2')).toHaveClass(/taking/);
  });
  await expect(thing(page, 'instance-1')).toHaveAccessibleName(/in subnet-2, .*10\.0\.1\.4/);

  // A copy beside it; the original stays.
  const original = await areaOf(thing(page, 'instance-1'));
  await dragHolding(
    page,
    middleOf(original),
    { x: middleOf(original).x + 130, y: middleOf(original).y },
    {
      held: ['Alt'],
      before: async () => {
        await expect(page.getByText('copy: instance-2')).toBeVisible();
      },
    },
  );
  await expect(thing(page, 'instance-2')).toHaveAccessibleName(/10\.0\.1\.5/);
  const [left, right] = [await areaOf(thing(page, 'instance-1')), await areaOf(thing(page, 'instance-2'))];
  expect(left.x, 'the original stays').toBeCloseTo(original.x, 0);
  expect(right.y, 'lined up').toBeCloseTo(left.y, 0);

  // Over its neighbour, which goes aside and comes back when the move is given up.
  await drag(page, middleOf(left), middleOf(right), async () => {
    await expect.poll(async () => areaOf(thing(page, 'instance-2'))).not.toEqual(right);
    await page.keyboard.press('Escape');
    await expect.poll(async () => areaOf(thing(page, 'instance-2'))).toEqual(right);
  });
  expect(await areaOf(thing(page, 'instance-1'))).toEqual(left);

  // Let go there, nothing lies over anything.
  await drag(page, middleOf(left), middleOf(right));
  const [one, two] = [await areaOf(thing(page, 'instance-1')), await areaOf(thing(page, 'instance-2'))];
  const isApart =
    one.x + one.width <= two.x ||
    two.x + two.width <= one.x ||
    one.y + one.height <= two.y ||
    two.y + two.height <= one.y;
  expect(isApart, 'the cards stand apart').toBe(true);

  // What can't stand there says why and goes back.
  const there = middleOf(one);
  await drag(page, there, { x: 900, y: 700 }, async () => {
    await expect(page.getByText('Drop it in a subnet')).toBeVisible();
  });
  expect(await areaOf(thing(page, 'instance-1'))).toEqual(one);
});

test('a click selects, Shift adds, Ctrl goes through, a second click goes in, Escape goes out', async ({
  page,
}) => {
  await drawNetwork(page);
  const selected = page.locator('.item.selected');
  const card = middleOf(await areaOf(thing(page, 'instance-1')));
  const lower = await areaOf(thing(page, 'subnet-2'));
  await page.mouse.click(card.x, card.y);
  await expect(thing(page, 'instance-1')).toHaveClass(/selected/);
  await page.keyboard.down('Shift');
  await page.mouse.click(lower.x + 100, lower.y + 70);
  await page.keyboard.up('Shift');
  await expect(selected).toHaveCount(2);

  await page.mouse.click(card.x, card.y);
  await page.keyboard.down('Control');
  await page.mouse.click(card.x, card.y);
  await expect(thing(page, 'subnet-1')).toHaveClass(/selected/);
  await page.mouse.click(card.x, card.y);
  await expect(thing(page, 'vpc-1')).toHaveClass(/selected/);
  await page.keyboard.up('Control');
  await expect(selected).toHaveCount(1);

  const upper = await areaOf(thing(page, 'subnet-1'));
  await page.mouse.dblclick(upper.x + upper.width - 40, upper.y + upper.height - 16);
  await expect(thing(page, 'instance-1')).toHaveClass(/selected/);
  await page.keyboard.press('Escape');
  await expect(thing(page, 'subnet-1')).toHaveClass(/selected/);
  await page.keyboard.press('Control+a');
  await expect(selected).toHaveCount(2);
  await page.keyboard.press('Control+a');
  await expect(selected).toHaveCount(4);

  // An area takes what it touches, and containers that lie wholly inside.
  await page.keyboard.press('Escape');
  await page.mouse.click(1000, 700);
  await expect(selected).toHaveCount(0);
  await drag(page, { x: 320, y: 380 }, { x: 760, y: 560 });
  await expect(selected).toHaveCount(1);
  await expect(thing(page, 'subnet-2')).toHaveClass(/selected/);

  // Resizing stops at what stands inside.
  await page.mouse.click(upper.x + upper.width - 40, upper.y + upper.height - 16);
  const corner = { x: upper.x + upper.width + 4, y: upper.y + upper.height + 4 };
  await drag(page, corner, { x: upper.x + 30, y: upper.y + 30 });
  const [subnet, inside] = [await areaOf(thing(page, 'subnet-1')), await areaOf(thing(page, 'instance-1'))];
  expect(subnet.x + subnet.width).toBeGreaterThanOrEqual(inside.x + inside.width + 8);
  expect(subnet.width).toBeLessThan(upper.width);
});

test('what goes to another VPC leaves its groups there, says so, and undo is on the notice', async ({
  page,
}) => {
  await openPage(page);
  const path = fileURLToPath(new URL('fixtures/copy-from.vpcd.json', import.meta.url));
  await page.locator('[data-picker="files"]').setInputFiles(path);
  await expect(thing(page, 'shop')).toBeVisible();
  const shop = await areaOf(thing(page, 'shop'));
  const under = shop.y + shop.height + 32;
  await drawByKey(page, 'b', { x: shop.x, y: under }, { x: shop.x + 400, y: under + 200 });
  await page.keyboard.press('Escape');
  const vpc = await areaOf(thing(page, 'vpc-1'));
  await page.keyboard.press('s');
  await page.mouse.click(vpc.x + 50, vpc.y + 80);
  await page.keyboard.press('Enter');
  await expect(thing(page, 'subnet-1')).toHaveAccessibleName(/in vpc-1/);

  const target = await areaOf(thing(page, 'subnet-1'));
  const card = middleOf(await areaOf(thing(page, 'app-1')));
  await drag(page, card, { x: target.x + 120, y: target.y + 60 });
  await expect(thing(page, 'app-1')).toHaveAccessibleName(/in subnet-1/);
  const notice = page.getByText('app-1 left sg-app, sg-log: they belong to another VPC than vpc-1');
  await expect(notice).toBeVisible();
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  await expect(thing(page, 'app-1')).toHaveAccessibleName(/in app-a, .*10\.0\.10\.11/);
  await expect(notice).toHaveCount(0);

  // With Ctrl it keeps its subnet, which grows.
  const before = await areaOf(thing(page, 'app-a'));
  const again = middleOf(await areaOf(thing(page, 'app-1')));
  await dragHolding(
    page,
    again,
    { x: again.x + 60, y: before.y + before.height + 60 },
    { held: ['Control'] },
  );
  await expect(thing(page, 'app-1')).toHaveAccessibleName(/in app-a, .*10\.0\.10\.11/);
  expect((await areaOf(thing(page, 'app-a'))).height).toBeGreaterThan(before.height);
  // Shift R draws it close again.
  const grown = await areaOf(thing(page, 'app-a'));
  await page.mouse.click(grown.x + 30, grown.y + 12);
  await page.keyboard.press('Shift+R');
  await expect.poll(async () => (await areaOf(thing(page, 'app-a'))).width).toBeLessThan(grown.width);
});
