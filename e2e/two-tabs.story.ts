// A design survives the loss of its page, is changed by one tab at a time, and is not lost where the browser keeps nothing.
import { expect, test, type Page } from '@playwright/test';
import { areaOf, dropFromPalette, openPage, thing } from './drawing.ts';

const middle = { x: 700, y: 400 };

/** Draws a VPC and waits until the browser keeps it. */
async function drawVpc(page: Page): Promise<void> {
  await openPage(page);
  await dropFromPalette(page, 'VPC', middle);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Saved in this browser')).toBeVisible();
}

const vpc = (page: Page) => thing(page, 'vpc-[a-z0-9]+');

/** A container is taken by its title. */
async function deleteFirst(page: Page): Promise<void> {
  const { x, y } = await areaOf(vpc(page).first());
  await page.mouse.click(x + 40, y + 10);
  await page.keyboard.press('Delete');
}

test('a page that is lost comes back with its design, and says from when', async ({ page, context }) => {
  const next = await context.newPage();
  await drawVpc(page);
  const session = await context.newCDPSession(page);
  // The page answers no more: nobody waits for the answer.
  void session.send('Page.crash').catch(() => undefined);
  await page.waitForEvent('crash');

  await next.goto('/');
  await expect(vpc(next)).toBeVisible();
  await expect(next.getByRole('banner')).toContainText(/Restored from \d\d:\d\d/);
  // The next change is kept like any other.
  await dropFromPalette(next, 'Security group', middle);
  await expect(next.getByRole('banner')).toContainText('Saved in this browser');
});

test('the same design in a second tab is only shown until that takes it over', async ({ page, context }) => {
  await drawVpc(page);
  const second = await context.newPage();
  await second.goto('/');
  await expect(vpc(second)).toBeVisible();
  const state = second.getByRole('banner');
  await expect(state).toContainText('Open in another tab');

  // What the first changes is seen in the second, which changes nothing itself.
  await dropFromPalette(page, 'VPC', { x: 700, y: 640 });
  await page.keyboard.press('Enter');
  await expect(vpc(second)).toHaveCount(2);
  await deleteFirst(second);
  await expect(second.getByRole('status').getByText('Another tab has this design open')).toBeVisible();
  await expect(vpc(second)).toHaveCount(2);

  await state.getByRole('button', { name: 'Take over' }).click();
  await expect(state).toContainText('Saved in this browser');
  await expect(page.getByRole('banner')).toContainText('Open in another tab');
  await deleteFirst(second);
  await expect(vpc(second)).toHaveCount(1);
  await expect(vpc(page)).toHaveCount(1);
});

test('a browser that keeps nothing says so and offers the file', async ({ page }) => {
  await page.addInitScript(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await openPage(page);
  await dropFromPalette(page, 'VPC', middle);
  await page.keyboard.press('Enter');
  const banner = page.getByRole('banner');
  await expect(banner).toContainText('Not saved');
  await expect(page.getByRole('status').getByText('This browser cannot keep the design')).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    banner.getByRole('button', { name: 'Download' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('Untitled.vpcd.json');
});
