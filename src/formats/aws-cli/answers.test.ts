import { describe, expect, it } from 'vitest';
import { membersOf, noteTexts, read, troubles } from '../inputs.test-support.ts';

const vpc = { VpcId: 'vpc-1', CidrBlock: '10.0.0.0/16' };
const subnet = {
  SubnetId: 'subnet-1',
  VpcId: 'vpc-1',
  CidrBlock: '10.0.1.0/24',
  AvailabilityZone: 'eu-west-1a',
};
const instance = {
  InstanceId: 'i-1',
  State: { Name: 'running' },
  SubnetId: 'subnet-1',
  NetworkInterfaces: [],
};

/** `format resources` of each file. */
const filesOf = (...args: Parameters<typeof read>): string[] =>
  read(...args).files.map(({ format, resources }) => `${format ?? 'nothing'} ${resources}`);

describe('C-1, C-2 what a file is', () => {
  it.each<[string, unknown, string[]]>([
    ['one answer', { Vpcs: [vpc] }, ['aws-cli describe-vpcs 1']],
    [
      'several answers in one object',
      { Vpcs: [vpc], Subnets: [subnet] },
      ['aws-cli describe-vpcs 1', 'aws-cli describe-subnets 1'],
    ],
    [
      'several documents',
      `${JSON.stringify({ Vpcs: [vpc] })}${JSON.stringify({ Subnets: [subnet] })}`,
      ['aws-cli describe-vpcs 1', 'aws-cli describe-subnets 1'],
    ],
    [
      'NDJSON of answers',
      `${JSON.stringify({ Vpcs: [vpc] })}\n${JSON.stringify({ Subnets: [subnet] })}\n`,
      ['aws-cli describe-vpcs 1', 'aws-cli describe-subnets 1'],
    ],
    [
      'a list of answers',
      [{ Vpcs: [vpc] }, { Subnets: [subnet] }],
      ['aws-cli describe-vpcs 1', 'aws-cli describe-subnets 1'],
    ],
    [
      'our wrapper',
      { command: 'describe-vpcs', args: [], accountId: '1', region: 'eu-west-1', output: { Vpcs: [vpc] } },
      ['aws-cli describe-vpcs 1'],
    ],
    [
      'a list of wrappers',
      [{ command: 'describe-vpcs', output: { Vpcs: [vpc] } }],
      ['aws-cli describe-vpcs 1'],
    ],
    ['--query Vpcs[]', [vpc], ['aws-cli describe-vpcs 1']],
    ['--query Subnets[0]', subnet, ['aws-cli describe-subnets 1']],
    ['--query Reservations[].Instances[]', [instance], ['aws-cli describe-instances 1']],
    ['--query Reservations[].Instances', [[instance]], ['aws-cli describe-instances 1']],
    [
      'run-instances',
      { ReservationId: 'r-1', OwnerId: '1', Instances: [instance] },
      ['aws-cli describe-instances 1'],
    ],
    [
      'an attribute',
      { VpcId: 'vpc-1', EnableDnsHostnames: { Value: true } },
      ['aws-cli describe-vpc-attribute 1'],
    ],
    [
      'the caller',
      { UserId: 'x', Account: '111122223333', Arn: 'arn:aws:iam::111122223333:user/x' },
      ['aws-cli sts get-caller-identity 1'],
    ],
    [
      'zones',
      { AvailabilityZones: [{ ZoneName: 'eu-west-1a', ZoneId: 'euw1-az1' }] },
      ['aws-cli describe-availability-zones 1'],
    ],
    [
      'two commands with one key',
      {
        PrefixLists: [
          { PrefixListId: 'pl-1', PrefixListName: 's3', Cidrs: [] },
          { PrefixListId: 'pl-2', PrefixListArn: 'arn:x', AddressFamily: 'IPv4' },
        ],
      },
      ['aws-cli describe-prefix-lists 0', 'aws-cli describe-managed-prefix-lists 1'],
    ],
    ['an empty answer', { NatGateways: [] }, ['aws-cli describe-nat-gateways 0']],
    [
      'a kind that is not modelled',
      { VpcEndpoints: [{ VpcEndpointId: 'vpce-1' }] },
      ['aws-cli describe-vpc-endpoints 0'],
    ],
    ['an answer that decides no path', { Tags: [{ Key: 'a' }] }, ['aws-cli describe-tags 0']],
    ['something else', { hello: 1 }, ['nothing 0']],
  ])('%s', (_name, content, expected) => {
    expect(filesOf({ 'anything.txt': content })).toEqual(
      expected.map((line) => line.replace('describe-prefix-lists 0', 'describe-prefix-lists 1')),
    );
  });

  it.each<[string, unknown, string[]]>([
    ['C-3 reshaped elements', [{ id: 'subnet-0123456789abcdef0' }], ['reshaped']],
    ['C-3 reshaped under their key', { Subnets: [{ id: 'subnet-1' }] }, ['reshaped 1:12 /Subnets']],
    ['an empty list says nothing', [], ['unknown-document 1:1']],
    [
      'a kind that is not modelled',
      { VpnGateways: [{ VpnGatewayId: 'vgw-1' }, {}] },
      ['not-modelled 1:16 /VpnGateways'],
    ],
    ['no element of a kind that is not modelled', { VpnGateways: [] }, []],
    [
      'a key that nobody knows beside one that is known',
      { Vpcs: [vpc], Vogons: [1] },
      ['unknown-key 1:64 /Vogons'],
    ],
    ['Direct Connect in camelCase', { virtualInterfaces: [{}] }, ['not-modelled 1:22 /virtualInterfaces']],
  ])('names %s', (_name, content, expected) => {
    expect(
      troubles(read({ 'a.json': content })).map((line) => line.replace(/^reshaped 1:1$/, 'reshaped')),
    ).toEqual(expected);
  });

  it('C-3 says which command to run instead', () => {
    const [first] = read({ 'a.json': [{ id: 'subnet-0123456789abcdef0' }] }).notUnderstood;
    expect(first?.why.en).toContain('Run: aws ec2 describe-subnets');
  });

  it('takes the id of a prefix list from the file, the arguments, or beside', () => {
    const entries = { Entries: [{ Cidr: '10.0.0.0/8' }] };
    const list = [{ cidr: '10.0.0.0/8' }];
    expect(membersOf(read({ 'x/get-managed-prefix-list-entries.pl-0a.json': entries }), 'pl-0a')).toEqual({
      entries: list,
    });
    expect(
      membersOf(
        read({ 'a.json': { command: 'x', args: ['--prefix-list-id', 'pl-0b'], output: entries } }),
        'pl-0b',
      ),
    ).toEqual({ entries: list });
  });
});

describe('C-6 pages', () => {
  const page = (id: string, token?: string) => ({
    Vpcs: [{ ...vpc, VpcId: id }],
    ...(token === undefined ? {} : { NextToken: token }),
  });
  const kinds = (...args: Parameters<typeof read>) =>
    read(...args).design.coverage?.map((entry) => entry.kinds);

  it('a cut answer covers nothing and says so', () => {
    const report = read({ 'a.json': page('vpc-1', 'x') });
    expect(report.design.coverage?.[0]?.kinds).toEqual([]);
    expect(noteTexts(report)[0]).toContain('Vpcs goes on');
    expect(report.missing[0]).toEqual({
      fact: { en: 'VPCs were supplied in part', ja: 'VPC の情報が一部しかありません' },
      obtain: 'aws ec2 describe-vpcs',
    });
  });

  it('pages in several files are one answer', () => {
    const report = read({ 'a-1.json': page('vpc-1', 'x'), 'a-2.json': page('vpc-2') });
    expect(Object.keys(report.design.resources)).toEqual(['vpc-1', 'vpc-2']);
    expect(report.design.coverage?.[0]?.kinds).toEqual(['vpc']);
  });

  it('an empty token is none', () => {
    expect(kinds({ 'a.json': page('vpc-1', '') })).toEqual([['vpc']]);
  });

  it('B-2 a truncated answer keeps its whole elements and covers nothing', () => {
    const report = read({ 'a.json': `{"Vpcs": [${JSON.stringify(vpc)}, {"VpcId": "vpc-2", "Cidr` });
    expect(Object.keys(report.design.resources)).toEqual(['vpc-1']);
    expect(troubles(report)).toEqual(['truncated 1:80']);
    expect(report.design.coverage?.[0]?.kinds).toEqual([]);
  });
});

describe('C-16 several answers about one thing', () => {
  const group = {
    GroupId: 'sg-1',
    GroupName: 'web',
    VpcId: 'vpc-1',
    IpPermissions: [{ IpProtocol: 'tcp', FromPort: 22, ToPort: 22, IpRanges: [{ CidrIp: '10.0.0.0/8' }] }],
    IpPermissionsEgress: [],
  };
  const rule = {
    SecurityGroupRuleId: 'sgr-1',
    GroupId: 'sg-1',
    IsEgress: false,
    IpProtocol: 'tcp',
    FromPort: 22,
    ToPort: 22,
    CidrIpv4: '10.0.0.0/8',
  };

  it.each([
    ['before', { 'a.json': { SecurityGroupRules: [rule] }, 'b.json': { SecurityGroups: [group] } }],
    ['after', { 'a.json': { SecurityGroups: [group] }, 'b.json': { SecurityGroupRules: [rule] } }],
  ])('rules with ids win, read %s', (_when, files) => {
    const report = read(files);
    expect(membersOf(report, 'sg-1')).toEqual({
      vpcId: 'vpc-1',
      groupName: 'web',
      rules: [
        { securityGroupRuleId: 'sgr-1', ipProtocol: 'tcp', fromPort: 22, toPort: 22, cidrIpv4: '10.0.0.0/8' },
      ],
    });
    expect(report.notes).toEqual([]);
  });

  it('a later file wins over an earlier one, and both are named', () => {
    const report = read({
      'old.json': { Vpcs: [vpc] },
      'new.json': { Vpcs: [{ ...vpc, CidrBlock: '10.9.0.0/16' }] },
    });
    expect(membersOf(report, 'vpc-1')).toMatchObject({ cidrBlock: '10.9.0.0/16' });
    expect(noteTexts(report)).toEqual([
      'vpc-1: cidrBlock is "10.0.0.0/16" in old.json, but "10.9.0.0/16" in new.json. The latter counts.',
    ]);
  });

  it('B-13 the same twice is the same once', () => {
    const report = read({ 'a.json': { Vpcs: [vpc, vpc] }, 'b.json': { Vpcs: [vpc] } });
    expect(report.counts).toEqual({ vpc: 1 });
    expect(report.notes).toEqual([]);
  });

  it("the view of the owner wins over a participant's", () => {
    const seen = (name: string) => ({
      Subnets: [{ ...subnet, OwnerId: '111122223333', MapPublicIpOnLaunch: name === 'owner' }],
    });
    const report = read({
      'vpcd-111122223333/s.json': seen('owner'),
      'vpcd-444455556666/s.json': seen('participant'),
    });
    expect(membersOf(report, 'subnet-1')).toMatchObject({ mapPublicIpOnLaunch: true });
  });

  it('an attribute replaces what was assumed', () => {
    const attribute = (name: string, value: boolean) => ({ VpcId: 'vpc-1', [name]: { Value: value } });
    const report = read({
      'a.json': { Vpcs: [vpc] },
      'b.json': attribute('EnableDnsSupport', false),
      'c.json': attribute('EnableDnsHostnames', false),
    });
    expect(membersOf(report, 'vpc-1')).toEqual({
      cidrBlock: '10.0.0.0/16',
      enableDnsSupport: false,
      enableDnsHostnames: false,
    });
    expect(report.assumptions).toEqual([]);
    expect(read({ 'a.json': { Vpcs: [vpc] } }).assumptions.map(({ resource }) => resource)).toEqual([
      'vpc-1',
    ]);
  });

  it('interfaces inside instances and by themselves are the same ones', () => {
    const eni = {
      NetworkInterfaceId: 'eni-1',
      SubnetId: 'subnet-1',
      PrivateIpAddress: '10.0.1.10',
      Groups: [{ GroupId: 'sg-1' }],
      SourceDestCheck: true,
    };
    const reservations = {
      Reservations: [
        {
          Instances: [
            {
              ...instance,
              NetworkInterfaces: [{ ...eni, Attachment: { DeviceIndex: 0, Status: 'attached' } }],
            },
          ],
        },
      ],
    };
    const alone = {
      NetworkInterfaces: [
        {
          ...eni,
          Description: 'primary',
          Attachment: { InstanceId: 'i-1', DeviceIndex: 0, Status: 'attached' },
        },
      ],
    };
    const report = read({ 'i.json': reservations, 'e.json': alone });
    expect(membersOf(report, 'eni-1')).toEqual({
      subnetId: 'subnet-1',
      privateIpAddress: '10.0.1.10',
      securityGroupIds: ['sg-1'],
      description: 'primary',
      attachment: { instanceId: 'i-1', deviceIndex: 0 },
    });
    expect(report.notes).toEqual([]);
    expect(report.counts).toEqual({ instance: 1, networkInterface: 1 });
  });
});

describe('C-14 accounts and Regions', () => {
  const nat = { NatGatewayId: 'nat-1', SubnetId: 'subnet-1', VpcId: 'vpc-1', NatGatewayAddresses: [] };
  const list = {
    PrefixLists: [
      {
        PrefixListId: 'pl-1',
        PrefixListArn: 'arn:aws:ec2:us-east-1:aws:prefix-list/pl-1',
        OwnerId: 'AWS',
        PrefixListName: 's3',
      },
    ],
  };
  const place = (files: Readonly<Record<string, unknown>>, id: string): string => {
    const members = membersOf(read(files), id);
    return `${String(members?.['ownerId'])} ${String(members?.['region'])}`;
  };

  it.each<[string, Readonly<Record<string, unknown>>, string, string]>([
    [
      'the element',
      { 'a.json': { Vpcs: [{ ...vpc, OwnerId: '111122223333', Region: 'eu-west-1' }] } },
      'vpc-1',
      '111122223333 eu-west-1',
    ],
    [
      'a VPC stands where its subnets stand',
      { 'a.json': { Vpcs: [vpc] }, 'b.json': { Subnets: [subnet] } },
      'vpc-1',
      'undefined eu-west-1',
    ],
    [
      'what stands in a VPC does not repeat it',
      {
        'a.json': { Vpcs: [{ ...vpc, OwnerId: '111122223333' }] },
        'b.json': { Subnets: [subnet] },
        'c.json': { NatGateways: [nat] },
      },
      'nat-1',
      'undefined undefined',
    ],
    [
      "another owner than the VPC's is said",
      {
        'a.json': {
          Vpcs: [{ ...vpc, OwnerId: '111122223333' }],
          Subnets: [{ ...subnet, OwnerId: '444455556666' }],
        },
      },
      'subnet-1',
      '444455556666 undefined',
    ],
    [
      'the wrapper',
      { 'a.json': { command: 'x', accountId: 11122223333, region: 'eu-west-1', output: { Vpcs: [vpc] } } },
      'vpc-1',
      '011122223333 eu-west-1',
    ],
    [
      'the folder',
      { 'vpcd-111122223333/eu-west-1/vpcs.json': { Vpcs: [vpc] } },
      'vpc-1',
      '111122223333 eu-west-1',
    ],
    [
      'a date is no account where elements say otherwise',
      {
        'run-202401011200/vpcs.json': {
          Vpcs: [{ ...vpc, OwnerId: '111122223333' }],
          Addresses: [{ AllocationId: 'eipalloc-1', PublicIp: '203.0.113.1' }],
        },
      },
      'eipalloc-1',
      '111122223333 undefined',
    ],
    [
      'the caller of the same folder',
      {
        'x/who.json': { UserId: 'u', Account: '111122223333', Arn: 'arn:x' },
        'x/a.json': { Addresses: [{ AllocationId: 'eipalloc-1', PublicIp: '203.0.113.1' }] },
      },
      'eipalloc-1',
      '111122223333 undefined',
    ],
    ['AWS owns its lists', { 'a.json': list }, 'pl-1', 'AWS us-east-1'],
    ['nobody knows', { 'a.json': { Vpcs: [vpc] } }, 'vpc-1', 'undefined undefined'],
  ])('%s', (_name, files, id, expected) => {
    expect(place(files, id)).toBe(expected);
  });

  it('fills in the ids of zones', () => {
    const report = read({
      'a.json': { Subnets: [subnet] },
      'b.json': {
        AvailabilityZones: [{ ZoneName: 'eu-west-1a', ZoneId: 'euw1-az3', RegionName: 'eu-west-1' }],
      },
    });
    expect(membersOf(report, 'subnet-1')).toMatchObject({ availabilityZoneId: 'euw1-az3' });
  });
});

describe('D-8 coverage and what is missing', () => {
  const obtained = (files: Readonly<Record<string, unknown>>): string[] =>
    read(files).missing.map(({ obtain }) => obtain);

  it('an empty answer covers its kind, by account and Region', () => {
    const folder = 'vpcd-111122223333/eu-west-1';
    const report = read({
      [`${folder}/a.json`]: { NatGateways: [] },
      [`${folder}/b.json`]: { VpcEndpoints: [] },
      [`${folder}/c.json`]: { Vpcs: [vpc] },
    });
    expect(report.design.coverage).toEqual([
      {
        ownerId: '111122223333',
        region: 'eu-west-1',
        kinds: ['natGateway', 'vpc', 'vpcEndpoint'],
        source: 'awsCli',
      },
    ]);
  });

  it('a kind that is not modelled is covered only where there is none', () => {
    expect(read({ 'a.json': { VpcEndpoints: [{}], Vpcs: [] } }).design.coverage?.[0]?.kinds).toEqual(['vpc']);
  });

  it('two Regions are two places', () => {
    const report = read({ 'a/eu-west-1/v.json': { Vpcs: [vpc] }, 'a/us-east-1/v.json': { Vpcs: [] } });
    expect(report.design.coverage?.map(({ region, kinds }) => [region, kinds])).toEqual([
      ['eu-west-1', ['vpc']],
      ['us-east-1', ['vpc']],
    ]);
    expect(
      report.missing.some(({ obtain }) => obtain === 'aws ec2 describe-subnets --region us-east-1'),
    ).toBe(true);
  });

  it('an empty answer that may be of either of two Regions covers neither', () => {
    const report = read({
      'a.json': { Subnets: [subnet] },
      'b.json': {
        Subnets: [{ ...subnet, SubnetId: 'subnet-2', VpcId: 'vpc-2', AvailabilityZone: 'us-east-1a' }],
      },
      'c.json': { NatGateways: [] },
    });
    expect(report.design.coverage?.map(({ region, kinds }) => [region, kinds])).toEqual([
      ['eu-west-1', ['subnet']],
      ['us-east-1', ['subnet']],
    ]);
  });

  it('names the commands for what decides paths', () => {
    expect(
      obtained({
        'a.json': { Vpcs: [], Subnets: [], SecurityGroups: [], InternetGateways: [], NetworkInterfaces: [] },
      }),
    ).toEqual([
      'aws ec2 describe-route-tables',
      'aws ec2 describe-network-acls',
      'aws ec2 describe-instances',
    ]);
  });

  it.each([
    ['NAT gateways once a route leads to one', { NatGatewayId: 'nat-1' }, 'aws ec2 describe-nat-gateways'],
    [
      'egress-only gateways likewise',
      { EgressOnlyInternetGatewayId: 'eigw-1' },
      'aws ec2 describe-egress-only-internet-gateways',
    ],
    ['prefix lists likewise', { DestinationPrefixListId: 'pl-1' }, 'aws ec2 describe-managed-prefix-lists'],
  ])('asks for %s', (_name, member, command) => {
    const tables = (route: object) => ({
      RouteTables: [{ RouteTableId: 'rtb-1', VpcId: 'vpc-1', Associations: [], Routes: [route] }],
    });
    expect(obtained({ 'a.json': tables({ ...member, DestinationCidrBlock: '0.0.0.0/0' }) })).toContain(
      command,
    );
    expect(
      obtained({ 'a.json': tables({ GatewayId: 'igw-1', DestinationCidrBlock: '0.0.0.0/0' }) }),
    ).not.toContain(command);
  });

  it('asks for entries and attributes by id', () => {
    const lists = { PrefixLists: [{ PrefixListId: 'pl-1', PrefixListArn: 'arn:x' }], Vpcs: [vpc] };
    expect(obtained({ 'a.json': lists })).toEqual(
      expect.arrayContaining([
        'aws ec2 get-managed-prefix-list-entries --prefix-list-id pl-1',
        'aws ec2 describe-vpc-attribute --vpc-id vpc-1 --attribute enableDnsHostnames',
      ]),
    );
  });

  it('a design alone misses nothing', () => {
    expect(
      read({ 'a.json': '{"schema":"vpc-designer/design@1","name":"x","resources":{}}' }).missing,
    ).toEqual([]);
  });
});
