// A subnet that is called private and is public: the pill says what the routes say, and the finding says so in words.
import { expect, test } from '@playwright/test';
import { areaOf, connect, dropFromPalette, listenForComplaints, openPage, thing } from './drawing.ts';

test('a name that claims another tier is contradicted, and undo makes it clean again', async ({ page }) => {
  const complaints = listenForComplaints(page);
  await openPage(page);
  await dropFromPalette(page, 'VPC', { x: 520, y: 260 });
  await page.keyboard.press('Enter');
  const vpc = await areaOf(thing(page, 'vpc-1'));
  await dropFromPalette(page, 'Subnet', { x: vpc.x + 70, y: vpc.y + 80 });
  await page.keyboard.press('Enter');
  await dropFromPalette(page, 'Internet gateway', { x: vpc.x + 60, y: vpc.y + 50 });

  const subnet = await areaOf(thing(page, 'subnet-1'));
  await page.mouse.dblclick(subnet.x + 40, subnet.y + 14);
  await page.keyboard.type('private-a');
  await page.keyboard.press('Enter');
  await expect(thing(page, 'private-a')).toBeVisible();

  await connect(page, 'private-a', 'igw-1');
  await expect(thing(page, 'private-a')).toHaveAccessibleName(/public subnet/);
  await expect(thing(page, 'private-a')).toContainText('Public');

  const findings = page.getByRole('region', { name: 'Findings and rules' });
  await findings.getByRole('tab', { name: /Findings/ }).click();
  await expect(findings).toContainText('private-a');
  await expect(thing(page, 'private-a')).toHaveAccessibleName(/1 (warning|note|error)/);

  await page.getByRole('application', { name: 'Canvas' }).focus();
  await page.keyboard.press('Control+z');
  await expect(thing(page, 'private-a')).toHaveAccessibleName(/isolated subnet/);
  await page.keyboard.press('Control+z');
  await expect(thing(page, 'subnet-1')).toHaveAccessibleName(/isolated subnet/);
  await expect(thing(page, 'subnet-1')).not.toHaveAccessibleName(/warning|note|error/);
  expect(complaints).toEqual([]);
});
