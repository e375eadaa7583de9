/** The drawings that the frames are measured on: a generated network, arranged, as a design and as bare boxes and lines. */

import {
  edgesOf,
  factsOf,
  formOf,
  placesOf,
  sceneOf,
  type TierPair,
  type Tiers,
} from '../src/drawing/index.ts';
import { askTiers, compile } from '../src/engine/index.ts';
import { arrange } from '../src/layout/index.ts';
import type { Design } from '../src/model/index.ts';
import { network } from './generator.ts';
import type { BareBox, BareScene } from './pages/scene.ts';
import type { Options } from './row.ts';

export interface Drawing {
  readonly design: Design;
  readonly tiers: Tiers;
  readonly bare: BareScene;
}

export function tiersOf(design: Design): Tiers {
  return Object.fromEntries(
    askTiers(compile(design)).map(({ id, families }): [string, TierPair] => [
      id,
      { 4: families[4].tier, 6: families[6].tier },
    ]),
  );
}

/** A network of so many leaves, with its layout. */
export function drawing(leaves: number, { seed, profile }: Pick<Options, 'seed' | 'profile'>): Drawing {
  const plain = network({ seed, interfaces: leaves, profile });
  const tiers = tiersOf(plain);
  const design = { ...plain, name: `${leaves} leaves`, layout: arrange(plain, tiers) };
  return { design, tiers, bare: bareSceneOf(design, tiers) };
}

function bareSceneOf(design: Design, tiers: Tiers): BareScene {
  const places = placesOf(design, design.layout);
  const facts = factsOf(design);
  const names = new Map(
    [...sceneOf({ ...design }, design.layout, tiers, { language: 'en' }).containers].map(({ key, name }) => [
      key,
      name,
    ]),
  );
  const boxes: BareBox[] = [];
  const visit = (parent: string | undefined): void => {
    const around = parent === undefined ? undefined : places.boxes.get(parent);
    for (const id of places.childrenOf.get(parent) ?? []) {
      const box = places.boxes.get(id);
      if (!box) continue;
      const resource = design.resources[id];
      boxes.push({
        id,
        ...(parent === undefined ? {} : { parent }),
        label: names.get(id) ?? id,
        x: box.x - (around?.x ?? 0),
        y: box.y - (around?.y ?? 0),
        width: box.width,
        height: box.height,
        isLeaf: resource !== undefined && formOf(resource) === 'card',
      });
      visit(id);
    }
  };
  visit(undefined);
  const lines = edgesOf(facts, tiers).flatMap(({ id, from, to }) =>
    to === undefined ? [] : [{ id, from, to }],
  );
  return { boxes, lines };
}
