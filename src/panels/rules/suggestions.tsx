/** What may well stand in a cell: blocks by the names of what has them, groups, lists, targets, ports by their services. */

import { factsOf } from '../../drawing/index.ts';
import { inspectorTexts, ruleTexts } from '../../i18n/index.ts';
import {
  known,
  resourceOfKind,
  resourcesOfKind,
  titleOf,
  vpcOf,
  type Design,
  type Language,
  type ResourceId,
} from '../../model/index.ts';
import type { Suggestion } from '../../ui/index.ts';
import { localBlocksOf, targetsIn } from '../inspector/routes.ts';
import { commonTraffic } from '../inspector/traffic.ts';
import { KindTile } from '../parts/Glyph.tsx';

/** All addresses of a family. */
const everywhere = (language: Language): readonly Suggestion[] => [
  option('0.0.0.0/0', ruleTexts[language].allIpv4),
  option('::/0', ruleTexts[language].allIpv6),
];

/** The blocks of VPCs and their subnets, those of one VPC first. */
function blocks(design: Design, vpc: ResourceId | undefined): readonly Suggestion[] {
  const found = new Map<string, Suggestion>();
  const add = (block: string | undefined, id: ResourceId, kind: 'vpc' | 'subnet'): void => {
    if (block === undefined || found.has(block)) return;
    found.set(block, {
      value: block,
      label: block,
      detail: titleOf(design, id),
      mark: <KindTile kind={kind} />,
    });
  };
  const vpcs = resourcesOfKind(design, 'vpc').map(([id]) => id);
  for (const id of vpc === undefined ? vpcs : [vpc, ...vpcs.filter((other) => other !== vpc)]) {
    for (const block of localBlocksOf(design, id)) add(block, id, 'vpc');
    for (const [subnetId, subnet] of resourcesOfKind(design, 'subnet')) {
      if (subnet.vpcId !== id) continue;
      add(known(subnet.cidrBlock), subnetId, 'subnet');
      for (const entry of known(subnet.ipv6CidrBlockAssociationSet) ?? [])
        add(known(entry.ipv6CidrBlock), subnetId, 'subnet');
    }
  }
  return [...found.values()];
}

/** A resource by its name; by its id where another has the same name. */
function named(
  design: Design,
  kind: 'securityGroup' | 'managedPrefixList',
  ids: readonly ResourceId[],
  detail: (id: ResourceId) => string | undefined,
): readonly Suggestion[] {
  const titles = ids.map((id) => titleOf(design, id));
  return ids.map((id, at) => {
    const title = titles[at] ?? id;
    const isAlone = titles.filter((other) => other === title).length === 1;
    const said = isAlone ? detail(id) : title;
    return {
      value: id,
      label: isAlone ? title : id,
      ...(said === undefined || said === '' ? {} : { detail: said }),
      mark: <KindTile kind={kind} />,
    };
  });
}

const SHOWN_MEMBERS = 2;

/** What carries a group, by name: `web-1, web-2`. */
function membersOf(design: Design, group: ResourceId, language: Language): string {
  const { cardOfInterface } = factsOf(design);
  const members = new Set<ResourceId>();
  for (const [id, resource] of Object.entries(design.resources)) {
    if ('securityGroupIds' in resource && known(resource.securityGroupIds)?.includes(group) === true)
      members.add(cardOfInterface.get(id) ?? id);
  }
  const names = [...members].map((id) => titleOf(design, id));
  const rest = names.length - SHOWN_MEMBERS;
  const shown = names.slice(0, SHOWN_MEMBERS).join(', ');
  return rest > 0 ? ruleTexts[language].andOthers(shown, rest) : shown;
}

const lists = (design: Design): readonly Suggestion[] =>
  named(
    design,
    'managedPrefixList',
    resourcesOfKind(design, 'managedPrefixList').map(([id]) => id),
    (id) => id,
  );

/** Sources of a network ACL's entries. */
export const blockSuggestions = (
  design: Design,
  acl: ResourceId,
  language: Language,
): readonly Suggestion[] => [...everywhere(language), ...blocks(design, vpcOf(design, acl))];

/** Sources of a group's rules: the groups of its VPC besides blocks and lists. */
export function peerSuggestions(
  design: Design,
  group: ResourceId,
  language: Language,
): readonly Suggestion[] {
  const vpc = vpcOf(design, group);
  const groups = resourcesOfKind(design, 'securityGroup')
    .filter(([, other]) => vpc === undefined || other.vpcId === vpc)
    .map(([id]) => id);
  return [
    ...everywhere(language),
    ...named(design, 'securityGroup', groups, (id) => membersOf(design, id, language)),
    ...lists(design),
    ...blocks(design, vpc),
  ];
}

/** Destinations of routes: what lies outside the VPC. */
export function destinationSuggestions(
  design: Design,
  table: ResourceId,
  language: Language,
): readonly Suggestion[] {
  const vpc = vpcOf(design, table);
  const own = vpc === undefined ? undefined : resourceOfKind(design, vpc, 'vpc');
  return [...everywhere(language), ...lists(design), ...blocks(design, own ? vpc : undefined)];
}

export function targetSuggestions(design: Design, table: ResourceId): readonly Suggestion[] {
  const targets = targetsIn(design, vpcOf(design, table));
  const titles = targets.map(({ id }) => titleOf(design, id));
  return targets.map(({ id, kind }, at) => {
    const title = titles[at] ?? id;
    const isAlone = titles.filter((other) => other === title).length === 1;
    return {
      value: id,
      label: isAlone ? title : id,
      ...(title === id ? {} : { detail: isAlone ? id : title }),
      mark: <KindTile kind={kind} />,
    };
  });
}

const option = (value: string, detail?: string): Suggestion => ({
  value,
  label: value,
  ...(detail === undefined ? {} : { detail }),
});

/** What passes most often, in the reader's language. */
function knownTraffic(language: Language): readonly { readonly text: string; readonly name: string }[] {
  const text = ruleTexts[language];
  return [
    ...commonTraffic,
    { text: 'TCP 1024-65535', name: text.clientPorts },
    { text: 'UDP 1024-65535', name: text.clientPorts },
    { text: 'ICMP 8', name: text.echoRequest },
    { text: 'ICMP 0', name: text.echoReply },
    { text: 'ICMP 3', name: text.unreachable },
    { text: 'ICMP 3/4', name: text.fragmentation },
    { text: 'ICMP 11', name: text.timeExceeded },
    { text: 'ICMPv6 128', name: text.echoRequest },
    { text: 'ICMPv6 129', name: text.echoReply },
    { text: 'ICMPv6 1', name: text.unreachable },
    { text: 'ICMPv6 2', name: text.packetTooBig },
    { text: 'ICMPv6 3', name: text.timeExceeded },
  ];
}

/** Protocol and port in one: `TCP 443`, found by `https` as well. */
export const trafficSuggestions = (language: Language): readonly Suggestion[] => [
  ...knownTraffic(language).map(({ text, name }) => option(text, name)),
  option(inspectorTexts[language].anyTraffic, ruleTexts[language].allTraffic),
];

export const protocolSuggestions = (language: Language): readonly Suggestion[] => [
  ...['TCP', 'UDP', 'ICMP', 'ICMPv6'].map((protocol) => option(protocol)),
  option(inspectorTexts[language].anyTraffic, ruleTexts[language].allTraffic),
];

/** Ports of a protocol, or types of ICMP messages. */
export function portSuggestions(protocol: string, language: Language): readonly Suggestion[] {
  const listed = knownTraffic(language).flatMap(({ text, name }) => {
    const [word = '', port = ''] = text.split(' ');
    return word.toLowerCase() === protocol.toLowerCase() ? [option(port, name)] : [];
  });
  return [...listed, option(inspectorTexts[language].anyTraffic)];
}
