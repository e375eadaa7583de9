/** A change in EC2's own words: what a fix offers, a report prints, and an edit applies. */

/**
 * One API call. `resource` is the id that the call is about (the route table, the group, the ACL, the
 * interface); `parameters` are the request's members in lowerCamelCase, references by design id.
 *
 * Actions understood by `applyActions`, with their parameters:
 * - CreateRoute / ReplaceRoute (routeTable): destinationCidrBlock | destinationIpv6CidrBlock | destinationPrefixListId,
 *   and one target member (gatewayId, natGatewayId, networkInterfaceId, instanceId, egressOnlyInternetGatewayId)
 * - DeleteRoute (routeTable): the destination member
 * - AssociateRouteTable (routeTable): subnetId. Any former explicit association of that subnet goes.
 * - CreateRouteTable (vpc): routeTableId, name?
 * - AuthorizeSecurityGroupIngress / AuthorizeSecurityGroupEgress (securityGroup): ipProtocol, fromPort?, toPort?,
 *   and one of cidrIpv4, cidrIpv6, prefixListId, groupId; description?
 * - RevokeSecurityGroupIngress / RevokeSecurityGroupEgress (securityGroup): the same members; `index` (position in `rules`) when given wins
 * - CreateNetworkAclEntry / ReplaceNetworkAclEntry (networkAcl): ruleNumber, egress, protocol, ruleAction,
 *   cidrBlock | ipv6CidrBlock, fromPort?, toPort?, icmpType?, icmpCode?
 * - DeleteNetworkAclEntry (networkAcl): ruleNumber, egress
 * - ReplaceNetworkAclAssociation (networkAcl, the new one): subnetId
 * - AttachInternetGateway / DetachInternetGateway (internetGateway): vpcId
 * - CreateInternetGateway (vpc): internetGatewayId. Attached at once.
 * - CreateEgressOnlyInternetGateway (vpc): egressOnlyInternetGatewayId
 * - AllocateAddress (elasticIp, a new id): no parameters; the address is AWS's choice
 * - AssociateAddress (elasticIp): networkInterfaceId | instanceId | natGatewayId, privateIpAddress?
 * - DisassociateAddress (elasticIp) · ReleaseAddress (elasticIp)
 * - CreateNatGateway (subnet): natGatewayId, allocationId
 * - ModifyNetworkInterfaceAttribute (networkInterface | `eni:<instance id>`): sourceDestCheck | associatePublicIpAddress | securityGroupIds
 * - ModifyInstanceAttribute (instance): sourceDestCheck
 * - ModifyInstanceMetadataOptions (instance): httpEndpoint, httpProtocolIpv6
 * - StartInstances (instance) · ModifySubnetAttribute (subnet): any member
 * - AssociateSubnetCidrBlock (subnet): cidrBlock (sets it) · AssociateVpcCidrBlock (vpc): cidrBlock
 * - CreateTags (any): name
 * - CreateVpcBlockPublicAccessExclusion / ModifyVpcBlockPublicAccessExclusion (vpcBlockPublicAccess): resourceId,
 *   internetGatewayExclusionMode
 */
export interface AwsAction {
  readonly action: string;
  readonly resource: string;
  readonly parameters: Readonly<Record<string, string | number | boolean | readonly string[]>>;
}
