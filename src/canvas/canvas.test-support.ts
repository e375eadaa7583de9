/** A small network with its boxes, and the model of its canvas, for tests. */

import { placedAll } from '../app/placing.ts';
import type { Tiers } from '../drawing/index.ts';
import { addResource, connect, emptyDesign, nameOf, rename, type Design, type Kind } from '../model/index.ts';
import { createModelBuilder, type CanvasModel, type ModelInput } from './model.ts';

export function seeded(seed = 1): () => number {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
}

export const idOf = (design: Design, name: string): string =>
  Object.entries(design.resources).find(([, resource]) => nameOf(resource) === name)?.[0] ?? name;

/** `subnet web in prod` for each thing, `web -> igw` for each connection; everything gets its place. */
export function drawn(lines: readonly string[]): Design {
  const random = seeded();
  let design = emptyDesign('test');
  for (const line of lines) {
    const [from, to] = line.split(' -> ');
    if (from !== undefined && to !== undefined) {
      const made = connect(design, { from: idOf(design, from), to: idOf(design, to) }, random);
      if (!made.ok) throw new Error(made.problem.message.en);
      design = made.value.design;
      continue;
    }
    const [kind, name = '', , container] = line.split(' ');
    const under = container === undefined ? {} : { under: idOf(design, container) };
    const added = addResource(design, { kind: kind as Kind, ...under }, random);
    if (!added.ok) throw new Error(added.problem.message.en);
    design = placedAll(rename(added.value.design, added.value.id, name), [added.value.id]);
  }
  return design;
}

export const network: readonly string[] = [
  'vpc prod',
  'subnet web in prod',
  'subnet app in prod',
  'subnet data in prod',
  'internetGateway igw in prod',
  'natGateway nat in web',
  'instance web-1 in web',
  'instance app-1 in app',
  'instance db-1 in data',
  'web -> igw',
  'app -> nat',
];

export const inputOf = (design: Design, change: Partial<ModelInput> = {}): ModelInput => ({
  design,
  layout: design.layout,
  tiers: {} satisfies Tiers,
  contradicted: new Set(),
  language: 'en',
  ghosts: new Set(),
  selection: new Set(),
  dragged: new Set(),
  badges: {},
  nameOf: (_, key) => key,
  ...change,
});

export const modelOf = (design: Design): CanvasModel => createModelBuilder()(inputOf(design));
