// What is exported opens again to the same design, as SVG, as PNG and as a design file; ids can be left out of it.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { areaOf, listenForComplaints, thing } from './drawing.ts';
import { dropFiles, openReviewed, review } from './opening.ts';

const folder = fileURLToPath(new URL('fixtures/two-tier-account/', import.meta.url));
const account = readdirSync(folder)
  .toSorted()
  .map((name) => ({ name, content: readFileSync(folder + name) }));

const exporting = (page: Page): Locator => page.getByRole('dialog', { name: 'Export' });

/** The bytes of what the dialog's first button downloads, with its name. */
async function downloaded(page: Page, format: RegExp): Promise<{ name: string; content: Buffer }> {
  await exporting(page).getByRole('radio', { name: format }).click();
  const button = exporting(page).getByRole('button', { name: /^Download/ });
  await expect(button).toBeEnabled();
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  const parts: Buffer[] = [];
  for await (const part of await download.createReadStream()) parts.push(Buffer.from(part as Uint8Array));
  return { name: download.suggestedFilename(), content: Buffer.concat(parts) };
}

/** Where things are, and how many findings there are. */
async function facts(page: Page): Promise<unknown> {
  await expect(thing(page, 'data-a')).toHaveAccessibleName(/isolated subnet/);
  await expect(page.getByText('Analysed in')).toBeVisible();
  const errors = await page.getByRole('img', { name: /^\d+ errors?$/ }).getAttribute('aria-label');
  const names = ['shop', 'web-a', 'web-1', 'app-1', 'db-1'];
  return [errors, await Promise.all(names.map((name) => areaOf(thing(page, name))))];
}

test('SVG, PNG and design file open again to the same design', async ({ page }) => {
  const complaints = listenForComplaints(page);
  await page.goto('/');
  await dropFiles(page, account);
  const before = await facts(page);

  await page.keyboard.press('Control+e');
  const files = [
    await downloaded(page, /^SVG/),
    await downloaded(page, /^PNG/),
    await downloaded(page, /^Design file/),
  ];
  expect(files.map(({ name }) => name)).toEqual(['shop.svg', 'shop.png', 'shop.vpcd.json']);
  await page.keyboard.press('Escape');

  // On paper stands the drawing alone, and afterwards the page is as before.
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-asked', 'to print');
  });
  await page.keyboard.press('Control+p');
  await expect(page.locator('body[data-asked]')).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.print-sheet')).toContainText('db-1');
  await expect(page.locator('.print-sheet')).toBeVisible();
  await expect(page.locator('#root')).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expect(page.locator('.print-sheet')).toHaveCount(0);

  for (const file of files) {
    await page.getByRole('button', { name: 'Menu' }).click();
    await page.getByRole('menuitem', { name: 'New design' }).click();
    await expect(page.getByRole('heading', { name: 'Draw a network, or open one' })).toBeVisible();
    await dropFiles(page, [file]);
    // Nothing is missing in a design that was saved: it opens at once.
    await expect(review(page)).toHaveCount(0);
    expect(await facts(page), file.name).toEqual(before);
  }
  expect(complaints).toEqual([]);
});

test('an exported picture tells neither ids nor the account if asked, and is remembered so', async ({
  page,
}) => {
  await page.goto('/');
  await dropFiles(page, account);
  await expect(thing(page, 'web-1')).toBeVisible();
  await page.keyboard.press('Control+e');
  const shown = (await downloaded(page, /^SVG/)).content.toString();
  expect(shown).toContain('123456789012');

  await exporting(page).getByRole('checkbox', { name: 'Hide account and resource ids' }).check();
  await exporting(page).getByRole('radio', { name: 'Print' }).click();
  const hidden = (await downloaded(page, /^SVG/)).content.toString();
  expect(hidden).not.toMatch(/\b(?:i|subnet|vpc|eni|igw|acl|sg|rtb)-[0-9a-f]{8,17}\b/);
  expect(hidden).not.toMatch(/\b\d{12}\b/);
  expect(hidden).toContain('web-1');
  await page.keyboard.press('Escape');

  // The picture that was made so opens to a design without ids.
  await dropFiles(page, [{ name: 'hidden.svg', content: hidden }]);
  await openReviewed(page);
  await expect(thing(page, 'data-a')).toHaveAccessibleName(/isolated subnet/);

  await page.keyboard.press('Control+e');
  await expect(
    exporting(page).getByRole('checkbox', { name: 'Hide account and resource ids' }),
  ).toBeChecked();
  await expect(exporting(page).getByRole('radio', { name: 'Print' })).toBeChecked();
});
