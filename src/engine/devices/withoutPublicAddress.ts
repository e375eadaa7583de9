/** A private source without a public face at an internet gateway, and the ways on: an address, a NAT gateway (IG-2, V-8, V-9). */

import type { AddressSet } from '../../net/index.ts';
import { PUBLIC } from '../addresses.ts';
import type { Fix } from '../answers.ts';
import type { AddressMapping, GatewayNode, InterfaceNode, NatNode } from '../compile/network.ts';
import { assumedForwarding } from './appliance.ts';
import { associateAddress } from './fixes.ts';
import { failingRoute } from './gatewayGoals.ts';
import { at } from './gatewayRefusals.ts';
import { tableOf } from './mended.ts';
import { newNatGateway } from './newNatGateway.ts';
import { beyond } from './publicFaces.ts';
import { routeFix, type RouteGoal } from './routeFixes.ts';
import { lookup } from './routeTable.ts';
import { addressText, shownAs, type Face, type Packet, type Place, type Step } from './packet.ts';
import { choose } from './choices.ts';
import { drop, type Walk } from './walk.ts';

/** The ways on for a private source without a public face: an address of its own, or a NAT gateway (V-8, V-9). */
export function withoutPublicAddress(
  walk: Walk,
  gateway: GatewayNode,
  packet: Packet,
  place: Place,
  owner: InterfaceNode | undefined,
  block: () => void,
): Step {
  const regionalOrPrivateNat = place.emitter?.nat;
  const nats: NatNode[] =
    walk.direction === 'forward' &&
    walk.natsOffered === 'not-yet' &&
    !regionalOrPrivateNat &&
    place.emitter === owner
      ? place.vpc.natGateways.filter(
          (nat) =>
            nat.state === 'available' &&
            nat.connectivity === 'public' &&
            nat.subnet?.table.value !== place.subnet?.table.value,
        )
      : [];
  const anew = owner?.nat?.connectivity === 'private' ? publicInstead(walk, owner) : undefined;
  const translator = owner === place.emitter ? undefined : wouldTranslate(walk, place);
  const fixable =
    owner !== undefined &&
    (owner.nat === undefined || owner.nat.connectivity === 'public') &&
    !owner.denyAllIgwTraffic;
  const options: ('address' | NatNode)[] = [...(fixable ? (['address'] as const) : []), ...nats];
  const choice = options.length === 0 ? undefined : options[choose(walk.alternatives, options.length)];
  const shown = owner ? shownAs(owner) : { resource: gateway.id, kind: gateway.kind };
  const failing = failingRoute(walk, place, packet);
  drop(walk, packet, {
    code: 'IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS',
    resource: shown.resource,
    kind: shown.kind,
    ...at(place),
    parameters: { interface: shown.resource, gateway: gateway.id, address: addressText(packet.src) },
    fixes: () => {
      if (anew) return anew();
      if (choice === 'address') return owner ? associateAddress(translator ?? owner) : [];
      if (choice === undefined || !failing) return [];
      return routeFix(
        failing.table,
        place.subnet,
        packet,
        { kind: 'natGateway', nat: choice },
        failing.route,
      );
    },
  });
  // Whoever goes by a NAT gateway does not meet this gateway here.
  if (choice === undefined || choice === 'address') block();
  if (choice === undefined && !anew) return { to: 'lost' };
  if (choice !== undefined && choice !== 'address') {
    walk.via = choice.id;
    if (failing?.route) walk.mended?.routes.set(failing.route, { kind: 'natGateway', nat: choice });
    return { to: 'nat', nat: choice, packet, place };
  }
  walk.creates += 1;
  walk.via ??= gateway.id;
  const own = translator?.addresses[4][0];
  if (translator && own) asTranslated(walk, translator, own);
  const faced = translator ?? owner;
  const face: Face | undefined = faced
    ? { kind: 'interface', interface: faced, mapping: undefined }
    : undefined;
  const mapping = {
    private: own ?? packet.src,
    public: PUBLIC[4],
    elasticIp: undefined,
    predicted: 'stated' as const,
  };
  return beyond(walk, {
    ...packet,
    src: PUBLIC[4],
    identity: undefined,
    srcFace: face?.kind === 'interface' ? { ...face, mapping } : undefined,
    srcOwner: undefined,
  });
}

/** NG-5: a private NAT gateway faces no gateway; a public one in its place does, with the client's route to it. */
function publicInstead(walk: Walk, node: InterfaceNode): (() => readonly Fix[]) | undefined {
  const passage = walk.passages.at(-1);
  const client = passage?.before.srcOwner?.subnet;
  const table = client && tableOf(walk.mended, client).value;
  const route = table && lookup(table, passage.before.dst)[0]?.route;
  const { nat } = node;
  if (walk.direction === 'return' || !nat || !route || passage.nat !== nat) return undefined;
  if (route.target.kind !== 'natGateway' || route.target.nat !== nat) return undefined;
  const goal: RouteGoal = { kind: 'newNatGateway', nat: newNatGateway(nat, node.subnet) };
  return () => routeFix(table, client, passage.before, goal, route);
}

/** NI-3: an appliance of which nothing is stated would translate, had it a public address of its own. */
function wouldTranslate(walk: Walk, place: Place): InterfaceNode | undefined {
  const node = place.emitter;
  const top = walk.passages.at(-1);
  return node &&
    top?.kind === 'appliance' &&
    top.interface === node &&
    node.forwarding === 'unstated' &&
    node.mappings.length === 0 &&
    assumedForwarding(walk.network, { ...node, mappings: [GRANTED] }) === 'nat'
    ? node
    : undefined;
}

const GRANTED: AddressMapping = {
  private: PUBLIC[4],
  public: PUBLIC[4],
  elasticIp: undefined,
  predicted: 'stated',
};

/** The way goes on as if the appliance had translated (V-8). */
function asTranslated(walk: Walk, node: InterfaceNode, own: AddressSet): void {
  const top = walk.passages.pop();
  if (top)
    walk.passages.push({
      ...top,
      kind: 'natInstance',
      after: { ...top.after, src: own, srcOwner: node, srcFace: undefined },
    });
}
