// An account captured with the AWS CLI opens to a drawing: tiers, findings, a path whose reply is dropped, a fix, a reload.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test, type Page } from '@playwright/test';
import { areaOf, downloadedText, listenForComplaints, middleOf, thing } from './drawing.ts';

const folder = fileURLToPath(new URL('fixtures/two-tier-account/', import.meta.url));

/** Lets files fall on the page. */
async function dropFiles(
  page: Page,
  files: readonly { readonly name: string; readonly text: string }[],
): Promise<void> {
  const transfer = await page.evaluateHandle((list) => {
    const data = new DataTransfer();
    for (const { name, text } of list) data.items.add(new File([text], name, { type: 'application/json' }));
    return data;
  }, files);
  for (const type of ['dragenter', 'dragover', 'drop']) {
    await page.dispatchEvent('body', type, { dataTransfer: transfer });
  }
}

const account = readdirSync(folder)
  .toSorted()
  .map((name) => ({ name, text: readFileSync(folder + name, 'utf8') }));

/** The report comes first: nobody asked the account for its DNS settings. It is read and closed. */
async function closeReport(page: Page): Promise<void> {
  const report = page.getByRole('dialog', { name: 'What was read' });
  await expect(report).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(report).toHaveCount(0);
  await expect(thing(page, 'shop')).toBeVisible();
}

async function openAccount(page: Page): Promise<void> {
  await page.goto('/');
  await dropFiles(page, account);
  await closeReport(page);
}

test('a whole folder opens from the dialog', async ({ page }) => {
  await page.goto('/');
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Choose a folder' }).click(),
  ]);
  await chooser.setFiles(folder);
  await closeReport(page);
  await expect(thing(page, 'db-1')).toBeVisible();
});

test('a captured account shows its tiers and findings, and answers a path', async ({ page }) => {
  const complaints = listenForComplaints(page);
  await openAccount(page);

  await expect(thing(page, 'web-a')).toHaveAccessibleName(/public subnet/);
  await expect(thing(page, 'app-a')).toHaveAccessibleName(/egress subnet/);
  await expect(thing(page, 'data-a')).toHaveAccessibleName(/isolated subnet/);
  await expect(thing(page, 'web-1')).toHaveAccessibleName(/10\.20\.0\.10, public address, \d error/);

  await page.keyboard.press('p');
  await page.mouse.click(
    middleOf(await areaOf(thing(page, 'app-1'))).x,
    middleOf(await areaOf(thing(page, 'app-1'))).y,
  );
  await page.mouse.click(
    middleOf(await areaOf(thing(page, 'db-1'))).x,
    middleOf(await areaOf(thing(page, 'db-1'))).y,
  );
  const panel = page.getByRole('complementary', { name: 'Path' });
  await panel.getByLabel('Port').fill('5432');
  await page.keyboard.press('Enter');
  await expect(panel).toContainText('Blocked on the way back');
  await expect(panel).toContainText('SUBNET_ACL_RESTRICTION');
  await expect(page.locator('.block-blocked')).toContainText('Reply dropped: acl-data');
  await expect(thing(page, 'web-1')).toHaveClass(/dim/);
  await expect(thing(page, 'app-1')).not.toHaveClass(/dim/);
  expect(complaints).toEqual([]);
});

test('it is kept over a reload, and saved to a file that opens to the same', async ({ page }) => {
  await openAccount(page);
  await expect(page.getByText('Saved in this browser')).toBeVisible();
  const before = await areaOf(thing(page, 'web-1'));
  await page.reload();
  await expect(thing(page, 'data-a')).toHaveAccessibleName(/isolated subnet/);
  expect(await areaOf(thing(page, 'web-1'))).toEqual(before);

  await page.getByRole('button', { name: 'Export' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await dialog.getByRole('radio', { name: /Design file/ }).click();
  const text = await downloadedText(page, () =>
    dialog.getByRole('button', { name: 'Download design file' }).click(),
  );
  await page.keyboard.press('Escape');
  await dropFiles(page, [{ name: 'shop.vpcd.json', text }]);
  await expect(thing(page, 'data-a')).toHaveAccessibleName(/isolated subnet/);
  expect(await areaOf(thing(page, 'web-1'))).toEqual(before);
});

const bad: readonly (readonly [string, string])[] = [
  ['cut.json', '{"Vpcs": [{"VpcId": "vpc-1"'],
  ['notes.txt', 'buy milk'],
  ['empty.json', ''],
  ['newer.vpcd.json', '{"schema":"vpc-designer/design@1","name":"x","resources":{"vpc-1":{"kind":"vpc"'],
];
for (const [name, text] of bad) {
  test(`the open design survives ${name}`, async ({ page }) => {
    await openAccount(page);
    await dropFiles(page, [{ name, text }]);
    await expect(
      page.getByText(/was not opened|could not be|not understood|What was read/i).first(),
    ).toBeVisible();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+z');
    await expect(thing(page, 'web-1')).toBeVisible();
  });
}
