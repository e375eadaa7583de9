import { describe, expect, it } from 'vitest';
import type { Design } from '../design.ts';
import { duplicate } from './duplicate.ts';
import { drawn, idOf, named, seeded } from './edits.test-support.ts';
import { rename, setField } from './members.ts';
import { moveInto, setBoxes } from './move.ts';

const network = [
  'vpc prod',
  'vpc other',
  'subnet web in prod',
  'subnet app in prod',
  'instance box in web',
  'instance two in web',
  'subnet far in other',
  'internetGateway igw in prod',
  'internetGateway igw-2 in other',
];

function moved(design: Design, name: string, under: string | undefined, zone?: string) {
  return moveInto(design, {
    id: idOf(design, name),
    under: under === undefined ? undefined : idOf(design, under),
    ...(zone === undefined ? {} : { zone }),
  });
}

describe('moving into another container', () => {
  it('gives an instance an address there', () => {
    const design = drawn(network);
    const done = moved(design, 'two', 'app');
    expect(done.ok && named(done.value.design, 'two')).toMatchObject({
      subnetId: idOf(design, 'app'),
      privateIpAddress: '10.0.1.4',
    });
    expect(done.ok && done.value.notes).toEqual([]);
  });

  it('drops groups of another VPC, gives the default one, and says so', () => {
    const design = drawn(network);
    const done = moved(design, 'box', 'far');
    expect(done.ok && named(done.value.design, 'box')).toMatchObject({
      subnetId: idOf(design, 'far'),
      privateIpAddress: '10.1.0.4',
    });
    const box = done.ok ? named(done.value.design, 'box') : undefined;
    const groups =
      box?.kind === 'instance' && Array.isArray(box.securityGroupIds) ? box.securityGroupIds : [];
    expect(groups.map((id: string) => design.resources[id])).toMatchObject([
      { groupName: 'default', vpcId: idOf(design, 'other') },
    ]);
    expect(done.ok && done.value.notes.map(({ en }) => en)).toEqual([
      'box left default: it belongs to another VPC than other',
    ]);
  });

  it('gives a subnet a block of the other VPC, and its instances addresses in it', () => {
    const design = drawn(network);
    const done = moved(design, 'web', 'other');
    if (!done.ok) throw new Error(done.problem.message.en);
    expect(named(done.value.design, 'web')).toMatchObject({
      vpcId: idOf(design, 'other'),
      cidrBlock: '10.1.1.0/24',
    });
    expect(named(done.value.design, 'box')).toMatchObject({ privateIpAddress: '10.1.1.4' });
    expect(named(done.value.design, 'two')).toMatchObject({ privateIpAddress: '10.1.1.5' });
  });

  it('takes the zone of the frame', () => {
    const done = moved(drawn(network), 'web', 'prod', 'ap-northeast-1d');
    expect(done.ok && named(done.value.design, 'web')).toMatchObject({
      availabilityZone: 'ap-northeast-1d',
      cidrBlock: '10.0.0.0/24',
    });
  });

  const refused: readonly (readonly [string, string | undefined, string])[] = [
    ['igw', 'other', 'other already has igw-2. A VPC takes one.'],
    ['box', undefined, 'Drop it in a subnet'],
    ['box', 'prod', 'Drop it in a subnet of prod'],
    ['prod', 'web', 'A container cannot stand in itself'],
    ['prod', 'other', 'Drop it outside other'],
  ];
  it.each(refused)('%s into %s is refused: %s', (name, under, sentence) => {
    const done = moved(drawn(network), name, under);
    expect(done.ok ? 'moved' : done.problem.message.en).toBe(sentence);
  });

  it('a gateway may stay where it is', () => {
    expect(moved(drawn(network), 'igw', 'prod').ok).toBe(true);
  });
});

describe('boxes', () => {
  it('change what they name, and nothing when they are the same', () => {
    const design = drawn(['vpc prod']);
    const id = idOf(design, 'prod');
    const placed = setBoxes(design, { [id]: { x: 1, y: 2, width: 304, height: 200 } });
    expect(setBoxes(placed, { [id]: { x: 1, y: 2, width: 304, height: 200 } })).toBe(placed);
    expect(placed.resources).toBe(design.resources);
  });
});

describe('duplicating', () => {
  const copy = (name: string) => {
    const design = drawn(network);
    const done = duplicate(design, [idOf(design, name)], seeded(9));
    if (!done.ok) throw new Error(done.problem.message.en);
    return { design: done.value.design, before: design, id: done.value.ids[0] ?? '' };
  };

  it('an instance gets the next address and number', () => {
    const { design, id } = copy('box');
    expect(design.resources[id]).toMatchObject({ tags: { Name: 'box-2' }, privateIpAddress: '10.0.0.6' });
  });

  it('a subnet gets the next block, and its instances stand in it', () => {
    const { design, id, before } = copy('web');
    expect(design.resources[id]).toMatchObject({ tags: { Name: 'web-2' }, cidrBlock: '10.0.2.0/24' });
    expect(named(design, 'box-2')).toMatchObject({ subnetId: id, privateIpAddress: '10.0.2.4' });
    expect(named(design, 'box')).toBe(named(before, 'box'));
  });

  it('a VPC gets the next block, moves all blocks inside it, and brings tables and groups of its own', () => {
    const { design, id } = copy('prod');
    expect(design.resources[id]).toMatchObject({ cidrBlock: '10.2.0.0/16' });
    expect(named(design, 'app-2')).toMatchObject({ vpcId: id, cidrBlock: '10.2.1.0/24' });
    const groups = Object.values(design.resources).filter(
      (resource) => resource.kind === 'securityGroup' && resource.vpcId === id,
    );
    expect(groups).toHaveLength(1);
  });

  it('a gateway is refused: a VPC takes one', () => {
    const design = drawn(network);
    const done = duplicate(design, [idOf(design, 'igw')], seeded(9));
    expect(done.ok ? 'copied' : done.problem.code).toBe('already-attached');
  });
});

describe('setting members', () => {
  it('does not write what AWS takes by default, and clears with undefined', () => {
    const design = drawn(['vpc prod', 'subnet web in prod', 'instance box in web']);
    const id = idOf(design, 'box');
    const off = setField(design, id, 'sourceDestCheck', false);
    expect(off.resources[id]).toMatchObject({ sourceDestCheck: false });
    expect(setField(off, id, 'sourceDestCheck', true).resources[id]).toEqual(design.resources[id]);
    expect(setField(off, id, 'sourceDestCheck', undefined).resources[id]).toEqual(design.resources[id]);
  });

  it('opens an unmodified default ACL for IPv6 with the first IPv6 block (NA-2)', () => {
    const design = drawn(['vpc prod']);
    const six = setField(design, idOf(design, 'prod'), 'ipv6CidrBlockAssociationSet', [
      { ipv6CidrBlock: '2001:db8::/56' },
    ]);
    expect(named(six, 'acl-1')).toMatchObject({
      entries: [
        { ruleNumber: 100 },
        { ruleNumber: 101, ipv6CidrBlock: '::/0' },
        { ruleNumber: 100, egress: true },
        { ruleNumber: 101, egress: true },
      ],
    });
  });

  const names: readonly (readonly [string, string, unknown])[] = [
    ['prod', 'shop', { tags: { Name: 'shop' } }],
    ['prod', '  ', { tags: undefined }],
    ['sg-1', 'sg-web', { groupName: 'sg-web', tags: undefined }],
  ];
  it.each(names)('renaming %s to %j', (before, after, expected) => {
    const design = drawn(['vpc prod', 'securityGroup sg-1 in prod']);
    const id = idOf(design, before);
    for (const [name, value] of Object.entries(expected as object)) {
      expect(
        Object.entries(rename(design, id, after).resources[id] ?? {}).find(([key]) => key === name)?.[1],
      ).toEqual(value);
    }
  });
});
