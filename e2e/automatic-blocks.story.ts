// New subnets take the lowest free block; a block that overlaps is refused in words and never reaches the design.
import { expect, test, type Page } from '@playwright/test';
import {
  areaOf,
  blockField,
  downloadedText,
  dropFromPalette,
  openPage,
  paletteItem,
  thing,
} from './drawing.ts';

async function addSubnet(page: Page, block?: string): Promise<void> {
  await paletteItem(page, 'Subnet').click();
  await expect(blockField(page)).toBeFocused();
  if (block !== undefined) await page.keyboard.type(block);
  await page.keyboard.press('Enter');
  await expect(blockField(page)).toHaveCount(0);
}

async function exportedDesign(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Export' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await dialog.getByRole('radio', { name: /Design file/ }).click();
  const text = await downloadedText(page, () =>
    dialog.getByRole('button', { name: 'Download design file' }).click(),
  );
  await page.keyboard.press('Escape');
  return text;
}

test('the gap between two subnets is filled, and an overlap names the subnet it meets', async ({ page }) => {
  await openPage(page);
  await dropFromPalette(page, 'VPC', { x: 520, y: 260 });
  await page.keyboard.press('Enter');
  await addSubnet(page);
  await addSubnet(page, '10.0.2.0/24');
  await expect(thing(page, 'subnet-2')).toHaveAccessibleName(/10\.0\.2\.0\/24/);

  await paletteItem(page, 'Subnet').click();
  await expect(blockField(page)).toHaveValue('10.0.1.0/24');
  await page.keyboard.press('Enter');
  const before = await exportedDesign(page);
  expect(before).toContain('"10.0.1.0/24"');

  await paletteItem(page, 'Subnet').click();
  await page.keyboard.type('10.0.2.128/25');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('10.0.2.128/25 overlaps subnet-2 (10.0.2.0/24)');
  await expect(blockField(page)).toBeFocused();
  await page.keyboard.press('Escape');
  expect(await exportedDesign(page)).not.toContain('10.0.2.128/25');
});

test('a full VPC says so, and takes another block with the subnet in it as one step', async ({ page }) => {
  await openPage(page);
  await dropFromPalette(page, 'VPC', { x: 520, y: 260 });
  await expect(blockField(page)).toBeFocused();
  await page.keyboard.type('10.0.0.0/28');
  await page.keyboard.press('Enter');
  await addSubnet(page);
  const vpc = await areaOf(thing(page, 'vpc-1'));
  const refused = 'vpc-1 has no room for a subnet of this size';
  await dropFromPalette(page, 'Subnet', { x: vpc.x + 60, y: vpc.y + vpc.height - 20 }, async () => {
    await expect(page.getByText(refused)).toBeVisible();
  });
  await expect(thing(page, 'subnet-2')).toHaveCount(0);

  await page.getByRole('button', { name: 'Add another CIDR block for it' }).click();
  await expect(blockField(page)).toHaveValue('10.1.0.0/28');
  await page.keyboard.press('Enter');
  await expect(thing(page, 'subnet-2')).toHaveAccessibleName(/10\.1\.0\.0\/28/);
  const text = await exportedDesign(page);
  expect(text).toContain('"cidrBlockAssociationSet"');

  await page.getByRole('application', { name: 'Canvas' }).focus();
  await page.keyboard.press('Control+z');
  await expect(thing(page, 'subnet-2')).toHaveCount(0);
  expect(await exportedDesign(page)).not.toContain('10.1.0.0/28');
});

test('a new instance shows its address to be typed over, and says why another does not do', async ({
  page,
}) => {
  await openPage(page);
  await dropFromPalette(page, 'VPC', { x: 520, y: 260 });
  await page.keyboard.press('Enter');
  await addSubnet(page);
  const subnet = await areaOf(thing(page, 'subnet-1'));
  await dropFromPalette(page, 'Instance', { x: subnet.x + 90, y: subnet.y + 60 });
  await expect(blockField(page)).toHaveValue('10.0.0.4');
  await page.keyboard.type('10.0.0.3');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText(
    '10.0.0.3 is reserved: AWS keeps the first four addresses of subnet-1 and the last. Free: 10.0.0.5.',
  );
  await expect(blockField(page)).toBeFocused();
  await expect(blockField(page)).toHaveValue('10.0.0.3');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('10.0.0.20');
  await page.keyboard.press('Enter');
  await expect(thing(page, 'instance-1')).toHaveAccessibleName(/10\.0\.0\.20/);
});
