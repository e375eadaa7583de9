/** A rule for the whole internet behind which nothing can be reached: demoted, not hidden. */

import {
  classesOf,
  type AclEntry,
  type AclNode,
  type Blocker,
  type InterfaceNode,
  type ReachQuestion,
} from '../engine/index.ts';
import {
  commonHeaders,
  countHeaders,
  describeHeaders,
  formatCidr,
  headersWithin,
  intervalsOf,
  isEmptyHeaderSet,
  TCP_HEADERS,
  tcpPorts,
  toCidrs,
  unionOfHeaders,
  type Family,
  type HeaderSet,
} from '../net/index.ts';
import { known, resourceOfKind } from '../model/index.ts';
import { finding as adminPort } from './admin-port-open-to-internet.ts';
import { finding as allPorts } from './all-ports-open-to-internet.ts';
import { finding as dataPort } from './data-port-open-to-internet.ts';
import { blockerText } from './_blockers.ts';
import { isInternetWide, type FindingContext } from './_context.ts';
import { opened, portSet } from './_exposure.ts';
import type { FindingDefinition, ProposedFix, RawFinding } from './_finding.ts';
import { closings, rulesOf, ruleText, usersOfGroups, type PlacedRule } from './_groups.ts';
import { ADMIN_PORTS, DATA_PORTS } from './_ports.ts';
import { wayIn } from './_proofs.ts';

const LOOKED = unionOfHeaders(ADMIN_PORTS, portSet(DATA_PORTS));

/** From this many ports on, an ACL entry is there for replies. */
const REPLY_RANGE = 10_000;

type Reach =
  | { readonly kind: 'reached' }
  | { readonly kind: 'cannot-tell' }
  | { readonly kind: 'closed'; readonly blockers: readonly Blocker[]; readonly proof?: ReachQuestion };

/** One interface of each class, those with a public address first. */
function distinctIn(
  context: FindingContext,
  nodes: readonly InterfaceNode[],
  family: Family,
): readonly InterfaceNode[] {
  const without = nodes.filter((node) => node.addresses[family].length === 0);
  const speakers = classesOf(context.network, nodes, family).map(({ speaker }) => speaker);
  const hasFace = ({ mappings }: InterfaceNode): boolean => mappings.length > 0;
  return [...speakers.filter(hasFace), ...speakers.filter((node) => !hasFace(node)), ...without];
}

/** Whether the internet opens any of these headers on any of these interfaces, and if not, what stops it first. */
function reachOf(
  context: FindingContext,
  nodes: readonly InterfaceNode[],
  family: Family,
  headers: HeaderSet,
): Reach {
  const among = new Set(nodes);
  const open = opened(context).some(
    (each) =>
      each.family === family && among.has(each.node) && !isEmptyHeaderSet(commonHeaders(each.open, headers)),
  );
  if (open) return { kind: 'reached' };
  const [first] = intervalsOf(commonHeaders(headers, TCP_HEADERS));
  const port = first?.[0] ?? 22;
  // One certain answer says nothing of the other interfaces; what stops one with a public face tells most.
  let stopped: Extract<Reach, { kind: 'closed' }> = { kind: 'closed', blockers: [] };
  for (const node of distinctIn(context, nodes, family)) {
    const answer = context.ask({
      from: 'internet',
      to: node.id,
      protocol: 'tcp',
      port: String(port),
      ipVersion: family === 4 ? '4' : '6',
    });
    const found = answer?.families[family];
    if (!found || found.verdict === 'undetermined') return { kind: 'cannot-tell' };
    if (found.verdict === 'reachable' || found.verdict === 'partial') return { kind: 'reached' };
    if (stopped.blockers.length > 0) continue;
    const { blockers } = found;
    stopped = { kind: 'closed', blockers, ...wayIn(node, family, { protocol: 'tcp', port: String(port) }) };
  }
  return stopped;
}

function* inGroups(context: FindingContext): Generator<RawFinding> {
  for (const group of context.network.groups.values()) {
    const nodes = usersOfGroups(context).get(group.id) ?? [];
    if (nodes.length === 0) continue;
    for (const placed of rulesOf(group, 'in')) yield* ofRule(context, placed, nodes);
  }
}

function* ofRule(
  context: FindingContext,
  placed: PlacedRule,
  nodes: readonly InterfaceNode[],
): Generator<RawFinding> {
  const { peer, headers } = placed.rule;
  const looked = commonHeaders(headers, LOOKED);
  if (peer.kind !== 'addresses' || !isInternetWide(peer.set) || isEmptyHeaderSet(looked)) return;
  const { family } = peer.set;
  const reach = reachOf(context, nodes, family, looked);
  const vpc = nodes[0]?.vpc;
  if (reach.kind !== 'closed' || !vpc) return;
  yield {
    resource: placed.group.id,
    related: [...new Set(nodes.map((node) => node.owner))],
    family,
    detail: describeHeaders(headers)
      .map(({ protocol, ports = '' }) => `${protocol} ${ports}`)
      .join(),
    values: { rule: ruleText(context, [placed]), blocker: blockerText(context, reach.blockers) },
    ...(reach.proof ? { proof: reach.proof } : {}),
    fixes: () => closings(context, [placed], headers, vpc).toReversed(),
  };
}

/** An entry that names such a port on purpose, and not only among the ports of replies. */
const isPointed = (entry: AclEntry): boolean =>
  entry.action === 'allow' &&
  !entry.missing &&
  isInternetWide(entry.set) &&
  headersWithin(entry.headers, TCP_HEADERS) &&
  countHeaders(entry.headers) < REPLY_RANGE &&
  !isEmptyHeaderSet(commonHeaders(entry.headers, LOOKED));

function* inAcls(context: FindingContext): Generator<RawFinding> {
  const users = new Map<AclNode, InterfaceNode[]>();
  for (const subnet of context.network.subnets.values()) {
    const acl = subnet.acl.value;
    if (!acl) continue;
    const list = users.get(acl) ?? [];
    list.push(...subnet.interfaces.filter((node) => !node.nat));
    users.set(acl, list);
  }
  for (const [acl, nodes] of users) {
    if (nodes.length === 0 || known(resourceOfKind(context.design, acl.id, 'networkAcl')?.isDefault) === true)
      continue;
    for (const family of [4, 6] as const) {
      for (const entry of acl.entries.in[family].filter(isPointed)) {
        const reach = reachOf(context, nodes, family, commonHeaders(entry.headers, LOOKED));
        if (reach.kind !== 'closed' || reach.blockers.some(({ resource }) => resource === acl.id)) continue;
        yield {
          resource: acl.id,
          related: [...new Set(nodes.map((node) => node.owner))],
          family,
          detail: `in:${entry.number}`,
          values: {
            rule: context.say(
              { en: 'Inbound rule {number} of {acl}', ja: '{acl} のインバウンドルール {number}' },
              { number: String(entry.number), acl: { ids: [acl.id] } },
            ),
            blocker: blockerText(context, reach.blockers),
          },
          ...(reach.proof ? { proof: reach.proof } : {}),
          fixes: () => narrowEntry(context, acl, entry, family),
        };
      }
    }
  }
}

/** The same ports for the VPC alone. */
function narrowEntry(context: FindingContext, acl: AclNode, entry: AclEntry, family: Family): ProposedFix[] {
  const vpcId = known(resourceOfKind(context.design, acl.id, 'networkAcl')?.vpcId) ?? '';
  const block = context.network.vpcs.get(vpcId)?.cidrs[family].map(formatCidr)[0];
  const [range] = intervalsOf(entry.headers);
  if (
    block === undefined ||
    !range ||
    toCidrs(entry.set).length !== 1 ||
    entry.headers !== tcpPorts(range[0], range[1])
  )
    return [];
  return [
    {
      id: 'replace-acl-entry',
      title: context.say({ en: 'Allow {block} only', ja: '{block} だけを許可' }, { block }),
      parameters: { acl: acl.id, side: 'in', number: String(entry.number), protocol: 'tcp', peer: block },
      actions: [
        {
          action: 'ReplaceNetworkAclEntry',
          resource: acl.id,
          parameters: {
            ruleNumber: entry.number,
            egress: false,
            protocol: '6',
            ruleAction: 'allow',
            ...(family === 4 ? { cidrBlock: block } : { ipv6CidrBlock: block }),
            fromPort: range[0],
            toPort: range[1],
          },
        },
      ],
    },
  ];
}

export const finding: FindingDefinition = {
  id: 'open-rule-without-path',
  title: { en: 'Open rule without a path', ja: '経路のない公開ルール' },
  severity: 'note',
  live: 'review',
  layer: 'group',
  reference: 'vpc/latest/userguide/security-group-rules.html',
  alsoKnownAs: [
    ...new Set([
      ...adminPort.alsoKnownAs,
      ...dataPort.alsoKnownAs,
      ...allPorts.alsoKnownAs,
      'Security Hub EC2.21',
      'Checkov CKV_AWS_231',
      'Checkov CKV_AWS_232',
    ]),
  ],
  reads: [
    'securityGroup',
    'networkAcl',
    'routeTable',
    'internetGateway',
    'instance',
    'networkInterface',
    'elasticIp',
    'subnet',
    'managedPrefixList',
  ],
  message: {
    en: '{rule} is open to the world but nothing can be reached: {blocker}.',
    ja: '{rule} は全世界に開いていますが、到達できるものはありません。{blocker}。',
  },
  *find(context) {
    yield* inGroups(context);
    yield* inAcls(context);
  },
};
