// What a file did not tell is told once it is dropped: nothing moves, and "cannot tell" becomes a verdict.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test, type Page } from '@playwright/test';
import { areaOf, listenForComplaints, thing } from './drawing.ts';
import { dropFiles, openReviewed, review } from './opening.ts';

const folder = fileURLToPath(new URL('fixtures/two-tier-account/', import.meta.url));
const ACLS = 'describe-network-acls.json';
const account = readdirSync(folder)
  .toSorted()
  .map((name) => ({ name, content: readFileSync(folder + name) }));

const path = (page: Page) => page.getByRole('complementary', { name: 'Path' });

/** Asks whether app-1 reaches the database. */
async function askForTheDatabase(page: Page): Promise<void> {
  await thing(page, 'app-1').click();
  await page.keyboard.press('p');
  await thing(page, 'db-1').click();
  await path(page).getByLabel('Port').fill('5432');
  await page.keyboard.press('Enter');
}

test('an account without its network ACLs cannot be told; the ACLs make verdicts of it', async ({ page }) => {
  const complaints = listenForComplaints(page);
  await page.goto('/');
  await dropFiles(
    page,
    account.filter(({ name }) => name !== ACLS),
  );
  await expect(review(page)).toContainText('aws ec2 describe-network-acls');
  await review(page)
    .getByRole('tab', { name: /^Undetermined because of it/ })
    .click();
  await expect(review(page).getByRole('tabpanel')).toContainText('app-1 → db-1');
  await openReviewed(page);

  await askForTheDatabase(page);
  await expect(path(page)).toContainText('Cannot tell');
  await expect(path(page)).toContainText('aws ec2 describe-network-acls');
  const before = await Promise.all(['web-1', 'db-1', 'shop'].map((name) => areaOf(thing(page, name))));

  await dropFiles(
    page,
    account.filter(({ name }) => name === ACLS),
  );
  await expect(review(page).getByRole('button', { name: /^Add to / })).toBeVisible();
  await openReviewed(page, 'add');
  await expect(path(page)).toContainText('Blocked on the way back');
  await expect(path(page)).not.toContainText('Cannot tell');
  const after = await Promise.all(['web-1', 'db-1', 'shop'].map((name) => areaOf(thing(page, name))));
  expect(after).toEqual(before);

  // One undo takes the file out again.
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  await expect(path(page)).toContainText('Cannot tell');
  expect(complaints).toEqual([]);
});

test('a second file asks before anything of the open design goes, and the open design comes back', async ({
  page,
}) => {
  await page.goto('/');
  await dropFiles(page, account);
  await expect(thing(page, 'web-1')).toBeVisible();
  const other = {
    Vpcs: [{ VpcId: 'vpc-0fedcba9876543210', CidrBlock: '10.77.0.0/16', OwnerId: '210987654321' }],
  };
  const file = { name: 'other.json', content: JSON.stringify(other) };

  await dropFiles(page, [file]);
  await review(page).getByRole('button', { name: 'Cancel' }).click();
  await expect(thing(page, 'web-1')).toBeVisible();

  await dropFiles(page, [file]);
  await openReviewed(page, 'new');
  await expect(thing(page, 'web-1')).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(thing(page, 'web-1')).toBeVisible();

  // What is not undone is still kept: a new page lists both.
  await page.keyboard.press('Control+Shift+z');
  await expect(thing(page, 'web-1')).toHaveCount(0);
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('menuitem', { name: 'New design' }).click();
  const kept = page.getByRole('region', { name: /^Kept in this browser/ });
  await kept.getByRole('button', { name: /^shop / }).click();
  await expect(thing(page, 'web-1')).toBeVisible();
});

test('what is not understood is shown in its file', async ({ page }) => {
  await page.goto('/');
  const text = '{\n  "Vpcs": [\n    {"VpcId": "vpc-1", "CidrBlock": "10.0.0.300/16"}\n  ]\n}\n';
  await dropFiles(page, [{ name: 'vpcs.json', content: text }]);
  await review(page).getByRole('button', { name: 'Show vpcs.json:3 in the file' }).click();
  const source = review(page).getByRole('list', { name: 'vpcs.json, line 3' });
  await expect(source.locator('[aria-current="true"]')).toContainText('10.0.0.300/16');
  await review(page).getByRole('button', { name: 'Back to the preview' }).click();
  await expect(review(page).getByRole('img', { name: 'Preview' })).toBeVisible();
});
