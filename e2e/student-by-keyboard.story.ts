// A student works in Japanese by keyboard alone: language by the command palette, a NAT gateway cut and pasted in the outline.
import { fileURLToPath } from 'node:url';
import { expect, test, type Page } from '@playwright/test';
import { listenForComplaints, openPage } from './drawing.ts';

const lab = fileURLToPath(new URL('fixtures/nat-gateway-in-private-subnet.vpcd.json', import.meta.url));

/** Counts every event of a pointer, on any page of the story. */
async function countPointers(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    Reflect.set(window, 'pointers', 0);
    for (const name of ['pointerdown', 'mousedown', 'click', 'touchstart', 'wheel']) {
      window.addEventListener(
        name,
        (event) => {
          // Enter and Space on a button make a click without any pointer.
          const isByKey = event instanceof MouseEvent && event.type === 'click' && event.detail === 0;
          if (!isByKey) Reflect.set(window, 'pointers', Number(Reflect.get(window, 'pointers')) + 1);
        },
        true,
      );
    }
  });
  return () => page.evaluate(() => Number(Reflect.get(window, 'pointers')));
}

const focusIsSeen = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.activeElement?.matches(':focus-visible') === true);

const row = (page: Page, name: string) =>
  page.getByRole('treeitem', { name: new RegExp(`^${name}( エラー| 警告| 注記)?$`) });

test('a student mends a NAT gateway in Japanese, by keyboard alone', async ({ page }) => {
  const complaints = listenForComplaints(page);
  const pointers = await countPointers(page);
  await openPage(page);

  await page.locator('[data-picker="files"]').setInputFiles(lab);
  await expect(page.getByText('Analysed in')).toBeVisible();

  // The language is a command like any other.
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Command palette' });
  await expect(palette.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('日本語');
  await expect(palette.getByRole('option', { selected: true })).toContainText('Language: 日本語');
  await page.keyboard.press('Enter');
  await expect(palette).toHaveCount(0);
  await expect(page.locator('html')).toHaveAttribute('lang', 'ja');
  await expect(page.getByText('解析済み')).toBeVisible();

  // To the outline, region by region, then along its tabs.
  await page.locator('body').press('F6');
  await expect(page.getByRole('button', { name: 'メニュー', exact: true })).toBeFocused();
  await page.keyboard.press('F6');
  await expect(page.getByRole('tab', { name: '追加' })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(row(page, 'nat-a')).toBeVisible();
  await page.keyboard.press('Alt+2');
  await expect(page.getByRole('treeitem', { name: 'インターネット' })).toBeFocused();
  expect(await focusIsSeen(page)).toBe(true);

  // A row is gone to by the letters of its name.
  await page.keyboard.type('nat-a');
  await expect(row(page, 'nat-a')).toBeFocused();
  await page.keyboard.press('Space');
  await expect(row(page, 'nat-a')).toHaveAttribute('aria-selected', 'true');
  await expect(row(page, 'private-a')).toHaveAttribute('aria-description', /隔離/);
  const live = page.locator('[aria-live="polite"]').first();
  await page.keyboard.press('Control+x');
  await expect(row(page, 'nat-a')).toHaveCount(0);
  expect(await focusIsSeen(page), 'the focus stays in the outline').toBe(true);

  await page.keyboard.type('public-a');
  await expect(row(page, 'public-a')).toBeFocused();
  await page.keyboard.press('Control+v');
  await expect(row(page, 'nat-a')).toHaveAttribute('aria-selected', 'true');
  await expect(live).toContainText('private-a は外向きのみになりました。');
  await expect(live).toContainText(/指摘が \d+ 件なくなりました/);
  await expect(row(page, 'private-a')).toHaveAttribute('aria-description', /外向きのみ/);
  // It stands in public-a: the row before it, one level up.
  const [outer, inner] = await Promise.all(
    ['public-a', 'nat-a'].map(async (name) => ({
      level: Number(await row(page, name).getAttribute('aria-level')),
      top: (await row(page, name).boundingBox())?.y ?? 0,
    })),
  );
  expect((inner?.level ?? 0) - (outer?.level ?? 0)).toBe(1);
  expect(inner?.top ?? 0).toBeGreaterThan(outer?.top ?? 0);

  // The status on request, and everything back by undo.
  await page.keyboard.press('Alt+s');
  await expect(live).toContainText('解析済みです。');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(row(page, 'private-a')).toHaveAttribute('aria-description', /隔離/);
  expect(await pointers()).toBe(0);
  expect(complaints).toEqual([]);
});
