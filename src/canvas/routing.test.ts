import { describe, expect, it } from 'vitest';
import { edgesOf, labelsOf, routeEdges } from '../drawing/index.ts';
import { rename, setBoxes, type Design } from '../model/index.ts';
import { drawn, idOf, modelOf, network } from './canvas.test-support.ts';
import { createRouter } from './routing.ts';

const second = network.map((line) =>
  line.replaceAll(/\b(prod|web|app|data|igw|nat|web-1|app-1|db-1)(?=$| )/g, '$1x'),
);
const design = drawn([...network, ...second]);

const routed = (router: ReturnType<typeof createRouter>, of: Design) => {
  const { facts, places } = modelOf(of);
  return router(edgesOf(facts, {}), facts, places);
};

describe('the router', () => {
  it('finds the same ways as all lines together, in the same order', () => {
    const { facts, places } = modelOf(design);
    const whole = routeEdges(edgesOf(facts, {}), places, labelsOf(facts, places));
    expect(routed(createRouter(), design).map(({ edge, path }) => [edge.id, path])).toEqual(
      whole.map(({ edge, path }) => [edge.id, path]),
    );
  });

  const cases: readonly (readonly [string, Design, number])[] = [
    ['nothing', design, 0],
    ['a name that no line passes', rename(design, idOf(design, 'db-1'), 'db-9'), 0],
    [
      'a card in one VPC',
      setBoxes(design, { [idOf(design, 'nat')]: { x: 24, y: 40, width: 112, height: 48 } }),
      2,
    ],
  ];
  it.each(cases)('after a change of %s finds at most these lines anew', (_, next, most) => {
    const router = createRouter();
    const before = routed(router, design);
    const after = routed(router, next);
    expect(after.filter((one) => !before.includes(one)).length).toBeLessThanOrEqual(most);
    if (most === 0) expect(after).toBe(before);
  });
});
