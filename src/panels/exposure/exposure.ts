/** What the internet can open and who can reach it, read for the panel: by thing, with ports, rules and intents. */

import type { Allowed, ExposureAnswer, InboundExposure, OutboundExposure } from '../../engine/index.ts';
import type { FindingAnswer, PathQuestion, TitledFix } from '../../app/index.ts';
import { cardOf, factsOf } from '../../drawing/index.ts';
import { containerOf, nameOf, resourcesOfKind, type Design, type ResourceId } from '../../model/index.ts';
import type { Family } from '../../net/index.ts';

/** One part of the traffic that gets in. */
export interface OpenTraffic {
  readonly protocol: string;
  readonly ports: string;
  /** Only from these parts of the internet. */
  readonly sources: readonly string[];
  readonly isIntended: boolean;
  /** An intent says that it never gets in. */
  readonly isForbidden: boolean;
}

/** Everything that the internet can open on one thing. */
export interface Exposed {
  /** The card that is drawn. */
  readonly id: ResourceId;
  readonly addresses: readonly string[];
  readonly traffic: readonly OpenTraffic[];
  readonly because: InboundExposure['because'];
  /** `told`: surely. `untold`: a missing fact decides. `one way`: datagrams arrive, no reply leaves. */
  readonly certainty: 'told' | 'untold' | 'one way';
  readonly isIntended: boolean;
}

type Range = readonly [number, number];

const rangesOf = (ports: string): readonly Range[] =>
  ports.split(',').flatMap((part): Range[] => {
    const [first = '', last = first] = part.trim().split('-');
    return first === '' ? [] : [[Number(first), Number(last)]];
  });

/** Whether every port of a list is within another; no list stands for all ports. */
export function isWithin(ports: string, others: string | undefined): boolean {
  if (others === undefined || others === '') return true;
  if (ports === '') return false;
  const allowed = rangesOf(others);
  return rangesOf(ports).every(([first, last]) => allowed.some(([from, to]) => from <= first && last <= to));
}

/** Whether two lists of ports have one in common; no list stands for all ports. */
export function overlaps(ports: string, others: string | undefined): boolean {
  if (ports === '' || others === undefined || others === '') return true;
  return rangesOf(ports).some(([first, last]) =>
    rangesOf(others).some(([from, to]) => from <= last && first <= to),
  );
}

interface Said {
  readonly to: string;
  readonly protocol: string;
  readonly port?: string;
}

const isInternet = (end: string | undefined): boolean =>
  end === 'internet' || end === '0.0.0.0/0' || end === '::/0';

/** What the design's intents say of the internet over one family: that it must reach it, or never does. */
function saidOf(design: Design, family: Family, said: 'reachable' | 'blocked'): readonly Said[] {
  const other = family === 4 ? '6' : '4';
  return Object.values(design.intents).flatMap(({ from, to, protocol = 'tcp', port, ipVersion, expect }) =>
    isInternet(from) && to !== undefined && expect === said && ipVersion !== other
      ? [{ to, protocol, ...(port === undefined ? {} : { port }) }]
      : [],
  );
}

const certainties = { untold: 1, 'one way': 2, told: 0 } as const;

const certaintyOf = ({ oneWay, verdict }: InboundExposure): Exposed['certainty'] =>
  oneWay === true ? 'one way' : verdict === 'undetermined' ? 'untold' : 'told';

/** Things that the internet can open over one family, those that are sure first. */
export function exposedThings(design: Design, answer: ExposureAnswer, family: Family): readonly Exposed[] {
  const facts = factsOf(design);
  const wanted = saidOf(design, family, 'reachable');
  const forbidden = saidOf(design, family, 'blocked');
  const called = (id: ResourceId): readonly string[] => {
    const resource = Object.hasOwn(design.resources, id) ? design.resources[id] : undefined;
    const name = resource && nameOf(resource);
    return name === undefined ? [id] : [id, name];
  };
  const things = new Map<string, Exposed>();
  for (const each of answer.inbound) {
    if (each.family !== family) continue;
    const id = cardOf(facts, each.resource);
    const certainty = certaintyOf(each);
    const names = [...called(id), ...called(each.interface)];
    // What is said of a subnet or a VPC is said of everything in it.
    const around = [id, each.interface].flatMap((inner) => outerOf(design, inner).flatMap(called));
    const traffic = each.allowed.flatMap((part) =>
      portsApart(part).map((ports): OpenTraffic => {
        const isForbidden = forbidden.some(
          ({ to, protocol, port }) =>
            [...names, ...around].includes(to) &&
            (protocol === part.protocol || protocol === '-1' || part.protocol === '-1') &&
            overlaps(ports, port),
        );
        const isIntended = wanted.some(
          ({ to, protocol, port }) =>
            names.includes(to) && (protocol === part.protocol || protocol === '-1') && isWithin(ports, port),
        );
        return {
          protocol: part.protocol,
          ports,
          sources: wholeOr(part),
          isIntended: isIntended && !isForbidden,
          isForbidden,
        };
      }),
    );
    const key = `${id} ${certainty}`;
    const before = things.get(key);
    const all = [...(before?.traffic ?? []), ...traffic];
    things.set(key, {
      id,
      certainty,
      addresses: [...new Set([...(before?.addresses ?? []), each.address])],
      traffic: all,
      because: [...(before?.because ?? []), ...each.because],
      isIntended: all.length > 0 && all.every((part) => part.isIntended),
    });
  }
  return [...things.values()].toSorted(
    (a, b) =>
      certainties[a.certainty] - certainties[b.certainty] || Number(a.isIntended) - Number(b.isIntended),
  );
}

/** The containers around a thing, inner before outer. */
function outerOf(design: Design, id: ResourceId): readonly ResourceId[] {
  const around: ResourceId[] = [];
  for (let inner = id; ;) {
    const resource = Object.hasOwn(design.resources, inner) ? design.resources[inner] : undefined;
    const outer = resource && containerOf(design, resource);
    if (outer === undefined || around.includes(outer)) return around;
    around.push(outer);
    inner = outer;
  }
}

/** Few ports stand one by one, each with its own standing; a long list stays one. */
function portsApart({ ports = '' }: Allowed): readonly string[] {
  const parts = ports.split(',').map((part) => part.trim());
  return parts.length > MANY_PORTS ? [ports] : parts;
}

const MANY_PORTS = 4;

/** The parts of the internet that are meant, where not all of it is. */
const wholeOr = ({ sources = [] }: Allowed): readonly string[] =>
  sources.filter((source) => source !== 'internet' && source !== '0.0.0.0/0' && source !== '::/0');

/** The fix of a finding that says of this thing that it is open to the internet. */
export function fixesOf(
  findings: readonly FindingAnswer[],
  id: ResourceId,
  family: Family,
): readonly TitledFix[] {
  return findings
    .filter(
      ({ id: finding, resource, family: of, muted }) =>
        finding.endsWith('-open-to-internet') && resource === id && of === family && !muted,
    )
    .flatMap(({ fixes }) => fixes);
}

/** The question that shows one open port to be so. */
export function proofOf(id: ResourceId, { protocol, ports }: OpenTraffic, family: Family): PathQuestion {
  const port = ports.split(/[,-]/)[0] ?? '';
  const isAny = protocol === '-1';
  return {
    from: 'internet',
    to: id,
    protocol: isAny ? 'tcp' : protocol,
    port: isAny && port === '' ? '443' : port,
    ipVersion: family === 4 ? '4' : '6',
  };
}

/** A way to the internet that several things share. */
export interface WayOut {
  /** The NAT device or gateway that they leave by; undefined for those that cannot. */
  readonly via: ResourceId | undefined;
  /** `direct`: with an address of their own. */
  readonly how: 'through' | 'direct' | 'cannot';
  readonly ids: readonly ResourceId[];
}

/** Who reaches the internet by what, and who does not. */
export function waysOut(design: Design, answer: ExposureAnswer, family: Family): readonly WayOut[] {
  const facts = factsOf(design);
  const ways = new Map<string, Set<ResourceId>>();
  const out = new Set<ResourceId>();
  const add = ({ resource, via }: OutboundExposure) => {
    const id = cardOf(facts, resource);
    out.add(id);
    const [first = ''] = via;
    const list = ways.get(first) ?? new Set<ResourceId>();
    list.add(id);
    ways.set(first, list);
  };
  for (const each of answer.outbound) if (each.family === family) add(each);
  const cards = new Set(
    [...resourcesOfKind(design, 'instance'), ...resourcesOfKind(design, 'networkInterface')]
      .map(([id]) => cardOf(facts, id))
      .filter((id) => design.resources[id]?.kind !== 'natGateway'),
  );
  const cannot = [...cards].filter((id) => !out.has(id));
  return [
    ...[...ways].map(([via, ids]): WayOut => {
      const kind = design.resources[via]?.kind;
      const isDirect = kind === 'internetGateway' || kind === undefined;
      return { via: via === '' ? undefined : via, how: isDirect ? 'direct' : 'through', ids: [...ids] };
    }),
    ...(cannot.length === 0 ? [] : [{ via: undefined, how: 'cannot' as const, ids: cannot }]),
  ];
}

/** Where things stand, each place once: a long list is read by its subnets. */
export function placesOfThings(design: Design, ids: readonly ResourceId[]): readonly ResourceId[] {
  if (ids.length <= 2) return ids;
  const places = ids.map((id) => {
    const resource = design.resources[id];
    return (resource && containerOf(design, resource)) ?? id;
  });
  return [...new Set(places)];
}
