import { describe, expect, it } from 'vitest';
import { nameOf, type Design } from '../design.ts';
import { connect } from './connect.ts';
import { setBoxes } from './move.ts';
import { setField } from './members.ts';
import { removeResources } from './remove.ts';
import { drawn, idOf, named, seeded } from './edits.test-support.ts';

const network = [
  'vpc prod',
  'subnet web in prod',
  'subnet app in prod',
  'natGateway nat-a in web',
  'internetGateway igw in prod',
  'instance box in web',
];

function routed(): Design {
  const start = drawn(network);
  const made = connect(start, { from: idOf(start, 'app'), to: idOf(start, 'nat-a') }, seeded(3));
  if (!made.ok) throw new Error(made.problem.message.en);
  return made.value.design;
}

const names = (design: Design): string[] =>
  Object.values(design.resources)
    .map((resource) => nameOf(resource) ?? '')
    .sort();

describe('removing', () => {
  const cases: readonly (readonly [readonly string[], readonly string[], string | undefined])[] = [
    [
      ['box'],
      ['acl-1', 'app', 'default', 'eip-1', 'igw', 'nat-a', 'prod', 'rtb-1', 'rtb-app', 'web'],
      undefined,
    ],
    [
      ['nat-a'],
      ['acl-1', 'app', 'box', 'default', 'igw', 'prod', 'rtb-1', 'rtb-app', 'web'],
      '1 route to nat-a now leads nowhere',
    ],
    [
      ['web'],
      ['acl-1', 'app', 'default', 'igw', 'prod', 'rtb-1', 'rtb-app'],
      'nat-a, box went too; 1 route to nat-a now leads nowhere',
    ],
    [['prod'], ['igw'], 'web, app, nat-a and 1 more went too'],
    [['rtb-1'], names(routed()), undefined],
    [['nothing'], names(routed()), undefined],
  ];
  it.each(cases)('%j leaves %j', (wanted, left, also) => {
    const design = routed();
    const removed = removeResources(
      design,
      wanted.map((name) => idOf(design, name)),
    );
    expect(names(removed.design)).toEqual([...left].sort());
    expect(removed.also?.en).toBe(also);
  });

  it('tells of an instance alone, though its interface goes with it', () => {
    const design = routed();
    const [subnetId, instanceId] = [idOf(design, 'web'), idOf(design, 'box')];
    const attachment = { instanceId, deviceIndex: 0, deleteOnTermination: true };
    const resources = {
      ...design.resources,
      'eni-1': { kind: 'networkInterface', subnetId, attachment },
    } as const;
    const removed = removeResources({ ...design, resources }, [instanceId]);
    expect(removed.ids).toEqual([instanceId, 'eni-1']);
    expect(removed.also).toBeUndefined();
  });

  it('leaves a route that dangles, drops an association, and keeps what a list else holds', () => {
    const design = routed();
    const without = removeResources(design, [idOf(design, 'nat-a'), idOf(design, 'app')]).design;
    expect(named(without, 'rtb-app')).toMatchObject({
      routes: [{ destinationCidrBlock: '0.0.0.0/0', natGatewayId: idOf(design, 'nat-a') }],
      associations: [],
    });
  });

  it('drops a group from its members and from the rules that name it', () => {
    const start = drawn([
      'vpc prod',
      'subnet web in prod',
      'instance box in web',
      'securityGroup sg-a in prod',
      'securityGroup sg-b in prod',
    ]);
    const a = idOf(start, 'sg-a');
    const b = idOf(start, 'sg-b');
    const member = setField(start, idOf(start, 'box'), 'securityGroupIds', [a, b]);
    const design = setField(member, b, 'rules', [
      { ipProtocol: '-1', referencedGroupInfo: { groupId: a } },
      { ipProtocol: '-1', cidrIpv4: '10.0.0.0/8' },
    ]);
    const removed = removeResources(design, [a]).design;
    expect(named(removed, 'box')).toMatchObject({ securityGroupIds: [b] });
    expect(named(removed, 'sg-b')).toMatchObject({ rules: [{ ipProtocol: '-1', cidrIpv4: '10.0.0.0/8' }] });
  });

  it('says what stays until its VPC goes', () => {
    const design = drawn(network);
    expect(removeResources(design, [idOf(design, 'rtb-1')]).kept.map(({ en }) => en)).toEqual([
      'rtb-1 goes only with prod',
    ]);
    expect(removeResources(design, [idOf(design, 'rtb-1'), idOf(design, 'prod')]).kept).toEqual([]);
  });

  it('keeps a gateway where it was on the canvas when its VPC goes', () => {
    const start = drawn(network);
    const design = setBoxes(start, {
      [idOf(start, 'prod')]: { x: 100, y: 40, width: 304, height: 200 },
      [idOf(start, 'igw')]: { x: 136, y: -16, width: 32, height: 32 },
    });
    expect(removeResources(design, [idOf(design, 'prod')]).design.layout).toEqual({
      [idOf(start, 'igw')]: { x: 236, y: 24, width: 32, height: 32 },
    });
  });
});
