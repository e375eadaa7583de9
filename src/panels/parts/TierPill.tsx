/** A tier as glyph and word. */

import { tierLooks, type ShownTier } from '../../drawing/index.ts';
import { Pill, useLanguage, type PillTone } from '../../ui/index.ts';
import { Glyph } from './Glyph.tsx';

const tones: Readonly<Record<ShownTier, PillTone>> = {
  public: 'pub',
  egress: 'egr',
  private: 'prv',
  isolated: 'iso',
  undetermined: 'unk',
};

export function TierPill({ tier }: { readonly tier: ShownTier }) {
  const language = useLanguage();
  const look = tierLooks[tier];
  return (
    <Pill tone={tones[tier]} mark={<Glyph name={look.glyph} size={12} />}>
      {look.word[language]}
    </Pill>
  );
}
