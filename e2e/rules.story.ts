// The rules that hold for a thing, side by side: written in like a spreadsheet, and each told what it is there for.

import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { areaOf, drag, listenForComplaints, middleOf } from './drawing.ts';

const design = fileURLToPath(new URL('fixtures/shop-rules.vpcd.json', import.meta.url));

async function openRules(page: Page, name: string): Promise<void> {
  await page.goto('/');
  await page.locator('[data-picker="files"]').setInputFiles(design);
  await expect(page.getByText('Analysed in')).toBeVisible({ timeout: 30_000 });
  await page.getByRole('tab', { name: 'Outline' }).click();
  await page.getByRole('treeitem', { name: new RegExp(`^${name}( |$)`) }).click();
  await drawer(page)
    .getByRole('tab', { name: /^Rules/ })
    .click();
  await expect(grid(page, 'Routes of rtb-app-a')).toBeVisible();
}

const drawer = (page: Page): Locator => page.locator('[data-region="drawer"]');
const grid = (page: Page, name: string): Locator => drawer(page).getByRole('grid', { name });
/** A row by what stands in its first cell. */
const row = (table: Locator, first: string): Locator =>
  table.getByRole('row').filter({ has: table.page().getByRole('gridcell', { name: first, exact: true }) });

/** The numbers of an ACL's rules with their traffic and what is told of them, from the top. */
async function told(table: Locator): Promise<string[]> {
  const rows = await table.getByRole('row').all();
  const cells = await Promise.all(rows.slice(1).map((each) => each.getByRole('gridcell').allInnerTexts()));
  return cells.map(([number = '', action = '', , , use = '']) =>
    [number, action, use].map((text) => text.trim()).join(' '),
  );
}

/** Texts of a table that do not have the room that they need. */
const cut = (table: Locator): Promise<readonly string[]> =>
  table.evaluate((element) =>
    [...element.querySelectorAll<HTMLElement>('th, td span')]
      .filter(({ clientWidth, scrollWidth }) => clientWidth > 2 && scrollWidth > clientWidth + 1)
      .map(({ textContent }) => textContent),
  );

test('routes, group and ACL of an instance are edited by table', async ({ page }) => {
  test.slow();
  const complaints = listenForComplaints(page);
  await openRules(page, 'app-1');
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  await inspector.getByRole('tab', { name: 'Effective' }).click();

  await test.step('who gets through stands beside the routes, with what a rule names in vain', async () => {
    const lines = inspector.getByRole('listitem');
    await expect(lines.filter({ hasText: 'alb-front opens TCP 8080' })).toBeVisible();
    await expect(lines.filter({ hasText: 'The internet opens nothing' })).toBeVisible();
    await expect(lines.filter({ hasText: 'TCP 22 from 203.0.113.0/24: no path' })).toBeVisible();
  });

  await test.step('a bad block keeps the caret, says a right one, and is not saved', async () => {
    const routes = grid(page, 'Routes of rtb-app-a');
    await drawer(page).getByRole('button', { name: 'Add route' }).click();
    const destination = page.getByRole('combobox', { name: 'Destination, new route' });
    await expect(destination).toBeFocused();
    await page.keyboard.type('172.16.300.0/24');
    await page.keyboard.press('Tab');
    await expect(routes.getByRole('alert')).toHaveText(
      '300 is over 255. Write four numbers from 0 to 255, for example 172.16.30.0/24.',
    );
    await expect(destination).toBeFocused();
    await expect(destination).toHaveAccessibleDescription(/300 is over 255/);
    await expect(routes.getByRole('row').filter({ hasText: 'not saved' })).toHaveCount(1);
    await expect(page.getByRole('button', { name: /^Undo/ })).toBeDisabled();
  });

  await test.step('Escape takes back a row that is half written', async () => {
    await page.keyboard.press('Escape');
    await expect(drawer(page).getByText('not saved')).toHaveCount(0);
    await expect(drawer(page).getByRole('button', { name: 'Add route' })).toBeFocused();
    await page.keyboard.press('Enter');
    await page.keyboard.type('172.16.300.0/24');
    await page.keyboard.press('Tab');
    await expect(grid(page, 'Routes of rtb-app-a').getByRole('alert')).toHaveCount(1);
  });

  await test.step('mended, with a target picked by its name, it is a route, and another row begins', async () => {
    await page.getByRole('combobox', { name: 'Destination, new route' }).fill('172.16.30.0/24');
    await expect(grid(page, 'Routes of rtb-app-a').getByRole('alert')).toHaveCount(0);
    await page.keyboard.press('Tab');
    await expect(page.getByRole('combobox', { name: 'Target, new route' })).toBeFocused();
    await page.keyboard.type('igw');
    await expect(page.getByRole('option', { name: /igw-1/ })).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('combobox', { name: 'Destination, new route' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(row(grid(page, 'Routes of rtb-app-a'), '172.16.30.0/24')).toContainText('active');
    // Longest prefix first: before the /16 routes, whatever the order in the table.
    await expect(inspector.getByRole('row').nth(1)).toContainText('172.16.30.0/24');
  });

  await test.step('an address is looked up', async () => {
    await inspector.getByRole('textbox', { name: 'Where does an address go?' }).fill('172.16.30.9');
    await page.keyboard.press('Enter');
    await expect(inspector.getByRole('status')).toHaveText(
      '172.16.30.9 goes to igw-1, by the route to 172.16.30.0/24.',
    );
  });

  await test.step('a group is found by its name, and what opens is told before the rule is there', async () => {
    const rules = grid(page, 'Inbound rules of sg-app');
    await expect(row(rules, 'TCP').first()).toContainText('alb-front');
    await expect(row(rules, 'TCP').nth(1)).toContainText('no path');
    await drawer(page).getByRole('button', { name: 'Add rule', exact: true }).click();
    await page.keyboard.type('8080');
    await page.keyboard.press('Tab');
    // What may stand there is listed before anything is typed.
    await expect(page.getByRole('option', { name: /^0\.0\.0\.0\/0/ })).toContainText('all IPv4 addresses');
    await expect(page.getByRole('option', { name: /^sg-alb/ })).toBeVisible();
    await page.keyboard.type('sg-w');
    await expect(page.getByRole('option', { name: /^sg-web/ })).toContainText('web-1, web-2');
    await expect(drawer(page).getByRole('status')).toHaveText(
      'With sg-web, 4 paths open: web-1 and web-2 to app-1 and app-2, TCP 8080.',
    );
    await expect(rules.getByText('not saved')).toBeVisible();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await expect(drawer(page).getByRole('status')).toHaveCount(0);
    await expect(row(rules, 'TCP').nth(2)).toContainText('web-1 and 1 more');
  });

  await test.step('what closes is told while a rule is changed, and nothing is changed by giving it up', async () => {
    const rules = grid(page, 'Inbound rules of sg-app');
    await rules.getByRole('row').nth(1).getByRole('gridcell').nth(1).focus();
    await page.keyboard.type('8443');
    await expect(drawer(page).getByRole('status')).toHaveText(
      'With this row, 2 paths open: alb-front to app-1 and app-2, TCP 8443. ' +
        '2 paths close: alb-front to app-1 and app-2, TCP 8080.',
    );
    await page.keyboard.press('Escape');
    await expect(drawer(page).getByText(/^Without rule 1, 2 paths would close/)).toBeVisible();
    await expect(row(rules, '8080').first()).toContainText('alb-front');
  });

  const entries = grid(page, 'Inbound rules of acl-app');
  await test.step('a rule dragged above another takes its number, and “never decides” moves', async () => {
    await expect.poll(() => told(entries)).toContain('130 deny never decides');
    await expect.poll(() => told(entries)).toContain('110 deny no path');
    const grip = row(entries, '130').locator('[title="Move rule 130"]');
    const above = await areaOf(row(entries, '120'));
    await drag(page, middleOf(await areaOf(grip)), { x: above.x + 20, y: above.y + 2 });
    await expect.poll(() => told(entries)).toContain('130 allow never decides');
    await expect(drawer(page).getByText('Rule 130 never decides: rule 120 already denies')).toBeVisible();
  });

  await test.step('Alt and an arrow move it back; what is gone can be undone', async () => {
    await row(entries, '120').getByRole('gridcell').first().click();
    await page.keyboard.press('Escape');
    await expect(row(entries, '120').getByRole('gridcell').first()).toBeFocused();
    await page.keyboard.press('Alt+ArrowDown');
    await expect.poll(() => told(entries)).toContain('130 deny never decides');
    await expect(row(entries, '130').getByRole('gridcell').first()).toBeFocused();
    await page.keyboard.press('Delete');
    await expect(row(entries, '130')).toHaveCount(0);
    await page.keyboard.press('Control+z');
    await expect(row(entries, '130')).toHaveCount(1);
  });

  await test.step('nothing is cut where there is room: beside two others, alone, and in a small window', async () => {
    for (const name of ['Routes of rtb-app-a', 'Inbound rules of sg-app', 'Inbound rules of acl-app'])
      expect(await cut(grid(page, name)), name).toEqual([]);
    await page.setViewportSize({ width: 1024, height: 700 });
    for (const name of ['Routes of rtb-app-a', 'Inbound rules of sg-app', 'Inbound rules of acl-app'])
      expect(await cut(grid(page, name)), name).toEqual([]);
    await drawer(page).getByRole('button', { name: 'acl-app' }).click();
    await expect(grid(page, 'Routes of rtb-app-a')).toHaveCount(0);
    const whole = await areaOf(drawer(page));
    expect((await areaOf(entries)).width).toBeGreaterThan(whole.width - 20);
  });
  expect(complaints).toEqual([]);
});

test('the keys of a spreadsheet work, and rows come from one', async ({ page, context }) => {
  test.slow();
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openRules(page, 'app-1');
  const rules = grid(page, 'Inbound rules of sg-app');
  const cell = (line: number, column: number) =>
    rules.getByRole('row').nth(line).getByRole('gridcell').nth(column);

  await cell(1, 0).focus();
  await page.keyboard.press('ArrowRight');
  await expect(cell(1, 1)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(cell(2, 1)).toBeFocused();
  // Typing takes the place of what stood there, Escape puts it back.
  await page.keyboard.type('99');
  await expect(page.getByRole('combobox', { name: 'Port, rule 2' })).toHaveValue('99');
  await page.keyboard.press('Escape');
  await expect(cell(2, 1)).toBeFocused();
  await expect(cell(2, 1)).toHaveText('22');
  // Enter opens a cell, and commits it; in the last row nothing new begins.
  await page.keyboard.press('Enter');
  await page.keyboard.type('2222');
  await page.keyboard.press('Enter');
  await expect(cell(2, 1)).toBeFocused();
  await expect(cell(2, 1)).toHaveText('2222');
  await drawer(page).getByRole('button', { name: 'Add rule', exact: true }).click();
  await expect(page.getByRole('combobox', { name: 'Port, new rule' })).toBeFocused();
  await page.keyboard.press('Escape');
  // Where no row is left under the keys, what is selected on the canvas is not deleted in its place.
  await expect(drawer(page).getByRole('button', { name: 'Add rule', exact: true })).toBeFocused();
  await page.keyboard.press('Delete');
  await expect(page.getByRole('treeitem', { name: /^app-1/ })).toBeVisible();

  await test.step('lines of a spreadsheet become rows; one that cannot be read says why', async () => {
    await page.evaluate(() =>
      navigator.clipboard.writeText('TCP\t9000\tsg-web\nUDP\t53\t10.0.0.0/16\nTCP\t70000\tsg-web'),
    );
    await cell(1, 0).focus();
    await page.keyboard.press('Control+v');
    await expect(rules.getByRole('row').filter({ hasText: '9000' })).toContainText('sg-web');
    await expect(rules.getByRole('row').filter({ hasText: 'UDP' })).toContainText('10.0.0.0/16');
    await expect(rules.getByRole('alert')).toContainText('“70000” is not a port');
    await page.keyboard.press('Control+z');
    await expect(rules.getByRole('row').filter({ hasText: '9000' })).toHaveCount(0);
  });

  await test.step('a row that is cut goes, and not what is selected on the canvas', async () => {
    await cell(2, 0).focus();
    await page.keyboard.press('Control+x');
    await expect(rules.getByRole('row').filter({ hasText: '2222' })).toHaveCount(0);
    await expect(page.getByRole('treeitem', { name: /^app-1/ })).toBeVisible();
    await cell(1, 0).focus();
    await page.keyboard.press('Control+z');
    await expect(rules.getByRole('row').filter({ hasText: '2222' })).toHaveCount(1);
  });

  await test.step('what is not saved is still there after something else was looked at', async () => {
    await page.getByRole('treeitem', { name: /^db-1/ }).click();
    await expect(grid(page, 'Inbound rules of sg-db')).toBeVisible();
    await page.getByRole('treeitem', { name: /^app-1/ }).click();
    await expect(rules.getByRole('alert')).toContainText('“70000” is not a port');
  });

  for (const theme of ['Light', 'Dark']) {
    await test.step(`nothing is in the way of assistive technology, ${theme.toLowerCase()}`, async () => {
      await page.getByRole('button', { name: 'Theme' }).click();
      await page.getByRole('menuitemradio', { name: theme }).click();
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme.toLowerCase());
      const { violations } = await new AxeBuilder({ page }).include('[data-region="drawer"]').analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual(
        [],
      );
    });
  }
});
