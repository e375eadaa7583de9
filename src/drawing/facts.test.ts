import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  definitionOf,
  emptyDesign,
  kindNames,
  type Design,
  type Kind,
  type Resource,
} from '../model/index.ts';
import { factsAfter, factsOf, type DrawingFacts } from './facts.ts';

const base: Design = {
  ...emptyDesign('base'),
  resources: {
    'vpc-1': { kind: 'vpc', cidrBlock: '10.0.0.0/16' },
    'subnet-1': { kind: 'subnet', vpcId: 'vpc-1', cidrBlock: '10.0.0.0/24', mapPublicIpOnLaunch: true },
    'rtb-1': { kind: 'routeTable', vpcId: 'vpc-1', associations: [{ main: true }] },
    'i-1': { kind: 'instance', subnetId: 'subnet-1' },
    'i-2': { kind: 'instance', networkInterfaceIds: ['eni-2'] },
    'eni-2': {
      kind: 'networkInterface',
      subnetId: 'subnet-1',
      privateIpAddresses: [{ privateIpAddress: '10.0.0.7', association: { publicIp: '198.51.100.7' } }],
    },
    'nat-1': { kind: 'natGateway', natGatewayAddresses: [{ allocationId: 'eipalloc-1' }] },
    'eipalloc-1': { kind: 'elasticIp', publicIp: '198.51.100.8' },
    'sg-1': { kind: 'securityGroup', vpcId: 'vpc-1', groupName: 'web' },
  },
};

/** Facts as plain data, whichever way they were found. */
const told = (facts: DrawingFacts) => ({
  ofKind: kindNames.map((kind) => [kind, facts.ofKind(kind)]),
  cardOfInterface: facts.cardOfInterface,
  interfacesOfCard: facts.interfacesOfCard,
  publicAddressOfCard: facts.publicAddressOfCard,
  tableOfSubnet: facts.tableOfSubnet,
});

/** The same design, which nobody has read. */
const unread = (design: Design): Design => ({ ...design, resources: { ...design.resources } });

/** Members that may decide something, and values for them; of all other members one value is as good as another. */
const values: Readonly<Record<string, readonly unknown[]>> = {
  vpcId: ['vpc-1', 'vpc-2', undefined],
  subnetId: ['subnet-1', undefined],
  instanceId: ['i-1', 'i-2', undefined],
  natGatewayId: ['nat-1', undefined],
  networkInterfaceId: ['eni-2', undefined],
  networkInterfaceIds: [['eni-2'], [], undefined],
  attachment: [{ instanceId: 'i-1' }, undefined],
  privateIpAddresses: [[{ association: { publicIp: '203.0.113.9' } }], []],
  natGatewayAddresses: [[{ networkInterfaceId: 'eni-2' }], [{ publicIp: '203.0.113.9' }], undefined],
  publicIp: ['203.0.113.9', undefined],
  publicIpAddress: ['203.0.113.9', undefined],
  associatePublicIpAddress: [true, false, undefined],
  mapPublicIpOnLaunch: [true, false, undefined],
  associations: [[{ subnetId: 'subnet-1' }], [{ main: true }], [], undefined],
};

const change = fc
  .constantFrom(...Object.entries(base.resources))
  .chain(([id, { kind }]) =>
    fc
      .constantFrom('tags', ...Object.keys(definitionOf(kind).fields))
      .chain((member) =>
        fc.tuple(
          fc.constant(id),
          fc.constant(member),
          fc.constantFrom(...(values[member] ?? [undefined, { Name: 'other' }])),
        ),
      ),
  );

const set = (design: Design, [id, member, value]: readonly [string, string, unknown]): Design => {
  const { [member as 'tags']: _, ...others } = design.resources[id] ?? { kind: 'vpc' as Kind };
  const resource = (value === undefined ? others : { ...others, [member]: value }) as Resource;
  return { ...design, resources: { ...design.resources, [id]: resource } };
};

describe('facts after an edit', () => {
  it('are those of the document, whatever member changed', () => {
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 5 }), (changes) => {
        let design = unread(base);
        factsOf(design);
        for (const each of changes) {
          const after = set(design, each);
          expect(told(factsAfter(design, after))).toEqual(told(factsOf(unread(after))));
          design = after;
        }
      }),
      { numRuns: 400 },
    );
  });

  it.each<readonly [string, (design: Design) => Design]>([
    ['a group', (design) => set(design, ['sg-1', 'description', 'other'])],
    ['an instance type', (design) => set(design, ['i-1', 'instanceType', 'm7g.large'])],
    ['routes', (design) => set(design, ['rtb-1', 'routes', []])],
  ])('are taken over when nothing they rest on changed: %s', (_, edit) => {
    const before = unread(base);
    const { publicAddressOfCard } = factsOf(before);
    const facts = factsAfter(before, edit(before));
    expect(facts.publicAddressOfCard).toBe(publicAddressOfCard);
  });

  it('know what an edit added and took away', () => {
    const before = unread(base);
    factsOf(before);
    const { 'i-1': gone, ...resources } = before.resources;
    const after: Design = { ...before, resources: { ...resources, 'i-3': gone ?? { kind: 'instance' } } };
    expect(told(factsAfter(before, after))).toEqual(told(factsOf(unread(after))));
  });
});
