// An account captured with the AWS CLI opens to a drawing: tiers, findings, a path whose reply is dropped, a fix, a reload.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test, type Page } from '@playwright/test';
import { areaOf, downloadedText, listenForComplaints, middleOf, thing } from './drawing.ts';
import { dropFiles, openReviewed, review } from './opening.ts';

const folder = fileURLToPath(new URL('fixtures/two-tier-account/', import.meta.url));

const account = readdirSync(folder)
  .toSorted()
  .map((name) => ({ name, content: readFileSync(folder + name) }));

/** It opens at once: what nobody asked the account for leaves no path open. */
async function openShop(page: Page): Promise<void> {
  await expect(thing(page, 'shop')).toBeVisible();
}

async function openAccount(page: Page): Promise<void> {
  await page.goto('/');
  await dropFiles(page, account);
  await openShop(page);
}

test('a whole folder opens from the dialog', async ({ page }) => {
  await page.goto('/');
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Choose a folder' }).click(),
  ]);
  await chooser.setFiles(folder);
  await openShop(page);
  await expect(thing(page, 'db-1')).toBeVisible();
});

test('a dropped folder is read with its subfolders, whatever else lies in them', async ({ page }) => {
  await page.goto('/');
  // A browser gives a dropped folder as entries, a few at a time; a script can only stand in for that.
  await page.evaluate(
    (files) => {
      const folderOf = (path: string, inside: readonly object[]): object => {
        const waiting = [...inside];
        const readEntries = (tell: (some: readonly object[]) => void) => tell(waiting.splice(0, 100));
        return { isFile: false, isDirectory: true, fullPath: path, createReader: () => ({ readEntries }) };
      };
      const fileOf = (path: string, text: string): object => {
        const file = new File([text], path.slice(path.lastIndexOf('/') + 1));
        return {
          isFile: true,
          isDirectory: false,
          fullPath: path,
          file: (tell: (of: File) => void) => tell(file),
        };
      };
      const notes = Array.from({ length: 300 }, (_, at) =>
        fileOf(`/shop/notes/${at}.txt`, 'nothing of a network'),
      );
      const root = folderOf('/shop', [
        folderOf('/shop/notes', notes),
        folderOf('/shop/.git', [fileOf('/shop/.git/HEAD', 'x')]),
        folderOf(
          '/shop/eu-west-1',
          files.map(({ name, text }) => fileOf(`/shop/eu-west-1/${name}`, text)),
        ),
      ]);
      const dataTransfer = { types: ['Files'], items: [{ kind: 'file', webkitGetAsEntry: () => root }] };
      for (const type of ['dragenter', 'dragover', 'drop']) {
        const event = new Event(type, { bubbles: true, cancelable: true });
        document.body.dispatchEvent(Object.defineProperty(event, 'dataTransfer', { value: dataTransfer }));
      }
    },
    account.map(({ name, content }) => ({ name, text: content.toString() })),
  );
  await expect(review(page)).toContainText('eu-west-1/describe-vpcs.json');
  await expect(review(page)).toContainText('notes/0.txt');
  await expect(review(page)).not.toContainText('.git');
  await openReviewed(page);
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
  const panel = page.getByRole('complementary', { name: 'Path' });
  await expect(panel.getByRole('combobox', { name: 'From', exact: true })).toBeFocused();
  await page.mouse.click(
    middleOf(await areaOf(thing(page, 'app-1'))).x,
    middleOf(await areaOf(thing(page, 'app-1'))).y,
  );
  await page.mouse.click(
    middleOf(await areaOf(thing(page, 'db-1'))).x,
    middleOf(await areaOf(thing(page, 'db-1'))).y,
  );
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
  await dropFiles(page, [{ name: 'shop.vpcd.json', content: text }]);
  await openReviewed(page);
  await expect(thing(page, 'data-a')).toHaveAccessibleName(/isolated subnet/);
  expect(await areaOf(thing(page, 'web-1'))).toEqual(before);
});

const bad: readonly (readonly [string, string, RegExp])[] = [
  ['cut.json', '{"Vpcs": [{"VpcId": "vpc-1"', /cut\.json:1/],
  ['notes.txt', 'buy milk', /notes\.txt was not opened\. Text without JSON/],
  ['empty.json', '', /empty\.json was not opened\. Empty file/],
  [
    'newer.vpcd.json',
    '{"schema":"vpc-designer/design@1","name":"x","resources":{"vpc-1":{"kind":"vpc"',
    /newer\.vpcd\.json:1/,
  ],
  ['empty.svg', '<svg xmlns="http://www.w3.org/2000/svg"></svg>', /no design inside/],
];
test('what cannot be read says why, and the open design stays', async ({ page }) => {
  await openAccount(page);
  for (const [name, content, told] of bad) {
    await dropFiles(page, [{ name, content }]);
    await expect(page.getByText(told).first()).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(review(page)).toHaveCount(0);
    for (const dismiss of await page.getByRole('button', { name: 'Dismiss' }).all()) await dismiss.click();
    await expect(thing(page, 'web-1')).toBeVisible();
  }
  await expect(page.getByRole('banner').getByRole('heading', { name: 'shop' })).toBeVisible();
});
