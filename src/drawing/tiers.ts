/** The four tiers of a subnet as a drawing shows them; what tier a subnet has comes in as data. */

import { known, type LocalText, type ResourceId, type Subnet } from '../model/index.ts';
import type { GlyphName } from './glyphs.ts';
import type { Token } from './tokens.ts';

/** Outermost first: the order of rows. */
export const tierOrder = ['public', 'egress', 'private', 'isolated'] as const;

export type Tier = (typeof tierOrder)[number];

/** A subnet's tier by IP version. */
export interface TierPair {
  readonly 4: Tier;
  readonly 6: Tier;
  /** A missing fact may lift it. */
  readonly undetermined?: boolean;
}

export type Tiers = Readonly<Record<ResourceId, TierPair>>;

export interface TierLook {
  readonly word: LocalText;
  readonly glyph: GlyphName;
  readonly color: Token;
  readonly fill: Token;
  readonly text: Token;
  readonly pill: Token;
  /** Dashes of the border. */
  readonly border?: { readonly dash: string; readonly round?: true };
  readonly spine: 'solid' | 'dashes' | 'double' | 'dots';
}

export const tierLooks: Readonly<Record<Tier, TierLook>> = {
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
};

/** The tiers that a subnet shows: its own, and that of IPv6 where it has both families and they differ. */
export function shownTiers(subnet: Subnet, pair: TierPair): { readonly own: Tier; readonly ipv6?: Tier } {
  if (known(subnet.ipv6Native) === true) return { own: pair[6] };
  const hasIpv6 = (known(subnet.ipv6CidrBlockAssociationSet)?.length ?? 0) > 0;
  return hasIpv6 && pair[6] !== pair[4] ? { own: pair[4], ipv6: pair[6] } : { own: pair[4] };
}
