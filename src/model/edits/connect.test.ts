import { describe, expect, it } from 'vitest';
import type { Design } from '../design.ts';
import { connect, disconnect, type Connected } from './connect.ts';
import { drawn, idOf, named, seeded } from './edits.test-support.ts';
import { meaningOf } from './meaning.ts';
import { rename, setField } from './members.ts';
import { tableOf } from './table.ts';

const network = [
  'vpc prod',
  'vpc other',
  'subnet web in prod',
  'subnet app in prod',
  'natGateway nat-a in web',
  'internetGateway igw in prod',
  'egressOnlyInternetGateway eigw in prod',
  'instance box in web',
  'networkInterface eni in web',
  'subnet far in other',
];

function joined(design: Design, from: string, to: string, destination?: string): Connected | string {
  const made = connect(
    design,
    { from: idOf(design, from), to: idOf(design, to), ...(destination === undefined ? {} : { destination }) },
    seeded(3),
  );
  return made.ok ? made.value : made.problem.message.en;
}

describe('connecting', () => {
  const routes: readonly (readonly [string, string, string | undefined, Readonly<Record<string, string>>])[] =
    [
      ['web', 'igw', undefined, { destinationCidrBlock: '0.0.0.0/0', gatewayId: 'igw' }],
      ['web', 'eigw', undefined, { destinationIpv6CidrBlock: '::/0', egressOnlyInternetGatewayId: 'eigw' }],
      ['app', 'nat-a', undefined, { destinationCidrBlock: '0.0.0.0/0', natGatewayId: 'nat-a' }],
      ['app', 'box', undefined, { destinationCidrBlock: '0.0.0.0/0', instanceId: 'box' }],
      ['app', 'eni', '192.168.0.0/16', { destinationCidrBlock: '192.168.0.0/16', networkInterfaceId: 'eni' }],
      ['web', 'igw', '::/0', { destinationIpv6CidrBlock: '::/0', gatewayId: 'igw' }],
    ];
  it.each(routes)(
    '%s → %s makes a route in a table of the subnet’s own',
    (from, to, destination, expected) => {
      const design = drawn(network);
      const made = joined(design, from, to, destination);
      if (typeof made === 'string') throw new Error(made);
      const table = tableOf(made.design, idOf(design, from));
      expect(table).toMatchObject({ own: true, id: made.table });
      const route = Object.fromEntries(
        Object.entries(expected).map(([key, value]) => [
          key,
          key.startsWith('destination') ? value : idOf(design, value),
        ]),
      );
      expect(named(made.design, `rtb-${from}`)).toMatchObject({
        routes: [route],
        associations: [{ subnetId: idOf(design, from) }],
      });
    },
  );

  it('keeps what the main table sent when it makes an own one, and says so', () => {
    const start = drawn(network);
    const main = tableOf(start, idOf(start, 'web'));
    const vpc = joined(start, 'web', 'igw');
    if (typeof vpc === 'string') throw new Error(vpc);
    expect(main).toMatchObject({ own: false });
    expect(vpc.message.en).toBe('web has its own route table rtb-web, which sends 0.0.0.0/0 to igw');
    expect(vpc.design.resources[main?.id ?? '']).toBe(start.resources[main?.id ?? '']);
    const again = joined(vpc.design, 'web', 'nat-a');
    expect(typeof again === 'string' ? again : again.message.en).toBe('rtb-web sends 0.0.0.0/0 to nat-a');
  });

  it('attaches a free gateway to a VPC, and on the way to a route', () => {
    const start = drawn(['vpc prod', 'subnet web in prod', 'internetGateway igw in prod']);
    const free = disconnect(start, {
      kind: 'attachment',
      gateway: idOf(start, 'igw'),
      vpc: idOf(start, 'prod'),
    });
    expect(named(free, 'igw')).toMatchObject({ attachments: [] });
    for (const from of ['prod', 'web']) {
      const made = joined(free, from, 'igw');
      expect(typeof made === 'string' ? made : named(made.design, 'igw')).toMatchObject({
        attachments: [{ vpcId: idOf(start, 'prod') }],
      });
    }
  });

  const refused: readonly (readonly [string, string, string])[] = [
    ['web', 'web', 'web has no connection to web'],
    ['box', 'igw', 'box has no connection to igw'],
    ['far', 'igw', 'igw belongs to prod'],
    ['far', 'nat-a', 'nat-a belongs to prod'],
    ['web', 'app', 'web has no connection to app'],
  ];
  it.each(refused)('%s → %s is refused: %s', (from, to, sentence) => {
    expect(joined(drawn(network), from, to)).toBe(sentence);
  });

  it('takes a route away again', () => {
    const made = joined(drawn(network), 'web', 'igw');
    if (typeof made === 'string') throw new Error(made);
    const cut = disconnect(made.design, { kind: 'route', table: made.table ?? '', destination: '0.0.0.0/0' });
    expect(named(cut, 'rtb-web')).toMatchObject({ routes: [] });
  });
});

describe('what a line means', () => {
  const base = drawn([
    ...network,
    'securityGroup sg-web in prod',
    'securityGroup sg-db in prod',
    'securityGroup sg-far in other',
    'routeTable rtb in prod',
    'routeTable rtb-far in other',
    'networkAcl acl in prod',
  ]);
  const eip = Object.entries(base.resources).find(([, { kind }]) => kind === 'elasticIp')?.[0] ?? '';
  const design = rename(base, eip, 'eip-a');
  const cases: readonly (readonly [string, string, string])[] = [
    ['prod', 'igw', 'igw is attached to prod already'],
    ['web', 'igw', 'route'],
    ['web', 'box', 'route'],
    ['box', 'sg-web', 'membership'],
    ['eni', 'sg-web', 'membership'],
    ['box', 'sg-far', 'sg-far belongs to another VPC than box'],
    ['eip-a', 'box', 'address'],
    ['eip-a', 'nat-a', 'nat-a has eip-a already'],
    ['box', 'eni', 'traffic'],
    ['box', 'igw', 'box has no connection to igw'],
    ['sg-web', 'igw', 'sg-web has no connection to igw'],
    ['far', 'nat-a', 'nat-a belongs to prod'],
    ['box', 'box', 'box has no connection to box'],
    ['web', 'rtb', 'association'],
    ['web', 'acl', 'association'],
    ['web', 'rtb-far', 'rtb-far belongs to another VPC than web'],
    ['rtb', 'web', 'rtb has no connection to web'],
    ['sg-web', 'sg-db', 'rule'],
    ['sg-web', 'sg-far', 'sg-far belongs to another VPC than sg-web'],
  ];
  it.each(cases)('%s → %s: %s', (from, to, expected) => {
    const meaning = meaningOf(design, idOf(design, from), idOf(design, to));
    expect(meaning.ok ? meaning.value : meaning.problem.message.en).toBe(expected);
  });

  it('puts an instance into a group beside those that it has', () => {
    const made = joined(design, 'box', 'sg-web');
    if (typeof made === 'string') throw new Error(made);
    const box = named(made.design, 'box');
    const groups =
      box?.kind === 'instance' && Array.isArray(box.securityGroupIds) ? box.securityGroupIds : [];
    expect(groups.length).toBe(2);
    expect(groups).toContain(idOf(design, 'sg-web'));
    expect(joined(made.design, 'box', 'sg-web')).toBe('box is in sg-web already');
  });

  it.each(['rtb', 'acl'])('makes a subnet follow %s, and it alone', (to) => {
    const made = joined(design, 'web', to);
    if (typeof made === 'string') throw new Error(made);
    expect(named(made.design, to)).toMatchObject({ associations: [{ subnetId: idOf(design, 'web') }] });
    expect(joined(made.design, 'web', to)).toBe(`web is associated with ${to} already`);
  });

  it('lets one group into another by a rule that names it, once it is told what', () => {
    expect(joined(design, 'sg-web', 'sg-db')).toBe('sg-web has no connection to sg-db');
    const [from, to] = [idOf(design, 'sg-web'), idOf(design, 'sg-db')];
    const traffic = { ipProtocol: 'tcp', fromPort: 5432, toPort: 5432 };
    const made = connect(design, { from, to, traffic }, seeded(3));
    if (!made.ok) throw new Error(made.problem.message.en);
    expect(made.value.message.en).toBe('sg-db lets in TCP 5432 from sg-web');
    expect(named(made.value.design, 'sg-db')).toMatchObject({
      rules: [{ isEgress: true }, { ...traffic, referencedGroupInfo: { groupId: from } }],
    });
  });

  it('takes an address from what had it', () => {
    const made = joined(design, 'eip-a', 'box');
    if (typeof made === 'string') throw new Error(made);
    const address = named(made.design, 'eip-a');
    expect(address).toMatchObject({ instanceId: idOf(design, 'box') });
    expect(address).not.toHaveProperty('natGatewayId');
  });

  it('makes nothing of traffic: that is a question', () => {
    expect(joined(design, 'box', 'eni')).toBe('box has no connection to eni');
  });

  it('names the other subnets that follow the same table', () => {
    const first = joined(design, 'web', 'igw');
    if (typeof first === 'string' || first.table === undefined) throw new Error('no table');
    const shared = setField(first.design, first.table, 'associations', [
      { subnetId: idOf(design, 'web') },
      { subnetId: idOf(design, 'app') },
    ]);
    const made = joined(shared, 'app', 'nat-a');
    expect(typeof made === 'string' ? made : made.message.en).toBe(
      'rtb-web sends 0.0.0.0/0 to nat-a, also for web',
    );
  });

  const plans: readonly (readonly [readonly (readonly [string, string])[], string, string, string])[] = [
    [[], 'prod', 'igw-2', 'attach igw-2 to prod'],
    [[], 'web', 'igw', 'route 0.0.0.0/0 to igw in a new table, rtb-web'],
    [[['web', 'igw']], 'web', 'nat-a', 'route 0.0.0.0/0 to nat-a in rtb-web instead of igw'],
    [[['web', 'igw']], 'web', 'igw', 'route 0.0.0.0/0 to igw in rtb-web'],
    [[], 'box', 'sg-web', 'add box to sg-web'],
    [[], 'eip-a', 'box', 'give eip-a to box'],
    [[], 'web', 'rtb', 'associate web with rtb'],
    [[['web', 'igw']], 'web', 'rtb', 'associate web with rtb instead of rtb-web'],
  ];
  it.each(plans)('after %j a line from %s to %s is told beforehand: %s', (done, from, to, expected) => {
    const free = { ...design, resources: { ...design.resources } };
    const gone = idOf(free, 'igw');
    const start = to === 'igw-2' ? rename(setField(free, gone, 'attachments', []), gone, 'igw-2') : free;
    let current: Design = start;
    for (const [one, other] of done) {
      const step = joined(current, one, other);
      if (typeof step === 'string') throw new Error(step);
      current = step.design;
    }
    const made = joined(current, from, to);
    expect(typeof made === 'string' ? made : made.plan.en).toBe(expected);
  });
});
