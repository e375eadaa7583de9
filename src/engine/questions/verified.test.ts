import { describe, expect, it } from 'vitest';
import { applyActions, type AwsAction, type Design } from '../../model/index.ts';
import { askReach, askReachWithFixes, compile, type Blocker, type FamilyAnswer, type Fix } from '../index.ts';
import { question } from '../notation-lines.test-support.ts';
import { network } from '../notation.test-support.ts';
import { severalNetworks } from '../edits.test-support.ts';
import { asksItself, questionText, randomQuestion } from '../random-questions.test-support.ts';
import { dice } from '../dice.test-support.ts';
import { randomNetwork } from '../random.test-support.ts';
import type { ReachQuestion } from '../answers.ts';

const BASE = `
  vpc v 10.0.0.0/16 2001:db8:1::/56
  subnet pub 10.0.0.0/24 2001:db8:1::/64 in v az 1a
  subnet priv 10.0.1.0/24 2001:db8:1:1::/64 in v az 1a
  subnet iso 10.0.2.0/24 in v az 1a
  igw igw-g on v
  eigw eigw-e on v
  table t in v: pub ; 0.0.0.0/0 > igw-g ; ::/0 > igw-g
  table u in v: priv ; 0.0.0.0/0 > nat-n ; ::/0 > eigw-e ; 64:ff9b::/96 > nat-n
  table m in v: main
  acl kp in v: pub ; in 100 allow all any ; out 100 allow all any
  acl ki in v: iso ; in 100 allow all any ; out 100 allow all any
  nat nat-n in pub 10.0.0.5 eip 203.0.113.5
  sg open in v: in all any ; out all any
  sg none in v: none
  sg gweb in v: in tcp 443 any ; out all any
  sg gapp in v: out all any
  sg gdb in v: in tcp 5432 sg:gapp ; out all any
  instance web in pub 10.0.0.20 pub 203.0.113.20 2001:db8:1::20 sg gweb
  instance bare in pub 10.0.0.21 sg open
  instance app in priv 10.0.1.20 2001:db8:1:1::20 sg gapp
  instance db in iso 10.0.2.20 sg gdb
  instance any in iso 10.0.2.30 sg open
`;

const ask = (design: Design, asked: ReachQuestion): FamilyAnswer | undefined => {
  const answer = askReach(compile(design), asked);
  return answer.ok ? Object.values(answer.value.families)[0] : undefined;
};

/** An action in one line: `CreateRoute t 0.0.0.0/0 nat-n`. */
const told = ({ action, resource, parameters }: AwsAction): string =>
  [action, resource, ...Object.values(parameters).map(String)].join(' ');

const toldFix = (fix: Fix | undefined): string => (fix ? fix.actions.map(told).join(' + ') : 'none');

/** The fixes that are different from each other: several blockers may have one. */
const distinct = (fixes: readonly Fix[]): Fix[] => [
  ...new Map(fixes.map((fix) => [toldFix(fix), fix])).values(),
];

const afterAll = (design: Design, fixes: readonly Fix[], asked: ReachQuestion): FamilyAnswer | undefined =>
  ask(
    applyActions(
      design,
      fixes.flatMap((fix) => fix.actions),
    ),
    asked,
  );

/** What is wrong with the first fixes of a way: they do not open it, or one of them is not needed (V-11). */
function wrongWith(design: Design, blockers: readonly Blocker[], asked: ReachQuestion): string | undefined {
  const fixes = distinct(blockers.flatMap((blocker) => blocker.fixes[0] ?? []));
  const after = afterAll(design, fixes, asked);
  // Behind what blocks for certain there may be facts that nobody knows.
  const isOpen =
    after?.verdict === 'reachable' || (after?.verdict === 'undetermined' && after.unknowns.length > 0);
  if (!isOpen)
    return `${after?.verdict ?? 'no answer'}: ${after?.blockers.map(({ code }) => code).join(' ') ?? ''}`;
  for (const fix of fixes.filter((each) => isIndependent(each, fixes))) {
    const others = fixes.filter((each) => each !== fix);
    if (afterAll(design, others, asked)?.verdict === 'reachable') return `not needed: ${toldFix(fix)}`;
  }
  return undefined;
}

/** Whether no other fix of the way does the same or more: a gateway that two make, entries of one ACL that overlap. */
function isIndependent(fix: Fix, fixes: readonly Fix[]): boolean {
  const others = fixes.filter((each) => each !== fix).flatMap((each) => each.actions);
  const isFilter = fix.id === 'allow-in-group' || fix.id === 'allow-in-acl';
  const [first] = fix.actions;
  const beside = others.filter(
    (other) =>
      other.action === first?.action &&
      // An interface may carry the group that another's fix opens.
      (other.resource === first.resource || fix.id === 'allow-in-group') &&
      other.parameters['egress'] === first.parameters['egress'],
  );
  if (isFilter && beside.length > 0) return false;
  return fix.actions.some((action) => !others.some((other) => told(other) === told(action)));
}

/** A change of the network, a question, and the first fix of each blocker. */
type Case = readonly [why: string, change: string, asked: string, ...fixes: string[]];

const cases: readonly Case[] = [
  // Routes
  [
    'no route for the reply',
    'table t in v: pub',
    '? internet > web tcp 443 v4',
    'CreateRoute t 0.0.0.0/0 igw-g',
  ],
  ['no route', 'table t in v: pub', '? web > 8.8.8.8 tcp 443 v4', 'CreateRoute t 0.0.0.0/0 igw-g'],
  [
    'no route, no public address: the NAT gateway',
    '',
    '? db > 8.8.8.8 tcp 443 v4',
    'CreateRoute m 0.0.0.0/0 nat-n',
  ],
  [
    'no IPv6 route: outward only',
    'table u in v: priv',
    '? app > 2600::1 tcp 443 v6',
    'CreateRoute u ::/0 eigw-e',
  ],
  [
    'no NAT64 route',
    'table u in v: priv',
    '? app > 64:ff9b::808:808 tcp 443 v6',
    'CreateRoute u 64:ff9b::/96 nat-n',
  ],
  [
    'no table of its own (V-6)',
    'without m',
    '? db > 8.8.8.8 tcp 443 v4',
    'CreateRouteTable v iso.routeTable + AssociateRouteTable iso.routeTable iso + CreateRoute iso.routeTable 0.0.0.0/0 nat-n',
  ],
  [
    'the NAT gateway is gone (RT-7)',
    'table u in v: priv ; 0.0.0.0/0 > nat-gone',
    '? app > 8.8.8.8 tcp 443 v4',
    'ReplaceRoute u 0.0.0.0/0 nat-n',
  ],
  [
    'the NAT instance is stopped (RT-8)',
    'table u in v: priv ; 0.0.0.0/0 > x\ninstance x in pub 10.0.0.30 pub 203.0.113.30 sg open nocheck stopped',
    '? app > 8.8.8.8 tcp 443 v4',
    'ReplaceRoute u 0.0.0.0/0 nat-n',
  ],
  [
    'IPv6 to a NAT gateway (NG-9)',
    'table u in v: priv ; 0.0.0.0/0 > nat-n ; ::/0 > nat-n',
    '? app > 2600::1 tcp 443 v6',
    'ReplaceRoute u ::/0 eigw-e',
  ],
  [
    'a private address straight to the gateway (IG-2)',
    'table u in v: priv ; 0.0.0.0/0 > igw-g',
    '? app > 8.8.8.8 tcp 443 v4',
    'ReplaceRoute u 0.0.0.0/0 nat-n',
  ],
  [
    'the reply leaves by the NAT gateway (RP-5)',
    'table t in v: pub ; 0.0.0.0/0 > nat-n\nnat nat-n in iso eip 203.0.113.5\ntable m in v: main ; 0.0.0.0/0 > igw-g',
    '? internet > web tcp 443 v4',
    'ReplaceRoute t 0.0.0.0/0 igw-g',
  ],
  [
    'a route inside the VPC to a NAT gateway that sends it back (NG-6)',
    'table m in v: main ; 10.0.1.0/24 > nat-n\ntable t in v: pub ; 10.0.1.0/24 > nat-n\nsg gapp in v: in all any ; out all any',
    '? db > app tcp 22 v4',
    'DeleteRoute m 10.0.1.0/24',
  ],

  // Gateways and NAT gateways
  [
    'no internet gateway (IG-1)',
    'without igw-g',
    '? web > 8.8.8.8 tcp 443 v4',
    'CreateInternetGateway v v.internetGateway + ReplaceRoute t 0.0.0.0/0 v.internetGateway',
    'CreateInternetGateway v v.internetGateway',
  ],
  [
    'the internet gateway is detached (RT-11)',
    'igw igw-g',
    '? internet > web tcp 443 v4',
    'AttachInternetGateway igw-g v',
    'AttachInternetGateway igw-g v',
  ],
  [
    'two VPCs, one detached gateway: the other gets a new one',
    `vpc w 10.1.0.0/16
     subnet ws 10.1.0.0/24 in w
     instance far in ws 10.1.0.5 sg wopen
     sg wopen in w: in all any ; out all any
     igw igw-g`,
    '? far > 203.0.113.20 tcp 443 v4',
    'AttachInternetGateway igw-g w + CreateRouteTable w ws.routeTable + AssociateRouteTable ws.routeTable ws + CreateRoute ws.routeTable 0.0.0.0/0 igw-g',
    'AllocateAddress eipalloc:far + AssociateAddress eipalloc:far far',
    'CreateInternetGateway v v.internetGateway',
    'CreateInternetGateway v v.internetGateway + ReplaceRoute t 0.0.0.0/0 v.internetGateway',
    'AttachInternetGateway igw-g w',
  ],
  [
    'unsolicited from outside to an egress-only subnet (EG-1)',
    'sg gapp in v: in tcp 443 any ; out all any',
    '? internet > app tcp 443 v6',
    'ReplaceRoute u ::/0 igw-g',
  ],
  [
    'an egress-only gateway alone (EG-1)',
    'without igw-g\ntable t in v: pub ; ::/0 > eigw-e',
    '? internet > web tcp 443 v6',
    'CreateInternetGateway v v.internetGateway',
    'CreateInternetGateway v v.internetGateway + ReplaceRoute t ::/0 v.internetGateway',
  ],
  [
    "the NAT gateway's own table leads back to it (NG-6)",
    'subnet nats 10.0.3.0/24 in v\nnat nat-n in nats 10.0.3.5 eip 203.0.113.5\ntable u in v: priv, nats ; 0.0.0.0/0 > nat-n',
    '? app > 8.8.8.8 tcp 443 v4',
    'AssociateRouteTable t nats',
  ],
  [
    "the client stands in the NAT gateway's subnet (NG-6)",
    'nat nat-n in priv 10.0.1.5 eip 203.0.113.5',
    '? app > 8.8.8.8 tcp 443 v4',
    'AllocateAddress eipalloc:pub.natGateway + CreateNatGateway pub pub.natGateway eipalloc:pub.natGateway + ReplaceRoute u 0.0.0.0/0 pub.natGateway',
  ],
  [
    'the same, and nowhere else leads out',
    'nat nat-n in priv 10.0.1.5 eip 203.0.113.5\ntable t in v: none',
    '? app > 8.8.8.8 tcp 443 v4',
    'ReplaceRoute u 0.0.0.0/0 igw-g',
    'AllocateAddress eipalloc:app + AssociateAddress eipalloc:app app',
  ],
  [
    'the NAT gateway has no address (NG-5)',
    'nat nat-n in pub 10.0.0.5',
    '? app > 8.8.8.8 tcp 443 v4',
    'AllocateAddress eipalloc:nat-n + AssociateAddress eipalloc:nat-n nat-n',
  ],

  // Addresses, states, checks
  [
    'no public address, inward (AD-3)',
    '',
    '? internet > bare tcp 443 v4',
    'AllocateAddress eipalloc:bare + AssociateAddress eipalloc:bare bare',
  ],
  [
    'no public address, outward (AD-3)',
    'without nat-n\ntable u in v: priv',
    '? bare > 8.8.8.8 tcp 443 v4',
    'AllocateAddress eipalloc:bare + AssociateAddress eipalloc:bare bare',
  ],
  [
    'no public address, no way back (RP-5)',
    '',
    '? internet > app tcp 443 v4',
    'AllocateAddress eipalloc:app + AssociateAddress eipalloc:app app',
    'AuthorizeSecurityGroupIngress gapp tcp 443 443 0.0.0.0/0',
    'ReplaceRoute u 0.0.0.0/0 igw-g',
  ],
  [
    'the instance is stopped (AD-15)',
    'instance web in pub 10.0.0.20 pub 203.0.113.20 sg gweb stopped',
    '? internet > web tcp 443 v4',
    'StartInstances web',
  ],
  [
    'the client is stopped (AD-15)',
    'instance app in priv 10.0.1.20 sg gapp stopped',
    '? app > db tcp 5432 v4',
    'StartInstances app',
    'StartInstances app',
  ],
  [
    'a NAT instance that checks (NI-1)',
    'table u in v: priv ; 0.0.0.0/0 > x\ninstance x in pub 10.0.0.30 pub 203.0.113.30 sg open forwarding nat',
    '? app > 8.8.8.8 tcp 443 v4',
    'ModifyInstanceAttribute x false',
    'ModifyInstanceAttribute x false',
  ],
  [
    'an interface that checks (NI-1)',
    'table u in v: priv ; 0.0.0.0/0 > x\neni x in pub 10.0.0.30 pub 203.0.113.30 sg open',
    '? app > 8.8.8.8 tcp 443 v4',
    'ModifyNetworkInterfaceAttribute x false',
    'ModifyNetworkInterfaceAttribute x false',
  ],
  [
    'the metadata service is off (AD-12)',
    'instance web in pub 10.0.0.20 sg gweb meta off',
    '? web > 169.254.169.254 tcp 80 v4',
    'ModifyInstanceMetadataOptions web enabled',
  ],
  [
    'the metadata service speaks no IPv6 (AD-12)',
    '',
    '? web > fd00:ec2::254 tcp 80 v6',
    'ModifyInstanceMetadataOptions web enabled enabled',
  ],

  // Block Public Access
  ...(['block-bidirectional', 'block-ingress'] as const).map((mode): Case => [
    `${mode} (BP-1)`,
    `bpa b ${mode}`,
    '? internet > web tcp 443 v4',
    'CreateVpcBlockPublicAccessExclusion b pub allow-bidirectional',
    'CreateVpcBlockPublicAccessExclusion b pub allow-bidirectional',
  ]),
  [
    'an exclusion that lets only out (BP-2)',
    'bpa b block-bidirectional: except iso allow-egress',
    '? app > 8.8.8.8 tcp 443 v4',
    'CreateVpcBlockPublicAccessExclusion b pub allow-bidirectional',
    'CreateVpcBlockPublicAccessExclusion b pub allow-bidirectional',
  ],
  [
    'the egress-only gateway is blocked at the client’s subnet (BP-3)',
    'bpa b block-bidirectional',
    '? app > 2600::1 tcp 443 v6',
    'CreateVpcBlockPublicAccessExclusion b priv allow-bidirectional',
    'CreateVpcBlockPublicAccessExclusion b priv allow-bidirectional',
  ],

  [
    'an exclusion of its own that lets only out (BP-2)',
    'bpa b block-bidirectional: except pub allow-egress',
    '? internet > web tcp 443 v4',
    'ModifyVpcBlockPublicAccessExclusion b pub allow-bidirectional',
    'ModifyVpcBlockPublicAccessExclusion b pub allow-bidirectional',
  ],
  [
    'an exclusion of the whole VPC that lets only out (BP-4)',
    'bpa b block-bidirectional: except v allow-egress',
    '? internet > web tcp 443 v4',
    'ModifyVpcBlockPublicAccessExclusion b v allow-bidirectional',
    'ModifyVpcBlockPublicAccessExclusion b v allow-bidirectional',
  ],

  // What a device in the way needs
  [
    'a subnet whose way in leads through an appliance (RT-12)',
    'subnet fws 10.0.3.0/24 in v az 1a\ninstance fw in fws 10.0.3.20 pub 203.0.113.30 sg open nocheck forwarding pass\ntable tf in v: fws ; 0.0.0.0/0 > igw-g\ntable te in v: igw-g ; 10.0.0.0/24 > fw',
    '? internet > web tcp 443 v4',
    'ReplaceRoute t 0.0.0.0/0 fw',
  ],
  [
    'the same outward',
    'subnet fws 10.0.3.0/24 in v az 1a\ninstance fw in fws 10.0.3.20 pub 203.0.113.30 sg open nocheck forwarding pass\ntable tf in v: fws ; 0.0.0.0/0 > igw-g\ntable te in v: igw-g ; 10.0.0.0/24 > fw',
    '? web > 8.8.8.8 tcp 443 v4',
    'ReplaceRoute t 0.0.0.0/0 fw',
  ],
  [
    'an appliance on its own route (NI-4)',
    'instance fw in priv 10.0.1.30 sg open nocheck forwarding pass\ntable u in v: priv ; 0.0.0.0/0 > fw',
    '? app > 8.8.8.8 tcp 443 v4',
    'ReplaceRoute u 0.0.0.0/0 nat-n',
  ],
  [
    'two appliances that send to each other',
    'subnet f1 10.0.4.0/24 in v\nsubnet f2 10.0.5.0/24 in v\ninstance fw1 in f1 10.0.4.20 sg open nocheck forwarding pass\ninstance fw2 in f2 10.0.5.20 sg open nocheck forwarding pass\ntable tf1 in v: f1 ; 10.0.2.0/24 > fw2\ntable tf2 in v: f2 ; 10.0.2.0/24 > fw1\ntable u in v: priv ; 10.0.2.0/24 > fw1\ntable ti in v: iso ; 10.0.1.0/24 > fw1',
    '? app > any tcp 22 v4',
    'DeleteRoute tf1 10.0.2.0/24',
  ],
  [
    'a private NAT gateway that faces an internet gateway (NG-5)',
    'nat nat-n in pub 10.0.0.5 private',
    '? app > 8.8.8.8 tcp 443 v4',
    'AllocateAddress eipalloc:pub.natGateway + CreateNatGateway pub pub.natGateway eipalloc:pub.natGateway + ReplaceRoute u 0.0.0.0/0 pub.natGateway',
  ],
  ...(['failed', 'deleted'] as const).map((state): Case => [
    `a NAT gateway that is ${state} (RT-7)`,
    `nat nat-n in pub 10.0.0.5 eip 203.0.113.5 state ${state}`,
    '? app > 8.8.8.8 tcp 443 v4',
    'AllocateAddress eipalloc:pub.natGateway + CreateNatGateway pub pub.natGateway eipalloc:pub.natGateway + ReplaceRoute u 0.0.0.0/0 pub.natGateway',
  ]),
  [
    'an appliance that would translate, had it an address (NI-3)',
    'instance ni in pub 10.0.0.30 sg open nocheck\ntable u in v: priv ; 0.0.0.0/0 > ni',
    '? app > 8.8.8.8 tcp 443 v4',
    'AllocateAddress eipalloc:ni + AssociateAddress eipalloc:ni ni',
  ],
  [
    'one that is said to translate (NI-3)',
    'instance ni in pub 10.0.0.30 sg open nocheck forwarding nat\ntable u in v: priv ; 0.0.0.0/0 > ni',
    '? app > 8.8.8.8 tcp 443 v4',
    'AllocateAddress eipalloc:ni + AssociateAddress eipalloc:ni ni',
  ],

  // Groups: the other end alone, the asked port alone (V-12)
  [
    'no rule for the port, from everywhere (SG-9)',
    '',
    '? internet > web tcp 80 v4',
    'AuthorizeSecurityGroupIngress gweb tcp 80 80 0.0.0.0/0',
  ],
  [
    'no rule for the port, from one address',
    '',
    '? 8.8.8.8 > web tcp 80 v4',
    'AuthorizeSecurityGroupIngress gweb tcp 80 80 8.8.8.8/32',
  ],
  [
    'no rule over IPv6',
    '',
    '? internet > web tcp 80 v6',
    'AuthorizeSecurityGroupIngress gweb tcp 80 80 ::/0',
  ],
  [
    'no rule for the client',
    '',
    '? web > db tcp 5432 v4',
    'AuthorizeSecurityGroupIngress gdb tcp 5432 5432 10.0.0.20/32',
  ],
  [
    'no rule out, none in (SG-9)',
    'instance app in priv 10.0.1.20 sg none\ninstance db in iso 10.0.2.20 sg none',
    '? app > db tcp 5432 v4',
    'AuthorizeSecurityGroupEgress none tcp 5432 5432 10.0.2.20/32',
    'AuthorizeSecurityGroupIngress none tcp 5432 5432 10.0.1.20/32',
  ],
  [
    'a first rule beside AWS’s own (SG-1)',
    'sg quiet in v\ninstance app in priv 10.0.1.20 sg quiet\ninstance db in iso 10.0.2.20 sg quiet',
    '? app > db tcp 5432 v4',
    'AuthorizeSecurityGroupIngress quiet tcp 5432 5432 10.0.1.20/32',
  ],
  ['an echo request', '', '? app > db icmp v4', 'AuthorizeSecurityGroupIngress gdb icmp 8 0 10.0.1.20/32'],

  // ACLs: numbered below what denies, with the stateless counterpart
  [
    'a deny before the allow (NA-1)',
    'acl kp in v: pub ; in 100 deny tcp 443 any ; in 200 allow all any ; out 100 allow all any',
    '? internet > web tcp 443 v4',
    'CreateNetworkAclEntry kp 99 false 6 allow 0.0.0.0/0 443 443',
  ],
  [
    'no entry for the reply (RP-4)',
    'acl kp in v: pub ; in 100 allow all any',
    '? internet > web tcp 443 v4',
    'CreateNetworkAclEntry kp 100 true 6 allow 0.0.0.0/0 1024 65535',
  ],
  [
    'no entry for the IPv6 reply (NA-1)',
    'acl kp in v: pub ; in 100 allow tcp 443 any',
    '? internet > web tcp 443 v6',
    'CreateNetworkAclEntry kp 100 true 6 allow ::/0 1024 65535',
  ],
  [
    'no entry at all',
    'acl ki in v: iso ; none',
    '? app > db tcp 5432 v4',
    'CreateNetworkAclEntry ki 100 false 6 allow 10.0.1.20/32 5432 5432',
    'CreateNetworkAclEntry ki 100 true 6 allow 10.0.1.20/32 1024 65535',
  ],
  [
    'an echo and its reply',
    'acl ki in v: iso ; none',
    '? app > any icmp 8/0 v4',
    'CreateNetworkAclEntry ki 100 false 1 allow 10.0.1.20/32 8 0',
    'CreateNetworkAclEntry ki 100 true 1 allow 10.0.1.20/32 0 0',
  ],
  [
    'the client’s own port',
    'acl ki in v: iso ; in 100 allow all any',
    '? app > db tcp 5432 from 443 v4',
    'CreateNetworkAclEntry ki 100 true 6 allow 10.0.1.20/32 443 443',
  ],
  [
    'part of the client ports (EP-1)',
    'acl ki in v: iso ; in 100 allow all any ; out 100 allow tcp 32768-40000 any ; out 110 deny all any',
    '? app > db tcp 5432 v4',
    'CreateNetworkAclEntry ki 109 true 6 allow 10.0.1.20/32 1024 65535',
  ],
  [
    'one ACL met four times through a NAT gateway',
    'acl kp in v: pub ; none',
    '? app > 8.8.8.8 tcp 443 v4',
    'CreateNetworkAclEntry kp 100 false 6 allow 10.0.1.20/32 443 443',
    'CreateNetworkAclEntry kp 100 true 6 allow 8.8.8.8/32 443 443',
    'CreateNetworkAclEntry kp 110 false 6 allow 8.8.8.8/32 1024 65535',
    'CreateNetworkAclEntry kp 110 true 6 allow 10.0.1.20/32 1024 65535',
  ],
  [
    'both families of a NAT64 way (NG-9)',
    'acl kp in v: pub ; none',
    '? app > 64:ff9b::808:808 icmp v6',
    'CreateNetworkAclEntry kp 100 false 58 allow 2001:db8:1:1::20/128 128 0',
    'CreateNetworkAclEntry kp 100 true 1 allow 8.8.8.8/32 8 0',
    'CreateNetworkAclEntry kp 110 false 1 allow 8.8.8.8/32 0 0',
    'CreateNetworkAclEntry kp 110 true 58 allow 2001:db8:1:1::20/128 129 0',
  ],

  // Everything at once (V-7)
  [
    'gateway, address, ACL, state, group and route',
    'instance web in pub 10.0.0.20 sg none stopped\nacl kp in v: pub ; none\ntable t in v: pub\nigw igw-g',
    '? internet > web tcp 443 v4',
    'AttachInternetGateway igw-g v',
    'AllocateAddress eipalloc:web + AssociateAddress eipalloc:web web',
    'CreateNetworkAclEntry kp 100 false 6 allow 0.0.0.0/0 443 443',
    'StartInstances web',
    'AuthorizeSecurityGroupIngress none tcp 443 443 0.0.0.0/0',
    'CreateNetworkAclEntry kp 100 true 6 allow 0.0.0.0/0 1024 65535',
    'AttachInternetGateway igw-g v + CreateRoute t 0.0.0.0/0 igw-g',
  ],
];

describe('fixes of a blocked way (V-11, V-12)', () => {
  it.each(cases)('%s', (_, change, asked, ...fixes) => {
    const design = network(BASE, change);
    const one = question(asked).question;
    const answer = ask(design, one);
    const blockers = answer?.blockers ?? [];
    expect(blockers.map((blocker) => toldFix(blocker.fixes[0]))).toEqual(fixes);
    expect(answer?.verdict).not.toBe('reachable');
    expect(wrongWith(design, blockers, one)).toBeUndefined();
  });

  it.each(cases)('%s: each was tried alone before it is offered', (_, change, asked, ...fixes) => {
    const tried = askReachWithFixes(compile(network(BASE, change)), question(asked).question);
    const family = tried.ok ? Object.values(tried.value.families)[0] : undefined;
    expect(family?.blockers.map((blocker) => toldFix(blocker.fixes[0]))).toEqual(fixes);
  });
});

describe('what no change of AWS opens has no fix', () => {
  const without: readonly (readonly [string, string, string])[] = [
    ['nobody has the address', '', '? app > 10.0.5.5 tcp 22 v4'],
    ['a private address outside', '', '? app > 172.16.0.1 tcp 22 v4'],
    [
      'an interface that takes no traffic of a gateway (AD-17)',
      'eni x in pub 10.0.0.40 sg open denyigw',
      '? internet > x tcp 443 v4',
    ],
    ['a protocol that NAT gateways do not carry (NG-1)', '', '? app > 8.8.8.8 47 v4'],
    [
      'an ACL that denies under number 1',
      'acl ki in v: iso ; in 1 deny all any ; out 100 allow all any',
      '? app > db tcp 5432 v4',
    ],
  ];
  it.each(without)('%s', (_, change, asked) => {
    const answer = ask(network(BASE, change), question(asked).question);
    expect(answer?.verdict).toBe('blocked');
    expect(answer?.blockers.flatMap((blocker) => blocker.fixes)).toEqual([]);
  });
});

describe('alternatives (V-9)', () => {
  const alternatives: readonly (readonly [string, string, string, ...string[]])[] = [
    [
      'a public address beside the NAT gateway',
      '',
      '? db > 8.8.8.8 tcp 443 v4',
      'igw-g: CreateRoute m 0.0.0.0/0 igw-g, AllocateAddress eipalloc:db + AssociateAddress eipalloc:db db',
    ],
    [
      'both gateways of IPv6',
      'table u in v: priv',
      '? app > 2600::1 tcp 443 v6',
      'igw-g: CreateRoute u ::/0 igw-g',
    ],
  ];
  it.each(alternatives)('%s', (_, change, asked, ...expected) => {
    const tried = askReachWithFixes(compile(network(BASE, change)), question(asked).question);
    const family = tried.ok ? Object.values(tried.value.families)[0] : undefined;
    const ways = family?.alternatives.map(
      ({ via, blockers }) => `${via}: ${blockers.map((blocker) => toldFix(blocker.fixes[0])).join(', ')}`,
    );
    expect(ways).toEqual(expected);
  });
});

describe('8 fixes in random networks (V-11)', () => {
  const SEEDS = 96;
  const BATCHES = 8;
  /** Every way of a question whose blockers all have a fix. */
  const waysOf = (answer: FamilyAnswer | undefined): (readonly Blocker[])[] =>
    answer?.verdict === 'blocked'
      ? [answer.blockers, ...answer.alternatives.map(({ blockers }) => blockers)].filter((blockers) =>
          blockers.every(({ fixes }) => fixes.length > 0),
        )
      : [];

  it.each(Array.from({ length: BATCHES }, (_, batch) => batch))(
    'the first fixes of each way open it, and each of them is needed: batch %i',
    (batch) => {
      const wrong: string[] = [];
      let ways = 0;
      for (let seed = 1 + batch; seed <= SEEDS; seed += BATCHES) {
        const random = randomNetwork(seed);
        const throws = dice(seed * 7919);
        const design = network(...random.lines);
        for (let count = 0; count < 6; count += 1) {
          const asked = randomQuestion(random, throws);
          if (asksItself(random.lines, asked)) continue;
          for (const blockers of waysOf(ask(design, asked))) {
            ways += 1;
            const problem = wrongWith(design, blockers, asked);
            if (problem !== undefined) wrong.push(`seed ${seed} ${questionText(asked)}: ${problem}`);
          }
        }
      }
      expect(wrong, wrong.join('\n')).toEqual([]);
      expect(ways).toBeGreaterThan(10);
    },
  );
});

describe('a trial that compiles only what a fix touches', () => {
  /** How far something stands in the way: a fix that helps alone lowers it. */
  const rank = (answer: FamilyAnswer | undefined): number =>
    ['reachable', 'partial', 'undetermined', 'blocked', 'not-applicable'].indexOf(answer?.verdict ?? '');
  const placeOf = ({ code, direction, family, resource, rule, side, at }: Blocker): string =>
    [code, direction, family, resource, rule, side, at].join();
  const helps = (design: Design, fix: Fix, blocker: Blocker, before: FamilyAnswer, asked: ReachQuestion) => {
    const after = ask(applyActions(design, fix.actions), asked);
    if (!after) return false;
    if (after.verdict === 'reachable' || rank(after) < rank(before)) return true;
    return (
      after.blockers.length < before.blockers.length &&
      after.blockers.every((each) => placeOf(each) !== placeOf(blocker))
    );
  };

  it('offers the fixes that one which compiles everything would', () => {
    const wrong: string[] = [];
    let offered = 0;
    for (let seed = 1; seed <= 12; seed += 1) {
      const design = severalNetworks(seed, 2);
      const compiled = compile(design);
      const throws = dice(seed * 104_729);
      const ends = [...compiled.interfaces.keys()].filter((id) => Object.hasOwn(design.resources, id));
      ends.push('internet', ...Object.keys(design.resources).filter((id) => compiled.interfacesOf.has(id)));
      for (let count = 0; count < 8; count += 1) {
        const asked: ReachQuestion = {
          from: throws.pick(ends),
          to: throws.pick(ends),
          protocol: throws.pick(['tcp', 'udp']),
          port: throws.pick(['22', '443', '5432']),
          ipVersion: throws.pick(['4', '6']),
        };
        const before = ask(design, asked);
        const tried = askReachWithFixes(compiled, asked);
        const after = tried.ok ? Object.values(tried.value.families)[0] : undefined;
        if (!before || !after) continue;
        const expected = before.blockers.map((blocker) =>
          blocker.fixes.filter((fix) => helps(design, fix, blocker, before, asked)).map(toldFix),
        );
        const found = after.blockers.map(({ fixes }) => fixes.map(toldFix));
        offered += found.flat().length;
        if (JSON.stringify(found) !== JSON.stringify(expected))
          wrong.push(`seed ${seed} ${JSON.stringify(asked)}`);
      }
    }
    expect(wrong, wrong.join('\n')).toEqual([]);
    expect(offered).toBeGreaterThan(20);
  });
});

describe('a group that does not let in', () => {
  const design = network(BASE);
  const groupFixes = (asked: string): readonly string[] => {
    const answer = askReachWithFixes(compile(design), question(asked).question);
    const [family] = answer.ok ? Object.values(answer.value.families) : [];
    return (family?.blockers ?? []).flatMap((blocker) =>
      blocker.code.includes('SG') ? blocker.fixes.map(toldFix) : [],
    );
  };

  it('is opened for the address alone, or for the group that the sender is in', () => {
    expect(groupFixes('? web > db tcp 5432 v4')).toEqual([
      'AuthorizeSecurityGroupIngress gdb tcp 5432 5432 10.0.0.20/32',
      'AuthorizeSecurityGroupIngress gdb tcp 5432 5432 gweb',
    ]);
  });

  it('is opened for an address alone where that has no group', () => {
    expect(groupFixes('? internet > web tcp 22 v4')).toEqual([
      'AuthorizeSecurityGroupIngress gweb tcp 22 22 0.0.0.0/0',
    ]);
  });
});
