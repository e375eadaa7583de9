// Every screen of the page with the way to it, by keys and places alone so that it is the same way in each language.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../setup.mjs';

export const sample = join(root, 'samples/shop.vpcd.json');
const account = join(root, 'e2e/fixtures/two-tier-account');

/** What was captured without network ACLs, beside a file that nothing can read. */
const captured = () => [
  ...readdirSync(account)
    .filter((name) => name !== 'describe-network-acls.json')
    .map((name) => join(account, name)),
  join(root, 'LICENSE'),
];

const region = (page, name) => page.locator(`[data-region="${name}"]`);
const isSmall = (page) => page.viewportSize().width < 1100;

/** A resource by its name, as the command palette goes to it. */
async function select(page, name) {
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').fill(`@${name}`);
  await page.getByRole('option', { selected: true }).filter({ hasText: name }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

/** The inspector stands beside the canvas, or on a small page in a sheet. */
async function inspect(page, name) {
  await select(page, name);
  if (isSmall(page)) await region(page, 'right').getByRole('button').last().click();
}

const drawerTab = (page, place) => region(page, 'drawer').getByRole('tab').nth(place).click();

async function ask(page, from, to, port) {
  await page.keyboard.press('p');
  const field = page.locator('aside, [role="dialog"]').getByRole('combobox');
  const ends = field.and(page.locator('input'));
  await ends.nth(0).fill(from);
  await page.keyboard.press('Enter');
  await ends.nth(1).fill(to);
  await page.keyboard.press('Enter');
  await ends.nth(2).fill(port);
  await page.keyboard.press('Enter');
}

const onCanvas = (page, id) => region(page, 'canvas').locator(`.react-flow__node[data-id="${id}"]`);

async function middleOf(locator) {
  const { x, y, width, height } = await locator.boundingBox();
  return [x + width / 2, y + height / 2];
}

/** Carries a kind out of the palette to a thing on the canvas, and holds it there. */
async function carry(page, kind, id) {
  if (isSmall(page)) await page.keyboard.press('Alt+1');
  await page.mouse.move(...(await middleOf(page.locator(`[data-kind="${kind}"]`))));
  await page.mouse.down();
  await page.mouse.move(...(await middleOf(page.locator('[data-region="canvas"]'))), { steps: 4 });
  await page.mouse.move(...(await middleOf(onCanvas(page, id))), { steps: 4 });
}

const inspected = { vpc: 'prod', subnet: 'app-a', instance: 'web-1', 'route-table': 'rtb-app-a' };
const filters = { group: 'sg-web', acl: 'acl-data', nat: 'nat-a' };

/** Their picture of the design is made as they open: they are gone to in each theme. */
export const madeOnce = ['review', 'export'];

/** On an empty page; all others are shown on the sample. */
export const onEmptyPage = {
  empty: async () => undefined,
};

export const onSample = {
  summary: async () => undefined,
  main: async (page) => {
    await select(page, 'app-a');
    await page.keyboard.press('Alt+3');
  },
  path: (page) => ask(page, 'web-1', 'db-1', '5432'),
  'path-fix': async (page) => {
    await ask(page, 'web-1', 'db-1', '5432');
    const buttons = page.locator('aside, [role="dialog"]').getByRole('button');
    await buttons.filter({ has: page.locator('.lucide-eye') }).click();
  },
  'path-translated': (page) => ask(page, 'app-3', 'internet', '443'),
  exposure: (page) => page.keyboard.press('3'),
  tiers: (page) => page.keyboard.press('2'),
  rules: async (page) => {
    await select(page, 'app-1');
    await drawerTab(page, 2);
  },
  'rules-edited': async (page) => {
    await select(page, 'app-1');
    await drawerTab(page, 2);
    await region(page, 'drawer').locator('.lucide-plus').first().click();
    await page.keyboard.type('172.16.300.0/24');
    await page.keyboard.press('Tab');
  },
  review: async (page) => {
    await page.setInputFiles('[data-picker="files"]', captured());
    await page.getByRole('dialog').getByRole('tabpanel').waitFor();
  },
  commands: async (page) => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type('web');
  },
  export: async (page) => {
    await page.keyboard.press('Control+e');
    await page.getByRole('dialog').getByRole('img').waitFor();
  },
  menu: async (page) => {
    await onCanvas(page, 'i-xapp1000').click({ button: 'right' });
  },
  find: async (page) => {
    await page.keyboard.press('Control+f');
    await page.keyboard.type('10.0.10.11');
    await page.keyboard.press('Enter');
  },
  shortcuts: (page) => page.keyboard.press('?'),
  outline: async (page) => {
    await select(page, 'app-1');
    await page.keyboard.press('Alt+2');
  },
  findings: async (page) => {
    await page.keyboard.press('Alt+3');
    await page.locator('[data-finding]').nth(1).click();
  },
  intents: (page) => drawerTab(page, 1),
  several: (page) => page.keyboard.press('Control+a'),
  'drop-taken': (page) => carry(page, 'instance', 'subnet-xappa000'),
  'drop-refused': (page) => carry(page, 'instance', 'igw-xmain000'),
  far: async (page) => {
    await page.keyboard.press('F6');
    await region(page, 'canvas')
      .locator('.react-flow__pane')
      .focus()
      .catch(() => undefined);
    const [x, y] = await middleOf(region(page, 'canvas'));
    await page.mouse.move(x, y);
    await page.keyboard.down('Control');
    for (let step = 0; step < 4; step += 1) await page.mouse.wheel(0, 120);
    await page.keyboard.up('Control');
  },
  ...Object.fromEntries(
    Object.entries({ ...inspected, ...filters }).map(([name, resource]) => [
      `inspector-${name}`,
      (page) => inspect(page, resource),
    ]),
  ),
  'inspector-reach': async (page) => {
    await inspect(page, 'web-1');
    await page.locator('[data-region="right"], [role="dialog"]').getByRole('tab').last().click();
  },
  'main-menu': (page) => region(page, 'top').getByRole('button').first().click(),
  // These leave something behind, so they come last.
  'new-subnet': async (page) => {
    const [x, y] = await middleOf(onCanvas(page, 'vpc-xshared0'));
    const { height } = await onCanvas(page, 'vpc-xshared0').boundingBox();
    await page.keyboard.press('s');
    await page.mouse.move(x - 60, y + height / 2 - 40);
    await page.mouse.down();
    await page.mouse.move(x + 60, y + height / 2 + 40, { steps: 4 });
    await page.mouse.up();
  },
  hint: async (page) => {
    await page.evaluate(() => localStorage.setItem('vpc-designer:hints', 'vpc tier'));
    await page.reload();
  },
  'cannot-tell': async (page) => {
    await page.setInputFiles('[data-picker="files"]', captured());
    await page.getByRole('dialog').getByRole('button').filter({ hasText: /./ }).nth(2).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.evaluate('settle()');
    await ask(page, 'app-1', 'db-1', '5432');
  },
};
