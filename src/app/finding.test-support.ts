/** Findings for tests: a key and what matters in the case, the rest as plain as can be. */

import type { FindingAnswer } from './answers.ts';

export const findingOf = (
  key: string,
  severity: FindingAnswer['severity'],
  more: Partial<FindingAnswer> = {},
): FindingAnswer => ({
  key,
  id: key,
  severity,
  live: 'now',
  resource: key,
  related: [],
  message: { en: key, ja: key },
  fixes: [],
  references: [],
  alsoKnownAs: [],
  ...more,
});
