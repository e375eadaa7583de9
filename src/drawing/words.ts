/** The few words that stand in a picture itself. */

import type { LocalText } from '../model/index.ts';

export const words = {
  internet: { en: 'Internet', ja: 'インターネット' },
  region: { en: 'Region', ja: 'リージョン' },
  tier: { en: 'Tier', ja: 'サブネット区分' },
  lines: { en: 'Lines', ja: '線' },
  attachment: {
    en: 'Attachment, route to an internet gateway',
    ja: 'アタッチメント、インターネットゲートウェイへのルート',
  },
  route: { en: 'Route', ja: 'ルート' },
  warnedRoute: { en: 'Route with a warning', ja: '警告のあるルート' },
  blackhole: { en: 'Blackhole', ja: 'ブラックホール' },
  unknownTarget: { en: 'Target not in the design', ja: 'ターゲットがデザインに含まれていない' },
} as const satisfies Record<string, LocalText>;
