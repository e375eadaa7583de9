// A newcomer draws a first VPC: it becomes public by a line, an instance is opened on 443, a picture is taken.
import { expect, test } from '@playwright/test';
import {
  areaOf,
  blockField,
  connect,
  downloadedText,
  dropFromPalette,
  listenForComplaints,
  middleOf,
  openPage,
  thing,
} from './drawing.ts';

test('a newcomer draws a first VPC and takes a picture of it', async ({ page }) => {
  const complaints = listenForComplaints(page);
  await openPage(page);

  await dropFromPalette(page, 'VPC', { x: 520, y: 260 });
  await expect(thing(page, 'vpc-1')).toBeVisible();
  await expect(blockField(page)).toHaveValue('10.0.0.0/16');
  await expect(blockField(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(blockField(page)).toHaveCount(0);

  const vpc = await areaOf(thing(page, 'vpc-1'));
  await dropFromPalette(page, 'Subnet', { x: vpc.x + 70, y: vpc.y + 80 }, async () => {
    await expect(page.getByText('in vpc-1, 10.0.0.0/24')).toBeVisible();
    await expect(thing(page, 'vpc-1')).toHaveClass(/taking/);
  });
  await expect(blockField(page)).toHaveValue('10.0.0.0/24');
  await page.keyboard.press('Enter');
  await expect(thing(page, 'subnet-1')).toHaveAccessibleName(/isolated subnet/);
  await expect(thing(page, 'subnet-1')).toContainText('Isolated');

  await dropFromPalette(page, 'Internet gateway', { x: vpc.x + 60, y: vpc.y + 50 });
  const [frame, gate] = [await areaOf(thing(page, 'vpc-1')), await areaOf(thing(page, 'igw-1'))];
  expect(Math.abs(middleOf(gate).y - frame.y), 'the gateway stands on the upper edge').toBeLessThan(4);
  await expect(thing(page, 'Internet')).toBeVisible();

  await connect(page, 'subnet-1', 'igw-1');
  await expect(thing(page, 'subnet-1')).toHaveAccessibleName(/public subnet/);
  await expect(thing(page, 'subnet-1')).toContainText('Public');
  await expect(page.locator('[aria-live="polite"]')).toContainText('subnet-1 is now public.');

  const subnet = await areaOf(thing(page, 'subnet-1'));
  await dropFromPalette(page, 'Instance', { x: subnet.x + 90, y: subnet.y + 60 });
  await expect(thing(page, 'instance-1')).toHaveAccessibleName(/10\.0\.0\.4/);
  await page.getByRole('combobox', { name: 'Public IPv4' }).selectOption('Yes');
  await expect(thing(page, 'instance-1')).toHaveAccessibleName(/public address/);

  // Its group lets HTTPS in from anywhere: the exposure says so.
  await page.getByRole('complementary', { name: 'Inspector' }).getByRole('tab', { name: 'Rules' }).click();
  await page.getByRole('button', { name: 'Add rule' }).first().click();
  await page.getByRole('combobox', { name: 'Port, new rule' }).fill('443');
  await page.keyboard.press('Tab');
  await page.getByRole('combobox', { name: 'Source, new rule' }).fill('0.0.0.0/0');
  await page.keyboard.press('Enter');
  await page.getByRole('radio', { name: 'Exposure' }).click();
  await expect(page.locator('.exposure-port')).toHaveText(['443']);
  await expect(page.getByRole('complementary', { name: 'Internet exposure' })).toContainText('instance-1');
  await page.getByRole('radio', { name: 'Topology' }).click();

  // A second one is refused, with the reason; nothing changes.
  await dropFromPalette(page, 'Internet gateway', middleOf(subnet), async () => {
    await expect(page.getByText('vpc-1 already has igw-1. A VPC takes one.')).toBeVisible();
  });
  await expect(thing(page, 'igw-2')).toHaveCount(0);

  await page.getByRole('button', { name: 'Export' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await expect(dialog.getByRole('img', { name: 'Preview' })).toBeVisible();
  const picture = await downloadedText(page, () =>
    dialog.getByRole('button', { name: 'Download SVG' }).click(),
  );
  expect(picture).toContain('<svg');
  expect(picture, 'frame').toContain('vpc-1');
  expect(picture, 'tier in a word').toContain('Public');
  expect(picture, 'legend').toContain('Isolated');
  expect(picture).not.toContain('foreignObject');
  expect(complaints).toEqual([]);
});

test('one gesture is one step, and undo takes back the whole of it', async ({ page }) => {
  await openPage(page);
  await dropFromPalette(page, 'VPC', { x: 520, y: 260 });
  await page.keyboard.press('Enter');
  const vpc = await areaOf(thing(page, 'vpc-1'));
  await dropFromPalette(page, 'Subnet', { x: vpc.x + 70, y: vpc.y + 80 });
  await page.keyboard.press('Enter');
  await expect(thing(page, 'subnet-1')).toBeVisible();

  await page.keyboard.press('Control+z');
  await expect(thing(page, 'subnet-1')).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(thing(page, 'vpc-1')).toHaveCount(0);
  await page.keyboard.press('Control+Shift+z');
  await page.keyboard.press('Control+Shift+z');
  await expect(thing(page, 'subnet-1')).toBeVisible();
});

test('what was drawn is there again after a reload', async ({ page }) => {
  await openPage(page);
  await dropFromPalette(page, 'VPC', { x: 520, y: 260 });
  await page.keyboard.press('Enter');
  await expect(page.getByText('Saved in this browser')).toBeVisible();
  await page.reload();
  await expect(thing(page, 'vpc-1')).toBeVisible();
});
