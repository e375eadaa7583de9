// Findings are previewed, applied and undone; members are written in place and a bad value never reaches the design.
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { review } from './opening.ts';

const account = fileURLToPath(new URL('fixtures/two-tier-account', import.meta.url));

async function openAccount(page: Page): Promise<void> {
  await page.goto('/');
  await page.locator('[data-picker="folder"]').setInputFiles(account);
  await expect(page.getByText('Analysed in')).toBeVisible();
}

async function select(page: Page, name: string): Promise<void> {
  await page.getByRole('tab', { name: 'Outline' }).click();
  // A row with a finding says its severity after the name.
  await page
    .getByRole('treeitem', { name: new RegExp(`^${name}( |$)`) })
    .first()
    .click();
}

const inspector = (page: Page) => page.getByRole('complementary', { name: 'Inspector' });

/** The design as its file has it. */
async function designText(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Export' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await dialog.getByRole('radio', { name: /Design file/ }).click();
  const preview = dialog.getByLabel('Preview');
  await expect(preview).toContainText('vpc-designer/design@1');
  const text = await preview.innerText();
  await page.keyboard.press('Escape');
  return text;
}

test('the report names what was read and the commands for what is missing', async ({ page }) => {
  await page.goto('/');
  await page.locator('[data-picker="folder"]').setInputFiles(account);
  await expect(page.getByText('Analysed in')).toBeVisible();
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('menuitem', { name: 'What was read' }).click();
  const report = review(page);
  await expect(report).toContainText('describe-vpcs.json');
  await expect(report).toContainText('would make the answer complete');
  await expect(report).toContainText('aws ec2 describe-');
  await report.getByRole('tab', { name: /^Read/ }).click();
  await expect(report.getByRole('tabpanel')).toContainText('Security group');
});

test('a finding opens with its fix, which is previewed, applied and undone', async ({ page }) => {
  await openAccount(page);
  await page.getByRole('button', { name: 'Open the drawer' }).click();
  const row = page.locator('[data-finding]').filter({ hasText: '5432' }).first();
  await row.click();
  const detail = page.getByRole('region', { name: 'Details' });
  await expect(detail.getByRole('link').first()).toHaveAttribute(
    'href',
    /^https:\/\/docs\.aws\.amazon\.com\//,
  );
  await expect(detail).toContainText(/nothing else|Also opens/);
  // The fix and its button are seen without scrolling.
  await expect(detail.getByRole('button', { name: 'Apply fix' })).toBeInViewport({ ratio: 1 });
  await detail.getByRole('button', { name: 'Preview on canvas' }).click();
  await expect(detail.getByRole('button', { name: 'End preview' })).toBeVisible();
  await detail.getByRole('button', { name: 'Apply fix' }).click();
  await expect(page.locator('[data-finding]').filter({ hasText: '5432' })).toHaveCount(0);
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(page.locator('[data-finding]').filter({ hasText: '5432' }).first()).toBeVisible();
});

test('a bad block stays in its field with a sentence, and the design does not change', async ({ page }) => {
  await openAccount(page);
  const before = await designText(page);
  await select(page, 'app-a');
  const field = inspector(page).getByLabel('CIDR', { exact: true });
  await field.fill('172.16.300.0/24');
  await page.keyboard.press('Enter');
  await expect(inspector(page).getByRole('alert')).toContainText('300 is over 255');
  await expect(field).toBeFocused();
  await expect(field).toHaveValue('172.16.300.0/24');
  expect(await designText(page)).toBe(before);
  await field.focus();
  await page.keyboard.press('Escape');
  await expect(inspector(page).getByRole('alert')).toHaveCount(0);
});

test('a route is added by table, only once both cells are right', async ({ page }) => {
  await openAccount(page);
  await select(page, 'data-a');
  await page.getByRole('tab', { name: 'Routes' }).click();
  await page.getByRole('button', { name: 'Add route' }).click();
  const destination = page.getByRole('combobox', { name: 'Destination' }).last();
  await destination.fill('172.16.300.0/24');
  await page.keyboard.press('Enter');
  await expect(inspector(page).getByRole('alert')).toContainText('for example 172.16.30.0/24');
  await destination.fill('172.16.30.0/24');
  await page.keyboard.press('Enter');
  const target = page.getByRole('combobox', { name: 'Target' }).last();
  await target.click();
  await page.getByRole('option').first().click();
  await expect(page.getByRole('button', { name: 'Remove route to 172.16.30.0/24' })).toBeVisible();
  await page.getByRole('tab', { name: 'Overview' }).click();
  await expect(inspector(page).getByRole('row').filter({ hasText: '172.16.30.0/24' })).toBeVisible();
});

test('a rule names a group by typing its name', async ({ page }) => {
  await openAccount(page);
  await select(page, 'app-1');
  await inspector(page).getByRole('tab', { name: 'Rules' }).click();
  const rules = inspector(page).getByRole('grid').first().getByRole('row');
  await expect(rules.nth(1)).toBeVisible();
  const count = await rules.count();
  await inspector(page).getByRole('button', { name: 'Add rule' }).first().click();
  await page.getByRole('combobox', { name: 'Port, new rule' }).fill('8080');
  await page.keyboard.press('Tab');
  await page.getByRole('combobox', { name: 'Source, new rule' }).fill('sg-w');
  await page.getByRole('option').first().click();
  await expect(rules).toHaveCount(count + 1);
});

test('a reply that an ACL drops is followed hop by hop, repaired in the panel, and comes back with undo', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openAccount(page);
  await page.keyboard.press('p');
  const panel = page.getByRole('complementary', { name: 'Path' });
  await panel.getByRole('combobox', { name: 'From', exact: true }).fill('app-1');
  await page.keyboard.press('Enter');
  await panel.getByRole('combobox', { name: 'To', exact: true }).fill('db-1');
  await page.keyboard.press('Enter');
  // The group of the database says what is worth asking; the answer comes while it is typed.
  const port = panel.getByRole('combobox', { name: 'Port' });
  await port.fill('54');
  await expect(page.getByRole('option', { name: '5432 sg-db inbound rule 1' })).toBeVisible();
  await port.fill('5432');
  await expect(panel.getByRole('heading', { name: 'Blocked on the way back' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(panel).toContainText('The request reaches db-1.');
  await expect(panel).toContainText('SUBNET_ACL_RESTRICTION');
  const request = panel.getByRole('region', { name: 'Request arrives' });
  await expect(request.getByRole('listitem')).toHaveCount(6);
  await expect(request).toContainText('rtb-app 10.20.0.0/16 → local');
  const reply = panel.getByRole('region', { name: 'Reply stops at hop 2' });
  await expect(reply.getByRole('listitem')).toHaveCount(2);

  // Panel and canvas agree: the blocker at the edge of its subnet, one ring that steps with the arrows.
  await expect(page.locator('.block-first')).toContainText('Reply dropped: acl-data');
  await request.getByRole('button', { name: /^sg-app/ }).click();
  await expect(page.locator('.step-ring')).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(request.getByRole('button', { name: /^acl-default/ })).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(reply.getByRole('button', { name: /^acl-data/ })).toHaveAttribute('aria-pressed', 'true');
  const axe = await new AxeBuilder({ page }).include('[data-region="right"]').analyze();
  expect(axe.violations.map(({ id }) => id)).toEqual([]);

  const rule = panel.getByRole('row', { name: /110 allow TCP 1024–65535/ });
  await expect(rule).toBeVisible();
  await expect(panel).toContainText(/nothing else|Also opens/);
  await panel.getByRole('button', { name: 'Preview on canvas' }).click();
  await expect(page.locator('.path-ghost')).toHaveCount(1);
  await expect(page.locator('.block-first')).toHaveCount(0);
  await panel.getByRole('button', { name: 'Apply fix' }).click();
  await expect(panel.getByRole('heading', { name: 'Reachable' })).toBeVisible();
  await expect(page.locator('.path-ghost')).toHaveCount(0);

  await panel.getByRole('button', { name: 'Save as intent' }).click();
  await page.getByRole('menuitem', { name: /(?<!never) reaches / }).click();
  await expect(page.getByText(/^Saved as an intent: .*(?<!never) reaches /)).toBeVisible();
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(panel.getByRole('heading', { name: 'Blocked on the way back' })).toBeVisible();
});

test('a path is asked, repaired and reachable, in Japanese and in the dark', async ({ page }) => {
  await openAccount(page);
  await page.getByRole('button', { name: '日本語' }).click();
  await page.getByRole('button', { name: 'テーマ' }).click();
  await page.getByRole('menuitemradio', { name: 'ダーク' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'ja');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');

  await page.getByRole('button', { name: '経路を調べる' }).click();
  const panel = page.getByRole('complementary', { name: '経路の説明' });
  await panel.getByRole('combobox', { name: '送信元' }).fill('app-1');
  await page.keyboard.press('Enter');
  await panel.getByRole('combobox', { name: '送信先' }).fill('db-1');
  await page.keyboard.press('Enter');
  await panel.getByLabel('ポート').fill('5432');
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('heading', { name: '遮断 (復路)' })).toBeVisible();
  await panel.getByRole('button', { name: '適用' }).click();
  await expect(panel.getByRole('heading', { name: '到達できる' })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(panel.getByRole('heading', { name: '遮断 (復路)' })).toBeVisible();
});
