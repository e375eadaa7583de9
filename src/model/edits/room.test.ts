import { describe, expect, it } from 'vitest';
import { emptyDesign, type Design, type Resource } from '../design.ts';
import { addResource } from './add.ts';
import { checkAddress } from './addresses.ts';
import { drawn, idOf, seeded } from './edits.test-support.ts';
import { extendVpc, nextVpcBlock } from './room.ts';

/** `vpc` with the first block, another VPC for each further one, a table with a route for each network. */
function designOf(own: string, others: readonly string[], routed: readonly string[]): Design {
  const resources: Record<string, Resource> = { vpc: { kind: 'vpc', cidrBlock: own } };
  for (const [index, cidrBlock] of others.entries()) resources[`vpc-${index}`] = { kind: 'vpc', cidrBlock };
  resources['table'] = {
    kind: 'routeTable',
    vpcId: 'vpc',
    routes: routed.map((destinationCidrBlock) => ({ destinationCidrBlock, gatewayId: 'vgw-1' })),
  };
  return { ...emptyDesign('t'), resources };
}

describe('another block for a VPC (AD-10)', () => {
  const cases: readonly (readonly [string, readonly string[], readonly string[], string | undefined])[] = [
    ['10.0.0.0/16', [], [], '10.1.0.0/16'],
    ['10.0.0.0/28', [], [], '10.1.0.0/28'],
    ['10.4.0.0/16', [], [], '10.0.0.0/16'],
    ['10.0.0.0/16', ['10.1.0.0/16'], [], '10.2.0.0/16'],
    ['10.0.0.0/16', [], ['10.1.0.0/16'], '10.2.0.0/16'],
    ['10.0.0.0/16', [], ['0.0.0.0/0'], '10.1.0.0/16'],
    ['172.16.0.0/16', [], [], '172.17.0.0/16'],
    ['192.168.0.0/16', [], [], '100.64.0.0/16'],
    ['192.168.0.0/24', [], [], '192.168.1.0/24'],
  ];
  it.each(cases)('%s beside VPCs %j and routes to %j takes %s', (own, others, routed, expected) => {
    expect(nextVpcBlock(designOf(own, others, routed), 'vpc')).toBe(expected);
  });

  it('is added to those that it has, and then holds a subnet', () => {
    const full = drawn(['vpc prod']);
    const vpc = idOf(full, 'prod');
    const small = {
      ...full,
      resources: { ...full.resources, [vpc]: { kind: 'vpc', cidrBlock: '10.0.0.0/28' } },
    };
    const first = addResource(small as Design, { kind: 'subnet', under: vpc }, seeded(2));
    const design = first.ok ? first.value.design : full;
    expect(addResource(design, { kind: 'subnet', under: vpc }, seeded(3)).ok).toBe(false);
    const extended = extendVpc(design, vpc);
    expect(extended.ok && extended.value.block).toBe('10.1.0.0/28');
    const added =
      extended.ok && addResource(extended.value.design, { kind: 'subnet', under: vpc }, seeded(3));
    expect(added && added.ok && added.value.design.resources[added.value.id]).toMatchObject({
      cidrBlock: '10.1.0.0/28',
    });
  });

  it('is refused where the other blocks are not known', () => {
    const design = designOf('10.0.0.0/16', [], []);
    const vpc = {
      kind: 'vpc',
      cidrBlock: '10.0.0.0/16',
      cidrBlockAssociationSet: { $unknown: { why: 'x' } },
    };
    const untold = { ...design, resources: { ...design.resources, vpc } } as Design;
    expect(extendVpc(untold, 'vpc').ok).toBe(false);
  });
});

describe('a typed private address', () => {
  const design = drawn(['vpc prod', 'subnet web in prod', 'instance one in web', 'instance two in web']);
  const cases: readonly (readonly [string, string])[] = [
    ['10.0.0.20', '10.0.0.20'],
    [' 10.0.0.20 ', '10.0.0.20'],
    ['10.0.0.4', '10.0.0.4'],
    ['10.0.0.5', 'two has 10.0.0.5 already. Free: 10.0.0.6.'],
    ['10.0.1.20', '10.0.1.20 lies outside web (10.0.0.0/24). Free: 10.0.0.6.'],
    [
      '10.0.0.3',
      '10.0.0.3 is reserved: AWS keeps the first four addresses of web and the last. Free: 10.0.0.6.',
    ],
    [
      '10.0.0.255',
      '10.0.0.255 is reserved: AWS keeps the first four addresses of web and the last. Free: 10.0.0.6.',
    ],
    ['10.0.300.1', '300 is over 255. Write four numbers from 0 to 255, for example 10.0.0.6.'],
    ['2001:db8::1', '2001:db8::1 lies outside web (10.0.0.0/24). Free: 10.0.0.6.'],
  ];
  it.each(cases)('%s: %s', (text, expected) => {
    const checked = checkAddress(design, idOf(design, 'one'), text);
    expect(checked.ok ? checked.value : checked.problem.message.en).toBe(expected);
  });
});
