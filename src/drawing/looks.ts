/** How each kind looks: from its declaration, and where that is not enough from an entry here. */

import {
  definitionOf,
  known,
  nameOf,
  type Category,
  type Form,
  type Kind,
  type LocalText,
  type Resource,
  type ResourceByKind,
  type ResourceId,
} from '../model/index.ts';
import type { DrawingFacts } from './facts.ts';
import { glyphOf, type GlyphName } from './glyphs.ts';
import { visibleText } from './text.ts';
import type { Token } from './tokens.ts';

/** The forms of kinds, and a bar as wide as what it serves. */
export type DrawnForm = Form | 'span';

/** What the second line of a card says: an address as it is, or a word in both languages. */
type Line = string | LocalText | undefined;

interface LookEntry<R> {
  readonly form?: (resource: R) => DrawnForm;
  readonly secondLine?: (resource: R, id: ResourceId, facts: DrawingFacts) => Line;
  readonly isStopped?: (resource: R) => boolean;
  /** Whether it has IPv6 addresses by its own members, beside those of its interfaces. */
  readonly hasIpv6?: (resource: R, facts: DrawingFacts) => boolean;
  /** `false` where a public address is said by the second line already. */
  readonly marksPublic?: false;
}

const stopped: LocalText = { en: 'stopped', ja: '停止' };
const forwards: LocalText = { en: 'forwards', ja: '転送' };
const privateNat: LocalText = { en: 'private', ja: 'プライベート' };

/** Only what a kind's declaration can't say; a kind without an entry is drawn by its form and category. */
const entries: { readonly [K in Kind]?: LookEntry<ResourceByKind[K]> } = {
  instance: {
    isStopped: (instance) => known(instance.instanceState) === 'stopped',
    secondLine: (instance, id, facts) => {
      if (known(instance.instanceState) === 'stopped') return stopped;
      if (known(instance.sourceDestCheck) === false) return forwards;
      const ofInterface = facts.interfacesOfCard
        .get(id)
        ?.find((eni) => known(eni.privateIpAddress) !== undefined);
      return (
        known(instance.privateIpAddress) ??
        known(ofInterface?.privateIpAddress) ??
        known(instance.instanceType)
      );
    },
    hasIpv6: (instance, facts) => {
      const count = known(instance.ipv6AddressCount);
      if (count !== undefined) return count > 0;
      if ((known(instance.ipv6Addresses)?.length ?? 0) > 0) return true;
      const subnetId = known(instance.subnetId);
      const subnet = subnetId === undefined ? undefined : facts.design.resources[subnetId];
      const isRead = facts.design.coverage !== undefined;
      return !isRead && subnet?.kind === 'subnet' && known(subnet.assignIpv6AddressOnCreation) === true;
    },
  },
  networkInterface: {
    secondLine: (eni) =>
      known(eni.sourceDestCheck) === false
        ? forwards
        : (known(eni.privateIpAddress) ?? known(known(eni.privateIpAddresses)?.[0]?.privateIpAddress)),
  },
  natGateway: {
    marksPublic: false,
    form: (nat) => (known(nat.availabilityMode) === 'regional' ? 'span' : 'card'),
    secondLine: (nat, id, facts) =>
      known(nat.connectivityType) === 'private' ? privateNat : facts.publicAddressOfCard.get(id) || undefined,
  },
};

const entryOf = (resource: Resource): LookEntry<Resource> =>
  // The entry under a kind's name takes resources of that kind: the type of `entries` says so.
  (entries[resource.kind] ?? {}) as LookEntry<Resource>;

const categoryTiles: Readonly<Record<Category, Token>> = {
  compute: 'c-compute',
  network: 'c-net',
  security: 'c-sec',
  general: 'c-gen',
};

export interface NodeLook {
  readonly form: DrawnForm;
  readonly glyph: GlyphName;
  /** The colour of the tile behind the glyph. */
  readonly tile: Token;
  readonly name: string;
  readonly secondLine: Line;
  readonly isStopped: boolean;
  /** It has a public IPv4 address. */
  readonly isPublic: boolean;
  readonly hasIpv6: boolean;
}

export const formOf = (resource: Resource): DrawnForm =>
  entryOf(resource).form?.(resource) ?? definitionOf(resource.kind).form;

/** What a resource is called on the canvas: its name, else its id. */
export const labelOf = (id: ResourceId, resource: Resource): string => visibleText(nameOf(resource) ?? id);

/** Everything the drawing of one resource says, whatever its size and place. */
export function lookOf(facts: DrawingFacts, id: ResourceId, resource: Resource): NodeLook {
  const definition = definitionOf(resource.kind);
  const entry = entryOf(resource);
  const secondLine = entry.secondLine?.(resource, id, facts);
  return {
    form: formOf(resource),
    glyph: glyphOf(resource.kind),
    tile: categoryTiles[definition.category],
    name: labelOf(id, resource),
    secondLine: typeof secondLine === 'string' ? visibleText(secondLine) : secondLine,
    isStopped: entry.isStopped?.(resource) ?? false,
    isPublic: facts.publicAddressOfCard.has(id) && entry.marksPublic !== false,
    hasIpv6: hasIpv6Interface(facts, id) || (entry.hasIpv6?.(resource, facts) ?? false),
  };
}

const hasIpv6Interface = (facts: DrawingFacts, id: ResourceId): boolean =>
  (facts.interfacesOfCard.get(id) ?? []).some((eni) => (known(eni.ipv6Addresses)?.length ?? 0) > 0);
