import { describe, expect, it } from 'vitest';
import blockedReply from '../../samples/blocked-reply.json?raw';
import { askReach, compile } from '../engine/index.ts';
import { isUnknown, type Design } from '../model/index.ts';
import { addToDesign } from './index.ts';
import { read, troubles } from './inputs.test-support.ts';

type Json = Readonly<Record<string, unknown>>;

const vpc = { VpcId: 'vpc-1', CidrBlock: '10.0.0.0/16', OwnerId: '111122223333' };
const subnet = {
  SubnetId: 'subnet-1',
  VpcId: 'vpc-1',
  CidrBlock: '10.0.0.0/24',
  OwnerId: '111122223333',
  AvailabilityZone: 'ap-northeast-1a',
};
const first: Json = { Vpcs: [vpc], Subnets: [subnet] };
const acl = {
  NetworkAclId: 'acl-1',
  VpcId: 'vpc-1',
  OwnerId: '111122223333',
  IsDefault: true,
  Entries: [],
  Associations: [],
};

const entry = (RuleNumber: number): Json => ({
  RuleNumber,
  Egress: false,
  Protocol: '-1',
  RuleAction: 'allow',
  CidrBlock: '0.0.0.0/0',
});

const openOf = (...answers: readonly Json[]): Design =>
  read(Object.fromEntries(answers.map((answer, index) => [`${index}.json`, answer]))).design;

/** What a further answer makes of an open design. */
function added(open: Design, answer: unknown) {
  const report = read({ 'more.json': answer }, { open });
  return { report, ...addToDesign(open, report.design) };
}

const coverageOf = ({ coverage }: Design) =>
  coverage?.map(({ ownerId, region, kinds }) => [ownerId, region, kinds.join(' ')]);

describe('adding answers to an open design', () => {
  it('a command about one member completes the resource instead of replacing it', () => {
    const open = openOf(first);
    const before = open.resources['vpc-1'];
    expect(before?.kind === 'vpc' && isUnknown(before.enableDnsHostnames)).toBe(true);
    const { design, report, changed, conflicts } = added(open, {
      VpcId: 'vpc-1',
      EnableDnsHostnames: { Value: true },
    });
    expect(troubles(report)).toEqual([]);
    expect(design.resources['vpc-1']).toEqual({ ...before, enableDnsHostnames: true });
    expect([changed, conflicts]).toEqual([['vpc-1'], []]);
  });

  it('a side remark about a resource tells nothing that is known better', () => {
    const open = openOf(first, {
      NetworkInterfaces: [
        {
          NetworkInterfaceId: 'eni-1',
          SubnetId: 'subnet-1',
          VpcId: 'vpc-1',
          PrivateIpAddress: '10.0.0.5',
          Description: 'its own',
          SourceDestCheck: false,
        },
      ],
    });
    const { design } = added(open, {
      Reservations: [
        {
          OwnerId: '111122223333',
          Instances: [
            {
              InstanceId: 'i-1',
              SubnetId: 'subnet-1',
              VpcId: 'vpc-1',
              NetworkInterfaces: [
                { NetworkInterfaceId: 'eni-1', SubnetId: 'subnet-1', SourceDestCheck: true },
              ],
            },
          ],
        },
      ],
    });
    expect(design.resources['eni-1']).toMatchObject({ description: 'its own', sourceDestCheck: false });
    expect(Object.keys(design.resources)).toContain('i-1');
  });

  it('takes account and Region from what the answer belongs to', () => {
    const open = openOf(first);
    const { design } = added(open, { NetworkAcls: [acl] });
    expect(coverageOf(design)).toEqual([['111122223333', 'ap-northeast-1', 'networkAcl subnet vpc']]);
  });

  it('an answer without elements is about the one place that is open', () => {
    const { design, completes } = added(openOf(first), { NatGateways: [] });
    expect([completes, added(openOf(first), { Vpcs: [vpc] }).completes]).toEqual([true, false]);
    expect(coverageOf(design)).toEqual([['111122223333', 'ap-northeast-1', 'natGateway subnet vpc']]);
  });

  it('and about none where several are: what is not there may exist', () => {
    const other = {
      Subnets: [{ ...subnet, SubnetId: 'subnet-2', VpcId: 'vpc-2', AvailabilityZone: 'us-west-2a' }],
      Vpcs: [{ ...vpc, VpcId: 'vpc-2' }],
    };
    const open = openOf({ Vpcs: [vpc, ...other.Vpcs], Subnets: [subnet, ...other.Subnets] });
    const kinds = added(open, { NatGateways: [] }).design.coverage?.flatMap((entry) => entry.kinds);
    expect(kinds).not.toContain('natGateway');
  });

  it('tells what differs, and what is still missing', () => {
    const open = openOf(first);
    const { conflicts, missing, same } = added(open, {
      Subnets: [{ ...subnet, MapPublicIpOnLaunch: true }],
      Vpcs: [{ ...vpc, Tags: [{ Key: 'Name', Value: 'renamed' }] }],
    });
    expect(conflicts.map(({ resource, before, after }) => [resource, before.en, after.en])).toEqual([
      ['subnet-1', 'the default', 'true'],
    ]);
    expect(same).toBe(1);
    const commands = missing.map(({ obtain }) => obtain);
    expect(commands).toContain('aws ec2 describe-route-tables');
    expect(commands).not.toContain('aws ec2 describe-subnets');
  });

  it('tells lists that differ by their lengths', () => {
    const open = openOf(first, { NetworkAcls: [{ ...acl, Entries: [entry(100), entry(110)] }] });
    const { conflicts } = added(open, { NetworkAcls: [{ ...acl, Entries: [entry(100)] }] });
    expect(conflicts.map(({ member, before, after }) => [member.en, before.en, after.ja])).toEqual([
      ['Entries', '2 entries', '1 件'],
    ]);
  });

  it('moves nothing and keeps what people wrote', () => {
    const open: Design = {
      ...openOf(first),
      layout: { 'vpc-1': { x: 8, y: 16, width: 400, height: 200 } },
      notes: { n: { kind: 'text', text: 'mine' } },
      intents: { a: { from: 'internet', to: 'subnet-1', expect: 'blocked' } },
      muted: [{ finding: 'x', resource: 'vpc-1', reason: 'by design' }],
    };
    const { design } = added(open, { NetworkAcls: [acl] });
    expect(design.layout['vpc-1']).toEqual(open.layout['vpc-1']);
    expect([design.notes, design.intents, design.muted]).toEqual([open.notes, open.intents, open.muted]);
  });

  it('S10 what could not be told without the ACLs is told once they are there', () => {
    const { NetworkAcls, ...rest } = JSON.parse(blockedReply) as Json;
    const verdict = (design: Design) => {
      const answer = askReach(compile(design), { from: 'front', to: 'data', protocol: 'tcp', port: '5432' });
      return answer.ok && answer.value.verdict;
    };
    const open = openOf(rest);
    expect(verdict(open)).toBe('undetermined');
    expect(verdict(added(open, { NetworkAcls }).design)).toBe('blocked');
  });
});
