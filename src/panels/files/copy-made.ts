/** An export on the clipboard: a PNG as an image, the rest as text, an SVG as both where the browser can. */

import type { Store } from '../../app/index.ts';
import { text as texts } from '../../i18n/index.ts';
import { copyText } from '../parts/copy.ts';
import type { Made } from './useMade.ts';

/** Whether the clipboard takes that type; browsers without the question take text and PNG alone. */
const takes = (type: string): boolean =>
  (ClipboardItem as { readonly supports?: (type: string) => boolean }).supports?.(type) ??
  type === 'image/png';

export async function copyMade(store: Store, made: Made): Promise<void> {
  if (made.state !== 'made') return;
  const { blob, text } = made;
  if (text !== undefined && !(blob.type === 'image/svg+xml' && takes(blob.type))) {
    await copyText(text);
    return;
  }
  try {
    await navigator.clipboard.write([
      new ClipboardItem({
        [blob.type]: blob,
        ...(text === undefined ? {} : { 'text/plain': new Blob([text], { type: 'text/plain' }) }),
      }),
    ]);
    store.notify({ tone: 'info', message: { en: texts('en').shell.copied, ja: texts('ja').shell.copied } });
  } catch {
    store.notify({
      tone: 'error',
      message: { en: texts('en').shell.copyRefused, ja: texts('ja').shell.copyRefused },
    });
  }
}
