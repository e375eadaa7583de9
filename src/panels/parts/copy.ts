/** Putting text on the clipboard, said aloud. */

import { app } from '../../app/index.ts';
import { text } from '../../i18n/index.ts';

/** Copies and announces; a refused clipboard is told too. */
export async function copyText(content: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(content);
    app.notify({ tone: 'info', message: { en: text('en').shell.copied, ja: text('ja').shell.copied } });
  } catch {
    app.notify({
      tone: 'error',
      message: { en: text('en').shell.copyRefused, ja: text('ja').shell.copyRefused },
    });
  }
}
