import { describe, expect, it } from 'vitest';
import { addResource, emptyDesign, nameOf, type Design, type Kind } from '../model/index.ts';
import { connectionText, makeConnection, partnersOf, whyNotConnected } from './connecting.ts';
import { createAppStore } from './store.ts';

/** A VPC with two subnets, an instance in each, a gateway and a group. */
function drawn(): Design {
  let state = 7;
  const random = () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
  let design = emptyDesign('t');
  const add = (kind: Kind, under?: string): string => {
    const added = addResource(design, { kind, ...(under === undefined ? {} : { under }) }, random);
    if (!added.ok) throw new Error(added.problem.message.en);
    ({ design } = added.value);
    return added.value.id;
  };
  const vpc = add('vpc');
  const subnets = [add('subnet', vpc), add('subnet', vpc)];
  for (const subnet of subnets) add('instance', subnet);
  add('internetGateway', vpc);
  add('securityGroup', vpc);
  return design;
}

const design = drawn();
const id = (name: string): string =>
  Object.keys(design.resources).find((key) => {
    const resource = design.resources[key];
    return resource && nameOf(resource) === name;
  }) ?? name;
const names = (ids: readonly string[]) =>
  ids.map((key) => nameOf(design.resources[key] ?? { kind: 'vpc' }) ?? key);

describe('what can be connected', () => {
  it('is told from either end, but no route to an instance is drawn from the instance', () => {
    expect(names(partnersOf(design, id('subnet-1'))).toSorted()).toEqual([
      'acl-1',
      'igw-1',
      'instance-1',
      'instance-2',
      'rtb-1',
    ]);
    expect(names(partnersOf(design, id('igw-1'))).toSorted()).toEqual(['subnet-1', 'subnet-2']);
    expect(names(partnersOf(design, id('instance-1'))).toSorted()).toEqual(['instance-2', 'sg-1']);
  });

  const texts: readonly (readonly [string, string, string | undefined])[] = [
    ['subnet-1', 'igw-1', 'route 0.0.0.0/0 to igw-1 in a new table, rtb-subnet-1'],
    ['igw-1', 'subnet-1', 'route 0.0.0.0/0 to igw-1 in a new table, rtb-subnet-1'],
    ['sg-1', 'instance-1', 'add instance-1 to sg-1'],
    ['instance-1', 'instance-2', 'allow traffic: choose the port next'],
    ['instance-1', 'igw-1', undefined],
  ];
  it.each(texts)('%s and %s: %s', (one, other, expected) => {
    expect(connectionText(design, id(one), id(other))?.en).toBe(expected);
    expect(whyNotConnected(design, id(one), id(other)) === undefined).toBe(expected !== undefined);
  });

  it('asks for the path where traffic is to be allowed, and changes nothing yet', () => {
    const store = createAppStore({ design });
    expect(makeConnection(store, id('instance-1'), id('instance-2'))).toBe(true);
    const { view, version } = store.api.getState();
    expect(version).toBe(0);
    expect(view).toMatchObject({ lens: 'path', path: { from: id('instance-1'), to: id('instance-2') } });
  });

  it('asks what a rule between two groups is to let through, and makes it then', () => {
    const store = createAppStore({ design });
    const [from, to] = [id('sg-1'), id('default')];
    expect(connectionText(design, from, to)?.en).toBe('rule in default from sg-1: choose the port next');
    expect(makeConnection(store, from, to)).toBe(true);
    expect(store.api.getState()).toMatchObject({ version: 0, view: { allowing: { from, to } } });
    expect(makeConnection(store, from, to, { ipProtocol: 'tcp', fromPort: 443, toPort: 443 })).toBe(true);
    expect(store.api.getState().history.undo.map(({ label }) => label.en)).toEqual([
      'Connect sg-1 to default',
    ]);
  });

  it('is one step that says what it was', () => {
    const store = createAppStore({ design });
    expect(makeConnection(store, id('subnet-1'), id('igw-1'))).toBe(true);
    expect(store.api.getState().history.undo.map(({ label }) => label.en)).toEqual([
      'Connect subnet-1 to igw-1',
    ]);
  });
});
