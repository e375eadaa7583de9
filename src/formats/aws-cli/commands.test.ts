import { describe, expect, it } from 'vitest';
import { membersOf, noteTexts, read, troubles } from '../inputs.test-support.ts';

const why = (text: string) => ({ $unknown: { why: text } });
const associated = { State: 'associated' };

/** One answer and what becomes of one of its resources. */
// prettier-ignore
const readers: [string, object, string, object | undefined][] = [
  // describe-vpcs
  ['a VPC', { Vpcs: [{ VpcId: 'vpc-1', CidrBlock: '10.0.0.0/16', IsDefault: false, InstanceTenancy: 'default', State: 'available', OwnerId: '111122223333', Tags: [{ Key: 'Name', Value: 'shop' }] }] }, 'vpc-1', { tags: { Name: 'shop' }, ownerId: '111122223333', cidrBlock: '10.0.0.0/16', enableDnsHostnames: why('describe-vpc-attribute') }],
  ['secondary blocks: the associated ones, without the primary', { Vpcs: [{ VpcId: 'vpc-1', CidrBlock: '10.0.0.0/16', CidrBlockAssociationSet: [{ CidrBlock: '10.0.0.0/16', CidrBlockState: associated }, { CidrBlock: '10.1.0.0/16', CidrBlockState: associated }, { CidrBlock: '10.2.0.0/16', CidrBlockState: { State: 'disassociated' } }] }] }, 'vpc-1', { cidrBlock: '10.0.0.0/16', cidrBlockAssociationSet: [{ cidrBlock: '10.1.0.0/16' }], enableDnsHostnames: why('describe-vpc-attribute') }],
  ['IPv6 blocks', { Vpcs: [{ VpcId: 'vpc-1', CidrBlock: '10.0.0.0/16', Ipv6CidrBlockAssociationSet: [{ Ipv6CidrBlock: '2001:DB8::/56', IpSource: 'amazon', Ipv6CidrBlockState: associated, NetworkBorderGroup: 'x' }, { Ipv6CidrBlock: '2001:db8:1::/56', Ipv6CidrBlockState: { State: 'disassociated' } }] }] }, 'vpc-1', { cidrBlock: '10.0.0.0/16', ipv6CidrBlockAssociationSet: [{ ipv6CidrBlock: '2001:db8::/56', ipSource: 'amazon' }], enableDnsHostnames: why('describe-vpc-attribute') }],
  ['D-7 a default VPC has DNS hostnames', { Vpcs: [{ VpcId: 'vpc-1', CidrBlock: '172.31.0.0/16', IsDefault: true }] }, 'vpc-1', { cidrBlock: '172.31.0.0/16', isDefault: true, enableDnsHostnames: true }],
  ['a pending VPC says so', { Vpcs: [{ VpcId: 'vpc-1', CidrBlock: '10.0.0.0/16', State: 'pending', IsDefault: true }] }, 'vpc-1', { state: 'pending', cidrBlock: '10.0.0.0/16', isDefault: true, enableDnsHostnames: true }],
  // describe-subnets
  ['a subnet', { Subnets: [{ SubnetId: 'subnet-1', VpcId: 'vpc-1', CidrBlock: '10.0.1.0/24', AvailabilityZone: 'us-west-2-lax-1a', AvailabilityZoneId: 'usw2-lax1-az1', MapPublicIpOnLaunch: true, AssignIpv6AddressOnCreation: false, State: 'available', BlockPublicAccessStates: { InternetGatewayBlockMode: 'off' } }] }, 'subnet-1', { vpcId: 'vpc-1', region: 'us-west-2', cidrBlock: '10.0.1.0/24', availabilityZone: 'us-west-2-lax-1a', availabilityZoneId: 'usw2-lax1-az1', mapPublicIpOnLaunch: true, blockPublicAccessStates: { internetGatewayBlockMode: 'off' } }],
  ['an IPv6-only subnet', { Subnets: [{ SubnetId: 'subnet-1', VpcId: 'vpc-1', Ipv6Native: true, CidrBlock: '', Ipv6CidrBlockAssociationSet: [{ Ipv6CidrBlock: '2001:db8::/64', Ipv6CidrBlockState: associated }] }] }, 'subnet-1', { vpcId: 'vpc-1', ipv6Native: true, ipv6CidrBlockAssociationSet: [{ ipv6CidrBlock: '2001:db8::/64' }] }],
  ['owner and Region by ARN', { Subnets: [{ SubnetId: 'subnet-1', VpcId: 'vpc-1', CidrBlock: '10.0.1.0/24', SubnetArn: 'arn:aws:ec2:eu-west-1:111122223333:subnet/subnet-1' }] }, 'subnet-1', { ownerId: '111122223333', region: 'eu-west-1', vpcId: 'vpc-1', cidrBlock: '10.0.1.0/24' }],
  // describe-route-tables
  ['C-11 the local route is implied', { RouteTables: [{ RouteTableId: 'rtb-1', VpcId: 'vpc-1', Associations: [{ Main: true }], Routes: [{ DestinationCidrBlock: '10.0.0.0/16', GatewayId: 'local', Origin: 'CreateRouteTable', State: 'active' }, { DestinationIpv6CidrBlock: '2001:db8::/56', GatewayId: 'local', Origin: 'CreateRouteTable', State: 'active' }], PropagatingVgws: [] }] }, 'rtb-1', { vpcId: 'vpc-1', routes: [], associations: [{ main: true }] }],
  ['C-11 a replaced local route is kept', { RouteTables: [{ RouteTableId: 'rtb-1', VpcId: 'vpc-1', Associations: [], Routes: [{ DestinationCidrBlock: '10.0.0.0/16', NetworkInterfaceId: 'eni-1', Origin: 'CreateRouteTable', State: 'active' }] }] }, 'rtb-1', { vpcId: 'vpc-1', routes: [{ destinationCidrBlock: '10.0.0.0/16', networkInterfaceId: 'eni-1' }], associations: [] }],
  ['a local route made by hand is kept', { RouteTables: [{ RouteTableId: 'rtb-1', VpcId: 'vpc-1', Associations: [], Routes: [{ DestinationCidrBlock: '10.0.1.0/24', GatewayId: 'local', Origin: 'CreateRoute', State: 'active' }] }] }, 'rtb-1', { vpcId: 'vpc-1', routes: [{ destinationCidrBlock: '10.0.1.0/24', gatewayId: 'local' }], associations: [] }],
  ['C-10 every kind of target', { RouteTables: [{ RouteTableId: 'rtb-1', VpcId: 'vpc-1', Associations: [], Routes: ['GatewayId igw-1', 'NatGatewayId nat-1', 'GatewayId vgw-1', 'GatewayId vpce-1', 'VpcPeeringConnectionId pcx-1', 'TransitGatewayId tgw-1', 'EgressOnlyInternetGatewayId eigw-1', 'LocalGatewayId lgw-1', 'CarrierGatewayId cagw-1', 'CoreNetworkArn arn:x'].map((text, index) => ({ DestinationCidrBlock: `10.${index}.0.0/16`, [text.split(' ')[0] ?? '']: text.split(' ')[1], Origin: 'CreateRoute', State: 'active' })) }] }, 'rtb-1', { vpcId: 'vpc-1', associations: [], routes: [{ destinationCidrBlock: '10.0.0.0/16', gatewayId: 'igw-1' }, { destinationCidrBlock: '10.1.0.0/16', natGatewayId: 'nat-1' }, { destinationCidrBlock: '10.2.0.0/16', gatewayId: 'vgw-1' }, { destinationCidrBlock: '10.3.0.0/16', gatewayId: 'vpce-1' }, { destinationCidrBlock: '10.4.0.0/16', vpcPeeringConnectionId: 'pcx-1' }, { destinationCidrBlock: '10.5.0.0/16', transitGatewayId: 'tgw-1' }, { destinationCidrBlock: '10.6.0.0/16', egressOnlyInternetGatewayId: 'eigw-1' }, { destinationCidrBlock: '10.7.0.0/16', localGatewayId: 'lgw-1' }, { destinationCidrBlock: '10.8.0.0/16', carrierGatewayId: 'cagw-1' }, { destinationCidrBlock: '10.9.0.0/16', coreNetworkArn: 'arn:x' }] }],
  ['C-12, C-13 states, origins, an instance with its interface', { RouteTables: [{ RouteTableId: 'rtb-1', VpcId: 'vpc-1', Associations: [], Routes: [{ DestinationCidrBlock: '0.0.0.0/0', InstanceId: 'i-1', InstanceOwnerId: '111122223333', NetworkInterfaceId: 'eni-1', Origin: 'CreateRoute', State: 'blackhole' }, { DestinationCidrBlock: '10.9.0.0/16', GatewayId: 'vgw-1', Origin: 'EnableVgwRoutePropagation', State: 'active' }] }] }, 'rtb-1', { vpcId: 'vpc-1', associations: [], routes: [{ destinationCidrBlock: '0.0.0.0/0', instanceId: 'i-1', networkInterfaceId: 'eni-1', state: 'blackhole' }, { destinationCidrBlock: '10.9.0.0/16', gatewayId: 'vgw-1', origin: 'EnableVgwRoutePropagation' }] }],
  ['C-8, C-9, C-10 associations', { RouteTables: [{ RouteTableId: 'rtb-1', VpcId: 'vpc-1', Routes: [], PropagatingVgws: [{ GatewayId: 'vgw-1' }], Associations: [{ Main: true, AssociationState: associated }, { Main: false, SubnetId: 'subnet-1', AssociationState: associated }, { SubnetId: 'subnet-2', AssociationState: { State: 'disassociating' } }, { SubnetId: 'subnet-3' }, { GatewayId: 'igw-1', AssociationState: associated }] }] }, 'rtb-1', { vpcId: 'vpc-1', routes: [], propagatingVgws: [{ gatewayId: 'vgw-1' }], associations: [{ main: true }, { subnetId: 'subnet-1' }, { subnetId: 'subnet-3' }, { gatewayId: 'igw-1' }] }],
  ['D-7 lists that are not told are unknown', { RouteTables: [{ RouteTableId: 'rtb-1', VpcId: 'vpc-1', Routes: null }] }, 'rtb-1', { vpcId: 'vpc-1', routes: [], associations: why('describe-route-tables') }],
  // gateways
  ['an internet gateway', { InternetGateways: [{ InternetGatewayId: 'igw-1', OwnerId: '111122223333', Attachments: [{ State: 'available', VpcId: 'vpc-1' }] }] }, 'igw-1', { ownerId: '111122223333', attachments: [{ vpcId: 'vpc-1' }] }],
  ['a detached internet gateway', { InternetGateways: [{ InternetGatewayId: 'igw-1', Attachments: [] }] }, 'igw-1', { attachments: [] }],
  ['an internet gateway on its way out', { InternetGateways: [{ InternetGatewayId: 'igw-1', Attachments: [{ State: 'detaching', VpcId: 'vpc-1' }] }] }, 'igw-1', { attachments: [{ vpcId: 'vpc-1', state: 'detaching' }] }],
  ['an egress-only internet gateway', { EgressOnlyInternetGateways: [{ EgressOnlyInternetGatewayId: 'eigw-1', Attachments: [{ State: 'attached', VpcId: 'vpc-1' }] }] }, 'eigw-1', { attachments: [{ vpcId: 'vpc-1' }] }],
  ['a zonal NAT gateway', { NatGateways: [{ NatGatewayId: 'nat-1', State: 'available', SubnetId: 'subnet-1', VpcId: 'vpc-1', ConnectivityType: 'public', NatGatewayAddresses: [{ AllocationId: 'eipalloc-1', NetworkInterfaceId: 'eni-1', PrivateIp: '10.0.0.5', PublicIp: '203.0.113.5', IsPrimary: true, Status: 'succeeded' }, { AllocationId: 'eipalloc-2', Status: 'failed' }] }] }, 'nat-1', { subnetId: 'subnet-1', natGatewayAddresses: [{ allocationId: 'eipalloc-1', publicIp: '203.0.113.5', privateIp: '10.0.0.5', networkInterfaceId: 'eni-1', isPrimary: true }] }],
  ['a regional NAT gateway', { NatGateways: [{ NatGatewayId: 'nat-1', State: 'pending', VpcId: 'vpc-1', AvailabilityMode: 'regional', RouteTableId: 'rtb-9', AutoScalingIps: 'enabled', NatGatewayAddresses: [] }] }, 'nat-1', { state: 'pending', vpcId: 'vpc-1', availabilityMode: 'regional', routeTableId: 'rtb-9', autoScalingIps: 'enabled', natGatewayAddresses: [] }],
  ['C-12 a deleted NAT gateway is left out', { NatGateways: [{ NatGatewayId: 'nat-1', State: 'deleted', SubnetId: 'subnet-1' }] }, 'nat-1', undefined],
  // describe-network-interfaces
  ['an interface with one address', { NetworkInterfaces: [{ NetworkInterfaceId: 'eni-1', SubnetId: 'subnet-1', VpcId: 'vpc-1', Status: 'in-use', PrivateIpAddress: '10.0.0.10', PrivateIpAddresses: [{ Primary: true, PrivateIpAddress: '10.0.0.10' }], Groups: [{ GroupId: 'sg-1', GroupName: 'x' }], SourceDestCheck: true, InterfaceType: 'interface', RequesterManaged: false, Description: '', Attachment: { InstanceId: 'i-1', DeviceIndex: 0, Status: 'attached' }, TagSet: [{ Key: 'a', Value: 'b' }] }] }, 'eni-1', { tags: { a: 'b' }, subnetId: 'subnet-1', privateIpAddress: '10.0.0.10', securityGroupIds: ['sg-1'], attachment: { instanceId: 'i-1', deviceIndex: 0 } }],
  ['public addresses by private address', { NetworkInterfaces: [{ NetworkInterfaceId: 'eni-1', SubnetId: 'subnet-1', PrivateIpAddress: '10.0.0.10', PrivateIpAddresses: [{ Primary: true, PrivateIpAddress: '10.0.0.10' }, { Primary: false, PrivateIpAddress: '10.0.0.11', Association: { PublicIp: '203.0.113.9', AllocationId: 'eipalloc-1' } }], Groups: [], SourceDestCheck: false, Ipv6Addresses: [{ Ipv6Address: '2001:db8::A' }], Ipv4Prefixes: [{ Ipv4Prefix: '10.0.0.16/28' }], Ipv6Prefixes: [{ Ipv6Prefix: '2001:db8::/80' }] }] }, 'eni-1', { subnetId: 'subnet-1', privateIpAddress: '10.0.0.10', privateIpAddresses: [{ privateIpAddress: '10.0.0.10', primary: true }, { privateIpAddress: '10.0.0.11', primary: false, association: { publicIp: '203.0.113.9', allocationId: 'eipalloc-1' } }], ipv6Addresses: ['2001:db8::a'], ipv4Prefixes: ['10.0.0.16/28'], ipv6Prefixes: ['2001:db8::/80'], securityGroupIds: [], sourceDestCheck: false }],
  ['a public address told beside the list', { NetworkInterfaces: [{ NetworkInterfaceId: 'eni-1', SubnetId: 'subnet-1', PrivateIpAddress: '10.0.0.10', Association: { PublicIp: '203.0.113.9', IpOwnerId: 'amazon' }, Groups: null, SourceDestCheck: true }] }, 'eni-1', { subnetId: 'subnet-1', privateIpAddress: '10.0.0.10', privateIpAddresses: [{ privateIpAddress: '10.0.0.10', primary: true, association: { publicIp: '203.0.113.9' } }], securityGroupIds: [] }],
  ['the interface of a NAT gateway', { NetworkInterfaces: [{ NetworkInterfaceId: 'eni-1', SubnetId: 'subnet-1', PrivateIpAddress: '10.0.0.5', InterfaceType: 'natGateway', RequesterManaged: true, Description: 'Interface for NAT Gateway nat-1', Groups: [], SourceDestCheck: false, Attachment: { InstanceOwnerId: 'amazon-aws', DeviceIndex: 1, Status: 'attached' } }] }, 'eni-1', { subnetId: 'subnet-1', privateIpAddress: '10.0.0.5', interfaceType: 'nat_gateway', requesterManaged: true, description: 'Interface for NAT Gateway nat-1', securityGroupIds: [], sourceDestCheck: false }],
  ['a loose interface, and one that is being attached', { NetworkInterfaces: [{ NetworkInterfaceId: 'eni-1', SubnetId: 'subnet-1', Status: 'available', PrivateIpAddress: '10.0.0.5', Attachment: { InstanceId: 'i-1', Status: 'attaching', DeviceIndex: 1 } }] }, 'eni-1', { state: 'available', subnetId: 'subnet-1', privateIpAddress: '10.0.0.5', securityGroupIds: why('describe-network-interfaces'), sourceDestCheck: why('describe-network-interfaces'), attachment: { instanceId: 'i-1', deviceIndex: 1, status: 'attaching' } }],
  // describe-instances
  ['an instance refers to its interfaces', { Reservations: [{ OwnerId: '111122223333', Instances: [{ InstanceId: 'i-1', State: { Name: 'running' }, InstanceType: 't3.micro', Platform: '', SubnetId: 'subnet-1', PrivateIpAddress: '10.0.0.10', IamInstanceProfile: { Arn: 'arn:p' }, MetadataOptions: { HttpTokens: 'required', HttpEndpoint: 'enabled', HttpProtocolIpv6: 'disabled', State: 'applied' }, NetworkInterfaces: [{ NetworkInterfaceId: 'eni-1', SubnetId: 'subnet-1', PrivateIpAddress: '10.0.0.10', Groups: [], SourceDestCheck: true, Attachment: { DeviceIndex: 0, Status: 'attached' } }] }] }] }, 'i-1', { ownerId: '111122223333', networkInterfaceIds: ['eni-1'], instanceType: 't3.micro', iamInstanceProfile: 'arn:p', metadataOptions: { httpTokens: 'required', httpEndpoint: 'enabled', httpProtocolIpv6: 'disabled' } }],
  ['its interface knows what it is attached to', { Reservations: [{ OwnerId: '111122223333', Instances: [{ InstanceId: 'i-1', State: { Name: 'running' }, NetworkInterfaces: [{ NetworkInterfaceId: 'eni-1', OwnerId: '111122223333', SubnetId: 'subnet-1', PrivateIpAddress: '10.0.0.10', Groups: [], SourceDestCheck: true, Attachment: { DeviceIndex: 0, Status: 'attached' } }] }] }] }, 'eni-1', { ownerId: '111122223333', subnetId: 'subnet-1', privateIpAddress: '10.0.0.10', securityGroupIds: [], attachment: { instanceId: 'i-1', deviceIndex: 0 } }],
  ['an instance without its interfaces speaks for them', { Reservations: [{ Instances: [{ InstanceId: 'i-1', State: { Name: 'stopped' }, Platform: 'windows', SubnetId: 'subnet-1', PrivateIpAddress: '10.0.0.10', PublicIpAddress: '203.0.113.8', Ipv6Address: '2001:db8::1', SecurityGroups: [{ GroupId: 'sg-1' }], SourceDestCheck: false }] }] }, 'i-1', { subnetId: 'subnet-1', instanceState: 'stopped', platform: 'windows', privateIpAddress: '10.0.0.10', publicIpAddress: '203.0.113.8', ipv6Addresses: ['2001:db8::1'], securityGroupIds: ['sg-1'], sourceDestCheck: false, metadataOptions: why('describe-instances') }],
  ['C-12 a terminated instance is left out', { Reservations: [{ Instances: [{ InstanceId: 'i-1', State: { Name: 'terminated' } }] }] }, 'i-1', undefined],
  // describe-addresses
  ['an address on an interface', { Addresses: [{ AllocationId: 'eipalloc-1', PublicIp: '203.0.113.9', InstanceId: 'i-1', NetworkInterfaceId: 'eni-1', PrivateIpAddress: '10.0.0.10', PublicIpv4Pool: 'amazon', NetworkBorderGroup: 'ap-northeast-1', Domain: 'vpc' }] }, 'eipalloc-1', { region: 'ap-northeast-1', publicIp: '203.0.113.9', networkInterfaceId: 'eni-1', privateIpAddress: '10.0.0.10' }],
  ['an address on nothing, of an own pool', { Addresses: [{ AllocationId: 'eipalloc-1', PublicIp: '203.0.113.9', PublicIpv4Pool: 'ipv4pool-ec2-1' }] }, 'eipalloc-1', { publicIp: '203.0.113.9', publicIpv4Pool: 'ipv4pool-ec2-1' }],
  // security groups
  ['one rule a source', { SecurityGroups: [{ GroupId: 'sg-1', GroupName: 'web', Description: 'd', VpcId: 'vpc-1', OwnerId: '111122223333', IpPermissions: [{ IpProtocol: 'tcp', FromPort: 80, ToPort: 81, IpRanges: [{ CidrIp: '10.0.0.0/8', Description: 'office' }], Ipv6Ranges: [{ CidrIpv6: '::/0' }], PrefixListIds: [{ PrefixListId: 'pl-1' }], UserIdGroupPairs: [{ GroupId: 'sg-2', UserId: '111122223333' }, { GroupId: 'sg-3', UserId: '444455556666', VpcId: 'vpc-9', VpcPeeringConnectionId: 'pcx-1', PeeringStatus: 'active' }] }], IpPermissionsEgress: [{ IpProtocol: '-1', FromPort: -1, ToPort: -1, IpRanges: [{ CidrIp: '0.0.0.0/0' }] }] }] }, 'sg-1', { ownerId: '111122223333', vpcId: 'vpc-1', groupName: 'web', description: 'd', rules: [{ ipProtocol: 'tcp', fromPort: 80, toPort: 81, cidrIpv4: '10.0.0.0/8', description: 'office' }, { ipProtocol: 'tcp', fromPort: 80, toPort: 81, cidrIpv6: '::/0' }, { ipProtocol: 'tcp', fromPort: 80, toPort: 81, prefixListId: 'pl-1' }, { ipProtocol: 'tcp', fromPort: 80, toPort: 81, referencedGroupInfo: { groupId: 'sg-2' } }, { ipProtocol: 'tcp', fromPort: 80, toPort: 81, referencedGroupInfo: { groupId: 'sg-3', userId: '444455556666', vpcId: 'vpc-9', vpcPeeringConnectionId: 'pcx-1', peeringStatus: 'active' } }, { isEgress: true, ipProtocol: '-1', cidrIpv4: '0.0.0.0/0' }] }],
  ['ICMP types and protocol numbers', { SecurityGroups: [{ GroupId: 'sg-1', GroupName: 'x', VpcId: 'vpc-1', IpPermissions: [{ IpProtocol: 'icmp', FromPort: 8, ToPort: -1, IpRanges: [{ CidrIp: '10.0.0.0/8' }] }, { IpProtocol: '58', IpRanges: [], Ipv6Ranges: [{ CidrIpv6: '::/0' }], FromPort: -1, ToPort: -1 }, { IpProtocol: '50', IpRanges: [{ CidrIp: '10.0.0.0/8' }] }], IpPermissionsEgress: [] }] }, 'sg-1', { vpcId: 'vpc-1', groupName: 'x', rules: [{ ipProtocol: 'icmp', fromPort: 8, toPort: -1, cidrIpv4: '10.0.0.0/8' }, { ipProtocol: 'icmpv6', fromPort: -1, toPort: -1, cidrIpv6: '::/0' }, { ipProtocol: '50', cidrIpv4: '10.0.0.0/8' }] }],
  ['a group without rules has none', { SecurityGroups: [{ GroupId: 'sg-1', GroupName: 'x', VpcId: 'vpc-1', IpPermissions: [], IpPermissionsEgress: null }] }, 'sg-1', { vpcId: 'vpc-1', groupName: 'x', rules: [] }],
  ['D-7 a group whose rules are not told', { SecurityGroups: [{ GroupId: 'sg-1', GroupName: 'x', VpcId: 'vpc-1' }] }, 'sg-1', { vpcId: 'vpc-1', groupName: 'x', rules: why('describe-security-groups') }],
  ['B-14 ports as text, a port out of range', { SecurityGroups: [{ GroupId: 'sg-1', GroupName: 'x', VpcId: 'vpc-1', IpPermissions: [{ IpProtocol: 'tcp', FromPort: '443', ToPort: '443', IpRanges: [{ CidrIp: '10.0.0.0/8' }] }, { IpProtocol: 'tcp', FromPort: -2, ToPort: 80, IpRanges: [{ CidrIp: '10.0.0.0/8' }] }], IpPermissionsEgress: [] }] }, 'sg-1', { vpcId: 'vpc-1', groupName: 'x', rules: [{ ipProtocol: 'tcp', fromPort: 443, toPort: 443, cidrIpv4: '10.0.0.0/8' }, { ipProtocol: 'tcp', fromPort: { $unknown: { why: 'ports out of range', was: -2 } }, toPort: { $unknown: { why: 'ports out of range', was: 80 } }, cidrIpv4: '10.0.0.0/8' }] }],
  ['rules alone make a group that is not whole', { SecurityGroupRules: [{ SecurityGroupRuleId: 'sgr-1', GroupId: 'sg-1', GroupOwnerId: '111122223333', IsEgress: true, IpProtocol: '-1', FromPort: -1, ToPort: -1, CidrIpv4: '0.0.0.0/0' }, { SecurityGroupRuleId: 'sgr-2', GroupId: 'sg-1', GroupOwnerId: '111122223333', IsEgress: false, IpProtocol: 'tcp', FromPort: 22, ToPort: 22, ReferencedGroupInfo: { GroupId: 'sg-2', UserId: '111122223333' }, Description: 'ops' }] }, 'sg-1', { ownerId: '111122223333', vpcId: why('describe-security-groups'), rules: [{ securityGroupRuleId: 'sgr-1', isEgress: true, ipProtocol: '-1', cidrIpv4: '0.0.0.0/0' }, { securityGroupRuleId: 'sgr-2', ipProtocol: 'tcp', fromPort: 22, toPort: 22, referencedGroupInfo: { groupId: 'sg-2' }, description: 'ops' }] }],
  ['associations of a group with VPCs', { SecurityGroups: [{ GroupId: 'sg-1', GroupName: 'x', VpcId: 'vpc-1', IpPermissions: [], IpPermissionsEgress: [] }], SecurityGroupVpcAssociations: [{ GroupId: 'sg-1', VpcId: 'vpc-2', VpcOwnerId: '1', State: 'associated' }, { GroupId: 'sg-1', VpcId: 'vpc-3', VpcOwnerId: '1', State: 'associating' }, { GroupId: 'sg-1', VpcId: 'vpc-4', VpcOwnerId: '1', State: 'disassociated' }] }, 'sg-1', { vpcId: 'vpc-1', groupName: 'x', rules: [], vpcAssociations: [{ vpcId: 'vpc-2' }, { vpcId: 'vpc-3', state: 'associating' }] }],
  // describe-network-acls
  ['an ACL without its final entries', { NetworkAcls: [{ NetworkAclId: 'acl-1', VpcId: 'vpc-1', IsDefault: true, OwnerId: '1', Associations: [{ SubnetId: 'subnet-1', NetworkAclId: 'acl-1' }], Entries: [{ RuleNumber: 100, Egress: false, Protocol: '6', RuleAction: 'allow', CidrBlock: '10.0.0.0/8', PortRange: { From: 22, To: 23 } }, { RuleNumber: 101, Egress: true, Protocol: '58', RuleAction: 'deny', Ipv6CidrBlock: '::/0', IcmpTypeCode: { Type: -1, Code: -1 } }, { RuleNumber: 32767, Egress: true, Protocol: '-1', RuleAction: 'deny', CidrBlock: '0.0.0.0/0' }, { RuleNumber: 32768, Egress: true, Protocol: '-1', RuleAction: 'deny', Ipv6CidrBlock: '::/0' }] }] }, 'acl-1', { ownerId: '1', vpcId: 'vpc-1', isDefault: true, associations: [{ subnetId: 'subnet-1' }], entries: [{ ruleNumber: 100, egress: false, protocol: '6', ruleAction: 'allow', cidrBlock: '10.0.0.0/8', portRange: { from: 22, to: 23 } }, { ruleNumber: 101, egress: true, protocol: '58', ruleAction: 'deny', ipv6CidrBlock: '::/0', icmpTypeCode: { type: -1, code: -1 } }] }],
  ['an ACL that denies everything has no entries', { NetworkAcls: [{ NetworkAclId: 'acl-1', VpcId: 'vpc-1', IsDefault: true, Associations: [], Entries: [{ RuleNumber: 32767, Egress: true, Protocol: '-1', RuleAction: 'deny', CidrBlock: '0.0.0.0/0' }] }] }, 'acl-1', { vpcId: 'vpc-1', isDefault: true, associations: [], entries: [] }],
  ['B-15 lists of a wrong type are unknown', { NetworkAcls: [{ NetworkAclId: 'acl-1', VpcId: 'vpc-1', Associations: {}, Entries: 'x' }] }, 'acl-1', { vpcId: 'vpc-1', associations: why('describe-network-acls'), entries: why('describe-network-acls') }],
  ['B-16 blocks with host bits are masked, others are unknown', { NetworkAcls: [{ NetworkAclId: 'acl-1', VpcId: 'vpc-1', Associations: [], Entries: [{ RuleNumber: 1, Egress: false, Protocol: '-1', RuleAction: 'allow', CidrBlock: '10.0.1.5/16' }, { RuleNumber: 2, Egress: false, Protocol: '-1', RuleAction: 'allow', CidrBlock: '10.1' }] }] }, 'acl-1', { vpcId: 'vpc-1', associations: [], entries: [{ ruleNumber: 1, egress: false, protocol: '-1', ruleAction: 'allow', cidrBlock: '10.0.0.0/16' }, { ruleNumber: 2, egress: false, protocol: '-1', ruleAction: 'allow', cidrBlock: { $unknown: { why: 'not a valid block', was: '10.1' } } }] }],
  // prefix lists
  ['a prefix list without its entries', { PrefixLists: [{ PrefixListId: 'pl-1', PrefixListArn: 'arn:aws:ec2:eu-west-1:111122223333:prefix-list/pl-1', PrefixListName: 'office', AddressFamily: 'IPv4', MaxEntries: 5, State: 'create-complete', OwnerId: '111122223333' }] }, 'pl-1', { ownerId: '111122223333', region: 'eu-west-1', prefixListName: 'office', maxEntries: 5, entries: why('get-managed-prefix-list-entries') }],
  ["AWS's own list with its blocks", { PrefixLists: [{ PrefixListId: 'pl-1', PrefixListName: 'com.amazonaws.global.ipv6.cloudfront', Cidrs: ['2600:9000::/28'] }] }, 'pl-1', { ownerId: 'AWS', prefixListName: 'com.amazonaws.global.ipv6.cloudfront', addressFamily: 'IPv6', entries: [{ cidr: '2600:9000::/28' }] }],
  ['entries with their list named beside', { PrefixListId: 'pl-1', Entries: [{ Cidr: '10.0.0.0/8', Description: 'a' }] }, 'pl-1', { entries: [{ cidr: '10.0.0.0/8', description: 'a' }] }],
  // Block Public Access
  ['the setting of an account and Region, exclusions not told', { VpcBlockPublicAccessOptions: { AwsAccountId: '111122223333', AwsRegion: 'eu-west-1', State: 'update-complete', InternetGatewayBlockMode: 'block-ingress' } }, '111122223333/eu-west-1', { ownerId: '111122223333', region: 'eu-west-1', internetGatewayBlockMode: 'block-ingress', exclusions: why('describe-vpc-block-public-access-exclusions') }],
  ['the setting where nothing is blocked', { VpcBlockPublicAccessOptions: { AwsAccountId: '111122223333', AwsRegion: 'eu-west-1', State: 'default-state', InternetGatewayBlockMode: 'off' } }, '111122223333/eu-west-1', { ownerId: '111122223333', region: 'eu-west-1' }],
  ['exclusions in force, the setting not told', { VpcBlockPublicAccessExclusions: [{ ExclusionId: 'vpcbpa-exclude-1', InternetGatewayExclusionMode: 'allow-egress', ResourceArn: 'arn:aws:ec2:eu-west-1:111122223333:subnet/subnet-1', State: 'create-complete' }, { ExclusionId: 'vpcbpa-exclude-2', InternetGatewayExclusionMode: 'allow-egress', ResourceArn: 'arn:aws:ec2:eu-west-1:111122223333:vpc/vpc-1', State: 'delete-complete' }, { ExclusionId: 'vpcbpa-exclude-3', InternetGatewayExclusionMode: 'allow-egress', ResourceArn: 'arn:aws:ec2:eu-west-1:111122223333:vpc/vpc-2', State: 'disable-in-progress' }] }, '111122223333/eu-west-1', { ownerId: '111122223333', region: 'eu-west-1', internetGatewayBlockMode: why('describe-vpc-block-public-access-options'), exclusions: [{ resourceId: 'subnet-1', internetGatewayExclusionMode: 'allow-egress' }] }],
];

describe('AWS CLI answers', () => {
  it.each(readers)('%s', (_name, answer, id, expected) => {
    expect(membersOf(read({ 'answer.json': answer }), id)).toEqual(expected);
  });

  it.each(readers)('C-7 in camelCase: %s', (_name, answer, id, expected) => {
    expect(membersOf(read({ 'answer.json': inCamelCase(answer) }), id)).toEqual(expected);
  });

  it('C-12 counts what is left out', () => {
    const answer = {
      NatGateways: [
        { NatGatewayId: 'nat-1', State: 'deleted' },
        { NatGatewayId: 'nat-2', State: 'deleted' },
      ],
    };
    expect(noteTexts(read({ 'a.json': answer }))).toEqual([
      '2 in NatGateways are deleted and were left out.',
    ]);
  });

  it.each<[string, unknown, string[]]>([
    ['a list that is an object', { Vpcs: {} }, ['wrong-type 1:9 /Vpcs']],
    ['a list that is null', { Vpcs: null }, ['wrong-type 1:9 /Vpcs']],
    [
      'elements that are no objects',
      { Vpcs: [1, { VpcId: 'vpc-1', CidrBlock: '10.0.0.0/16' }] },
      ['wrong-type 1:10 /Vpcs/0'],
    ],
    [
      'an element without its id',
      { Subnets: [{ SubnetId: 'subnet-1' }, { VpcId: 'vpc-1' }] },
      ['no-id 1:37 /Subnets/1'],
    ],
    ['a value of a wrong type', { Vpcs: [{ VpcId: 'vpc-1', CidrBlock: 7 }] }, ['bad-member 1:10 /Vpcs/0']],
    [
      'a route that is text',
      { RouteTables: [{ RouteTableId: 'rtb-1', Routes: ['x'] }] },
      ['wrong-type 1:51 /RouteTables/0/Routes/0'],
    ],
    [
      'a tag called __proto__',
      { Vpcs: [{ VpcId: 'vpc-1', CidrBlock: '10.0.0.0/16', Tags: [{ Key: '__proto__', Value: 'x' }] }] },
      ['bad-tag 1:61 /Vpcs/0/Tags/0'],
    ],
    [
      'entries without their list',
      { Entries: [{ Cidr: '10.0.0.0/8' }, { Cidr: '11.0.0.0/8' }] },
      ['no-list-id 1:12 /Entries'],
    ],
    [
      'an attribute of an unknown VPC',
      { VpcId: 'vpc-1', EnableDnsSupport: { Value: true } },
      ['no-resource 1:1'],
    ],
  ])('B-15 names %s', (_name, answer, expected) => {
    expect(troubles(read({ 'a.json': answer }))).toEqual(expected);
  });
});

function inCamelCase(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inCamelCase);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name.charAt(0).toLowerCase() + name.slice(1),
      inCamelCase(inner),
    ]),
  );
}
