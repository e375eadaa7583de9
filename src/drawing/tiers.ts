/** The four tiers of a subnet as a drawing shows them; what tier a subnet has comes in as data. */

import { known, type LocalText, type ResourceId, type Subnet } from '../model/index.ts';
import type { GlyphName } from './glyphs.ts';
import type { Token } from './tokens.ts';

/** Outermost first: the order of rows. */
export const tierOrder = ['public', 'egress', 'private', 'isolated'] as const;

export type Tier = (typeof tierOrder)[number];

/** What is shown in the place of a tier. */
export type ShownTier = Tier | 'undetermined';

/** A subnet's tier by IP version. */
export interface TierPair {
  readonly 4: Tier;
  readonly 6: Tier;
  /** Of these a missing fact may lift the tier: it is not told. */
  readonly undetermined?: readonly (4 | 6)[];
}

export type Tiers = Readonly<Record<ResourceId, TierPair>>;

/** How a tier, or that it cannot be told, looks. */
export interface TierLook {
  readonly word: LocalText;
  readonly glyph: GlyphName;
  readonly color: Token;
  readonly fill: Token;
  readonly text: Token;
  readonly pill: Token;
  /** Dashes of the border. */
  readonly border?: { readonly dash: string; readonly round?: true };
  readonly spine: 'solid' | 'dashes' | 'double' | 'dots' | 'none';
}

export const tierLooks: Readonly<Record<ShownTier, TierLook>> = {
  public: {
    word: { en: 'Public', ja: 'パブリック' },
    glyph: 'tierPublic',
    color: 'pub',
    fill: 'pub-fill',
    text: 'pub-text',
    pill: 'pub-pill',
    spine: 'solid',
  },
  egress: {
    word: { en: 'Egress', ja: '外向きのみ' },
    glyph: 'tierEgress',
    color: 'egr',
    fill: 'egr-fill',
    text: 'egr-text',
    pill: 'egr-pill',
    border: { dash: '10 4' },
    spine: 'dashes',
  },
  private: {
    word: { en: 'Private', ja: 'プライベート' },
    glyph: 'tierPrivate',
    color: 'prv',
    fill: 'prv-fill',
    text: 'prv-text',
    pill: 'prv-pill',
    spine: 'double',
  },
  isolated: {
    word: { en: 'Isolated', ja: '隔離' },
    glyph: 'tierIsolated',
    color: 'iso',
    fill: 'iso-fill',
    text: 'iso-text',
    pill: 'iso-pill',
    border: { dash: '1.5 3.5', round: true },
    spine: 'dots',
  },
  undetermined: {
    word: { en: 'Cannot tell', ja: '判定できない' },
    glyph: 'tierUndetermined',
    color: 'unk',
    fill: 'panel',
    text: 'unk-text',
    pill: 'unk-fill',
    border: { dash: '2 4' },
    spine: 'none',
  },
};

interface Shown<Of> {
  readonly own: Of;
  readonly ipv6?: Of;
}

/** What is at least so: a subnet's own tier, and that of IPv6 where it has both families and they differ. */
export function floorTiers(subnet: Subnet, pair: TierPair): Shown<Tier> {
  if (known(subnet.ipv6Native) === true) return { own: pair[6] };
  return hasIpv6(subnet) && pair[6] !== pair[4] ? { own: pair[4], ipv6: pair[6] } : { own: pair[4] };
}

/** What a subnet shows: the same, but nothing that was not worked out. */
export function shownTiers(subnet: Subnet, pair: TierPair): Shown<ShownTier> {
  const of = (family: 4 | 6): ShownTier =>
    pair.undetermined?.includes(family) === true ? 'undetermined' : pair[family];
  if (known(subnet.ipv6Native) === true) return { own: of(6) };
  return hasIpv6(subnet) && of(6) !== of(4) ? { own: of(4), ipv6: of(6) } : { own: of(4) };
}

const hasIpv6 = ({ ipv6CidrBlockAssociationSet }: Subnet): boolean =>
  (known(ipv6CidrBlockAssociationSet)?.length ?? 0) > 0;
