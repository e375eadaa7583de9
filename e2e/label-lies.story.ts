// A subnet that is called private and is public: the pill says what the routes say, the finding says so in words and how to mend it.
import { expect, test } from '@playwright/test';
import {
  areaOf,
  connect,
  drawByKey,
  dropFromPalette,
  listenForComplaints,
  openPage,
  thing,
} from './drawing.ts';

test('a name that claims another tier is contradicted, with two ways out, and undo makes it clean again', async ({
  page,
}) => {
  const complaints = listenForComplaints(page);
  await openPage(page);
  await drawByKey(page, 'b', { x: 300, y: 140 }, { x: 800, y: 560 });
  await page.keyboard.press('Enter');
  for (const [top, bottom] of [
    [210, 330],
    [380, 500],
  ] as const) {
    await drawByKey(page, 's', { x: 340, y: top }, { x: 620, y: bottom });
    await page.keyboard.press('Enter');
  }
  await dropFromPalette(page, 'Internet gateway', { x: 500, y: 180 });
  const lower = await areaOf(thing(page, 'subnet-2'));
  await dropFromPalette(page, 'NAT gateway', { x: lower.x + 100, y: lower.y + 60 });
  await connect(page, 'subnet-2', 'igw-1');
  await expect(thing(page, 'subnet-2')).toHaveAccessibleName(/public subnet/);

  const subnet = await areaOf(thing(page, 'subnet-1'));
  await page.mouse.dblclick(subnet.x + 40, subnet.y + 14);
  await page.keyboard.type('private-a');
  await page.keyboard.press('Enter');
  await expect(thing(page, 'private-a')).toHaveAccessibleName(/isolated subnet/);

  await connect(page, 'private-a', 'igw-1');
  await expect(thing(page, 'private-a')).toHaveAccessibleName(/public subnet/);
  await expect(thing(page, 'private-a')).toContainText('Public');
  await expect(thing(page, 'private-a')).toHaveAccessibleName(/1 (warning|note|error)/);

  const findings = page.getByRole('region', { name: 'Findings and rules' });
  await findings.getByRole('tab', { name: /Findings/ }).click();
  const sentence = findings.getByText(
    /private-a is called private but is public: rtb-\S+ sends 0\.0\.0\.0\/0 to igw-1/,
  );
  await expect(sentence.first()).toBeVisible();
  await expect(findings.getByRole('button', { name: /^Route to nat-1/ })).toBeVisible();
  await sentence.first().click();
  await expect(findings.getByText(/Fix 1 of/)).toBeVisible();
  const next = findings.getByRole('button', { name: 'Next fix' });
  await expect(async () => {
    await next.click();
    await expect(findings.getByText(/^Rename /)).toBeVisible({ timeout: 500 });
  }).toPass();

  await page.getByRole('application', { name: 'Canvas' }).focus();
  await page.keyboard.press('Control+z');
  await expect(thing(page, 'private-a')).toHaveAccessibleName(/isolated subnet/);
  await page.keyboard.press('Control+z');
  await expect(thing(page, 'subnet-1')).toHaveAccessibleName(/isolated subnet/);
  await expect(thing(page, 'subnet-1')).not.toHaveAccessibleName(/warning|note|error/);
  expect(complaints).toEqual([]);
});
