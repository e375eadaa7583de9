// A template opens with its intents held; breaking one is told before anything else, and its path is one click away.
import { expect, test } from '@playwright/test';
import { areaOf, dropFromPalette, listenForComplaints, middleOf, openPage, thing } from './drawing.ts';

test('a template starts with intents that hold, and tells when one breaks', async ({ page }) => {
  const complaints = listenForComplaints(page);
  await openPage(page);
  await page.getByRole('button', { name: /^Public and private/ }).click();
  await expect(thing(page, 'private-a')).toHaveAccessibleName(/egress subnet/);
  const drawer = page.getByRole('region', { name: /^Findings/ });
  await expect(drawer).toContainText('4 of 4 held');
  await expect(page.locator('[data-intent="app-a-out"]')).toContainText(
    'app-a reaches the internet, TCP 443, through nat-a',
  );

  await thing(page, 'nat-a').click();
  await page.keyboard.press('Delete');
  await expect(page.locator('[data-intent="app-a-out"]')).toContainText('Broken');
  const status = page.getByRole('contentinfo');
  await expect(status).toContainText('1 intent broken');

  await page.locator('[data-intent="app-a-out"]').getByRole('button').first().click();
  const panel = page.getByRole('complementary', { name: 'Path' });
  await expect(panel).toContainText('Blocked');

  await page.keyboard.press('Control+z');
  await expect(status).not.toContainText('broken');
  await expect(drawer).toContainText('4 of 4 held');

  // Another one about what is selected: which, and that it is meant.
  await thing(page, 'nat-a').click();
  await page.getByRole('button', { name: 'Add intent' }).click();
  await page.getByRole('menuitem', { name: 'The internet never reaches nat-a, any traffic' }).click();
  const form = page.getByRole('group', { name: 'Add intent' });
  await expect(form.getByRole('combobox', { name: 'To', exact: true })).toHaveValue('nat-a');
  await expect(form.getByRole('button', { name: 'Add intent' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(drawer).toContainText('5 of 5 held');
  await expect(page.locator('[data-intent^="internet-nat-a"] button').first()).toBeFocused();
  await expect(drawer).toContainText('The internet never reaches nat-a, any traffic');
  expect(complaints).toEqual([]);
});

test('groups are let into each other by keys, and a table serves the subnet that it is let go on', async ({
  page,
}) => {
  const complaints = listenForComplaints(page);
  await openPage(page);
  await page.getByRole('button', { name: /^Public and private/ }).click();
  await expect(thing(page, 'private-a')).toHaveAccessibleName(/egress subnet/);
  await dropFromPalette(page, 'Security group', middleOf(await areaOf(thing(page, 'app-a'))), async () => {
    await expect(page.getByText('for app-a', { exact: true })).toBeVisible();
  });
  await page.keyboard.press('Alt+2');
  const groups = page.getByRole('treeitem', { name: /^Security groups/ });
  await groups.press('ArrowRight');
  const group = page.getByRole('treeitem', { name: 'sg-1', exact: true });
  await group.press('c');
  await page.keyboard.type('sg-app');
  const targets = page.getByRole('dialog', { name: 'Connect sg-1 to' });
  await expect(targets.getByRole('option', { selected: true })).toContainText('sg-app');
  await page.keyboard.press('Enter');
  const asked = page.getByRole('dialog', { name: 'Allow traffic from sg-1 to sg-app' });
  await asked.getByRole('combobox').fill('5432');
  await expect(asked.getByRole('option', { selected: true })).toContainText('TCP 5432');
  await page.keyboard.press('Enter');
  const done = page.getByRole('region', { name: 'Canvas' }).getByText('sg-app lets in TCP 5432 from sg-1');
  await expect(done).toBeVisible();

  await page.keyboard.press('Alt+1');
  await dropFromPalette(page, 'Route table', middleOf(await areaOf(thing(page, 'private-a'))), async () => {
    await expect(page.getByText('for private-a', { exact: true })).toBeVisible();
  });
  // With the routes that it followed it goes where it went.
  await expect(page.getByRole('complementary', { name: 'Inspector' })).toContainText(
    /Route table in vpc.*private-a/,
  );
  await expect(thing(page, 'private-a')).toHaveAccessibleName(/egress subnet/);
  expect(complaints).toEqual([]);
});
