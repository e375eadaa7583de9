/** How large things are: forms, headers and paddings of containers, and the room that labels need. */

import { known, type LocalText, type ResourceId, type Subnet, type Vpc } from '../model/index.ts';
import type { DrawingFacts } from './facts.ts';
import { labelOf, lookOf, type NodeLook } from './looks.ts';
import type { Size } from './marks.ts';
import { middleEllipsis, textWidth, visibleText } from './text.ts';
import { shownTiers, tierLooks, type ShownTier, type TierPair } from './tiers.ts';

/** Everything stands on a grid of this. */
export const GRID = 8;

export const snapUp = (value: number): number => Math.ceil(value / GRID) * GRID;
export const snap = (value: number): number => Math.round(value / GRID) * GRID;

export const card = { width: 112, widest: 160, height: 48, gap: 8 } as const;
export const gate = { width: 32, height: 32 } as const;
export const span = { height: 32 } as const;
export const internetSize = { width: 160, height: 32 } as const;

export interface ContainerSize {
  /** Above the children. */
  readonly header: number;
  /** Left of the children. */
  readonly left: number;
  /** Right of and below the children. */
  readonly padding: number;
  readonly minWidth: number;
  readonly minHeight: number;
}

const regionSize: ContainerSize = { header: 48, left: 24, padding: 24, minWidth: 400, minHeight: 280 };
const zoneSize: ContainerSize = { header: 24, left: 16, padding: 16, minWidth: 160, minHeight: 120 };
const subnetSize: ContainerSize = { header: 32, left: 16, padding: 8, minWidth: 128, minHeight: 88 };
/** Title 24, then the padding, as for any kind that holds others. */
const containerSize: ContainerSize = { header: 40, left: 16, padding: 16, minWidth: 304, minHeight: 200 };

const containerSizes: Readonly<Record<string, ContainerSize>> = {
  region: regionSize,
  zone: zoneSize,
  subnet: subnetSize,
};

/** Header, paddings and least size of a container, by its kind (`region` and `zone` for the implied frames). */
export const containerSizeOf = (kind: string): ContainerSize =>
  Object.hasOwn(containerSizes, kind) ? (containerSizes[kind] ?? containerSize) : containerSize;

/** The header of a subnet whose IPv6 tier has a pill of its own, under the first. */
export const TWO_PILL_HEADER = 56;

export const fontSize = { title: 13, name: 12, detail: 12, small: 11 } as const;

/** Where the text of a title begins, after the square with the glyph. */
export const TITLE_TEXT = 28;
export const SUBNET_TEXT = 14;
export const CARD_TEXT = 41;
const EDGE = 8;

export const pillWidth = (word: string): number =>
  8 + 12 + 5 + Math.ceil(textWidth(word, fontSize.small, 600)) + 9;

const widestOf = (text: LocalText, measure: (word: string) => number): number =>
  Math.max(measure(text.en), measure(text.ja));

/** The widest pill that a tier may have in any language: positions don't change with the language. */
const widestPill = (tier: ShownTier, prefix: string): number =>
  widestOf(tierLooks[tier].word, (word) => pillWidth(prefix + word));

/** Room for the marks in a card's top right corner. */
export const cardMarksWidth = (look: NodeLook): number => (look.isPublic ? 18 : 0) + (look.hasIpv6 ? 12 : 0);

/** The width that shows a card's two lines whole, within the limits of a card. */
function cardWidth(look: NodeLook): number {
  const name = textWidth(look.name, fontSize.name, 600) + cardMarksWidth(look);
  const measure = (line: string): number => textWidth(line, fontSize.small);
  const { secondLine } = look;
  const second =
    secondLine === undefined
      ? 0
      : typeof secondLine === 'string'
        ? measure(secondLine)
        : widestOf(secondLine, measure);
  return Math.min(card.widest, Math.max(card.width, snapUp(CARD_TEXT + Math.max(name, second) + EDGE)));
}

/** The address blocks of a container as its title tells them. */
export function blocksOf(resource: Vpc | Subnet): string[] {
  const first = known(resource.cidrBlock);
  const more = resource.kind === 'vpc' ? (known(resource.cidrBlockAssociationSet) ?? []) : [];
  const ipv6 = known(resource.ipv6CidrBlockAssociationSet) ?? [];
  const blocks = [
    first,
    ...more.map(({ cidrBlock }) => known(cidrBlock)),
    ...ipv6.map(({ ipv6CidrBlock }) => known(ipv6CidrBlock)),
  ];
  return [...new Set(blocks.filter((block) => block !== undefined).map(visibleText))];
}

/** Longer names than this are shortened rather than widen their container. */
const WIDEST_NAME = 240;

const titleNameWidth = (name: string): number => Math.min(WIDEST_NAME, textWidth(name, fontSize.title, 600));

/** The width that shows a subnet's name, its first block and its pill side by side. */
export function subnetTitleWidth(id: ResourceId, subnet: Subnet, pair: TierPair | undefined): number {
  const name = titleNameWidth(labelOf(id, subnet));
  const block = blocksOf(subnet)[0];
  const blockWidth = block === undefined ? 0 : EDGE + textWidth(block, fontSize.detail);
  const shown = pair && shownTiers(subnet, pair);
  const pill = shown ? 12 + widestPill(shown.own, known(subnet.ipv6Native) === true ? 'IPv6 ' : '') : 0;
  const under = shown?.ipv6 === undefined ? 0 : SUBNET_TEXT + widestPill(shown.ipv6, 'IPv6 ') + EDGE;
  return Math.max(SUBNET_TEXT + name + blockWidth + pill + EDGE, under);
}

/** The width that shows a VPC's name and first block, with `+1` where there are more. */
export function vpcTitleWidth(id: ResourceId, vpc: Vpc): number {
  const blocks = blocksOf(vpc);
  const more = blocks.length > 1 ? `  +${blocks.length - 1}` : '';
  return (
    TITLE_TEXT +
    titleNameWidth(labelOf(id, vpc)) +
    EDGE +
    textWidth((blocks[0] ?? '') + more, fontSize.detail)
  );
}

export const WIDEST_GATE_LABEL = 160;

/** What is written beside a gate. */
export const gateLabelOf = (look: NodeLook): string =>
  middleEllipsis(look.name, WIDEST_GATE_LABEL, fontSize.small, 500);

/** The room a gate takes with the label beside it. */
export const gateWidth = (look: NodeLook): number =>
  gate.width + EDGE + Math.ceil(textWidth(gateLabelOf(look), fontSize.small, 500));

/** The width and height of a resource of a kind that looks so and holds nothing. */
export function sizeOf(look: NodeLook, kind: string): Size {
  if (look.form === 'gate') return gate;
  if (look.form === 'container') {
    const { minWidth, minHeight } = containerSizeOf(kind);
    return { width: minWidth, height: minHeight };
  }
  return { width: cardWidth(look), height: look.form === 'span' ? span.height : card.height };
}

/** The same for one resource of a document; of a card where there is none. */
export function nodeSizeOf(facts: DrawingFacts, id: ResourceId): Size {
  const resource = facts.design.resources[id];
  return resource === undefined ? card : sizeOf(lookOf(facts, id, resource), resource.kind);
}
