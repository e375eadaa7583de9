// A reviewer asks why an account is exposed: the lens shows what is open, the row names rule and way, a finding is muted.
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { listenForComplaints, thing } from './drawing.ts';

const account = fileURLToPath(new URL('fixtures/two-tier-account', import.meta.url));

async function openAccount(page: Page): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('/');
  await page.locator('[data-picker="folder"]').setInputFiles(account);
  await expect(page.getByText('Analysed in')).toBeVisible();
}

/** What this story is about is clean for axe; the rest of the page has a story of its own. */
const isClean = async (page: Page, ...parts: readonly string[]): Promise<void> => {
  const looked = parts.reduce((axe, part) => axe.include(part), new AxeBuilder({ page }));
  const { violations } = await looked.analyze();
  expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([]);
};

const drawer = (page: Page) => page.getByRole('region', { name: 'Findings and rules' });

test('what the internet can open is shown with its rule and its way, and accepted with a reason', async ({
  page,
}) => {
  const complaints = listenForComplaints(page);
  await openAccount(page);
  await page.keyboard.press('3');

  const panel = page.getByRole('complementary', { name: 'Internet exposure' });
  await expect(panel.getByRole('heading', { name: 'The internet can open 1 resource' })).toBeVisible();
  await expect(page.locator('.exposure-ring')).toHaveCount(1);
  await expect(page.locator('.exposure-port')).toHaveText(['22, 443']);
  await expect(thing(page, 'web-1')).toHaveClass(/exposed/);
  await expect(thing(page, 'app-1')).not.toHaveClass(/exposed/);
  await expect(page.getByRole('complementary', { name: 'Legend' })).toContainText(
    'can be opened from the internet',
  );
  await expect(panel).toContainText('1 through nat-a');

  // The port on the canvas opens its row as the row itself does.
  await page.locator('.exposure-port').click();
  const row = panel.getByRole('button', { name: /^web-1 TCP 22/ });
  await expect(row).toHaveAttribute('aria-expanded', 'true');
  await expect(panel).toContainText('sg-web inbound rule 2');
  await expect(panel).toContainText(/Internet.*→.*igw-shop.*→.*sg-web.*→.*web-1/);
  await panel.getByRole('button', { name: 'Show the path' }).click();
  const path = page.getByRole('complementary', { name: 'Path' });
  await expect(path.getByRole('heading', { name: 'Reachable' })).toBeVisible();
  await expect(path.getByRole('region', { name: 'Request arrives' })).toContainText('sg-web');

  // Accepted with a reason: counted apart, kept in the list that asks for it, and found again when it is taken back.
  await page.keyboard.press('1');
  await page.getByRole('button', { name: 'Open the drawer' }).click();
  const finding = page.locator('[data-finding]').filter({ hasText: 'can open 22 on web-1' });
  const menu = page.getByRole('listitem').filter({ has: finding }).getByRole('button', { name: 'More' });
  await menu.click();
  await page.getByRole('menuitem', { name: 'Mute…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Mute this finding' });
  await dialog.getByRole('button', { name: 'Mute finding' }).click();
  await expect(dialog.getByRole('alert')).toContainText('A reason is missing');
  await isClean(page, '[role="dialog"]');
  await dialog.getByLabel('Reason').fill('public by design');
  await dialog.getByRole('button', { name: 'Mute finding' }).click();
  const muted = drawer(page).getByRole('button', { name: '1 muted' });
  await expect(muted).toBeVisible();
  await page.mouse.move(700, 200);
  await expect(finding).toHaveCount(0);
  await muted.click();
  await expect(finding).toContainText('Muted: public by design');
  await menu.click();
  await page.getByRole('menuitem', { name: 'Unmute' }).click();
  await expect(muted).toHaveCount(0);
  await expect(finding).not.toContainText('Muted');
  expect(complaints).toEqual([]);
});

test('who reaches a thing, and what it reaches, is listed, follows each edit, and leads to the path', async ({
  page,
}) => {
  test.slow();
  const complaints = listenForComplaints(page);
  await openAccount(page);
  const lists = page.getByRole('group', { name: 'Reach' });
  await thing(page, 'app-1').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'What it reaches' }).click();
  await expect(lists.getByRole('heading', { name: 'It reaches 2' })).toBeVisible();
  await expect(lists.getByRole('button', { name: /^Internet Partly TCP, UDP, ICMP$/ })).toBeVisible();
  await expect(lists.getByRole('button', { name: 'db-1' })).toHaveCount(0);
  // The keys go on in the lists and not in the name above.
  await expect(lists.getByRole('radio', { name: 'What it reaches' })).toBeFocused();

  // What is closed is counted, and shown when it is asked for; its path says what stops it.
  await lists.getByRole('button', { name: 'Show: It does not reach 1' }).click();
  await lists.getByRole('button', { name: /^db-1/ }).hover();
  await expect(thing(page, 'db-1')).toHaveClass(/ringed/);
  await isClean(page, '[data-region="right"]');
  await lists.getByRole('button', { name: /^db-1 Blocked/ }).click();
  const path = page.getByRole('complementary', { name: 'Path' });
  await expect(path.getByRole('heading', { name: 'Blocked on the way back' })).toBeVisible();
  await path.getByRole('button', { name: 'Close the path' }).click();
  await expect(lists.getByRole('heading', { name: 'It reaches 2' })).toBeVisible();

  // The other list of another thing; a fix is seen in it at once.
  await thing(page, 'web-1').click();
  await lists.getByRole('radio', { name: 'Who reaches it' }).click();
  const internet = lists.getByRole('button', { name: /^Internet/ });
  await expect(internet).toHaveText(/TCP\s22,\s443$/);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await isClean(page, '[data-region="right"]');
  await page.getByRole('application', { name: 'Canvas' }).focus();
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  await expect(page.getByRole('region', { name: 'Details' })).toContainText('admin-port-open-to-internet');
  await page.keyboard.press('Control+.');
  await expect(internet).toHaveText(/TCP\s443$/);
  await page.keyboard.press('Control+z');
  await expect(internet).toHaveText(/TCP\s22,\s443$/);
  await internet.click();
  await expect(path.getByRole('heading', { name: 'Reachable' })).toBeVisible();
  await expect(path.getByRole('textbox', { name: 'Port' }).or(path.getByLabel('Port'))).toHaveValue('22,443');
  expect(complaints).toEqual([]);
});

test('findings are walked through by keys from anywhere, grouped, and rest while somebody is at them', async ({
  page,
}) => {
  await openAccount(page);
  await page.getByRole('application', { name: 'Canvas' }).focus();
  await page.keyboard.press('j');
  const detail = page.getByRole('region', { name: 'Details' });
  await expect(detail).toContainText('network-acl-blocks-reply');
  // An ACL has no place of its own: its subnet rings, and what the finding names with it.
  await expect(thing(page, 'data-a')).toHaveClass(/ringed/);
  await expect(thing(page, 'data-a')).toHaveAccessibleName(/error/);
  await expect(thing(page, 'nat-a')).toHaveClass(/dim/);
  await page.keyboard.press('k');
  await expect(detail).toContainText('admin-port-open-to-internet');
  await expect(detail.getByRole('link').first()).toHaveAttribute('href', /docs\.aws\.amazon\.com/);
  await expect(detail).toContainText('Security Hub EC2.13');

  await drawer(page).getByRole('combobox', { name: 'Group' }).selectOption('Group by resource');
  await expect(drawer(page).getByRole('heading', { name: /^acl-data/ })).toBeVisible();
  // Grouped, the walk goes by what is seen: both of the ACL, then that of the instance.
  const current = page.locator('[data-finding][aria-current="true"]');
  await page.getByRole('application', { name: 'Canvas' }).focus();
  for (const name of ['acl-data', 'acl-data', 'web-1']) {
    await page.keyboard.press('j');
    await expect(current).toContainText(name);
  }
  await drawer(page).getByRole('combobox', { name: 'Group' }).selectOption('Not grouped');

  // The shown fix by keyboard; the row keeps its place as solved until the pointer is gone.
  const rows = page.locator('[data-finding]');
  const before = await rows.count();
  await page.locator('[data-finding]').filter({ hasText: 'web-1' }).last().hover();
  await page.keyboard.press('Control+.');
  await expect(drawer(page)).toContainText('Solved');
  await page.mouse.move(700, 200);
  await expect(drawer(page)).not.toContainText('Solved');
  await expect(rows).toHaveCount(before - 1);
  await page.keyboard.press('Control+z');
  await expect(rows).toHaveCount(before);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`lenses are clean for axe in ${colorScheme}`, async ({ page }) => {
    await openAccount(page);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.keyboard.press('2');
    await expect(page.locator('.because text').first()).toContainText('→');
    const legend = page.getByRole('complementary', { name: 'Legend' });
    await expect(legend).toContainText('outward only');
    await isClean(page, '#canvas > aside', '.because');
    await page.getByRole('radio', { name: 'IPv6' }).click();
    await expect(thing(page, 'web-a')).toHaveAccessibleName(/isolated subnet/);
    await page.getByRole('radio', { name: 'IPv4' }).click();
    await page.keyboard.press('3');
    await expect(page.locator('.exposure-ring')).toHaveCount(1);
    await page.locator('.exposure-port').click();
    await expect(page.getByRole('button', { name: 'Show the path' })).toBeVisible();
    await isClean(page, '[data-region="right"]', '#canvas > aside', '.exposure');
  });
}
