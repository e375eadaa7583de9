/**
 * Pairs of two VPCs that meet over the internet, by a public address (IG-3). The way out of one VPC knows nothing of
 * the other end but its address, nor does the way into the other: each half is walked once for all pairs that share it,
 * and a pair is what passes both. Where a half hangs on more than that, the pair is walked as a whole.
 */

import {
  commonHeaders,
  headersWithout,
  isEmptyHeaderSet,
  shareOf,
  singleAddress,
  unionOfHeaders,
  type AddressSet,
  type HeaderSet,
} from '../../net/index.ts';
import { PUBLIC } from '../addresses.ts';
import { keptAnswer } from '../compile/kept-answers.ts';
import type { InterfaceNode, Network, VpcNode } from '../compile/network.ts';
import { comparedSets, internetAtoms } from './atoms.ts';
import type { PortRange } from './headers.ts';
import { askTrip, type TripAnswer } from './trip.ts';
import { CLIENT_PORTS, clientPorts } from './client-ports.ts';
import type { TripEnd, TripQuestion } from './trip-ends.ts';

/** What passes, without a reason. */
export interface Passing {
  readonly yes: HeaderSet;
  readonly maybe: HeaderSet;
  readonly partly: HeaderSet;
}

/** How a packet looks outside: its source, and the ports of whoever chose them last. */
interface Outside {
  readonly passing: Passing;
  readonly src: AddressSet;
  readonly ports: PortRange;
}

type InterfaceEnd = Extract<TripEnd, { kind: 'interface' }>;
type FaceEnd = Extract<TripEnd, { kind: 'face' }>;

const passingOf = ({ yes, maybe, partly }: TripAnswer): Passing => ({ yes, maybe, partly });

/** What passes both halves: each has its own ACLs, groups and routes, and no reply changes between them. */
function through(a: Passing, b: Passing): Passing {
  const yes = commonHeaders(a.yes, b.yes);
  const partly = commonHeaders(unionOfHeaders(a.yes, a.partly), unionOfHeaders(b.yes, b.partly));
  return { yes, maybe: commonHeaders(a.maybe, b.maybe), partly: headersWithout(partly, yes) };
}

const question = (
  from: TripEnd,
  to: TripEnd,
  asked: HeaderSet,
  sourcePorts: PortRange | undefined,
): TripQuestion => ({
  from,
  to,
  family: 4,
  asked,
  sourcePorts,
  portText: '',
  protocolText: '',
});

/** Whether each compared set holds the address, as text. Undefined: a set splits it. */
function signatureOf(set: AddressSet, compared: readonly AddressSet[]): string | undefined {
  const shares = compared.map((each) => shareOf(set, each));
  return shares.includes('some') ? undefined : shares.join();
}

/** Answers for pairs of one set of asked headers, over IPv4; undefined where the pair must be walked as a whole. */
export function internetHalves(
  network: Network,
  asked: HeaderSet,
): (from: InterfaceEnd, to: FaceEnd) => Passing | undefined {
  const strangersOf = (vpc: VpcNode) =>
    keptAnswer(network, vpc, 'strangers', () => new Map<AddressSet, AddressSet | 'none'>());
  const waysOf = (node: InterfaceNode) =>
    keptAnswer(
      network,
      node,
      `ways out ${asked.id}`,
      () => new Map<AddressSet, Outside | Passing | 'whole'>(),
    );
  const arrivalsOf = (held: object) =>
    keptAnswer(network, held, `arrivals ${asked.id}`, () => new Map<AddressSet, Map<string, Passing>>());

  /** An address that nobody in the network holds and that the VPC can't tell from this one. */
  const strangerLike = (vpc: VpcNode, set: AddressSet): AddressSet | undefined => {
    // AWS's choice among all public addresses is nobody's yet.
    if (singleAddress(set) === undefined) return set;
    const known = strangersOf(vpc);
    let found = known.get(set);
    if (found === undefined) {
      const compared = comparedSets(network, vpc, 4);
      const signature = shareOf(set, PUBLIC[4]) === 'all' ? signatureOf(set, compared) : undefined;
      found =
        internetAtoms(network, vpc, 4).find(
          (atom) => signature !== undefined && signatureOf(atom, compared) === signature,
        ) ?? 'none';
      known.set(set, found);
    }
    return found === 'none' ? undefined : found;
  };

  const wayOut = (from: InterfaceEnd, to: AddressSet): Outside | Passing | 'whole' => {
    const trip = askTrip(
      network,
      question(from, { kind: 'addresses', set: to }, asked, undefined),
      'sets-only',
    );
    const passing = passingOf(trip);
    if (isEmptyHeaderSet(passing.maybe)) return passing;
    const { arrived, delivered, passages } = trip.main;
    const [device, ...more] = passages;
    const isPlain = device === undefined || (device.kind === 'natGateway' && more.length === 0);
    if (trip.readings > 1 || !arrived || delivered !== 'internet' || !isPlain) return 'whole';
    return {
      passing,
      src: arrived.src,
      ports: device ? CLIENT_PORTS.device : clientPorts({ from, sourcePorts: undefined }),
    };
  };

  const memoised = <Key, Value>(map: Map<Key, Value>, key: Key, compute: () => Value): Value => {
    const known = map.get(key);
    if (known !== undefined) return known;
    const value = compute();
    map.set(key, value);
    return value;
  };

  return (from, to) => {
    const { face } = to;
    const vpc = face.kind === 'interface' ? face.interface.vpc : face.nat.vpc;
    if (vpc === from.interface.vpc || from.address !== from.interface.addresses[4][0]) return undefined;
    const far = strangerLike(from.interface.vpc, to.set);
    if (!far) return undefined;
    const out = memoised(waysOf(from.interface), far, () => wayOut(from, far));
    if (out === 'whole') return undefined;
    if (!('passing' in out)) return out;
    const near = strangerLike(vpc, out.src);
    if (!near) return undefined;
    const key = `${out.ports.first}-${out.ports.last}`;
    const held = face.kind === 'interface' ? (face.mapping ?? face.interface) : face.nat;
    const arrival = memoised(
      memoised(arrivalsOf(held), near, () => new Map<string, Passing>()),
      key,
      () =>
        passingOf(
          askTrip(network, question({ kind: 'addresses', set: near }, to, asked, out.ports), 'sets-only'),
        ),
    );
    return through(out.passing, arrival);
  };
}
