// Going about a design by words, keys and menus: find, command palette, menus of things, moving and connecting without a drag.
import { fileURLToPath } from 'node:url';
import { expect, test, type Page } from '@playwright/test';
import { areaOf, listenForComplaints, middleOf, openPage, thing } from './drawing.ts';

const lab = fileURLToPath(new URL('fixtures/nat-gateway-in-private-subnet.vpcd.json', import.meta.url));

async function openLab(page: Page): Promise<void> {
  await openPage(page);
  await page.locator('[data-picker="files"]').setInputFiles(lab);
  await expect(page.getByText('Analysed in')).toBeVisible();
  await expect(thing(page, 'nat-a')).toBeVisible();
}

const row = (page: Page, name: string) =>
  page.getByRole('treeitem', { name: new RegExp(`^${name}( Error| Warning| Note)?$`) });

/** Asks the palette, and takes what fits best. */
async function command(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Command palette' });
  await expect(palette.getByRole('combobox')).toBeFocused();
  await page.keyboard.type(words);
  await expect(palette.getByRole('option', { selected: true })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(palette).toHaveCount(0);
}

test('find goes from match to match, and the palette to resources, deeds and findings', async ({ page }) => {
  const complaints = listenForComplaints(page);
  await openLab(page);

  await page.keyboard.press('Control+f');
  const search = page.getByRole('search');
  await expect(search.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('10.0.10.99');
  await expect(search.getByRole('status')).toHaveText('2 found');
  await expect(page.locator('.item.ringed')).toHaveCount(2);
  await page.keyboard.press('Enter');
  await expect(search.getByRole('status')).toContainText('1 of 2private-aSubnet in lab');
  await expect(thing(page, 'private-a')).toHaveClass(/selected/);
  await page.keyboard.press('Enter');
  await expect(search.getByRole('status')).toContainText('2 of 2lab');
  await page.keyboard.press('Shift+Enter');
  await expect(thing(page, 'private-a')).toHaveClass(/selected/);
  await search.getByRole('searchbox').fill('no such thing');
  await expect(search.getByRole('status')).toHaveText('Nothing found');
  await page.keyboard.press('Escape');
  await expect(search).toHaveCount(0);
  await expect(page.locator('.item.ringed')).toHaveCount(0);

  // A resource, and with Tab what can be done with it.
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Command palette' });
  await page.keyboard.type('app');
  await expect(palette.getByRole('option', { selected: true })).toContainText('Instance in private-a');
  await page.keyboard.press('Tab');
  await page.keyboard.type('path from');
  await expect(palette.getByRole('option', { selected: true })).toContainText('Find a path from app');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: 'From', exact: true })).toHaveValue('app');
  await command(page, 'topology');

  // Findings and deeds alone.
  await page.keyboard.press('Control+k');
  await page.keyboard.type('!');
  await expect(palette.getByRole('group', { name: 'Go to' })).toHaveCount(0);
  await expect(palette.getByRole('option').first()).toContainText('nat-a');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-finding][aria-current="true"]')).toBeVisible();
  await command(page, '>theme dark');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  expect(complaints).toEqual([]);
});

test('menus hold what can be done with the thing under the pointer or the focus', async ({ page }) => {
  const complaints = listenForComplaints(page);
  await openLab(page);

  const at = middleOf(await areaOf(thing(page, 'nat-a')));
  await page.mouse.click(at.x, at.y, { button: 'right' });
  const menu = page.getByRole('menu', { name: 'Menu of nat-a' });
  await expect(menu).toBeVisible();
  expect(await menu.getByRole('menuitem').count()).toBeLessThanOrEqual(12);
  await expect(menu.getByRole('menuitem', { name: /^Rename F2$/ })).toBeVisible();
  await expect(menu.getByRole('menuitem', { name: /^Find a path from here/ })).toHaveCount(0);
  await menu.getByRole('menuitem', { name: /^Rename/ }).click();
  await expect(page.getByRole('textbox', { name: 'Name of nat-a' })).toBeFocused();
  await page.keyboard.type('gate');
  await page.keyboard.press('Enter');
  await expect(thing(page, 'gate')).toBeVisible();

  // The same by keys on a row of the outline: Escape gives the focus back.
  await page.keyboard.press('Alt+2');
  await expect(page.getByRole('treeitem').first()).toBeVisible();
  await page.keyboard.type('app');
  await expect(row(page, 'app')).toBeFocused();
  await page.keyboard.press('Shift+F10');
  const own = page.getByRole('menu', { name: 'Menu of app' });
  await expect(own.getByRole('menuitem').first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(own).toHaveCount(0);
  await expect(row(page, 'app')).toBeFocused();
  await page.keyboard.press('Shift+F10');
  await own.getByRole('menuitem', { name: /^Duplicate/ }).press('Enter');
  await expect(row(page, 'app-2')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(row(page, 'app-2')).toHaveCount(0);

  // Moving and connecting without a drag: those that can't take it say why.
  await row(page, 'app').focus();
  await page.keyboard.press('m');
  const targets = page.getByRole('dialog', { name: 'Move app to' });
  await expect(targets.getByRole('option', { name: /private-a/ })).toContainText('It stands here.');
  await page.keyboard.type('public');
  await page.keyboard.press('Enter');
  await expect(targets).toHaveCount(0);
  await expect(thing(page, 'app')).toHaveAccessibleName(/in public-a/);
  await expect(row(page, 'app')).toBeFocused();

  await row(page, 'nat-subnet-a').focus();
  await page.keyboard.press('c');
  const partners = page.getByRole('dialog', { name: 'Connect nat-subnet-a to' });
  await expect(partners.getByRole('group', { name: 'Not possible' })).toContainText(
    'nat-subnet-a has no connection to',
  );
  await page.keyboard.type('igw');
  await page.keyboard.press('Enter');
  await expect(row(page, 'nat-subnet-a')).toHaveAttribute('aria-description', /Public/);

  // A name is written in its row.
  await page.keyboard.press('F2');
  await expect(page.getByRole('textbox', { name: 'Name of nat-subnet-a' })).toBeFocused();
  await page.keyboard.type('edge-a');
  await page.keyboard.press('Enter');
  await expect(row(page, 'edge-a')).toBeFocused();

  // Several rows at once.
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByRole('treeitem', { selected: true })).toHaveCount(2);
  expect(complaints).toEqual([]);
});

test('every shortcut is listed, and single letters can be turned off', async ({ page }) => {
  await openLab(page);
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(sheet.getByRole('region', { name: 'In the outline' })).toBeVisible();
  await sheet.getByRole('searchbox').fill('palette');
  await expect(sheet.getByText('Command palette', { exact: true })).toBeVisible();
  await expect(sheet.getByText('Zoom in')).toHaveCount(0);
  await sheet.getByRole('switch', { name: 'Single-letter shortcuts' }).click();
  await page.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);

  await page.keyboard.press('h');
  await page.keyboard.press('Control+f');
  await expect(page.getByRole('search')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Hand tool' })).toHaveAttribute('aria-pressed', 'false');
  await page.reload();
  await expect(thing(page, 'nat-a')).toBeVisible();
  await command(page, 'single-letter');
  await page.keyboard.press('h');
  await expect(page.getByRole('button', { name: 'Hand tool' })).toHaveAttribute('aria-pressed', 'true');
});

test('a small page has a rail, a peek bar and a menu of lenses; a tiny one only looks', async ({ page }) => {
  await page.setViewportSize({ width: 1024, height: 700 });
  await openLab(page);
  const rail = page.getByRole('complementary', { name: 'Add and outline' });
  await page.keyboard.press('Alt+2');
  await row(page, 'private-a').click();
  const peek = page.getByRole('region', { name: 'Inspector' });
  await expect(peek).toContainText('private-a10.0.10.0/24Isolated');
  await row(page, 'private-a').press('Escape');
  await expect(rail.getByRole('tree')).toHaveCount(0);
  await expect(peek, 'Escape only folds the outline away').toContainText('private-a');
  await peek.getByRole('button', { name: 'ACL' }).click();
  await expect(page.getByRole('dialog').getByRole('tab', { name: 'ACL' })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await page.keyboard.press('Escape');

  // Panels keep the size that they were given, and a double click gives their own back.
  await page.setViewportSize({ width: 1440, height: 900 });
  const edge = page.getByRole('separator', { name: 'Width of the left panel' });
  await edge.focus();
  await page.keyboard.press('ArrowRight');
  await expect(edge).toHaveAttribute('aria-valuenow', '220');
  await page.reload();
  await expect(edge).toHaveAttribute('aria-valuenow', '220');
  await edge.dblclick();
  await expect(edge).toHaveAttribute('aria-valuenow', '204');

  await page.setViewportSize({ width: 720, height: 600 });
  await expect(rail).toHaveCount(0);
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await expect(thing(page, 'nat-a')).toBeVisible();
  await page.keyboard.press('p');
  await expect(page.getByRole('combobox', { name: 'From', exact: true })).toBeVisible();
});

test('a part that cannot be fetched takes nothing else along', async ({ page }) => {
  await page.route(/CommandPalette-[^/]*\.js$/, (route) => route.abort());
  await openLab(page);
  await page.keyboard.press('Control+k');
  await expect(page.getByText(/^This could not be shown: .* Your design is safe\./)).toBeVisible();
  await expect(thing(page, 'nat-a')).toBeVisible();
  await page.keyboard.press('Control+f');
  await expect(page.getByRole('search')).toBeVisible();
});
