/** Answers that are recognised and not read: kinds that the document does not model yet. */

/** A command by the top-level member of its answer. */
export interface UnmodelledAnswer {
  readonly key: string;
  /** As typed after `aws`; `ec2` is left out. */
  readonly command: string;
  /** Whether paths lead by what it tells. */
  readonly matters: 'matters' | 'beside';
  /** The kind that an empty answer covers: there are none of these. */
  readonly covers?: string;
}

const rows: readonly (readonly [key: string, command: string, covers?: string])[] = [
  ['VpcPeeringConnections', 'describe-vpc-peering-connections', 'vpcPeeringConnection'],
  ['VpcEndpoints', 'describe-vpc-endpoints', 'vpcEndpoint'],
  ['ServiceConfigurations', 'describe-vpc-endpoint-service-configurations', 'vpcEndpointService'],
  ['AllowedPrincipals', 'describe-vpc-endpoint-service-permissions'],
  ['VpcEndpointConnections', 'describe-vpc-endpoint-connections'],
  ['TransitGateways', 'describe-transit-gateways', 'transitGateway'],
  ['TransitGatewayAttachments', 'describe-transit-gateway-attachments', 'transitGatewayAttachment'],
  ['TransitGatewayVpcAttachments', 'describe-transit-gateway-vpc-attachments'],
  ['TransitGatewayPeeringAttachments', 'describe-transit-gateway-peering-attachments'],
  ['TransitGatewayConnects', 'describe-transit-gateway-connects'],
  ['TransitGatewayRouteTables', 'describe-transit-gateway-route-tables', 'transitGatewayRouteTable'],
  ['TransitGatewayRouteTablePropagations', 'get-transit-gateway-route-table-propagations'],
  ['TransitGatewayPropagations', 'get-transit-gateway-route-table-propagations'],
  ['Associations', 'get-transit-gateway-route-table-associations'],
  ['Routes', 'search-transit-gateway-routes'],
  ['TransitGatewayStaticRoutes', 'search-transit-gateway-routes'],
  ['TransitGatewayPrefixListReferences', 'get-transit-gateway-prefix-list-references'],
  ['VpnGateways', 'describe-vpn-gateways', 'virtualPrivateGateway'],
  ['CustomerGateways', 'describe-customer-gateways', 'customerGateway'],
  ['VpnConnections', 'describe-vpn-connections', 'vpnConnection'],
  ['DhcpOptions', 'describe-dhcp-options', 'dhcpOptions'],
  ['VpcEncryptionControls', 'describe-vpc-encryption-controls'],
  ['InstanceConnectEndpoints', 'describe-instance-connect-endpoints'],
  ['ClientVpnEndpoints', 'describe-client-vpn-endpoints'],
  ['CarrierGateways', 'describe-carrier-gateways'],
  ['LocalGateways', 'describe-local-gateways'],
  ['RouteServers', 'describe-route-servers'],
  ['LoadBalancers', 'elbv2 describe-load-balancers', 'loadBalancer'],
  ['LoadBalancerAttributes', 'elbv2 describe-load-balancer-attributes'],
  ['LoadBalancerListeners', 'elbv2 describe-listeners'],
  ['LoadBalancerTargetHealth', 'elbv2 describe-target-health'],
  ['Listeners', 'elbv2 describe-listeners'],
  ['TargetGroups', 'elbv2 describe-target-groups', 'targetGroup'],
  ['TargetHealthDescriptions', 'elbv2 describe-target-health'],
  ['Rules', 'elbv2 describe-rules'],
  ['LoadBalancerDescriptions', 'elb describe-load-balancers'],
  ['connections', 'directconnect describe-connections', 'directConnectConnection'],
  ['lags', 'directconnect describe-lags'],
  ['virtualInterfaces', 'directconnect describe-virtual-interfaces', 'virtualInterface'],
  ['directConnectGateways', 'directconnect describe-direct-connect-gateways', 'directConnectGateway'],
  ['directConnectGatewayAssociations', 'directconnect describe-direct-connect-gateway-associations'],
  ['directConnectGatewayAttachments', 'directconnect describe-direct-connect-gateway-attachments'],
  ['Firewalls', 'network-firewall list-firewalls', 'networkFirewall'],
  ['Firewall', 'network-firewall describe-firewall'],
  ['FirewallPolicy', 'network-firewall describe-firewall-policy'],
  ['RuleGroup', 'network-firewall describe-rule-group'],
  ['DBInstances', 'rds describe-db-instances', 'dbInstance'],
  ['DBClusters', 'rds describe-db-clusters'],
  ['DBSubnetGroups', 'rds describe-db-subnet-groups'],
  ['Functions', 'lambda list-functions', 'lambdaFunction'],
  ['services', 'ecs describe-services'],
  ['cluster', 'eks describe-cluster'],
  ['CacheClusters', 'elasticache describe-cache-clusters'],
  ['CacheSubnetGroups', 'elasticache describe-cache-subnet-groups'],
  ['Clusters', 'redshift describe-clusters'],
  ['MountTargets', 'efs describe-mount-targets'],
  ['DomainStatus', 'opensearch describe-domain'],
  ['DomainStatusList', 'opensearch describe-domains'],
  ['AutoScalingGroups', 'autoscaling describe-auto-scaling-groups'],
  ['Buckets', 's3api list-buckets'],
  ['Policy', 'get-policy'],
  ['PublicAccessBlockConfiguration', 's3api get-public-access-block'],
  ['OwnershipControls', 's3api get-bucket-ownership-controls'],
  ['ServerSideEncryptionConfiguration', 's3api get-bucket-encryption'],
  ['LocationConstraint', 's3api get-bucket-location'],
  ['Table', 'dynamodb describe-table', 'dynamoDbTable'],
  ['KeyMetadata', 'kms describe-key', 'kmsKey'],
  ['Aliases', 'kms list-aliases'],
  ['Grants', 'kms list-grants'],
  ['JobListEntries', 'snowball list-jobs'],
  ['JobMetadata', 'snowball describe-job'],
  ['UserDetailList', 'iam get-account-authorization-details'],
  ['GroupDetailList', 'iam get-account-authorization-details'],
  ['RoleDetailList', 'iam get-account-authorization-details'],
  ['Policies', 'iam get-account-authorization-details'],
  ['Accounts', 'organizations list-accounts'],
];

/** Answers that decide no path: they are known, and nothing is lost by leaving them out. */
const besidePaths: readonly (readonly [key: string, command: string])[] = [
  ['InstanceStatuses', 'describe-instance-status'],
  ['Instances', 'describe-classic-link-instances'],
  ['PlacementGroups', 'describe-placement-groups'],
  ['Hosts', 'describe-hosts'],
  ['MovingAddressStatuses', 'describe-moving-addresses'],
  ['Regions', 'describe-regions'],
  ['AccountAttributes', 'describe-account-attributes'],
  ['Tags', 'describe-tags'],
  ['ServiceDetails', 'describe-vpc-endpoint-services'],
  ['ServiceNames', 'describe-vpc-endpoint-services'],
];

const byName = new Map<string, UnmodelledAnswer>([
  ...besidePaths.map(([key, command]): [string, UnmodelledAnswer] => [
    key.toLowerCase(),
    { key, command, matters: 'beside' },
  ]),
  ...rows.map(([key, command, covers]): [string, UnmodelledAnswer] => [
    key.toLowerCase(),
    { key, command, matters: 'matters', ...(covers === undefined ? {} : { covers }) },
  ]),
]);

/** The answer that such a member begins; names are compared without case of the first letter (C-7). */
export const unmodelledAnswer = (key: string): UnmodelledAnswer | undefined => byName.get(key.toLowerCase());

export const unmodelledCommands: readonly string[] = rows.map(([, command]) => command);
