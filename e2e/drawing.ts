/** What the stories do with the page: carry things out of the palette, connect them, look at what is there. */
import { expect, type Locator, type Page } from '@playwright/test';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Area extends Point {
  readonly width: number;
  readonly height: number;
}

export const middleOf = ({ x, y, width, height }: Area): Point => ({ x: x + width / 2, y: y + height / 2 });

/** Fails the story at the end if the page complained of anything. */
export function listenForComplaints(page: Page): readonly string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return complaints;
}

/** A fresh page, with nothing kept from before. */
export async function openPage(page: Page): Promise<void> {
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Draw a network, or open one' })).toBeVisible();
}

export async function areaOf(thing: Locator): Promise<Area> {
  const area = await thing.boundingBox();
  expect(area, `${thing.toString()} has a place`).not.toBeNull();
  return area ?? { x: 0, y: 0, width: 0, height: 0 };
}

/** A thing on the canvas, by the beginning of its accessible name: `web-1, instance`. */
export const thing = (page: Page, name: string): Locator =>
  page.getByRole('application', { name: 'Canvas' }).getByRole('group', { name: new RegExp(`^${name}(,|$)`) });

/** Presses, moves in small steps as a hand does, and lets go. `before` looks at the page before letting go. */
export async function drag(page: Page, from: Point, to: Point, before?: () => Promise<void>): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  for (let step = 1; step <= 8; step += 1) {
    await page.mouse.move(from.x + ((to.x - from.x) * step) / 8, from.y + ((to.y - from.y) * step) / 8);
  }
  await before?.();
  await page.mouse.up();
}

/** A kind in the palette; its key may stand behind its name. */
export const paletteItem = (page: Page, label: string): Locator =>
  page.getByRole('complementary').getByRole('button', { name: new RegExp(`^${label}( [A-Z])?$`) });

/** Carries a kind out of the palette. */
export async function dropFromPalette(
  page: Page,
  label: string,
  to: Point,
  before?: () => Promise<void>,
): Promise<void> {
  await drag(page, middleOf(await areaOf(paletteItem(page, label))), to, before);
}

export interface DragOptions {
  /** Keys that are held from the press on. */
  readonly held?: readonly string[];
  readonly before?: () => Promise<void>;
}

/** Drags with keys held, such as Alt. */
export async function dragHolding(
  page: Page,
  from: Point,
  to: Point,
  { held = [], before }: DragOptions,
): Promise<void> {
  for (const key of held) await page.keyboard.down(key);
  await drag(page, from, to, before);
  for (const key of held) await page.keyboard.up(key);
}

/** Draws a new thing by its key: from one corner to the other. */
export async function drawByKey(page: Page, key: string, from: Point, to: Point): Promise<void> {
  await page.keyboard.press(key);
  await drag(page, from, to);
}

/** The field that stands open on a new container. */
export const blockField = (page: Page): Locator =>
  page.getByRole('application', { name: 'Canvas' }).getByRole('textbox');

/** Draws a line from a thing's right-hand handle to another thing. */
export async function connect(page: Page, from: string, to: string): Promise<void> {
  const area = await areaOf(thing(page, from));
  await page.mouse.move(area.x + area.width - 16, area.y + area.height - 12);
  const edge = { x: area.x + area.width, y: area.y + area.height / 2 };
  await drag(page, edge, middleOf(await areaOf(thing(page, to))));
}

/** The text of what a click makes the browser download. */
export async function downloadedText(page: Page, click: () => Promise<void>): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), click()]);
  const stream = await download.createReadStream();
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(Buffer.from(part as Uint8Array));
  return Buffer.concat(parts).toString('utf8');
}
