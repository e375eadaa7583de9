// A template opens with its intents held; breaking one is told before anything else, and its path is one click away.
import { expect, test } from '@playwright/test';
import { listenForComplaints, openPage, thing } from './drawing.ts';

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
  expect(complaints).toEqual([]);
});
