import { describe, expect, it } from 'vitest';
import type { PathQuestion } from '../app/index.ts';
import { askReach, compile } from '../engine/index.ts';
import type { Rectangle } from '../drawing/index.ts';
import { applyActions, rename, type Design } from '../model/index.ts';
import { drawn, idOf, modelOf, network } from './canvas.test-support.ts';
import { drawPath, type PathDrawing } from './path-drawing.ts';
import { cutAt, pointAt } from './path-geometry.ts';
import { tieBetween } from './path-pill.ts';

const open = drawn(network);

/** Data behind an ACL that lets one way through and no replies. */
const oneWay = (way: 'in' | 'out'): Design => {
  const design = drawn([...network, 'networkAcl acl-data in prod']);
  return applyActions(design, [
    {
      action: 'ReplaceNetworkAclAssociation',
      resource: idOf(design, 'acl-data'),
      parameters: { subnetId: idOf(design, 'data') },
    },
    {
      action: 'CreateNetworkAclEntry',
      resource: idOf(design, 'acl-data'),
      parameters: {
        ruleNumber: 100,
        egress: way === 'out',
        protocol: '-1',
        ruleAction: 'allow',
        cidrBlock: '0.0.0.0/0',
      },
    },
  ]);
};

const closed = oneWay('in');

function drawnPath(
  design: Design,
  from: string,
  to: string,
  change: Partial<PathQuestion> = {},
): PathDrawing | undefined {
  const end = (name: string) => (name === 'internet' || name.includes('.') ? name : idOf(design, name));
  const question: PathQuestion = {
    from: end(from),
    to: end(to),
    protocol: 'tcp',
    port: '443',
    ipVersion: 'both',
    ...change,
  };
  const answer = askReach(compile(design), question);
  return answer.ok ? drawPath(modelOf(design), answer.value, question.ipVersion, 'en') : undefined;
}

const numbers = (drawing: PathDrawing | undefined): string =>
  (drawing?.marks ?? [])
    .map(({ first, last }) => (first === last ? `${first}` : `${first}-${last}`))
    .join(' ');

const tones = (drawing: PathDrawing | undefined): string =>
  (drawing?.lines ?? []).map(({ tone }) => tone).join(' ');

/** The larger of the gaps across and down; negative where both overlap. */
const gapBetween = (a: Rectangle, b: Rectangle): number =>
  Math.max(
    Math.max(a.x, b.x) - Math.min(a.x + a.width, b.x + b.width),
    Math.max(a.y, b.y) - Math.min(a.y + a.height, b.y + b.height),
  );

describe('a path on the canvas', () => {
  it('numbers every hop of the request once, in order', () => {
    const drawing = drawnPath(open, 'web-1', 'app-1');
    const covered = (drawing?.marks ?? []).flatMap(({ first, last }) =>
      Array.from({ length: last - first + 1 }, (_, index) => first + index),
    );
    expect(covered).toEqual(covered.map((_, index) => index + 1));
    expect(covered.length).toBeGreaterThan(3);
    expect(tones(drawing)).toBe('ok');
    expect(drawing?.blocks).toEqual([]);
  });

  it('goes to the internet by the NAT gateway and the internet gateway', () => {
    const drawing = drawnPath(open, 'app-1', 'internet');
    expect(tones(drawing)).toBe('ok ok ok');
    expect(drawing?.on.has(idOf(open, 'nat'))).toBe(true);
    expect(drawing?.on.has(idOf(open, 'igw'))).toBe(true);
    expect(drawing?.on.has(idOf(open, 'db-1'))).toBe(false);
    expect(drawing?.lines.at(-1)?.arrow).toBeDefined();
  });

  it.each([
    ['10.0.0.0/8', 'app-1'],
    ['web-1', '10.0.0.0/8'],
  ])('from %s to %s stays inside, between the things that speak for it', (from, to) => {
    const drawing = drawnPath(open, from, to);
    expect(drawing?.lines.length).toBeGreaterThan(0);
    expect(drawing?.on.has('internet')).toBe(false);
    expect(drawing?.on.has(idOf(open, 'igw'))).toBe(false);
  });

  it('from an address outside comes through the internet', () => {
    expect(drawnPath(open, '203.0.113.77', 'web-1')?.on.has('internet')).toBe(true);
  });

  it('stops at what blocks the request; the rest is never travelled', () => {
    const drawing = drawnPath(open, 'db-1', 'internet');
    expect(tones(drawing)).toMatch(/^no never/);
    expect(drawing?.blocks).toMatchObject([{ direction: 'forward', symbol: 'blocked' }]);
  });

  it('shows a reply that is lost under the request that arrives', () => {
    const drawing = drawnPath(closed, 'web-1', 'db-1');
    expect(tones(drawing)).toBe('no never ok');
    expect(drawing?.blocks).toMatchObject([{ direction: 'return', resource: idOf(closed, 'acl-data') }]);
    expect(numbers(drawing)).not.toBe('');
  });

  it('numbers the reply anew, as far as it gets', () => {
    const drawing = drawnPath(oneWay('out'), 'db-1', 'web-1');
    const of = (isReply: boolean) =>
      (drawing?.marks ?? []).filter(({ tone }) => (tone === 'reply') === isReply);
    expect(of(true)[0]?.first).toBe(1);
    const [last] = of(false).toReversed();
    // The panel finds the hop behind all those of the request.
    expect(of(true)[0]?.hops[0]).toBe(last?.last);
    expect(drawnPath(open, 'web-1', 'app-1')?.marks.some(({ tone }) => tone === 'reply')).toBe(false);
  });

  it('gives the first blocker words of its own', () => {
    const [block] = drawnPath(closed, 'web-1', 'db-1')?.blocks ?? [];
    expect(block).toMatchObject({ rank: 'first', text: 'Reply dropped: acl-data', step: 7 });
  });

  it.each([
    ['web-1', 'db-1', closed],
    ['db-1', 'web-1', closed],
    ['internet', 'db-1', open],
    ['internet', 'app-1', open],
    ['internet', 'web-1', open],
    ['db-1', 'internet', open],
    ['app-1', 'db-1', closed],
  ] as const)('keeps words 8 pixels off things and other words: %s to %s', (from, to, design) => {
    const { places, items } = modelOf(design);
    const things = [...places.boxes].filter(
      ([key]) => !['container', 'frame'].includes(items.get(key)?.form ?? 'frame'),
    );
    const pills = (drawnPath(design, from, to)?.blocks ?? []).flatMap(({ pill }) => pill ?? []);
    expect(pills.length).toBeGreaterThan(0);
    for (const [index, pill] of pills.entries()) {
      for (const [key, box] of things) expect(gapBetween(pill, box), key).toBeGreaterThanOrEqual(8);
      for (const other of pills.slice(index + 1)) expect(gapBetween(pill, other)).toBeGreaterThanOrEqual(8);
    }
  });

  it('leads from what blocks to its words through no other thing', () => {
    const [block] = drawnPath(open, 'internet', 'db-1')?.blocks ?? [];
    const internet = modelOf(open).places.boxes.get('internet');
    if (!block?.pill || !internet) throw new Error('the gateway blocks it, below the internet');
    expect(gapBetween(tieBetween(block.at, block.pill), internet)).toBeGreaterThan(0);
  });

  it('says the kind of what blocks where its name could be mistaken', () => {
    const acl = idOf(closed, 'acl-data');
    const design = rename(closed, acl, 'db-1');
    const [block] = drawnPath(design, 'web-1', idOf(closed, 'db-1'))?.blocks ?? [];
    expect(block?.text).toBe('Reply dropped: network ACL db-1');
  });

  it('marks every blocker of a request, the first on the way as the headline', () => {
    const walled = drawn([...network, 'networkAcl acl-data in prod', 'securityGroup sg-none in prod']);
    const shut = applyActions(walled, [
      {
        action: 'ReplaceNetworkAclAssociation',
        resource: idOf(walled, 'acl-data'),
        parameters: { subnetId: idOf(walled, 'data') },
      },
    ]);
    const db = shut.resources[idOf(shut, 'db-1')];
    if (db?.kind !== 'instance') throw new Error('db-1 is an instance');
    const design: Design = {
      ...shut,
      resources: {
        ...shut.resources,
        [idOf(shut, 'db-1')]: { ...db, securityGroupIds: [idOf(shut, 'sg-none')] },
      },
    };
    const drawing = drawnPath(design, 'web-1', 'db-1');
    const asked = (drawing?.blocks ?? []).filter(({ direction }) => direction === 'forward');
    expect(asked.map(({ text, rank }) => `${rank} ${text}`)).toEqual([
      'first Blocked: acl-data',
      'later Blocked: sg-none',
    ]);
  });

  it('stands where a missing fact decides, with what it is missing of', () => {
    const acl = idOf(closed, 'acl-data');
    const known = closed.resources[acl];
    if (known?.kind !== 'networkAcl') throw new Error('acl-data is an ACL');
    const design: Design = {
      ...closed,
      resources: {
        ...closed.resources,
        [acl]: { ...known, entries: { $unknown: { why: 'not in the input' } } },
      },
    };
    const drawing = drawnPath(design, 'web-1', 'db-1');
    expect(drawing?.blocks).toMatchObject([
      { symbol: 'undetermined', text: 'Cannot tell: acl-data', step: 3 },
    ]);
    expect(drawing?.marks.flatMap(({ hops }) => hops)).not.toContain(3);
    // The numbers behind it lie between it and the end.
    const [symbol, last] = [drawing?.blocks[0]?.at, drawing?.marks.at(-1)?.at];
    const end = modelOf(design).places.boxes.get(idOf(design, 'db-1'));
    if (!symbol || !last || !end) throw new Error('all of them are drawn');
    const wayTo = ({ x, y }: { x: number; y: number }) =>
      Math.abs(x - end.x - end.width / 2) + Math.abs(y - end.y - end.height / 2);
    expect(wayTo(last)).toBeLessThan(wayTo(symbol));
  });

  it('takes more of the drawing the farther away it is', () => {
    const at = (zoom: number) => drawnPath(closed, 'web-1', 'db-1')?.extentAt(zoom)?.width ?? 0;
    expect(at(2)).toBe(at(1));
    expect(at(0.5)).toBeGreaterThan(at(1));
  });

  it('draws what a fix lets through as a ghost, the reply too', () => {
    const fixed = applyActions(closed, [
      {
        action: 'CreateNetworkAclEntry',
        resource: idOf(closed, 'acl-data'),
        parameters: {
          ruleNumber: 100,
          egress: true,
          protocol: '-1',
          ruleAction: 'allow',
          cidrBlock: '0.0.0.0/0',
        },
      },
    ]);
    const question = { from: idOf(closed, 'web-1'), to: idOf(closed, 'db-1'), protocol: 'tcp', port: '443' };
    const now = askReach(compile(closed), question);
    const after = askReach(compile(fixed), question);
    if (!now.ok || !after.ok) throw new Error('the question can be asked');
    const drawing = drawPath(modelOf(closed), after.value, 'both', 'en', now.value);
    expect(tones(drawing)).toBe('ghost ok');
    expect(drawing?.blocks).toEqual([]);
  });

  it('puts a packet without a public address down to the gateway that drops it', () => {
    const drawing = drawnPath(open, 'internet', 'db-1');
    expect(drawing?.blocks[0]).toMatchObject({ rank: 'first', text: 'Blocked: igw' });
    expect(drawing?.steps[0]).toBe(idOf(open, 'igw'));
  });

  it('tells where each step happens', () => {
    const drawing = drawnPath(closed, 'web-1', 'db-1');
    const name = (key: string | undefined) =>
      key === undefined ? '' : (modelOf(closed).items.get(key)?.name ?? '');
    expect(drawing?.steps.map(name)).toEqual(['web-1', 'web', 'web', 'data', 'db-1', 'db-1', 'db-1', 'data']);
  });

  it('lights what is on the way with the containers around it', () => {
    const on = drawnPath(open, 'web-1', 'app-1')?.on ?? new Set();
    for (const name of ['web-1', 'web', 'prod', 'app', 'app-1'])
      expect(on.has(idOf(open, name)), name).toBe(true);
    for (const name of ['db-1', 'data', 'igw']) expect(on.has(idOf(open, name)), name).toBe(false);
  });

  it('keeps marks apart from each other', () => {
    for (const [from, to] of [
      ['web-1', 'app-1'],
      ['app-1', 'internet'],
      ['web-1', 'db-1'],
    ] as const) {
      const { marks } = drawnPath(open, from, to) ?? { marks: [] };
      for (const [index, mark] of marks.entries()) {
        for (const other of marks.slice(index + 1)) {
          expect(
            Math.max(Math.abs(mark.at.x - other.at.x), Math.abs(mark.at.y - other.at.y)),
          ).toBeGreaterThanOrEqual(14);
        }
      }
    }
  });
});

describe('along a line', () => {
  const line = [
    { x: 0, y: 0 },
    { x: 10, y: 0 },
    { x: 10, y: 20 },
  ];
  const points: readonly (readonly [number, { x: number; y: number }])[] = [
    [0, { x: 0, y: 0 }],
    [4, { x: 4, y: 0 }],
    [10, { x: 10, y: 0 }],
    [25, { x: 10, y: 15 }],
    [99, { x: 10, y: 20 }],
  ];
  it.each(points)('%d is at %j', (along, point) => {
    expect(pointAt(line, along)).toEqual(point);
  });

  it('cuts into two parts that meet', () => {
    const [head, tail] = cutAt(line, 15);
    expect(head).toEqual([
      { x: 0, y: 0 },
      { x: 10, y: 0 },
      { x: 10, y: 5 },
    ]);
    expect(tail).toEqual([
      { x: 10, y: 5 },
      { x: 10, y: 20 },
    ]);
  });
});
