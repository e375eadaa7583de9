/** NAT instances and other forwarding interfaces (NI-1…NI-5). */

import { isEmptyAddressSet, shareOf } from '../../net/index.ts';
import type { Forwarding, InterfaceNode, Network } from '../compile/network.ts';
import { sourceDestCheckOff } from './fixes.ts';
import { mayRouteToInternet, routesToInternet } from './publicSubnet.ts';
import { passGroups } from './securityGroup.ts';
import { addHop, assume, doubt, drop, enterNextSegment, takeDevicePort, type Walk } from './walk.ts';
import { choose } from './choices.ts';
import { shownAs, type Packet, type Step } from './packet.ts';

type Mode = Exclude<Forwarding, 'unstated'>;

/** What it does with packets for others, where nobody says (NI-3). */
export function assumedForwarding(network: Network, node: InterfaceNode): 'nat' | 'pass' | 'either' {
  const edgeTarget = [...network.gateways.values()].some((gateway) =>
    ([4, 6] as const).some((family) =>
      gateway.edgeTable?.routes[family].some(
        (route) => route.target.kind === 'interface' && route.target.interface === node,
      ),
    ),
  );
  if (edgeTarget) return 'pass';
  if (node.mappings.length === 0) return 'pass';
  if (routesToInternet(node.subnet, 4).length > 0) return 'nat';
  // Whether its subnet is public may hang on a missing fact: then both readings count.
  return mayRouteToInternet(node.subnet, 4) ? 'either' : 'pass';
}

function modeOf(walk: Walk, node: InterfaceNode): Mode {
  if (node.forwarding !== 'unstated') return node.forwarding;
  const reading = assumedForwarding(walk.network, node);
  if (walk.network.assume === 'nothing') {
    const modes: Mode[] = ['nat', 'pass', 'none'];
    walk.readingFacts.push({ fact: 'forwarding-of', resource: node.owner });
    return modes[choose(walk.readings, modes.length)] ?? 'none';
  }
  if (reading === 'either') {
    walk.readingFacts.push({ fact: 'forwarding-of', resource: node.owner });
    return choose(walk.readings, 2) === 0 ? 'nat' : 'pass';
  }
  assume(walk, {
    code: 'ASSUMPTION_APPLIANCE_FORWARDS',
    resource: node.owner,
    parameters: { forwarding: reading },
  });
  return reading;
}

/** A packet for somebody else at an interface that a route names. */
export function throughAppliance(walk: Walk, node: InterfaceNode, packet: Packet): Step {
  const shown = shownAs(node);
  if (node.sourceDestCheck === undefined)
    doubt(walk, {
      fact: 'source-dest-check-of',
      resource: node.owner,
      obtain: 'aws ec2 describe-network-interfaces',
    });
  else if (node.sourceDestCheck) {
    // NI-1
    drop(walk, packet, {
      code: 'ENI_SOURCE_DEST_CHECK_RESTRICTION',
      ...shown,
      at: node.id,
      parameters: { interface: shown.resource },
      fixes: () => sourceDestCheckOff(node),
    });
  }
  passGroups(walk, node, 'in', packet, 'direct');
  const top = walk.direction === 'return' ? walk.passages.at(-1) : undefined;
  if (walk.direction === 'return') {
    if (top?.interface === node && top.kind === 'appliance') walk.passages.pop();
    else {
      // RP-5, NI-4: it has not seen the request.
      drop(walk, packet, {
        code: 'STATEFUL_PATH_ASYMMETRY',
        ...shown,
        at: node.id,
        parameters: { target: shown.resource, interface: shown.resource },
      });
    }
    addHop(walk, packet, { ...shown, action: 'forward', at: node.subnet.id });
    return { to: 'emit', from: node, packet: { ...packet, identity: undefined } };
  }
  const mode = modeOf(walk, node);
  if (mode === 'none') {
    drop(walk, packet, {
      code: 'BAD_STATE',
      ...shown,
      at: node.id,
      parameters: { interface: shown.resource, instance: shown.resource, reason: 'does-not-forward' },
    });
    return { to: 'lost' };
  }
  const own = node.addresses[packet.family][0];
  const translates = mode === 'nat' && own !== undefined && !isEmptyAddressSet(own);
  // NI-5, SG-6: no group is seen beyond, translated or not.
  const after: Packet = translates
    ? { ...packet, src: own, srcOwner: node, identity: undefined, srcFace: undefined }
    : { ...packet, identity: undefined };
  if (translates) takeDevicePort(walk);
  addHop(walk, after, { ...shown, action: translates ? 'translate' : 'forward', at: node.subnet.id });
  walk.passages.push({
    device: node.id,
    kind: translates ? 'natInstance' : 'appliance',
    before: packet,
    after,
    nat: undefined,
    interface: node,
    nat64: 'same-family',
  });
  return { to: 'emit', from: node, packet: after };
}

/** The reply of a flow that this NAT instance translated, back at it; undefined when it is something else. */
export function untranslate(walk: Walk, node: InterfaceNode, packet: Packet): Step | undefined {
  const top = walk.direction === 'return' ? walk.passages.at(-1) : undefined;
  if (top?.kind !== 'natInstance' || top.interface !== node || shareOf(packet.dst, top.after.src) !== 'all')
    return undefined;
  passGroups(walk, node, 'in', packet, 'direct');
  walk.passages.pop();
  enterNextSegment(walk);
  const restored: Packet = {
    ...packet,
    dst: top.before.src,
    dstOwner: top.before.srcOwner,
    dstFace: top.before.srcFace,
    identity: undefined,
  };
  addHop(walk, restored, { ...shownAs(node), action: 'translate', at: node.subnet.id, tracked: true });
  return { to: 'emit', from: node, packet: restored };
}
