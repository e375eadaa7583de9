/** Changes in EC2's own words as sentences, and the values that a fix's title takes from them. */

import type { AwsAction } from '../../model/index.ts';
import type { ExplainContext } from './context.ts';
import { entryOf, tell, type Catalogue } from './sentence.ts';
import type { Values } from './values.ts';

export const actions = {
  CreateRoute: {
    en: 'Add route {destination} → {target} to {table}',
    ja: '{table} にルート {destination} → {target} を追加',
  },
  ReplaceRoute: {
    en: 'Send {destination} in {table} to {target}',
    ja: '{table} の {destination} のターゲットを {target} に変更',
  },
  DeleteRoute: {
    en: 'Delete route {destination} from {table}',
    ja: '{table} からルート {destination} を削除',
  },
  AssociateRouteTable: { en: 'Associate {subnet} with {table}', ja: '{subnet} を {table} に関連付け' },
  CreateRouteTable: { en: 'Create a route table in {vpc}', ja: '{vpc} にルートテーブルを作成' },
  AuthorizeSecurityGroupIngress: {
    en: 'Allow {side} {traffic}[ {withPeer}] in {group}',
    ja: '{group} の{side}ルールで[ {withPeer}] {traffic} を許可',
  },
  AuthorizeSecurityGroupEgress: {
    en: 'Allow {side} {traffic}[ {withPeer}] in {group}',
    ja: '{group} の{side}ルールで[ {withPeer}] {traffic} を許可',
  },
  RevokeSecurityGroupIngress: {
    en: 'Remove the {side} rule for {traffic}[ {withPeer}] from {group}',
    ja: '{group} から[ {withPeer}] {traffic} の{side}ルールを削除',
  },
  RevokeSecurityGroupEgress: {
    en: 'Remove the {side} rule for {traffic}[ {withPeer}] from {group}',
    ja: '{group} から[ {withPeer}] {traffic} の{side}ルールを削除',
  },
  CreateNetworkAclEntry: {
    en: 'Add {side} rule {number} to {acl}: {verb} {traffic}[ {withPeer}]',
    ja: '{acl} に{side}ルール {number} を追加:[ {withPeer}] {traffic} を{verb}',
  },
  ReplaceNetworkAclEntry: {
    en: 'Change {side} rule {number} of {acl}: {verb} {traffic}[ {withPeer}]',
    ja: '{acl} の{side}ルール {number} を変更:[ {withPeer}] {traffic} を{verb}',
  },
  DeleteNetworkAclEntry: {
    en: 'Delete {side} rule {number} from {acl}',
    ja: '{acl} から{side}ルール {number} を削除',
  },
  ReplaceNetworkAclAssociation: { en: 'Associate {subnet} with {acl}', ja: '{subnet} を {acl} に関連付け' },
  AttachInternetGateway: { en: 'Attach {gateway} to {vpc}', ja: '{gateway} を {vpc} にアタッチ' },
  DetachInternetGateway: { en: 'Detach {gateway} from {vpc}', ja: '{gateway} を {vpc} からデタッチ' },
  CreateInternetGateway: {
    en: 'Create an internet gateway for {vpc}',
    ja: '{vpc} にインターネットゲートウェイを作成',
  },
  CreateEgressOnlyInternetGateway: {
    en: 'Create an egress-only internet gateway for {vpc}',
    ja: '{vpc} に Egress-Only インターネットゲートウェイを作成',
  },
  AllocateAddress: { en: 'Allocate an Elastic IP address', ja: 'Elastic IP アドレスを割り当て' },
  AssociateAddress: {
    en: 'Associate an Elastic IP address with {interface}',
    ja: '{interface} に Elastic IP アドレスを関連付け',
  },
  DisassociateAddress: {
    en: 'Disassociate Elastic IP address {elasticIp}',
    ja: 'Elastic IP アドレス {elasticIp} の関連付けを解除',
  },
  ReleaseAddress: {
    en: 'Release Elastic IP address {elasticIp}',
    ja: 'Elastic IP アドレス {elasticIp} を解放',
  },
  CreateNatGateway: { en: 'Create a NAT gateway in {subnet}', ja: '{subnet} に NAT ゲートウェイを作成' },
  ModifyNetworkInterfaceAttribute: {
    en: 'Change {interface}: {members}',
    ja: '{interface} を変更: {members}',
  },
  ModifyInstanceAttribute: { en: 'Change {instance}: {members}', ja: '{instance} を変更: {members}' },
  ModifyInstanceMetadataOptions: {
    en: 'Change the metadata options of {instance}: {members}',
    ja: '{instance} のメタデータオプションを変更: {members}',
  },
  StartInstances: { en: 'Start {instance}', ja: '{instance} を起動' },
  ModifySubnetAttribute: { en: 'Change {subnet}: {members}', ja: '{subnet} を変更: {members}' },
  AssociateSubnetCidrBlock: {
    en: 'Give {subnet} the CIDR block {destination}',
    ja: '{subnet} の CIDR ブロックを {destination} に設定',
  },
  AssociateVpcCidrBlock: {
    en: 'Add the CIDR block {destination} to {vpc}',
    ja: '{vpc} に CIDR ブロック {destination} を追加',
  },
  CreateTags: { en: 'Rename {resource} to {name}', ja: '{resource} の名前を {name} に変更' },
  CreateVpcBlockPublicAccessExclusion: {
    en: 'Exclude {resource} from VPC Block Public Access[ ({mode})]',
    ja: '{resource} を VPC ブロックパブリックアクセスから除外[ ({mode})]',
  },
  ModifyVpcBlockPublicAccessExclusion: {
    en: 'Change how {resource} is excluded from VPC Block Public Access[ to {mode}]',
    ja: 'VPC ブロックパブリックアクセスからの {resource} の除外を変更[ ({mode})]',
  },
} as const satisfies Catalogue;

const otherwise = { en: '{code} on {resource}[: {members}]', ja: '{resource} に {code} を実行[: {members}]' };

/** One API call as a line of a list. */
export function explainAction(action: AwsAction, context: ExplainContext): string {
  const values = valuesOfAction(action, context);
  return tell(entryOf(actions, action.action) ?? otherwise, values, context);
}

/** The members of a request that name the same thing in every call that has them. */
const members: Readonly<Record<string, readonly string[]>> = {
  destination: [
    'destinationCidrBlock',
    'destinationIpv6CidrBlock',
    'destinationPrefixListId',
    'cidrBlock',
    'ipv6CidrBlock',
  ],
  target: ['gatewayId', 'natGatewayId', 'networkInterfaceId', 'instanceId', 'egressOnlyInternetGatewayId'],
  subnet: ['subnetId'],
  vpc: ['vpcId'],
  interface: ['networkInterfaceId', 'instanceId', 'natGatewayId'],
  nat: ['natGatewayId'],
  peer: ['cidrIpv4', 'cidrIpv6', 'prefixListId', 'groupId', 'cidrBlock', 'ipv6CidrBlock'],
  protocol: ['ipProtocol', 'protocol'],
  number: ['ruleNumber'],
  name: ['name'],
  mode: ['internetGatewayExclusionMode'],
};

/** What the call's own resource is, as a value of the sentences. */
const subjects: readonly (readonly [RegExp, string])[] = [
  [/Route(Table)?$/u, 'table'],
  [/SecurityGroup/u, 'group'],
  [/NetworkAcl/u, 'acl'],
  [/^(At|De)tachInternetGateway$/u, 'gateway'],
  [/^Create(EgressOnly)?InternetGateway$|VpcCidr/u, 'vpc'],
  [/Address$/u, 'elasticIp'],
  [/NatGateway$|Subnet/u, 'subnet'],
  [/NetworkInterface/u, 'interface'],
  [/Instance/u, 'instance'],
];

/** The values that the sentences about a call may mention. Later calls of a fix add only what earlier ones lack. */
export function valuesOfAction(action: AwsAction, context: ExplainContext): Values {
  const { parameters } = action;
  const textOf = (member: string): string | undefined => {
    const value = Object.hasOwn(parameters, member) ? parameters[member] : undefined;
    return value === undefined ? undefined : String(value);
  };
  const values: Record<string, string | undefined> = { code: action.action };
  for (const [name, candidates] of Object.entries(members)) {
    values[name] = candidates.map(textOf).find((text) => text !== undefined);
  }
  // A change of an instance's own interface is told of the instance: `eni:i-1`.
  const subject =
    action.action === 'CreateRouteTable' ? 'vpc' : subjects.find(([name]) => name.test(action.action))?.[1];
  const resource = action.resource.replace(/^eni:/u, '');
  values['resource'] = action.action.endsWith('Exclusion') ? textOf('resourceId') : resource;
  if (subject !== undefined) values[subject] = resource;
  if (values['peer'] !== undefined) values['peer'] = context.nameOf(values['peer']);
  values['ports'] = portsOf(textOf, values['protocol']);
  values['side'] = sideOf(action);
  values['verb'] = verbs[textOf('ruleAction') === 'deny' ? 'deny' : 'allow'][context.language];
  values['members'] = membersText(action, context.language === 'en' ? ', ' : '、');
  return values;
}

const verbs = { allow: { en: 'allow', ja: '許可' }, deny: { en: 'deny', ja: '拒否' } };

function sideOf({ action, parameters }: AwsAction): string | undefined {
  if (action.endsWith('Ingress')) return 'in';
  if (action.endsWith('Egress')) return 'out';
  if (!action.includes('NetworkAclEntry')) return undefined;
  return parameters['egress'] === true ? 'out' : 'in';
}

function portsOf(
  textOf: (member: string) => string | undefined,
  protocol: string | undefined,
): string | undefined {
  const icmp = protocol !== undefined && /^(icmp|icmpv6|1|58)$/u.test(protocol);
  const low = textOf('fromPort') ?? textOf('icmpType');
  const high = textOf('toPort') ?? textOf('icmpCode');
  if (low === undefined || low === '-1') return undefined;
  if (icmp) return high === undefined || high === '-1' ? low : `${low}/${high}`;
  return high === undefined || high === low ? low : `${low}-${high}`;
}

function membersText({ parameters }: AwsAction, separator: string): string | undefined {
  const told = Object.entries(parameters).map(([name, value]) => `${name}=${String(value)}`);
  return told.length === 0 ? undefined : told.join(separator);
}
