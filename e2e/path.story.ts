// A path asked by keys before its panel is there, followed hop by hop, mended in the order of the way, and seen whole beside its sheet.
import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { areaOf, listenForComplaints, openPage, thing } from './drawing.ts';

interface Shop {
  readonly resources: Readonly<Record<string, object>>;
}

/** The shop with a database whose instance, group and ACL are all called `db`; the ACL lets no replies out. */
function shopWithDb(): Buffer {
  const shop = JSON.parse(
    readFileSync(new URL('fixtures/shop-rules.vpcd.json', import.meta.url), 'utf8'),
  ) as Shop;
  const called = { tags: { Name: 'db' } };
  const resources = {
    ...shop.resources,
    'i-db-1': { ...shop.resources['i-db-1'], ...called },
    'sg-db': {
      ...shop.resources['sg-db'],
      ...called,
      rules: [
        {
          ipProtocol: 'tcp',
          fromPort: 5432,
          toPort: 5432,
          referencedGroupInfo: { groupId: 'sg-web' },
        },
        { ipProtocol: '-1', isEgress: true, cidrIpv4: '0.0.0.0/0' },
      ],
    },
    'acl-data': {
      kind: 'networkAcl',
      ...called,
      vpcId: 'vpc-prod',
      associations: [{ subnetId: 'subnet-data-a' }],
      entries: [{ ruleNumber: 100, protocol: '-1', ruleAction: 'allow', cidrBlock: '0.0.0.0/0' }],
    },
  };
  return Buffer.from(JSON.stringify({ ...shop, resources }));
}

async function openShop(page: Page): Promise<void> {
  await openPage(page);
  await page
    .locator('[data-picker="files"]')
    .setInputFiles({ name: 'shop.vpcd.json', mimeType: 'application/json', buffer: shopWithDb() });
  await expect(page.getByText('Analysed in')).toBeVisible();
  await expect(thing(page, 'web-1')).toBeVisible();
}

const field = (page: Page, name: string) => page.getByRole('combobox', { name, exact: true });

/** Asks by keys alone: each end leads on to the next field. */
async function ask(page: Page, from: string, to: string, port: string): Promise<void> {
  await page.keyboard.press('p');
  await page.keyboard.type(from);
  await expect(field(page, 'From')).toHaveValue(from);
  await page.keyboard.press('Enter');
  await expect(field(page, 'To')).toBeFocused();
  await page.keyboard.type(to);
  await page.keyboard.press('Enter');
  await expect(field(page, 'Port')).toBeFocused();
  await page.keyboard.type(port);
  await page.keyboard.press('Enter');
}

test('a path is asked by keys, its names say what they are, and its fixes what they leave', async ({
  page,
}) => {
  const complaints = listenForComplaints(page);
  // The panel takes its time: what is typed meanwhile must not reach the canvas.
  await page.route(/PathPanel.*\.js$/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 700));
    await route.continue();
  });
  await openShop(page);
  const panel = page.getByRole('complementary', { name: 'Path' });
  const things = await page.locator('.item').count();
  await ask(page, 'web-1', 'db', '5432');
  await expect(page.locator('.item')).toHaveCount(things);

  const verdict = panel.getByRole('status');
  await expect(verdict).toContainText('Blocked on the way back');
  await expect(verdict).toContainText('The request reaches instance db. Network ACL db denies outbound TCP');
  await expect(page.locator('.block-first')).toContainText('Reply dropped: network ACL db');
  await expect(panel.getByRole('button', { name: /^security group db inbound rule/ })).toBeVisible();

  // Canvas and panel go from hop to hop together.
  await page.locator('#canvas').click({ position: { x: 20, y: 300 } });
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(panel.locator('li', { has: page.locator('[aria-pressed="true"]') })).toContainText('2');
  await expect(page.locator('.hop-shown')).toContainText('2');

  // What stands there already, written anew, changes nothing.
  await field(page, 'To').fill('db');
  await page.keyboard.press('Enter');
  await expect(field(page, 'To')).toHaveValue('db');
  await expect(verdict).toContainText('Blocked on the way back');

  // This fix opens the way: it is put forward, and made the verdict is what the panel is at.
  await expect(panel).toContainText('Reachable after this');
  await panel.getByRole('button', { name: 'Apply fix' }).click();
  await expect(verdict).toContainText('Reachable');
  await expect(verdict).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(verdict).toContainText('Blocked on the way back');

  // From the internet several things stand in the way.
  await field(page, 'From').fill('internet');
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('heading', { name: /blockers/ })).toBeVisible();
  await expect(panel).toContainText(/\d more things are in the way after this/);
  expect(complaints).toEqual([]);
});

test('beside the sheet of a small page the whole path is seen', async ({ page }) => {
  await page.setViewportSize({ width: 1024, height: 700 });
  await openShop(page);
  await ask(page, 'web-1', 'db', '5432');
  const sheet = page.getByRole('dialog', { name: 'Path' });
  await expect(sheet.getByRole('status')).toContainText('Blocked on the way back');
  const edge = (await areaOf(sheet)).x;
  for (const part of [thing(page, 'web-1'), thing(page, 'db'), page.locator('.block-first > rect').last()]) {
    await expect
      .poll(async () => {
        const { x, width } = await areaOf(part);
        return x > 44 && x + width < edge;
      })
      .toBe(true);
  }
});
