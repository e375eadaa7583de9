import { describe, expect, it } from 'vitest';
import { nameOf, resourcesOfKind, type Design } from '../design.ts';
import { known } from '../unknown.ts';
import { addResource } from './add.ts';
import { copyOut, cutOut } from './clip.ts';
import { connect } from './connect.ts';
import { drawn, idOf, named, seeded } from './edits.test-support.ts';
import { rename, setField } from './members.ts';
import { setBoxes } from './move.ts';
import { paste, type Pasted } from './paste.ts';

const network = ['vpc prod', 'subnet web in prod', 'subnet app-a in prod', 'instance box in app-a'];

/** The network with a group and a table that are called something. */
function prepared(lines: readonly string[] = network): Design {
  let design = drawn([...lines, 'natGateway nat-a in web']);
  const group = addResource(design, { kind: 'securityGroup', under: idOf(design, 'prod') }, seeded(5));
  if (!group.ok) throw new Error(group.problem.message.en);
  design = rename(group.value.design, group.value.id, 'sg-app');
  design = setField(design, group.value.id, 'groupName', 'sg-app');
  design = setField(design, idOf(design, 'box'), 'securityGroupIds', [group.value.id]);
  const made = connect(design, { from: idOf(design, 'app-a'), to: idOf(design, 'nat-a') }, seeded(6));
  if (!made.ok) throw new Error(made.problem.message.en);
  const boxes = Object.entries(made.value.design.resources).map(
    ([id], index) => [id, { x: index * 8, y: 0, width: 112, height: 48 }] as const,
  );
  return setBoxes(made.value.design, Object.fromEntries(boxes));
}

function pasted(design: Design, from: Design, names: readonly string[], under?: string): Pasted {
  const clip = copyOut(
    from,
    names.map((name) => idOf(from, name)),
  );
  if (!clip) throw new Error('nothing to copy');
  // As it comes back from the clipboard of another tab.
  const read = structuredClone(clip);
  const made = paste(design, read, under === undefined ? {} : { under: idOf(design, under) }, seeded(9));
  if (!made.ok) throw new Error(made.problem.message.en);
  return made.value;
}

const groupsOf = (design: Design, name: string): (string | undefined)[] => {
  const holder = named(design, name);
  const ids = holder?.kind === 'instance' ? (known(holder.securityGroupIds) ?? []) : [];
  return ids.map((id) => {
    const group = design.resources[id];
    return group && nameOf(group);
  });
};

const tablesOf = (design: Design, name: string): (string | undefined)[] =>
  resourcesOfKind(design, 'routeTable')
    .filter(([, table]) =>
      (known(table.associations) ?? []).some((item) => item.subnetId === idOf(design, name)),
    )
    .map(([, table]) => nameOf(table));

describe('pasting in the same design', () => {
  it('gives a subnet the next block, the next name, and the same table and groups', () => {
    const before = prepared();
    const { design, missing, ids } = pasted(before, before, ['app-a'], 'prod');
    expect(ids.map((id) => nameOf(design.resources[id] ?? { kind: 'vpc' }))).toEqual(['app-a-2']);
    expect(named(design, 'app-a-2')).toMatchObject({ kind: 'subnet', cidrBlock: '10.0.2.0/24' });
    expect(named(design, 'box-2')).toMatchObject({
      subnetId: idOf(design, 'app-a-2'),
      privateIpAddress: '10.0.2.4',
    });
    expect(groupsOf(design, 'box-2')).toEqual(['sg-app']);
    expect(tablesOf(design, 'app-a-2')).toEqual(['rtb-app-a']);
    expect(missing).toEqual([]);
  });

  it('gives an instance the next address of the subnet it is pasted in', () => {
    const before = prepared();
    const same = pasted(before, before, ['box'], 'app-a').design;
    expect(named(same, 'box-2')).toMatchObject({ privateIpAddress: '10.0.1.5' });
    const other = pasted(before, before, ['box'], 'web').design;
    expect(named(other, 'box-2')).toMatchObject({
      subnetId: idOf(other, 'web'),
      privateIpAddress: '10.0.0.5',
    });
  });

  it('goes back to where it was copied when nothing says where', () => {
    const before = prepared();
    const { design } = pasted(before, before, ['box']);
    expect(named(design, 'box-2')).toMatchObject({ subnetId: idOf(design, 'app-a') });
  });

  it('copies a VPC with all that is in it, and its routes lead to the copies', () => {
    const before = prepared();
    const { design } = pasted(before, before, ['prod']);
    expect(named(design, 'prod-2')).toMatchObject({ cidrBlock: '10.1.0.0/16' });
    expect(named(design, 'app-a-2')).toMatchObject({ cidrBlock: '10.1.1.0/24' });
    expect(named(design, 'box-2')).toMatchObject({ privateIpAddress: '10.1.1.4' });
    const table = named(design, 'rtb-app-a-2');
    expect(table).toMatchObject({ routes: [{ natGatewayId: idOf(design, 'nat-a-2') }] });
    expect(groupsOf(design, 'box-2')).toEqual(['sg-app-2']);
  });

  it('takes along no address and no interface that only the original has', () => {
    let before = prepared();
    const [nat, box] = [idOf(before, 'nat-a'), idOf(before, 'box')];
    const allocation = resourcesOfKind(before, 'elasticIp')[0]?.[0] ?? '';
    before = setField(before, nat, 'natGatewayAddresses', [
      {
        allocationId: allocation,
        publicIp: '203.0.113.9',
        privateIp: '10.0.0.9',
        networkInterfaceId: 'eni-1',
      },
    ]);
    before = {
      ...before,
      resources: {
        ...before.resources,
        'eni-far': { kind: 'networkInterface', subnetId: idOf(before, 'web') },
        'eni-near': {
          kind: 'networkInterface',
          subnetId: idOf(before, 'app-a'),
          attachment: { instanceId: 'i-elsewhere', deviceIndex: 1 },
          privateIpAddresses: [
            {
              privateIpAddress: '10.0.1.30',
              association: { publicIp: '203.0.113.10', allocationId: 'eip-2' },
            },
          ],
        },
      },
    };
    before = setField(before, box, 'networkInterfaceIds', ['eni-far']);
    const { design, ids } = pasted(before, before, ['app-a'], 'prod');
    const copies = Object.entries(design.resources).filter(([id]) => !Object.hasOwn(before.resources, id));
    const text = JSON.stringify(copies);
    expect(ids.length).toBe(1);
    for (const own of ['203.0.113', 'eni-1', 'eni-far', 'i-elsewhere', 'eip-2'])
      expect(text).not.toContain(own);
    const again = pasted(before, before, ['nat-a'], 'web').design;
    const copy = named(again, 'nat-a-2');
    expect(copy).toEqual(
      expect.objectContaining({
        natGatewayAddresses: [{ allocationId: idOf(again, 'eip-2'), privateIp: '10.0.0.4' }],
      }),
    );
    expect(JSON.stringify(copy)).not.toContain('203.0.113');
  });

  it('refuses a place that cannot take it, in the words of a drop', () => {
    const before = prepared();
    const clip = copyOut(before, [idOf(before, 'box')]);
    const made = clip && paste(before, clip, { under: idOf(before, 'prod') }, seeded(9));
    expect(made && !made.ok && made.problem.message.en).toBe('Drop it in a subnet of prod');
  });
});

describe('pasting in another design', () => {
  const target = drawn(['vpc shop', 'subnet front in shop']);

  it('takes a new block, and lists what is not there', () => {
    const { design, missing } = pasted(target, prepared(), ['app-a'], 'shop');
    expect(named(design, 'app-a')).toMatchObject({ vpcId: idOf(design, 'shop'), cidrBlock: '10.0.1.0/24' });
    expect(missing.toSorted()).toEqual(['rtb-app-a', 'sg-app']);
    expect(groupsOf(design, 'box')).toEqual(['default']);
    expect(tablesOf(design, 'app-a')).toEqual([]);
  });

  it('links to what has the same name, if only one has it', () => {
    const added = addResource(target, { kind: 'securityGroup', under: idOf(target, 'shop') }, seeded(21));
    if (!added.ok) throw new Error(added.problem.message.en);
    const one = setField(added.value.design, added.value.id, 'groupName', 'sg-app');
    const linked = pasted(one, prepared(), ['app-a'], 'shop');
    expect(groupsOf(linked.design, 'box')).toEqual(['sg-app']);
    expect(linked.missing).toEqual(['rtb-app-a']);
    const again = addResource(one, { kind: 'securityGroup', under: idOf(one, 'shop') }, seeded(11));
    if (!again.ok) throw new Error(again.problem.message.en);
    const two = setField(again.value.design, again.value.id, 'groupName', 'sg-app');
    expect(pasted(two, prepared(), ['app-a'], 'shop').missing).toContain('sg-app');
  });

  it('takes a zone of the Region that it comes to', () => {
    const there = setField(target, idOf(target, 'shop'), 'region', 'eu-west-1');
    const bare = setField(there, idOf(there, 'front'), 'availabilityZone', undefined);
    const { design } = pasted(bare, prepared(), ['app-a'], 'shop');
    expect(named(design, 'app-a')).toMatchObject({ availabilityZone: 'eu-west-1a' });
  });

  it('keeps a route whose target is not there, leading nowhere, and says so', () => {
    const from = prepared();
    const { design, missing } = pasted(target, from, ['rtb-app-a'], 'shop');
    expect(named(design, 'rtb-app-a')).toMatchObject({ routes: [{ natGatewayId: idOf(from, 'nat-a') }] });
    expect(missing).toContain('nat-a');
  });
});

describe('cutting and pasting', () => {
  it('puts back the same resource with all that referred to it, in its new container', () => {
    const before = prepared();
    const { clip, removed } = cutOut(before, [idOf(before, 'nat-a')]);
    expect(named(removed.design, 'nat-a')).toBeUndefined();
    const made = clip && paste(removed.design, clip, { under: idOf(before, 'app-a') }, seeded(9));
    if (!made || !made.ok) throw new Error('not pasted');
    const { design } = made.value;
    expect(made.value.ids).toEqual([idOf(before, 'nat-a')]);
    expect(named(design, 'nat-a')).toMatchObject({ subnetId: idOf(before, 'app-a') });
    expect(named(design, 'rtb-app-a')).toMatchObject({ routes: [{ natGatewayId: idOf(before, 'nat-a') }] });
    expect(resourcesOfKind(design, 'elasticIp')).toEqual(resourcesOfKind(before, 'elasticIp'));
  });

  it('puts memberships back too, unless they were changed since', () => {
    const before = prepared();
    const { clip, removed } = cutOut(before, [idOf(before, 'sg-app')]);
    expect(groupsOf(removed.design, 'box')).toEqual([]);
    const back = clip && paste(removed.design, clip, {}, seeded(9));
    expect(back && back.ok && groupsOf(back.value.design, 'box')).toEqual(['sg-app']);
    const changed = setField(removed.design, idOf(before, 'box'), 'instanceType', 't3.micro');
    const kept = clip && paste(changed, clip, {}, seeded(9));
    expect(kept && kept.ok && groupsOf(kept.value.design, 'box')).toEqual([]);
  });

  it('pasted a second time makes a copy', () => {
    const before = prepared();
    const { clip, removed } = cutOut(before, [idOf(before, 'box')]);
    if (!clip) throw new Error('nothing cut');
    const once = paste(removed.design, clip, { under: idOf(before, 'web') }, seeded(9));
    if (!once.ok) throw new Error(once.problem.message.en);
    const twice = paste(once.value.design, clip, { under: idOf(before, 'web') }, seeded(10));
    expect(twice.ok && named(twice.value.design, 'box-2')).toMatchObject({ privateIpAddress: '10.0.0.6' });
  });
});
