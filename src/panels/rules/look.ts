/** Which words of a row wear a mark. */

import { inspectorTexts } from '../../i18n/index.ts';

const { en, ja } = inspectorTexts;

/** What an action says, in whichever language it stands. */
export function actionLook(text: string): 'allow' | 'deny' | undefined {
  if ([en.allow, ja.allow].includes(text)) return 'allow';
  return [en.deny, ja.deny].includes(text) ? 'deny' : undefined;
}
