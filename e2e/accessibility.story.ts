// Every state of the page is clean for axe, in light and in dark; regions are reached by F6, and the skip link works.
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { review } from './opening.ts';

const account = fileURLToPath(new URL('fixtures/two-tier-account', import.meta.url));

/** Without its network ACLs: what that leaves open is shown before it is opened. */
async function openPart(page: Page): Promise<void> {
  await page.goto('/');
  const files = readdirSync(account).filter((name) => name !== 'describe-network-acls.json');
  await page.locator('[data-picker="files"]').setInputFiles(files.map((name) => `${account}/${name}`));
  await expect(review(page)).toBeVisible();
}

async function openDrawing(page: Page): Promise<void> {
  await page.goto('/');
  await page.locator('[data-picker="folder"]').setInputFiles(account);
  await expect(page.getByText('Analysed in')).toBeVisible();
}

/** Each state with the way to it. */
const states: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'nothing drawn': async (page) => {
    await page.goto('/');
    await expect(page.getByRole('heading', { name: 'Draw a network, or open one' })).toBeVisible();
  },
  'the import report': openPart,
  'a drawn design': openDrawing,
  'the outline and a subnet': async (page) => {
    await openDrawing(page);
    await page.getByRole('tab', { name: 'Outline' }).click();
    await page.getByRole('treeitem', { name: 'app-a' }).click();
    await expect(page.getByText('Tier, worked out from routes')).toBeVisible();
  },
  'rules being edited': async (page) => {
    await openDrawing(page);
    await page.getByRole('tab', { name: 'Outline' }).click();
    await page.getByRole('treeitem', { name: 'data-a' }).click();
    await page.getByRole('tab', { name: 'ACL' }).click();
    await page.getByRole('button', { name: /^Add rule/ }).click();
    await expect(page.getByRole('combobox', { name: 'Traffic' }).last()).toBeFocused();
  },
  'a finding open': async (page) => {
    await openDrawing(page);
    await page.getByRole('button', { name: 'Open the drawer' }).click();
    await page.locator('[data-finding]').first().click();
    await expect(page.getByRole('region', { name: 'Details' })).toBeVisible();
  },
  'the path panel': async (page) => {
    await openDrawing(page);
    await page.getByRole('button', { name: 'Find a path' }).click();
    await askPath(page);
  },
  'the export': async (page) => {
    await openDrawing(page);
    await page.getByRole('button', { name: 'Export' }).click();
    await expect(page.getByRole('img', { name: 'Preview' })).toBeVisible();
  },
  'the menu': async (page) => {
    await openDrawing(page);
    await page.getByRole('button', { name: 'Menu' }).click();
    await expect(page.getByRole('menu')).toBeVisible();
  },
};

async function askPath(page: Page): Promise<void> {
  await page.getByRole('combobox', { name: 'From', exact: true }).fill('app-1');
  await page.keyboard.press('Enter');
  await page.getByRole('combobox', { name: 'To', exact: true }).fill('db-1');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /^Request/ })).toBeVisible();
}

async function violationsOf(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

const schemes = ['light', 'dark'] as const;

for (const [name, reach] of Object.entries(states)) {
  test(`${name} is clean for axe, in light and in dark`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await reach(page);
    for (const colorScheme of schemes) {
      await page.emulateMedia({ reducedMotion: 'reduce', colorScheme });
      expect(await violationsOf(page), colorScheme).toEqual([]);
    }
  });
}

/** What stands over the page or in a row of it, with the key that asks for it and the way back. */
const overlays: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'the command palette': async (page) => {
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog', { name: 'Command palette' }).getByRole('combobox').fill('app');
    await expect(page.getByRole('option', { selected: true })).toContainText('app');
  },
  'the search': async (page) => {
    await page.keyboard.press('Control+f');
    await page.getByRole('search').getByRole('searchbox').fill('app');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('search').getByRole('status')).toContainText('1 of');
  },
  'the list of shortcuts': async (page) => {
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  },
  'the menu of a row': async (page) => {
    await page.keyboard.press('Alt+2');
    await page.getByRole('treeitem', { name: 'app-a' }).press('Shift+F10');
    await expect(page.getByRole('menu', { name: 'Menu of app-a' })).toBeVisible();
  },
  'the places to move to': async (page) => {
    await page.getByRole('treeitem', { name: 'app-1' }).press('m');
    await expect(
      page.getByRole('dialog', { name: 'Move app-1 to' }).getByRole('option').first(),
    ).toBeVisible();
  },
  'a name being written in its row': async (page) => {
    await page.getByRole('treeitem', { name: 'app-a' }).press('F2');
    await expect(page.getByRole('textbox', { name: 'Name of app-a' })).toBeFocused();
  },
};

test('what keys open over the page is clean for axe, in light and in dark', async ({ page }) => {
  test.slow();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openDrawing(page);
  for (const [name, reach] of Object.entries(overlays)) {
    await reach(page);
    for (const colorScheme of schemes) {
      await page.emulateMedia({ reducedMotion: 'reduce', colorScheme });
      expect(await violationsOf(page), `${name}, ${colorScheme}`).toEqual([]);
    }
    await page.keyboard.press('Escape');
  }
});

test('a small page is clean for axe, with its sheet', async ({ page }) => {
  test.slow();
  await page.setViewportSize({ width: 1024, height: 700 });
  await openDrawing(page);
  await page.keyboard.press('Alt+2');
  await page.getByRole('treeitem', { name: 'app-a' }).press('Space');
  await expect(page.getByRole('region', { name: 'Inspector' })).toContainText('app-a');
  expect(await violationsOf(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Find a path' }).click();
  await askPath(page);
  expect(await violationsOf(page)).toEqual([]);
});

test('the page holds in forced colours, with more contrast, and at twice its size', async ({ page }) => {
  test.slow();
  await openDrawing(page);
  await page.keyboard.press('Alt+3');
  const words = page
    .getByRole('region', { name: /^Findings/ })
    .locator('[data-finding]')
    .first();
  for (const mode of [{ forcedColors: 'active' }, { contrast: 'more' }] as const) {
    await page.emulateMedia({ reducedMotion: 'reduce', forcedColors: 'none', contrast: null, ...mode });
    await expect(words).toBeVisible();
    expect(await violationsOf(page), JSON.stringify(mode)).toEqual([]);
  }
  await page.emulateMedia({ reducedMotion: 'reduce', forcedColors: 'none', contrast: null });
  // Nothing moves by itself.
  const moving = await page.evaluate(
    () => document.getAnimations().filter(({ playState }) => playState === 'running').length,
  );
  expect(moving).toBe(0);
  // A window half as large is what the browser shows at 200 %: bars and dialogs fit without going sideways.
  await page.setViewportSize({ width: 800, height: 600 });
  for (const step of ['Escape', 'Control+e', 'Escape', 'Control+k', 'Escape', '?', 'Escape']) {
    await page.keyboard.press(step);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(over, step).toBeLessThanOrEqual(0);
  }
});

test('F6 goes round the regions, and the skip link goes to the canvas', async ({ page }) => {
  await openDrawing(page);
  const region = () =>
    page.evaluate(() => document.activeElement?.closest('[data-region]')?.getAttribute('data-region'));
  await page.locator('body').focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await region()).toBe('canvas');
  for (const wanted of ['right', 'drawer', 'status', 'top', 'left', 'canvas']) {
    await page.keyboard.press('F6');
    expect(await region()).toBe(wanted);
  }
  await page.keyboard.press('Shift+F6');
  expect(await region()).toBe('left');
});

test('palette and outline are one tab stop each and answer to the arrows', async ({ page }) => {
  await openDrawing(page);
  await page.getByRole('button', { name: 'VPC B' }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('button', { name: 'Subnet S' })).toBeFocused();
  await page.getByRole('tab', { name: 'Outline' }).click();
  await page.getByRole('treeitem', { name: 'Internet' }).focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('treeitem', { name: 'eu-west-1' })).toHaveAttribute('aria-expanded', 'false');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('treeitem', { name: 'shop', exact: true }).first()).toHaveAttribute(
    'aria-selected',
    'true',
  );
});
