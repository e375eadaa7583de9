/** Replies that pass for some of the client's ports and not for others (EP-1, EP-2). */

import type { InterfaceNode } from '../engine/index.ts';
import { known, resourceOfKind } from '../model/index.ts';
import {
  commonHeaders,
  headersWithin,
  isEmptyHeaderSet,
  shareOf,
  TCP_HEADERS,
  tcpPorts,
  type HeaderSet,
} from '../net/index.ts';
import { action } from './_actions.ts';
import { blockMember, passingHeaders } from './_acls.ts';
import { isWritten, type FindingContext } from './_context.ts';
import type { FindingDefinition, ProposedFix, RawFinding, Severity, Value } from './_finding.ts';
import { endValue, questionOf, triedFlows, type AskedFlow } from './_flows.ts';
import { tcpRanges } from './_headers.ts';
import {
  aclBlockers,
  borderKey,
  borderOf,
  endBorders,
  endsOf,
  letRepliesThrough,
  type Border,
} from './_replies.ts';
import { portsText } from './_words.ts';

const SAFE = tcpPorts(1024, 65_535);

interface Client {
  readonly value: Value;
  readonly range: readonly [number, number];
}

/** Who receives at a border, and which ports it may have taken. */
function clientAt(border: Border, flow: AskedFlow): Client {
  const nat =
    border.side === 'in' && border.subnet !== flow.from.node?.subnet
      ? border.subnet.interfaces.find((node) => node.nat)
      : undefined;
  if (nat) return { value: { ids: [nat.owner] }, range: [1024, 65_535] };
  const { node } = flow.from;
  if (!node) return { value: endValue(flow.from), range: [32_768, 65_535] };
  return { value: endValue(flow.from), range: coreOf(node) };
}

const coreOf = (node: InterfaceNode): readonly [number, number] =>
  node.windows ? [49_152, 65_535] : [32_768, 60_999];

/** Widens the entry that lets some replies through, where it is about such ports alone; else a rule of its own. */
function widen(
  context: FindingContext,
  border: Border,
  passing: HeaderSet,
  deniedBy: string | undefined,
): ProposedFix[] {
  const { acl, side, family, peer } = border;
  if (!isWritten(context, acl.id)) return [];
  const entry = acl.entries[side][family].find(
    (each) =>
      each.action === 'allow' &&
      shareOf(peer, each.set) === 'all' &&
      headersWithin(each.headers, SAFE) &&
      !isEmptyHeaderSet(commonHeaders(each.headers, passing)),
  );
  const written =
    entry && (known(resourceOfKind(context.design, acl.id, 'networkAcl')?.entries) ?? [])[entry.index];
  const block = written && known(family === 4 ? written.cidrBlock : written.ipv6CidrBlock);
  if (!entry || block === undefined) return letRepliesThrough(context, border, 'tcp', deniedBy);
  return [
    {
      id: 'replace-acl-entry',
      title: context.say(
        { en: 'Widen rule {number}', ja: 'ルール {number} を広げる' },
        { number: String(entry.number) },
      ),
      parameters: {
        acl: acl.id,
        side,
        number: String(entry.number),
        protocol: 'tcp',
        ports: '1024-65535',
        peer: block,
      },
      actions: [
        action('ReplaceNetworkAclEntry', acl.id, {
          ruleNumber: entry.number,
          egress: side === 'out',
          protocol: '6',
          ruleAction: 'allow',
          ...blockMember(family, block),
          fromPort: 1024,
          toPort: 65_535,
        }),
      ],
    },
  ];
}

function narrowAt(
  context: FindingContext,
  flow: AskedFlow,
  border: Border,
  severity: Severity,
  deniedBy: string | undefined,
): RawFinding | undefined {
  const all = passingHeaders(border.acl, border.side, border.peer);
  const passing = all && commonHeaders(all, SAFE);
  if (!passing || isEmptyHeaderSet(passing) || headersWithin(SAFE, passing)) return undefined;
  const client = clientAt(border, flow);
  const range = severity === 'note' ? ([1024, 65_535] as const) : client.range;
  return {
    resource: border.acl.id,
    related: [...new Set([border.subnet.id, ...endsOf(flow)])],
    family: border.family,
    gap: border.side,
    detail: `${border.side}:${border.blocks.join()}`,
    severity,
    values: {
      acl: { ids: [border.acl.id] },
      ports: portsText(tcpRanges(commonHeaders(passing, TCP_HEADERS))),
      client: client.value,
      range: portsText([range]),
    },
    proof: questionOf(flow),
    fixes: () => widen(context, border, passing, deniedBy),
  };
}

export const finding: FindingDefinition = {
  id: 'network-acl-reply-ports-too-narrow',
  title: { en: 'Network ACL lets too few reply ports through', ja: 'ネットワーク ACL の応答ポート不足' },
  severity: 'warning',
  live: 'joined',
  layer: 'acl',
  reference: 'vpc/latest/userguide/custom-network-acl.html',
  alsoKnownAs: [],
  reads: [
    'networkAcl',
    'securityGroup',
    'routeTable',
    'subnet',
    'instance',
    'networkInterface',
    'internetGateway',
    'natGateway',
    'elasticIp',
  ],
  message: {
    en: '{acl} admits replies only to {ports}; {client} may use {range}.',
    ja: '{acl} の応答許可は {ports} のみですが、{client} は {range} を使用します。',
  },
  *find(context) {
    const told = new Map<string, RawFinding>();
    const tell = (border: Border, raw: RawFinding | undefined): void => {
      const key = borderKey(border);
      const before = told.get(key);
      if (raw && (!before || (before.severity === 'note' && raw.severity === 'warning'))) told.set(key, raw);
    };
    for (const flow of triedFlows(context)) {
      const { answer } = flow;
      if (flow.protocol !== 'tcp' || answer.forward.verdict !== 'reachable') continue;
      if (answer.verdict === 'partial') {
        for (const blocker of aclBlockers(flow)) {
          const border = borderOf(context, blocker);
          if (border) tell(border, narrowAt(context, flow, border, 'warning', blocker.rule));
        }
      } else if (answer.advisories.some(({ code }) => code === 'EPHEMERAL_RANGE_NARROW')) {
        for (const border of endBorders(context, flow))
          tell(border, narrowAt(context, flow, border, 'note', undefined));
      }
    }
    yield* told.values();
  },
};
