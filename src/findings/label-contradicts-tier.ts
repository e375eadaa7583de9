/** A subnet whose name or tag says another tier than its routes give it. */

import type { RouteNode, SubnetNode, TierOfFamily } from '../engine/index.ts';
import { known, nameOf, resourceOfKind, type LocalText } from '../model/index.ts';
import type { Family } from '../net/index.ts';
import {
  associateTable,
  deleteRoute,
  freeName,
  leadToInternet,
  natTarget,
  newTable,
  offered,
  rename,
  replaceRoute,
  routesAgain,
} from './_actions.ts';
import type { FindingContext } from './_context.ts';
import type { FindingDefinition, ProposedFix, Value } from './_finding.ts';
import { contradicts, labelOf, labelOfTags, relabelled, type Claim, type Label } from './_labels.ts';

const TIERS = {
  public: { en: 'public', ja: 'パブリック' },
  egress: { en: 'egress', ja: '外向きのみ' },
  private: { en: 'private', ja: 'プライベート' },
  isolated: { en: 'isolated', ja: '隔離' },
} satisfies Record<TierOfFamily['tier'], LocalText>;

function becauseOf(context: FindingContext, subnet: SubnetNode, { because }: TierOfFamily): Value {
  const route = because.find((reason) => reason.kind === 'route');
  if (route) {
    return context.say(
      {
        en: '{table} sends {destination} to {target}',
        ja: '{table} が {destination} を {target} に送ります',
      },
      { table: { ids: [route.table] }, destination: route.destination, target: { ids: [route.target] } },
    );
  }
  return context.say(
    { en: '{table} has no route to the internet', ja: '{table} にインターネットへのルートがありません' },
    { table: { ids: [subnet.table.value?.id ?? subnet.id] } },
  );
}

/** The routes that make it public. */
const gatewayRoutes = (context: FindingContext, subnet: SubnetNode, family: Family): RouteNode[] => [
  ...new Set(
    (context.ways(subnet, family) ?? []).flatMap(({ route }) =>
      route?.target.kind === 'internetGateway' ? [route] : [],
    ),
  ),
];

/** Written for this subnet alone: changing it changes nobody else's way. */
function ownsTable(context: FindingContext, subnet: SubnetNode): boolean {
  const table = subnet.table.value;
  const written = table && resourceOfKind(context.design, table.id, 'routeTable');
  if (!table || !written) return false;
  const isMain = (known(written.associations) ?? []).some((entry) => entry.main === true);
  return !isMain && context.subnetsOf(table).length === 1;
}

/** Sends the subnet's traffic to a NAT gateway in place of the internet gateway. */
function throughNat(context: FindingContext, subnet: SubnetNode): ProposedFix[] {
  const working = subnet.vpc.natGateways
    .filter((nat) => nat.connectivity === 'public' && nat.state === 'available' && nat.subnet !== subnet)
    .sort((a, b) => Number(b.subnet?.zone === subnet.zone) - Number(a.subnet?.zone === subnet.zone));
  const table = subnet.table.value;
  const [nat] = working;
  if (!nat || !table) return [];
  const titled = (fix: ProposedFix | undefined): ProposedFix[] =>
    fix
      ? [
          {
            ...fix,
            title: context.say(
              { en: 'Route to {nat}', ja: '{nat} へのルートに変更' },
              { nat: { ids: [nat.id] } },
            ),
          },
        ]
      : [];
  const ready = [...context.network.tables.values()].find(
    (other) =>
      other !== table &&
      other.vpc === subnet.vpc &&
      other.implied === 'written' &&
      other.routes[4].some(
        (route) =>
          route.cidr.prefixLength === 0 && route.target.kind === 'natGateway' && route.target.nat === nat,
      ) &&
      ([4, 6] as const).every((family) =>
        other.routes[family].every((route) => route.target.kind !== 'internetGateway'),
      ),
  );
  if (ownsTable(context, subnet)) {
    const actions = gatewayRoutes(context, subnet, 4).flatMap(
      (route) => replaceRoute(context, route, natTarget(nat.id))?.actions ?? [],
    );
    const [first] = gatewayRoutes(context, subnet, 4);
    const fix = first && replaceRoute(context, first, natTarget(nat.id));
    return titled(fix && { ...fix, actions });
  }
  if (ready) return titled(associateTable(context, ready.id, [subnet]));
  const gateways = new Set(gatewayRoutes(context, subnet, 4).map((route) => route.index));
  const lines = routesAgain(context, table, (route, index) =>
    gateways.has(index)
      ? route.destinationCidrBlock === undefined
        ? 'leave-out'
        : natTarget(nat.id)
      : 'keep',
  );
  const made = newTable(context, subnet.vpc, [subnet], lines);
  return titled({
    id: 'associate-table',
    title: { en: '', ja: '' },
    parameters: { table: made.id, subnet: subnet.id },
    actions: made.actions,
  });
}

/** Takes the ways out away, where the table is the subnet's own. */
function cutOff(context: FindingContext, subnet: SubnetNode, family: Family): ProposedFix[] {
  if (!ownsTable(context, subnet)) return [];
  const routes = new Set((context.ways(subnet, family) ?? []).flatMap(({ route }) => route ?? []));
  const fixes = [...routes].flatMap((route) => deleteRoute(context, route) ?? []);
  const [first] = fixes;
  return first ? [{ ...first, actions: fixes.flatMap((fix) => fix.actions) }] : [];
}

function towards(context: FindingContext, subnet: SubnetNode, claims: Claim, family: Family): ProposedFix[] {
  switch (claims) {
    case 'public':
      return leadToInternet(context, subnet, family);
    case 'private':
      return family === 4
        ? offered(throughNat(context, subnet), cutOff(context, subnet, family))
        : cutOff(context, subnet, family);
    case 'isolated':
      return cutOff(context, subnet, family);
  }
}

interface Called {
  readonly label: Label;
  /** Undefined where a tag says it. */
  readonly name: string | undefined;
}

function calledOf(context: FindingContext, subnet: SubnetNode): Called | undefined {
  const resource = context.design.resources[subnet.id];
  const name = resource && nameOf(resource);
  const byName = name === undefined ? undefined : labelOf(name);
  if (byName) return { label: byName, name };
  const byTag = labelOfTags(resource?.tags ?? {});
  return byTag && { label: byTag, name: undefined };
}

/** Somebody works there, or somebody gave it a table: before that a name is only a plan. */
function isSettled(context: FindingContext, subnet: SubnetNode): boolean {
  if (subnet.interfaces.length > 0) return true;
  const written = resourceOfKind(context.design, subnet.table.value?.id ?? '', 'routeTable');
  return (known(written?.associations) ?? []).some((entry) => known(entry.subnetId) === subnet.id);
}

/** The families in which the claim fails. A name that says public is true as soon as one family is. */
function failing(context: FindingContext, subnet: SubnetNode, claims: Claim): Family[] {
  const having = ([4, 6] as const).filter((family) => subnet.cidrs[family].length > 0);
  const wrong = having.filter((family) => {
    const { tier, undetermined } = context.tier(subnet, family);
    // A tier that a missing fact may lift is no contradiction of a higher one.
    return contradicts(claims, tier) && !(claims === 'public' && undetermined);
  });
  if (claims !== 'public') return wrong;
  return wrong.length === having.length ? wrong.slice(0, 1) : [];
}

export const finding: FindingDefinition = {
  id: 'label-contradicts-tier',
  title: { en: 'Name contradicts the tier', ja: '名前とサブネット区分の不一致' },
  severity: 'warning',
  live: 'joined',
  layer: 'label',
  reference: 'vpc/latest/userguide/VPC_Route_Tables.html',
  alsoKnownAs: [],
  reads: [
    'subnet',
    'routeTable',
    'internetGateway',
    'natGateway',
    'instance',
    'networkInterface',
    'vpcBlockPublicAccess',
  ],
  message: {
    en: '{subnet} is called {word} but is {tier}: {because}.',
    ja: '{subnet} の名前は「{word}」ですが、実際は{tier}です ({because})。',
  },
  *find(context) {
    for (const subnet of context.network.subnets.values()) {
      const called = calledOf(context, subnet);
      if (!called || !isSettled(context, subnet)) continue;
      const { label, name } = called;
      for (const family of failing(context, subnet, label.claims)) {
        const tier = context.tier(subnet, family);
        const words = TIERS[tier.tier];
        yield {
          resource: subnet.id,
          related: subnet.table.value ? [subnet.table.value.id] : [],
          family,
          values: {
            subnet: { ids: [subnet.id] },
            word: label.word.toLowerCase(),
            tier: family === 4 ? words : { en: `${words.en} on IPv6`, ja: ` IPv6 で${words.ja}` },
            because: becauseOf(context, subnet, tier),
          },
          fixes: () =>
            offered(
              towards(context, subnet, label.claims, family),
              name === undefined
                ? undefined
                : rename(context, subnet.id, freeName(context, relabelled(name, label, tier.tier))),
            ),
        };
      }
    }
  },
};
