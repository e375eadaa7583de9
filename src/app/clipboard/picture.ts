/** A picture of what was copied, for programs that take pictures, where the browser lets one be written. */

import type { Design, Language } from '../../model/index.ts';
import { runJob } from '../workers.ts';
import type { Taken } from './clipboard.ts';

const SVG = 'image/svg+xml';

const drawn = async (design: Design, language: Language): Promise<Blob> => {
  const svg = await runJob('preview', { design, options: { theme: 'light', language, size: 'large' } });
  // The page's own policy is held against the picture while the browser cleans it: it takes no style of its own.
  return new Blob([svg.replaceAll(/ style="[^"]*"/g, '')], { type: SVG });
};

/** Puts the picture beside the words. Where that is refused, the words are there already. */
export async function writePicture({ text, design }: Taken, language: Language): Promise<void> {
  if (typeof ClipboardItem === 'undefined' || !ClipboardItem.supports?.(SVG)) return;
  const words = new Blob([text], { type: 'text/plain' });
  const item = new ClipboardItem({ 'text/plain': words, [SVG]: drawn(design, language) });
  await navigator.clipboard.write([item]).catch(() => undefined);
}
