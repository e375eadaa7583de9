import { describe, expect, it } from 'vitest';
import {
  addResource,
  applyActions,
  emptyDesign,
  nameOf,
  rename,
  setField,
  type Design,
  type Kind,
} from '../model/index.ts';
import { completed, placedAll, refitted } from './placing.ts';

function seeded(): () => number {
  let state = 3;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
}

const idOf = (design: Design, name: string): string =>
  Object.entries(design.resources).find(([, resource]) => nameOf(resource) === name)?.[0] ?? name;

/** A VPC with a subnet and two cards, each with its place. */
const drawn = (() => {
  const random = seeded();
  let design = emptyDesign('t');
  let under: string | undefined;
  for (const kind of ['vpc', 'subnet', 'instance', 'instance'] as const satisfies readonly Kind[]) {
    const added = addResource(design, { kind, ...(under === undefined ? {} : { under }) }, random);
    if (!added.ok) throw new Error(added.problem.message.en);
    design = placedAll(added.value.design, [added.value.id]);
    if (kind !== 'instance') under = added.value.id;
  }
  return design;
})();

describe('places for what an edit adds', () => {
  it('everything drawn has one, and a fix that adds a gateway and a NAT gateway gives them theirs', () => {
    const after = completed(
      applyActions(drawn, [
        {
          action: 'CreateInternetGateway',
          resource: idOf(drawn, 'vpc-1'),
          parameters: { internetGatewayId: 'igw-x1' },
        },
        { action: 'AllocateAddress', resource: 'eipalloc-x1', parameters: {} },
        {
          action: 'CreateNatGateway',
          resource: idOf(drawn, 'subnet-1'),
          parameters: { natGatewayId: 'nat-x1', allocationId: 'eipalloc-x1' },
        },
      ]),
    );
    expect(Object.keys(after.layout)).toEqual(expect.arrayContaining(['igw-x1', 'nat-x1', 'internet']));
    expect(Object.keys(after.layout)).not.toContain('eipalloc-x1');
    expect(completed(drawn)).toBe(drawn);
  });
});

describe('cards after an edit', () => {
  const id = idOf(drawn, 'instance-1');
  const other = idOf(drawn, 'instance-2');
  const width = (design: Design, key: string) => design.layout[key]?.width ?? 0;

  it('grow with a longer name, and their neighbours make room', () => {
    const after = refitted(drawn, rename(drawn, id, 'a-much-longer-name'));
    expect(width(after, id)).toBeGreaterThan(width(drawn, id));
    const [first, second] = [after.layout[id], after.layout[other]];
    const apart =
      (second?.x ?? 0) >= (first?.x ?? 0) + (first?.width ?? 0) ||
      (second?.y ?? 0) >= (first?.y ?? 0) + (first?.height ?? 0);
    expect(apart).toBe(true);
  });

  it('grow with the mark of a public address, also one that the subnet gives', () => {
    expect(width(refitted(drawn, setField(drawn, id, 'associatePublicIpAddress', true)), id)).toBeGreaterThan(
      width(drawn, id),
    );
    const subnet = setField(drawn, idOf(drawn, 'subnet-1'), 'mapPublicIpOnLaunch', true);
    expect(width(refitted(drawn, subnet), other)).toBeGreaterThan(width(drawn, other));
  });

  it('stay as they are otherwise', () => {
    const shorter = rename(drawn, id, 'a');
    expect(refitted(drawn, shorter)).toBe(shorter);
    const moved = { ...drawn, name: 'other' };
    expect(refitted(drawn, moved)).toBe(moved);
  });
});
