import { describe, expect, it } from 'vitest';
import { sceneOf, type TierPair, type Tiers } from '../drawing/index.ts';
import { askTiers, compile } from '../engine/index.ts';
import { askIntents, checkDesign } from '../findings/index.ts';
import { readDesign, writeDesign, writeSvg } from '../formats/index.ts';
import { resourcesOfKind, type Design } from '../model/index.ts';
import { ownDesign, templates, type Template } from './index.ts';

async function designOf({ load }: Template): Promise<{ readonly text: string; readonly design: Design }> {
  const text = await load();
  const reading = readDesign(text);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problem));
  expect([reading.value.notUnderstood, reading.value.notes]).toEqual([[], []]);
  return { text, design: reading.value.design };
}

const tiersOf = (design: Design): Tiers =>
  Object.fromEntries(
    askTiers(compile(design)).map(({ id, families }): [string, TierPair] => [
      id,
      { 4: families[4].tier, 6: families[6].tier },
    ]),
  );

const expectedTiers: Readonly<Record<string, readonly string[]>> = {
  'single-public-subnet': ['public-a public isolated'],
  'public-private-nat-per-az': [
    'private-a egress isolated',
    'private-c egress isolated',
    'public-a public isolated',
    'public-c public isolated',
  ],
  'nat-instance': ['private-a egress isolated', 'public-a public isolated'],
  'dual-stack-egress-only': ['private-a egress egress', 'public-a public public'],
};

describe.each(templates.map((template) => [template.id, template] as const))('%s', (id, template) => {
  it('is a design file as it is written', async () => {
    const { text, design } = await designOf(template);
    expect(writeDesign(design)).toBe(text);
    expect(text).not.toMatch(/\b\d{12}\b|\b(?:i|vpc|subnet)-[0-9a-f]{8,17}\b/);
  });

  it('holds every intent, each with a reason', async () => {
    const { design } = await designOf(template);
    const answers = [...askIntents(compile(design))];
    expect(answers.map(({ id: intent, held, trouble }) => [intent, held, trouble])).toEqual(
      Object.keys(design.intents).map((intent) => [intent, true, undefined]),
    );
    expect(answers.length).toBeGreaterThan(0);
    const own = ownDesign(design, template, 'ja');
    expect(Object.keys(template.because).toSorted()).toEqual(Object.keys(own.intents).toSorted());
    expect(Object.values(own.intents).every(({ because }) => (because ?? '') !== '')).toBe(true);
    expect(own.name).toBe(template.title.ja);
  });

  it('has the tiers that it is called after', async () => {
    const { design } = await designOf(template);
    const found = askTiers(compile(design)).map(
      ({ id: subnet, families }) =>
        `${design.resources[subnet]?.tags?.['Name'] ?? subnet} ${families[4].tier} ${families[6].tier}`,
    );
    expect(found.toSorted()).toEqual(expectedTiers[id]);
  });

  it('has no finding while it is drawn on', async () => {
    const { design } = await designOf(template);
    expect(checkDesign(compile(design), design, { mode: 'live' }).map(({ key }) => key)).toEqual([]);
  });

  it.each(['light', 'dark'] as const)('has its drawing for a thumbnail, %s', async (theme) => {
    const { design } = await designOf(template);
    const scene = sceneOf(design, design.layout, tiersOf(design), { language: 'en' });
    const svg = writeSvg(scene, {
      title: template.title.en,
      theme,
      language: 'en',
      embedDesign: undefined,
      words: 'none',
      under: [],
      only: new Set(resourcesOfKind(design, 'vpc').map(([vpc]) => vpc)),
    });
    await expect(svg).toMatchFileSnapshot(`./templates/${id}.${theme}.svg`);
  });
});
