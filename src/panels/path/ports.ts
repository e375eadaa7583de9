/** The ports that a path is worth asking for: those that the groups of its end let in, then usual ones. */

import { cardOf, factsOf } from '../../drawing/index.ts';
import { known, resourcesOfKind, titleOf, type Design, type ResourceId } from '../../model/index.ts';
import { rulesOf, trafficOf } from '../inspector/rules.ts';
import { commonTraffic, protocolName } from '../inspector/traffic.ts';

/** The ids of the fields that the caret goes to when both ends are there. */
export const PORT_FIELD = 'path-port';
export const PROTOCOL_FIELD = 'path-protocol';

export interface PortChoice {
  readonly protocol: string;
  readonly port: string;
  /** The group's rule that lets it in, or what usually listens there. */
  readonly by: { readonly group: ResourceId; readonly rule: number } | { readonly service: string };
}

/** Groups of what the path leads to; of a subnet those of everything in it; of an address none. */
function groupsAt(design: Design, end: string): readonly ResourceId[] {
  const facts = factsOf(design);
  const holders = [...resourcesOfKind(design, 'networkInterface'), ...resourcesOfKind(design, 'instance')];
  return holders.flatMap(([id, holder]) => {
    const isThere = cardOf(facts, id) === end || known(holder.subnetId) === end;
    return isThere ? (known(holder.securityGroupIds) ?? []) : [];
  });
}

/** Each port once, in the order of the rules. */
export function portChoices(design: Design, to: string): readonly PortChoice[] {
  const choices = new Map<string, PortChoice>();
  const add = (choice: PortChoice) => {
    const key = `${choice.protocol} ${choice.port}`;
    if (!choices.has(key)) choices.set(key, choice);
  };
  for (const group of new Set(groupsAt(design, to))) {
    const resource = design.resources[group];
    if (resource?.kind !== 'securityGroup') continue;
    rulesOf(resource, 'inbound').forEach(({ rule }, index) => {
      const traffic = trafficOf(rule);
      const protocol = traffic ? protocolName(traffic.protocol) : '';
      if (!traffic || traffic.from === undefined || !['tcp', 'udp'].includes(protocol)) return;
      const { from, to: last = from } = traffic;
      if (last - from > 60_000) return;
      add({
        protocol,
        port: from === last ? String(from) : `${from}-${last}`,
        by: { group, rule: index + 1 },
      });
    });
  }
  for (const { text, name } of commonTraffic) {
    const [word = '', port = ''] = text.split(' ');
    const protocol = word.toLowerCase();
    if (/^\d+$/.test(port) && ['tcp', 'udp'].includes(protocol))
      add({ protocol, port, by: { service: name } });
  }
  return [...choices.values()];
}

/** `sg-db` for a rule's group, `HTTPS` for what usually listens. */
export const portSource = (design: Design, { by }: PortChoice, rule: (place: number) => string): string =>
  'service' in by ? by.service : `${titleOf(design, by.group)} ${rule(by.rule)}`;
