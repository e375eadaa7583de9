// A subnet is copied in one tab and pasted in another design in another tab: a new block, groups found by name or listed.
import { fileURLToPath } from 'node:url';
import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { areaOf, listenForComplaints, openPage, thing } from './drawing.ts';
import { openReviewed } from './opening.ts';

const fixture = (name: string): string =>
  fileURLToPath(new URL(`fixtures/${name}.vpcd.json`, import.meta.url));

/** The first tab: opened at once, as nothing else is there. */
async function openFirst(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await openPage(page);
  await page.locator('[data-picker="files"]').setInputFiles(fixture('copy-from'));
  await expect(thing(page, 'shop')).toBeVisible();
  await expect(page.getByText('Saved in this browser')).toBeVisible();
  return page;
}

/** A second tab begins with the design of the first one, and opens its own. */
async function openSecond(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto('/');
  await expect(thing(page, 'shop')).toBeVisible();
  await page.locator('[data-picker="files"]').setInputFiles(fixture('copy-into'));
  await openReviewed(page);
  await expect(thing(page, 'till')).toBeVisible();
  return page;
}

/** Clicks the title of a container. */
async function selectContainer(page: Page, name: string): Promise<void> {
  const area = await areaOf(thing(page, name));
  await page.mouse.click(area.x + 30, area.y + 12);
  await expect(thing(page, name)).toHaveClass(/selected/);
}

test('what was copied in one tab comes to another design with what it needs there', async ({ context }) => {
  const from = await openFirst(context);
  const into = await openSecond(context);
  const complaints = listenForComplaints(into);

  await from.bringToFront();
  await selectContainer(from, 'app-a');
  await from.keyboard.press('Control+c');
  await expect(from.locator('[aria-live="polite"]')).toContainText('app-a copied');

  await into.bringToFront();
  const vpc = await areaOf(thing(into, 'till'));
  await into.mouse.move(vpc.x + 160, vpc.y + 300);
  await into.keyboard.press('Control+v');
  await expect(thing(into, 'app-a')).toHaveAccessibleName(/in till, .*10\.5\.1\.0\/24/);
  await expect(thing(into, 'app-1')).toHaveAccessibleName(/in app-a, .*10\.5\.1\.11/);
  await expect(into.getByText('app-a pasted. Not found here: sg-log.')).toBeVisible();

  // The group of the same name is linked; the one that is not here is gone.
  const card = await areaOf(thing(into, 'app-1'));
  await into.mouse.click(card.x + 60, card.y + 36);
  const inspector = into.getByRole('complementary', { name: 'Inspector' });
  await expect(inspector).toContainText('sg-app');
  await expect(inspector).not.toContainText('sg-log');

  // In the same design: the next block and the next name; one undo takes it back.
  await selectContainer(into, 'app-a');
  await into.keyboard.press('Control+d');
  await expect(thing(into, 'app-a-2')).toHaveAccessibleName(/10\.5\.2\.0\/24/);
  await into.keyboard.press('Control+z');
  await expect(thing(into, 'app-a-2')).toHaveCount(0);

  // Cut and pasted elsewhere it is the same thing, with the next address there.
  const again = await areaOf(thing(into, 'app-1'));
  await into.mouse.click(again.x + 60, again.y + 36);
  await into.keyboard.press('Control+x');
  await expect(thing(into, 'app-1')).toHaveCount(0);
  const other = await areaOf(thing(into, 'till-a'));
  await into.mouse.move(other.x + 120, other.y + 60);
  await into.keyboard.press('Control+v');
  await expect(thing(into, 'app-1')).toHaveAccessibleName(/in till-a, .*10\.5\.0\.4/);
  await into.keyboard.press('Control+z');
  await into.keyboard.press('Control+z');
  await expect(thing(into, 'app-1')).toHaveAccessibleName(/in app-a/);
  expect(complaints).toEqual([]);
});

test('what cannot stand where it is pasted says so, and text that is no resource is left alone', async ({
  context,
}) => {
  const page = await openFirst(context);
  const card = await areaOf(thing(page, 'app-1'));
  await page.mouse.click(card.x + 60, card.y + 36);
  await page.keyboard.press('Control+c');
  const vpc = await areaOf(thing(page, 'shop'));
  await page.mouse.move(vpc.x + 200, vpc.y + 24);
  await page.keyboard.press('Control+v');
  await expect(page.getByText('Drop it in a subnet of shop')).toBeVisible();
  await expect(thing(page, 'app-2')).toHaveCount(0);

  // Without the pointer it goes to what is selected.
  await selectContainer(page, 'app-a');
  await page.mouse.move(2, 2);
  await page.keyboard.press('Control+v');
  await expect(thing(page, 'app-2')).toHaveAccessibleName(/10\.0\.10\.4/);
});
