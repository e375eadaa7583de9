/** Why an edit was not made: a code for the page, a sentence for the person. */

import type { ResourceId } from '../design.ts';
import type { LocalText } from '../text.ts';

export type RefusalCode =
  | 'needs-container'
  | 'wrong-container'
  | 'already-attached'
  | 'no-room'
  | 'bad-address'
  | 'outside'
  | 'reserved'
  | 'overlap'
  | 'no-connection'
  | 'not-editable';

export interface Refusal {
  readonly code: RefusalCode;
  readonly message: LocalText;
  /** The resource that stands in the way or could help. */
  readonly resource?: ResourceId;
}

export const refusal = (code: RefusalCode, en: string, ja: string, resource?: ResourceId): Refusal => ({
  code,
  message: { en, ja },
  ...(resource === undefined ? {} : { resource }),
});
