/**
 * What holds of every network, by the numbers of the invariants: nothing is said of one answer, only of how answers lie
 * to each other. Each is tried on random networks (NETWORKS, SEED for longer or other runs).
 */

import { describe } from 'vitest';
import type { Design, NetworkAclEntry, Resource, Route, SecurityGroupRule } from '../model/index.ts';
import { formatCidr, parseCidr } from '../net/index.ts';
import type { FamilyAnswer, Hop } from './answers.ts';
import { askReach, askTiers, compile } from './index.ts';
import {
  all,
  ask,
  asText,
  firstWrong,
  holds,
  listOf,
  notLess,
  notMore,
  sameFlows,
  withResource,
} from './invariants.test-support.ts';
import type { Dice } from './dice.test-support.ts';
import type { RandomQuestion } from './random-questions.test-support.ts';

const BLOCKS = [
  '0.0.0.0/0',
  '10.0.0.0/8',
  '10.0.0.0/24',
  '10.0.1.0/24',
  '10.0.0.5/32',
  '8.8.8.0/24',
  '0.0.0.0/1',
];
const SIXTH = ['::/0', '2001:db8:1::/56', '2001:db8:1:1::/64', '2600::/16', '2000::/3'];

const ruleOf = (design: Design, { chance, pick }: Dice, family?: 4 | 6): SecurityGroupRule => {
  const groups = all(design, 'securityGroup');
  const protocol = pick(['-1', '-1', 'tcp', 'tcp', 'udp', 'icmp', 'icmpv6', '47']);
  const [from, to] = pick([
    [443, 443],
    [0, 65_535],
    [22, 80],
    [32_768, 60_999],
  ] as const);
  const isIcmp = protocol.startsWith('icmp');
  const six = family === 6 || (family === undefined && chance(35));
  return {
    isEgress: chance(50),
    ipProtocol: protocol,
    ...(protocol === 'tcp' || protocol === 'udp' ? { fromPort: from, toPort: to } : {}),
    ...(isIcmp ? { fromPort: pick([-1, 8, 128]), toPort: -1 } : {}),
    ...(family === undefined && groups.length > 0 && chance(25)
      ? { referencedGroupInfo: { groupId: pick(groups).id } }
      : six
        ? { cidrIpv6: pick(SIXTH) }
        : { cidrIpv4: pick(BLOCKS) }),
  };
};

const entryOf = (
  number: number,
  action: 'allow' | 'deny',
  { chance, pick }: Dice,
  family?: 4 | 6,
): NetworkAclEntry => {
  const protocol = pick(['-1', '-1', '6', '17', '1', '58', '47']);
  const isPorted = protocol === '6' || protocol === '17';
  const six = family === 6 || (family === undefined && chance(35));
  return {
    ruleNumber: number,
    egress: chance(50),
    protocol,
    ruleAction: action,
    ...(isPorted
      ? {
          portRange: pick([
            { from: 443, to: 443 },
            { from: 1024, to: 65_535 },
            { from: 0, to: 50_000 },
          ]),
        }
      : {}),
    ...(protocol === '1' || protocol === '58'
      ? { icmpTypeCode: { type: pick([-1, 0, 8, 128, 129]), code: -1 } }
      : {}),
    ...(six ? { ipv6CidrBlock: pick(SIXTH) } : { cidrBlock: pick(BLOCKS) }),
  };
};

/** Groups whose rules are told, ACLs whose entries are, tables whose routes are. */
const groupsOf = (design: Design) =>
  all(design, 'securityGroup').flatMap(({ id, resource }) => {
    const rules = listOf(resource.rules);
    return rules ? [{ id, resource, rules }] : [];
  });
const aclsOf = (design: Design) =>
  all(design, 'networkAcl').flatMap(({ id, resource }) => {
    const entries = listOf(resource.entries);
    return entries ? [{ id, resource, entries }] : [];
  });
const tablesOf = (design: Design) =>
  all(design, 'routeTable').flatMap(({ id, resource }) => {
    const routes = listOf(resource.routes);
    return routes ? [{ id, resource, routes }] : [];
  });

/** One of them, or nothing where there is none. */
const oneOf = <Item>(items: readonly Item[], { pick }: Dice): Item | undefined =>
  items.length === 0 ? undefined : pick(items);

const without = <Item>(items: readonly Item[], gone: Item): Item[] => items.filter((item) => item !== gone);

const shuffled = <Item>(items: readonly Item[], { roll }: Dice): Item[] => {
  const left = [...items];
  return items.flatMap(() => left.splice(roll(left.length), 1));
};

describe('1 rules of a group', () => {
  holds('adding one never removes a flow', (design, questions, thrown) => {
    const group = oneOf(groupsOf(design), thrown);
    if (!group) return undefined;
    const rules = [...group.rules, ruleOf(design, thrown)];
    return firstWrong(
      questions,
      design,
      withResource(design, group.id, { ...group.resource, rules }),
      notLess,
    );
  });
  holds('removing one never adds a flow', (design, questions, thrown) => {
    const group = oneOf(groupsOf(design), thrown);
    const rule = group && oneOf(group.rules, thrown);
    if (!group || !rule) return undefined;
    const rules = without(group.rules, rule);
    return firstWrong(
      questions,
      design,
      withResource(design, group.id, { ...group.resource, rules }),
      notMore,
    );
  });
});

describe('2 entries of an ACL', () => {
  holds('an allow behind all others never removes a flow', (design, questions, thrown) => {
    const acl = oneOf(aclsOf(design), thrown);
    if (!acl) return undefined;
    const entries = [...acl.entries, entryOf(30_000, 'allow', thrown)];
    return firstWrong(questions, design, withResource(design, acl.id, { ...acl.resource, entries }), notLess);
  });
  holds('a deny before all others never adds one', (design, questions, thrown) => {
    const acl = oneOf(aclsOf(design), thrown);
    if (!acl) return undefined;
    const entry = entryOf(1, 'deny', thrown);
    const entries = [...acl.entries, { ...entry, egress: true }, { ...entry, egress: false }];
    return firstWrong(questions, design, withResource(design, acl.id, { ...acl.resource, entries }), notMore);
  });
  holds('other numbers in the same order change nothing', (design, questions, thrown) => {
    const acl = oneOf(aclsOf(design), thrown);
    if (!acl) return undefined;
    const entries = acl.entries.map((entry) => ({ ...entry, ruleNumber: entry.ruleNumber * 7 + 3 }));
    return firstWrong(
      questions,
      design,
      withResource(design, acl.id, { ...acl.resource, entries }),
      sameFlows,
    );
  });
});

/** Adds, removes or changes a route or an ACL's entry. */
function changeBorder(design: Design, thrown: Dice): Design {
  const { chance, pick, roll } = thrown;
  if (chance(50)) {
    const acl = oneOf(aclsOf(design), thrown);
    if (!acl) return design;
    const gone = oneOf(acl.entries, thrown);
    const entries =
      gone && chance(40)
        ? without(acl.entries, gone)
        : [...acl.entries, entryOf(1 + roll(50), chance(60) ? 'deny' : 'allow', thrown)];
    return withResource(design, acl.id, { ...acl.resource, entries });
  }
  const table = oneOf(tablesOf(design), thrown);
  if (!table) return design;
  const gone = oneOf(table.routes, thrown);
  const devices = all(design, 'instance').map(({ id }) => id);
  const route: Route = {
    destinationCidrBlock: pick(['10.0.0.0/24', '10.0.1.0/24', '10.0.0.0/16', '0.0.0.0/0']),
    ...(devices.length > 0 && chance(60) ? { instanceId: pick(devices) } : { natGatewayId: 'nat-gone' }),
  };
  const routes = gone && chance(40) ? without(table.routes, gone) : [...table.routes, route];
  return withResource(design, table.id, { ...table.resource, routes });
}

describe('3 inside one subnet', () => {
  holds('no route and no entry changes what two of one subnet say to each other', (design, _, thrown) => {
    const places = new Map(
      [...compile(design).subnets.values()].map((subnet) => [
        subnet.id,
        subnet.interfaces.filter((node) => !node.nat),
      ]),
    );
    const near = [...places.values()].flatMap((nodes) =>
      nodes.flatMap((from) =>
        nodes.filter((to) => to.owner !== from.owner).map((to) => ({ from: from.id, to: to.id })),
      ),
    );
    const questions = near.flatMap((pair) =>
      (['4', '6'] as const).map((ipVersion) => ({ ...pair, protocol: 'tcp', port: '443', ipVersion })),
    );
    return firstWrong(questions, design, changeBorder(changeBorder(design, thrown), thrown), sameFlows);
  });
});

describe('4 what says the same', () => {
  holds('names, tags and places on the canvas change nothing', (design, questions) => {
    const resources = Object.fromEntries(
      Object.entries(design.resources).map(([id, resource]) => [
        id,
        { ...resource, tags: { Name: `public ${id.slice(-1)}` } },
      ]),
    );
    const layout = Object.fromEntries(
      Object.keys(resources).map((id) => [id, { x: 5, y: 7, width: 10, height: 10 }]),
    );
    return firstWrong(questions, design, { ...design, resources, layout, name: 'another' }, sameFlows);
  });

  holds('other ids change nothing', (design, questions) => {
    const ids = new Map(
      Object.keys(design.resources).flatMap((id) => [
        [id, `${id}-z9`] as const,
        [`eni:${id}`, `eni:${id}-z9`] as const,
      ]),
    );
    const renamed = <Value>(value: Value): Value =>
      JSON.parse(JSON.stringify(value), (_, part: unknown) =>
        typeof part === 'string' ? (ids.get(part) ?? part) : part,
      ) as Value;
    const resources = Object.fromEntries(
      Object.entries(design.resources).map(([id, resource]) => [ids.get(id) ?? id, renamed(resource)]),
    );
    const [was, is] = [compile(design), compile({ ...design, resources })];
    for (const question of questions) {
      const [first, second] = [ask(was, question), ask(is, renamed(question))];
      if (!first || !second) continue;
      if (!sameFlows(first, second)) return `${asText(question)}: ${first.verdict}, then ${second.verdict}`;
      const [codes, others] = [first, second].map((answer) =>
        answer.blockers.map((each) => each.code).join(),
      );
      if (codes !== others) return `${asText(question)}: ${codes ?? ''}, then ${others ?? ''}`;
    }
    return undefined;
  });

  holds('the order of lists changes nothing', (design, questions, thrown) => {
    const resources = Object.fromEntries(
      shuffled(Object.entries(design.resources), thrown).map(([id, resource]): [string, Resource] => {
        const mixed = <Item>(items: readonly Item[] | undefined): Item[] | undefined =>
          items && shuffled(items, thrown);
        switch (resource.kind) {
          case 'securityGroup':
            return [
              id,
              {
                ...resource,
                ...(listOf(resource.rules) ? { rules: mixed(listOf(resource.rules)) ?? [] } : {}),
              },
            ];
          case 'networkAcl':
            return [
              id,
              {
                ...resource,
                ...(listOf(resource.entries) ? { entries: mixed(listOf(resource.entries)) ?? [] } : {}),
              },
            ];
          case 'routeTable':
            return [
              id,
              {
                ...resource,
                ...(listOf(resource.routes) ? { routes: mixed(listOf(resource.routes)) ?? [] } : {}),
              },
            ];
          case 'managedPrefixList':
            return [
              id,
              {
                ...resource,
                ...(listOf(resource.entries) ? { entries: mixed(listOf(resource.entries)) ?? [] } : {}),
              },
            ];
          default:
            return [id, resource];
        }
      }),
    );
    return firstWrong(questions, design, { ...design, resources }, sameFlows);
  });

  holds('a rule by halves, and a list by its entries', (design, questions) => {
    const resources = Object.fromEntries(
      Object.entries(design.resources).map(([id, resource]): [string, Resource] => {
        if (resource.kind === 'securityGroup' && listOf(resource.rules))
          return [
            id,
            {
              ...resource,
              rules: (listOf(resource.rules) ?? []).flatMap((rule) => spelledOut(design, rule)),
            },
          ];
        if (resource.kind === 'networkAcl' && listOf(resource.entries))
          return [id, { ...resource, entries: (listOf(resource.entries) ?? []).flatMap(halvesOfEntry) }];
        return [id, resource];
      }),
    );
    return firstWrong(questions, design, { ...design, resources }, sameFlows);
  });
});

/** A block as its two halves; one address stays as it is. */
function halves(text: unknown): string[] | undefined {
  const block = typeof text === 'string' ? parseCidr(text) : undefined;
  if (!block?.ok || block.value.first === block.value.last) return undefined;
  const { family, prefixLength, first, last } = block.value;
  const middle = first + (last - first + 1n) / 2n;
  return [
    formatCidr({ family, prefixLength: prefixLength + 1, first, last: middle - 1n }),
    formatCidr({ family, prefixLength: prefixLength + 1, first: middle, last }),
  ];
}

function spelledOut(design: Design, rule: SecurityGroupRule): SecurityGroupRule[] {
  const list = typeof rule.prefixListId === 'string' ? design.resources[rule.prefixListId] : undefined;
  const entries = list?.kind === 'managedPrefixList' ? listOf(list.entries) : undefined;
  if (entries && entries.length > 0) {
    const { prefixListId: _, ...rest } = rule;
    const isSixth = list?.kind === 'managedPrefixList' && list.addressFamily === 'IPv6';
    return entries.map(({ cidr }) => ({ ...rest, ...(isSixth ? { cidrIpv6: cidr } : { cidrIpv4: cidr }) }));
  }
  const [fourth, sixth] = [halves(rule.cidrIpv4), halves(rule.cidrIpv6)];
  if (fourth) return fourth.map((cidrIpv4) => ({ ...rule, cidrIpv4 }));
  return sixth ? sixth.map((cidrIpv6) => ({ ...rule, cidrIpv6 })) : [rule];
}

function halvesOfEntry(entry: NetworkAclEntry): NetworkAclEntry[] {
  const ruleNumber = entry.ruleNumber * 2;
  const [fourth, sixth] = [halves(entry.cidrBlock), halves(entry.ipv6CidrBlock)];
  if (fourth)
    return fourth.map((cidrBlock, place) => ({ ...entry, cidrBlock, ruleNumber: ruleNumber + place }));
  return sixth
    ? sixth.map((ipv6CidrBlock, place) => ({ ...entry, ipv6CidrBlock, ruleNumber: ruleNumber + place }))
    : [{ ...entry, ruleNumber }];
}

describe('5 what is said twice', () => {
  holds('a rule twice, a group twice', (design, questions, thrown) => {
    const resources = Object.fromEntries(
      Object.entries(design.resources).map(([id, resource]): [string, Resource] => {
        const rules = resource.kind === 'securityGroup' ? listOf(resource.rules) : undefined;
        return resource.kind === 'securityGroup' && rules
          ? [id, { ...resource, rules: rules.flatMap((rule) => [rule, rule]) }]
          : [id, resource];
      }),
    );
    const twice: Design = { ...design, resources };
    const end = oneOf([...all(twice, 'instance'), ...all(twice, 'networkInterface')], thrown);
    const carried = listOf(end?.resource.securityGroupIds);
    const after =
      end && carried
        ? withResource(twice, end.id, { ...end.resource, securityGroupIds: [...carried, ...carried] })
        : twice;
    return firstWrong(questions, design, after, sameFlows);
  });
  holds('an empty group more that no rule names', (design, questions, thrown) => {
    const end = oneOf([...all(design, 'instance'), ...all(design, 'networkInterface')], thrown);
    const carried = listOf(end?.resource.securityGroupIds);
    const subnet =
      typeof end?.resource.subnetId === 'string' ? design.resources[end.resource.subnetId] : undefined;
    if (!end || !carried || carried.length === 0 || subnet?.kind !== 'subnet' || subnet.vpcId === undefined)
      return undefined;
    const empty = withResource(design, 'sg-empty', {
      kind: 'securityGroup',
      groupName: 'empty',
      vpcId: subnet.vpcId,
      rules: [],
    });
    const after = withResource(empty, end.id, {
      ...end.resource,
      securityGroupIds: ['sg-empty', ...carried],
    });
    return firstWrong(questions, design, after, sameFlows);
  });
});

/** A change to one family alone: of a rule, an entry or a route. */
function changeFamily(design: Design, thrown: Dice, family: 4 | 6): Design {
  const { chance, roll, pick } = thrown;
  const kind = pick(['group', 'acl', 'table']);
  if (kind === 'group') {
    const group = oneOf(groupsOf(design), thrown);
    if (!group) return design;
    const own = group.rules.filter((rule) => (family === 4 ? rule.cidrIpv4 : rule.cidrIpv6) !== undefined);
    const gone = oneOf(own, thrown);
    const rules =
      gone && chance(60) ? without(group.rules, gone) : [...group.rules, ruleOf(design, thrown, family)];
    return withResource(design, group.id, { ...group.resource, rules });
  }
  if (kind === 'acl') {
    const acl = oneOf(aclsOf(design), thrown);
    if (!acl) return design;
    const entries = [...acl.entries, entryOf(1 + roll(90), chance(70) ? 'deny' : 'allow', thrown, family)];
    return withResource(design, acl.id, { ...acl.resource, entries });
  }
  const table = oneOf(tablesOf(design), thrown);
  if (!table) return design;
  const member = family === 4 ? 'destinationCidrBlock' : 'destinationIpv6CidrBlock';
  const routes = table.routes.filter((route) => route[member] === undefined || !chance(70));
  return withResource(design, table.id, { ...table.resource, routes });
}

/** Not by NAT64, and by no device whose ways are assumed from IPv4 (NI-3). */
const isApart = (question: RandomQuestion, answer: FamilyAnswer): boolean =>
  !question.to.startsWith('64:ff9b::') &&
  !answer.assumptions.some((one) => one.code === 'ASSUMPTION_APPLIANCE_FORWARDS');

describe('6 the families', () => {
  for (const family of [4, 6] as const) {
    holds(`a change of IPv${family} never changes an answer of the other`, (design, questions, thrown) => {
      const after = changeFamily(changeFamily(design, thrown, family), thrown, family);
      const others = questions.filter((question) => question.ipVersion !== String(family));
      const compiled = compile(design);
      const asked = others.filter((question) => {
        const answer = ask(compiled, question);
        return answer !== undefined && isApart(question, answer);
      });
      return firstWrong(asked, design, after, sameFlows);
    });
  }
});

describe('7 what an answer says of itself', () => {
  holds(
    'blockers where it is blocked, facts where it can’t be told, and neither where it is open',
    (design, questions) => {
      const compiled = compile(design);
      const exists = (id: string): boolean =>
        id in design.resources ||
        compiled.interfaces.has(id) ||
        compiled.groups.has(id) ||
        [...compiled.vpcs.keys()].some((vpc) => id.startsWith(`${vpc}.`)) ||
        [...compiled.subnets.values()].some(
          (subnet) => subnet.table.value?.id === id || subnet.acl.value?.id === id,
        );
      for (const question of questions) {
        const answer = ask(compiled, question);
        if (!answer) continue;
        const told = `${asText(question)} is ${answer.verdict}`;
        if (answer.verdict === 'reachable' && answer.blockers.length > 0) return `${told} with blockers`;
        if (answer.verdict === 'reachable' && answer.unknowns.length > 0) return `${told} with unknowns`;
        if (answer.verdict === 'blocked' && answer.blockers.length === 0) return `${told} without a blocker`;
        if (answer.verdict === 'undetermined' && answer.unknowns.length === 0)
          return `${told} without a fact`;
        const ghost = answer.blockers.find((blocker) => !exists(blocker.resource));
        if (ghost) return `${told} by ${ghost.code} of ${ghost.resource}`;
      }
      return undefined;
    },
  );
});

/** A fact taken away: a value, or the resources of a kind. */
function hide(design: Design, thrown: Dice): Design {
  const untold = { $unknown: { why: 'hidden' } } as const;
  switch (
    thrown.pick([
      'rules',
      'entries',
      'routes',
      'list',
      'peer',
      'target',
      'check',
      'state',
      'bpa',
      'associations',
      'launch',
      'groups',
    ])
  ) {
    case 'launch': {
      const end = oneOf(all(design, 'instance'), thrown);
      return end
        ? withResource(design, end.id, { ...end.resource, associatePublicIpAddress: untold })
        : design;
    }
    case 'rules': {
      const group = oneOf(groupsOf(design), thrown);
      return group ? withResource(design, group.id, { ...group.resource, rules: untold }) : design;
    }
    case 'peer': {
      const group = oneOf(groupsOf(design), thrown);
      const rule =
        group &&
        oneOf(
          group.rules.filter((one) => one.cidrIpv4 !== undefined),
          thrown,
        );
      if (!group || !rule) return design;
      const rules = group.rules.map((one) => (one === rule ? { ...one, cidrIpv4: untold } : one));
      return withResource(design, group.id, { ...group.resource, rules });
    }
    case 'entries': {
      const acl = oneOf(aclsOf(design), thrown);
      return acl ? withResource(design, acl.id, { ...acl.resource, entries: untold }) : design;
    }
    case 'routes': {
      const table = oneOf(tablesOf(design), thrown);
      return table ? withResource(design, table.id, { ...table.resource, routes: untold }) : design;
    }
    case 'associations': {
      const table = oneOf(tablesOf(design), thrown);
      const associations = (listOf(table?.resource.associations) ?? []).map((one) =>
        one.subnetId === undefined ? one : { ...one, subnetId: untold },
      );
      return table ? withResource(design, table.id, { ...table.resource, associations }) : design;
    }
    case 'target': {
      const table = oneOf(tablesOf(design), thrown);
      const route =
        table &&
        oneOf(
          table.routes.filter((one) => one.gatewayId !== undefined),
          thrown,
        );
      if (!table || !route) return design;
      const routes = table.routes.map((one) => (one === route ? { ...one, gatewayId: untold } : one));
      return withResource(design, table.id, { ...table.resource, routes });
    }
    case 'list': {
      const list = oneOf(all(design, 'managedPrefixList'), thrown);
      return list ? withResource(design, list.id, { ...list.resource, entries: untold }) : design;
    }
    case 'check': {
      const end = oneOf(all(design, 'instance'), thrown);
      return end ? withResource(design, end.id, { ...end.resource, sourceDestCheck: untold }) : design;
    }
    case 'state': {
      const end = oneOf(all(design, 'instance'), thrown);
      return end ? withResource(design, end.id, { ...end.resource, instanceState: untold }) : design;
    }
    case 'groups': {
      const end = oneOf(all(design, 'instance'), thrown);
      return end ? withResource(design, end.id, { ...end.resource, securityGroupIds: untold }) : design;
    }
    default: {
      const setting = oneOf(all(design, 'vpcBlockPublicAccess'), thrown);
      return setting
        ? withResource(design, setting.id, { ...setting.resource, internetGatewayBlockMode: untold })
        : design;
    }
  }
}

/** Only drawn networks: in an import the same change takes AWS's defaults away as well. */
const isDrawn = (design: Design): boolean => design.coverage === undefined;
const leansOnAppliance = (answer: FamilyAnswer): boolean =>
  answer.assumptions.some((one) => one.code === 'ASSUMPTION_APPLIANCE_FORWARDS');

describe('10 a fact more', () => {
  holds(
    'never turns what was told round',
    (design, questions, thrown) => {
      if (!isDrawn(design)) return undefined;
      const hidden = hide(design, thrown);
      return firstWrong(questions, hidden, design, (before, after) =>
        before.verdict === 'undetermined' || leansOnAppliance(before) || leansOnAppliance(after)
          ? true
          : before.verdict === after.verdict,
      );
    },
    2,
  );
});

describe('11 what leads nowhere any more', () => {
  holds(
    'a gateway detached or failed adds no flow, though a wider route stands behind it',
    (given, asked, thrown) => {
      const gateway = oneOf([...all(given, 'internetGateway'), ...all(given, 'natGateway')], thrown);
      const table = oneOf(tablesOf(given), thrown);
      if (!gateway || !table) return undefined;
      const narrow: Route = {
        destinationCidrBlock: '8.8.8.0/24',
        ...(gateway.resource.kind === 'natGateway'
          ? { natGatewayId: gateway.id }
          : { gatewayId: gateway.id }),
      };
      const routes = [...table.routes.filter((one) => one.destinationCidrBlock !== '8.8.8.0/24'), narrow];
      const design = withResource(given, table.id, { ...table.resource, routes });
      const after = withResource(
        design,
        gateway.id,
        gateway.resource.kind === 'natGateway'
          ? { ...gateway.resource, state: 'failed' }
          : { ...gateway.resource, attachments: [] },
      );
      const questions = asked.map((one) => (one.ipVersion === '4' ? { ...one, to: '8.8.8.8' } : one));
      return firstWrong(
        questions,
        design,
        after,
        (before, now) => notMore(before, now) || leansOnAppliance(before) || leansOnAppliance(now),
      );
    },
    2,
  );
});

describe('12 a route that says what another says', () => {
  holds(
    'a part of its destination to the same target changes nothing',
    (design, questions, thrown) => {
      const table = oneOf(tablesOf(design), thrown);
      const vpc =
        table && typeof table.resource.vpcId === 'string'
          ? design.resources[table.resource.vpcId]
          : undefined;
      if (
        !table ||
        vpc?.kind !== 'vpc' ||
        table.routes.some((route) => typeof route.destinationPrefixListId === 'string')
      )
        return undefined;
      const isEdge = (listOf(table.resource.associations) ?? []).some((one) => one.gatewayId !== undefined);
      const route = oneOf(
        table.routes.filter((one) => one.origin === undefined),
        thrown,
      );
      const half =
        route && halves(route.destinationCidrBlock ?? route.destinationIpv6CidrBlock)?.[thrown.roll(2)];
      const parsed = half === undefined ? undefined : parseCidr(half);
      if (!route || half === undefined || !parsed?.ok || isEdge) return undefined;
      const rivals = [
        ...table.routes
          .filter((one) => one !== route)
          .flatMap((one) => [one.destinationCidrBlock, one.destinationIpv6CidrBlock]),
        vpc.cidrBlock,
        ...(listOf(vpc.cidrBlockAssociationSet) ?? []).map((one) => one.cidrBlock),
        ...(listOf(vpc.ipv6CidrBlockAssociationSet) ?? []).map((one) => one.ipv6CidrBlock),
      ];
      const overlaps = rivals.some((text) => {
        const other = typeof text === 'string' ? parseCidr(text) : undefined;
        if (!other?.ok || other.value.family !== parsed.value.family) return false;
        return (
          other.value.first <= parsed.value.last &&
          parsed.value.first <= other.value.last &&
          other.value.prefixLength >= parsed.value.prefixLength - 1
        );
      });
      if (overlaps) return undefined;
      const part: Route = {
        ...route,
        ...(parsed.value.family === 4 ? { destinationCidrBlock: half } : { destinationIpv6CidrBlock: half }),
      };
      const after = withResource(design, table.id, { ...table.resource, routes: [...table.routes, part] });
      return firstWrong(questions, design, after, sameFlows);
    },
    2,
  );
});

const isOfGateway = (hop: Hop): boolean =>
  hop.kind === 'internetGateway' || hop.kind === 'egressOnlyInternetGateway';

describe('13 Block Public Access', () => {
  holds('step by step takes internet flows alone', (design, questions) => {
    const under = (internetGatewayBlockMode: string): Design => {
      const settings = new Set(all(design, 'vpcBlockPublicAccess').map(({ id }) => id));
      const others = Object.fromEntries(Object.entries(design.resources).filter(([id]) => !settings.has(id)));
      return {
        ...design,
        resources: { ...others, b: { kind: 'vpcBlockPublicAccess', internetGatewayBlockMode } },
      };
    };
    const steps = ['off', 'block-ingress', 'block-bidirectional'].map(under);
    for (const [place, before] of steps.entries()) {
      const after = steps[place + 1];
      if (!after) continue;
      const wrong = firstWrong(questions, before, after, (was, is) => {
        const hops = [...was.forward.hops, ...was.return.hops];
        const touches = hops.some(isOfGateway) || was.blockers.length > 0 || hops.length === 0;
        return touches ? notMore(was, is) : sameFlows(was, is);
      });
      if (wrong !== undefined) return wrong;
    }
    return undefined;
  });
});

describe('14 there and back', () => {
  holds(
    'the other way round is the same where all rules are mirrored',
    (design, questions, thrown) => {
      const [group] = groupsOf(design);
      const vpc = all(design, 'vpc')[0];
      if (!group || !vpc) return undefined;
      const mirrored = group.rules
        .filter((rule) => rule.referencedGroupInfo === undefined)
        .flatMap((rule) => [
          { ...rule, isEgress: true },
          { ...rule, isEgress: false },
        ]);
      const entries = [10, 20, 30]
        .map((number) => entryOf(number, thrown.chance(60) ? 'deny' : 'allow', thrown))
        .concat({ ruleNumber: 40, protocol: '-1', ruleAction: 'allow', cidrBlock: '0.0.0.0/0' })
        .flatMap((entry) => [
          { ...entry, egress: true },
          { ...entry, egress: false },
        ]);
      const resources = Object.fromEntries(
        Object.entries(design.resources).flatMap(([id, resource]): [string, Resource][] => {
          switch (resource.kind) {
            case 'routeTable':
            case 'networkAcl':
              return [];
            case 'securityGroup':
              return id === group.id ? [[id, { ...group.resource, rules: mirrored }]] : [];
            case 'instance':
            case 'networkInterface':
              return [[id, { ...resource, securityGroupIds: [group.id] }]];
            default:
              return [[id, resource]];
          }
        }),
      );
      const acl: Resource = { kind: 'networkAcl', vpcId: vpc.id, isDefault: true, associations: [], entries };
      const compiled = compile({ ...design, resources: { ...resources, 'acl-m': acl } });
      for (const question of questions) {
        const family = question.ipVersion === '6' ? 6 : 4;
        const [home, other] = [question.from, question.to].map((end) => compiled.interfacesOf.get(end));
        if (!home?.[0] || !other?.[0] || home[0].vpc !== other[0].vpc) continue;
        if ([home, other].some((ends) => ends[0]?.addresses[family].length !== 1)) continue;
        const one = { ...question, ...(question.port === '443' ? { sourcePort: '40000' } : {}) };
        if (question.protocol !== 'icmp' && question.port !== '443') continue;
        const [there, back] = [ask(compiled, one), ask(compiled, { ...one, from: one.to, to: one.from })];
        if (there && back && there.verdict !== back.verdict)
          return `${asText(one)} is ${there.verdict}, the other way round ${back.verdict}`;
      }
      return undefined;
    },
    4,
  );
});

describe('15 tiers', () => {
  const tiersOf = (design: Design): string =>
    JSON.stringify(
      askTiers(compile(design)).map(({ id, families }) => [
        id,
        families[4].tier,
        families[4].undetermined,
        families[6].tier,
        families[6].undetermined,
      ]),
    );
  holds(
    'neither a rule, an entry, a name, a launch default nor an Elastic IP lifts or lowers one',
    (design, _, thrown) => {
      const before = tiersOf(design);
      const changed = Object.fromEntries(
        Object.entries(design.resources).map(([id, resource]): [string, Resource] => {
          switch (resource.kind) {
            case 'securityGroup':
              return [id, { ...resource, rules: [ruleOf(design, thrown)] }];
            case 'networkAcl':
              return [id, { ...resource, entries: [entryOf(5, 'deny', thrown)] }];
            default:
              return [id, { ...resource, tags: { Name: 'public' } }];
          }
        }),
      );
      const plain = Object.entries(changed).flatMap(([id, resource]) =>
        resource.kind === 'instance' && resource.sourceDestCheck === undefined ? [id] : [],
      );
      const lucky = oneOf(plain, thrown);
      const after: Design = {
        ...design,
        resources: {
          ...changed,
          ...(lucky === undefined
            ? {}
            : { 'eipalloc-9': { kind: 'elasticIp', publicIp: '203.0.113.250', instanceId: lucky } }),
        },
      };
      return tiersOf(after) === before ? undefined : `${before}, then ${tiersOf(after)}`;
    },
  );
  holds('a public one names the route to a gateway', (design) => {
    const compiled = compile(design);
    for (const { id, families } of askTiers(compiled)) {
      for (const family of [4, 6] as const) {
        const { tier, because, through } = families[family];
        if (tier !== 'public' || through.length > 0) continue;
        const named = because.some(
          (reason) =>
            reason.kind === 'route' && compiled.gateways.get(reason.target)?.kind === 'internetGateway',
        );
        if (!named) return `${id} v${family} is public because ${JSON.stringify(because)}`;
      }
    }
    return undefined;
  });
});

describe('16 headers', () => {
  holds('change at devices that translate alone, and come home as they went', (design, questions) => {
    const compiled = compile(design);
    for (const question of questions) {
      const answer = ask(compiled, question);
      if (!answer || answer.verdict !== 'reachable') continue;
      const told = asText(question);
      for (const leg of [answer.forward, answer.return]) {
        for (const [place, hop] of leg.hops.entries()) {
          const next = leg.hops[place + 1];
          if (!next || next.action === 'translate') continue;
          const moved = (['src', 'dst', 'srcPort', 'dstPort', 'protocol'] as const).find(
            (member) => hop.header[member] !== next.header[member],
          );
          if (moved !== undefined)
            return `${told}: ${moved} changes at ${next.kind} ${next.resource}, from ${hop.header[moved]} to ${next.header[moved]}`;
        }
      }
      const [first, last] = [answer.forward.hops[0]?.header, answer.return.hops.at(-1)?.header];
      if (!first || !last) continue;
      if (answer.source !== last.dst || answer.destination !== last.src)
        return `${told}: went ${answer.source ?? ''} to ${answer.destination ?? ''}, came ${last.src} to ${last.dst}`;
      if (question.protocol !== '47' && first.srcPort !== last.dstPort)
        return `${told}: went from port ${first.srcPort}, came to ${last.dstPort}`;
    }
    return undefined;
  });
});

describe('17 other VPCs', () => {
  holds('nothing of a VPC that nothing connects has a say', (design, questions) => {
    const compiled = compile(design);
    const homeOf = (end: string): string | undefined => compiled.interfacesOf.get(end)?.[0]?.vpc.id;
    const inside = questions.filter(
      (question) => homeOf(question.from) === 'v' && homeOf(question.to) === 'v',
    );
    const strangers = new Set([
      'w',
      ...Object.entries(design.resources).flatMap(([id, resource]) =>
        'vpcId' in resource && resource.vpcId === 'w' && resource.kind !== 'securityGroup' ? [id] : [],
      ),
    ]);
    const resources = Object.fromEntries(
      Object.entries(design.resources).filter(([id, resource]) => {
        if (strangers.has(id)) return false;
        const place = 'subnetId' in resource ? resource.subnetId : undefined;
        return !(typeof place === 'string' && strangers.has(place));
      }),
    );
    // A route to a stranger is dead either way; a reference to a stranger's group names nobody of this VPC either way.
    return firstWrong(inside, design, { ...design, resources }, sameFlows);
  });
});

describe('9 a range is its parts', () => {
  holds('and the verdict of all ports that of each', (design, questions) => {
    const compiled = compile(design);
    for (const question of questions) {
      if (question.protocol !== 'tcp' && question.protocol !== 'udp') continue;
      const [whole, low, high] = ['0-65535', '0-442', '443-65535'].map((port) =>
        ask(compiled, { ...question, port }),
      );
      if (!whole || !low || !high) continue;
      const both = low.verdict === high.verdict ? low.verdict : undefined;
      if (both !== undefined && whole.verdict !== both)
        return `${asText(question)}: ${whole.verdict} of ${low.verdict} and ${high.verdict}`;
      if (both === undefined && (whole.verdict === 'reachable' || whole.verdict === 'blocked'))
        return `${asText(question)}: ${whole.verdict} of ${low.verdict} and ${high.verdict}`;
      const open = askReach(compiled, { ...question, port: question.port ?? '443' });
      const single = open.ok ? open.value.families[question.ipVersion === '6' ? 6 : 4] : undefined;
      if (single && whole.verdict === 'reachable' && single.verdict !== 'reachable')
        return `${asText(question)}: all ports pass, one does not`;
      if (single && whole.verdict === 'blocked' && single.verdict !== 'blocked')
        return `${asText(question)}: no port passes, one does`;
    }
    return undefined;
  });
});
