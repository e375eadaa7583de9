import { describe, expect, it } from 'vitest';
import { resourceOfKind, type Design, type ResourceId } from '../design.ts';
import { known } from '../unknown.ts';
import { addResource } from './add.ts';
import { copyOut } from './clip.ts';
import { duplicate } from './duplicate.ts';
import { drawn, idOf, seeded } from './edits.test-support.ts';
import { setField } from './members.ts';
import { moveInto } from './move.ts';
import { paste } from './paste.ts';

const network = [
  'vpc prod',
  'subnet web in prod',
  'subnet db in prod',
  'vpc other',
  'instance one in web',
  'natGateway nat-a in web',
  'instance two in web',
];

const addressesOf = (design: Design, nat: ResourceId): readonly unknown[] =>
  (known(resourceOfKind(design, nat, 'natGateway')?.natGatewayAddresses) ?? []).map((item) => item.privateIp);

/** Each edit with the NAT gateway that it leaves, and the subnet in which the next instance is added. */
type Edit = (design: Design) => readonly [Design, nat: ResourceId];

const added: Edit = (design) => [design, idOf(design, 'nat-a')];

const copied =
  (what: string): Edit =>
  (design) => {
    const made = duplicate(design, [idOf(design, what)], seeded(7));
    if (!made.ok) throw new Error(made.problem.message.en);
    return [made.value.design, idOf(made.value.design, 'nat-a-2')];
  };

const movedTo =
  (what: string, where: string): Edit =>
  (design) => {
    const made = moveInto(design, { id: idOf(design, what), under: idOf(design, where) });
    if (!made.ok) throw new Error(made.problem.message.en);
    return [made.value.design, idOf(made.value.design, 'nat-a')];
  };

const pastedInto =
  (what: string, where: string): Edit =>
  (design) => {
    const clip = copyOut(design, [idOf(design, what)]);
    const made = clip && paste(design, clip, { under: idOf(design, where) }, seeded(7));
    if (!made?.ok) throw new Error(made?.problem.message.en ?? what);
    return [made.value.design, idOf(made.value.design, 'nat-a-2')];
  };

const ofAnother: Edit = (design) => {
  const nat = idOf(design, 'nat-a');
  const addresses = [{ privateIp: '10.0.0.9', isPrimary: true }, { privateIp: '10.0.0.10' }];
  const [made] = copied('nat-a')(setField(design, nat, 'natGatewayAddresses', addresses));
  return [made, idOf(made, 'nat-a-2')];
};

describe('the private address of a NAT gateway', () => {
  it.each<readonly [why: string, edit: Edit, expected: readonly unknown[]]>([
    ['is the next free one of its subnet', added, ['10.0.0.5']],
    ['duplicated: the next free one', copied('nat-a'), ['10.0.0.7']],
    ['duplicated with others of its own: AWS’s choice for those', ofAnother, ['10.0.0.5', undefined]],
    ['duplicated with its subnet: the same place in the new block', copied('web'), ['10.0.2.5']],
    ['moved: one of its new subnet', movedTo('nat-a', 'db'), ['10.0.1.4']],
    ['moved where it stands: its own', movedTo('nat-a', 'web'), ['10.0.0.5']],
    ['moved with its subnet: one of the new block', movedTo('web', 'other'), ['10.1.0.5']],
    ['pasted beside it: the next free one', pastedInto('nat-a', 'web'), ['10.0.0.7']],
    ['pasted elsewhere: one of that subnet', pastedInto('nat-a', 'db'), ['10.0.1.4']],
  ])('%s', (_, edit, expected) => {
    const [design, nat] = edit(drawn(network));
    expect(addressesOf(design, nat)).toEqual(expected);
  });

  it('is given to nothing else', () => {
    const design = drawn(network);
    expect(['one', 'two'].map((name) => design.resources[idOf(design, name)])).toMatchObject([
      { privateIpAddress: '10.0.0.4' },
      { privateIpAddress: '10.0.0.6' },
    ]);
  });

  it('is refused where the subnet is full', () => {
    let design = drawn(['vpc prod', 'subnet web in prod']);
    design = setField(design, idOf(design, 'web'), 'cidrBlock', '10.0.0.0/28');
    const names = Array.from({ length: 11 }, (_, index) => `natGateway nat-${index} in web`);
    design = drawn(names, design);
    const made = addResource(design, { kind: 'natGateway', under: idOf(design, 'web') }, seeded());
    expect(made.ok ? 'added' : made.problem.message.en).toBe('web has no free address');
  });
});
