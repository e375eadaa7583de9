import { describe, expect, it } from 'vitest';
import { askExposure, compile } from '../engine/index.ts';
import { applyActions, type Design } from '../model/index.ts';
import { drawn, idOf, modelOf, network } from './canvas.test-support.ts';
import { drawExposure } from './exposure-drawing.ts';

/** web-1 with a public address, its group open on two ports. */
function opened(): Design {
  const design = drawn([...network, 'securityGroup sg-open in prod']);
  const group = idOf(design, 'sg-open');
  const id = idOf(design, 'web-1');
  const web = design.resources[id];
  if (web?.kind !== 'instance') throw new Error('web-1 is an instance');
  const grouped: Design = {
    ...design,
    resources: {
      ...design.resources,
      [id]: { ...web, publicIpAddress: '203.0.113.20', securityGroupIds: [group] },
    },
  };
  return applyActions(
    grouped,
    [443, 22].map((port) => ({
      action: 'AuthorizeSecurityGroupIngress' as const,
      resource: group,
      parameters: { ipProtocol: 'tcp', fromPort: port, toPort: port, cidrIpv4: '0.0.0.0/0' },
    })),
  );
}

const drawing = (design: Design, family: 4 | 6 = 4) =>
  drawExposure(modelOf(design), askExposure(compile(design)), family, 'en');

describe('the exposure on the canvas', () => {
  const design = opened();

  it('leads from the internet through the gateway to what is open, with its ports', () => {
    const { lines, ports, rings, exposed } = drawing(design);
    expect(lines.map(({ isTrunk }) => isTrunk)).toEqual([true, false]);
    expect(ports.map(({ text, id }) => [text, id])).toEqual([['22, 443', idOf(design, 'web-1')]]);
    expect(rings.map(({ id }) => id)).toEqual([idOf(design, 'web-1')]);
    expect(exposed).toEqual(new Set(['internet', idOf(design, 'igw'), idOf(design, 'web-1')]));
  });

  it('puts the ports where they cover no card', () => {
    const { places, items } = modelOf(design);
    for (const { at, width } of drawing(design).ports) {
      for (const [key, box] of places.boxes) {
        if (items.get(key)?.form !== 'card') continue;
        const isClear =
          at.x + width / 2 <= box.x ||
          at.x - width / 2 >= box.x + box.width ||
          at.y + 11 <= box.y ||
          at.y - 11 >= box.y + box.height;
        expect(isClear, items.get(key)?.name ?? key).toBe(true);
      }
    }
  });

  it.each([
    ['of the other family', opened(), 6 as const],
    ['of a closed network', drawn(network), 4 as const],
  ])('is empty %s', (_, of, family) => {
    const { lines, ports, rings, exposed } = drawing(of, family);
    expect([lines, ports, rings, [...exposed]]).toEqual([[], [], [], []]);
  });
});
