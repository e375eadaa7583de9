/** The words of a report about a path: verdicts as headlines, headings, short texts. */

import type { Language, LocalText } from '../../model/index.ts';

export const reportWords = {
  reachable: { en: 'Reachable', ja: '到達できます' },
  partial: { en: 'Partly reachable', ja: '一部到達できます' },
  undetermined: { en: 'Cannot tell', ja: '判定できません' },
  blocked: { en: 'Blocked', ja: '遮断されます' },
  blockedOnReturn: { en: 'Blocked on the way back', ja: '復路で遮断されます' },
  notApplicable: { en: 'Not applicable', ja: '対象外です' },
  noAddressOfFamily: {
    en: 'an end has no address of this family',
    ja: '端のどちらかにこのファミリーのアドレスがありません',
  },
  request: { en: 'Request', ja: 'リクエスト' },
  reply: { en: 'Reply', ja: '応答' },
  blockers: { en: 'What blocks it', ja: '阻害要因' },
  otherWays: { en: 'Other ways', ja: '別の経路' },
  allowed: { en: 'What passes', ja: '通る通信' },
  unknowns: { en: 'Missing facts', ja: '不足している情報' },
  assumptions: { en: 'Assumptions', ja: '仮定' },
  advisories: { en: 'Worth knowing', ja: '補足' },
  fix: { en: 'Fix', ja: '直し方' },
  orFix: { en: 'Or', ja: 'または' },
  run: { en: 'Run', ja: '実行' },
  everyPort: { en: 'every port', ja: 'すべてのポート' },
  except: { en: 'except', ja: '除外:' },
  nothing: { en: 'nothing', ja: 'なし' },
} as const satisfies Readonly<Record<string, LocalText>>;

export type Word = keyof typeof reportWords;

export const sayIn =
  (language: Language) =>
  (word: Word): string =>
    reportWords[word][language];
