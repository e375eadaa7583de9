/** The export as it will be, made anew whenever an option changes. */

import { useEffect, useState } from 'react';
import { app, loadFiles } from '../../app/index.ts';
import type { Language, ResourceId } from '../../model/index.ts';
import { useLanguage } from '../../ui/index.ts';
import type { ExportOptions } from './export-options.ts';
import { canRaster, rasterOf } from './raster.ts';

export type Made =
  | {
      readonly state: 'made';
      readonly blob: Blob;
      /** Where it is text: what a copy takes. */
      readonly text?: string;
      /** Of a picture, in its own pixels. */
      readonly width?: number;
      readonly height?: number;
    }
  | { readonly state: 'too large' };

async function make(
  options: ExportOptions,
  only: readonly ResourceId[] | undefined,
  language: Language,
): Promise<Made> {
  const { designText, pictureOf, pngOf } = await loadFiles();
  const { format, theme, icons, show, ids, publicAddresses } = options;
  if (format === 'design') {
    const text = await designText(app);
    return { state: 'made', text, blob: new Blob([text], { type: 'application/json' }) };
  }
  const picture = await pictureOf(app, {
    theme,
    language,
    icons,
    show,
    ids,
    publicAddresses,
    ...(only ? { only } : {}),
  });
  const { svg, width, height } = picture;
  if (format === 'svg') {
    return { state: 'made', text: svg, width, height, blob: new Blob([svg], { type: 'image/svg+xml' }) };
  }
  const scale = Number(options.scale);
  if (!canRaster(width, height, scale)) return { state: 'too large' };
  // The design rides in a text of the PNG, not in the picture that is drawn.
  const plain = svg.replace(/<metadata>.*?<\/metadata>\n?/s, '');
  const blob = await pngOf(await rasterOf(plain, width, height, scale), picture);
  return { state: 'made', blob, width: width * scale, height: height * scale };
}

/** Undefined while it is made. */
export function useMade(options: ExportOptions, only: readonly ResourceId[] | undefined): Made | undefined {
  const language = useLanguage();
  const [made, setMade] = useState<Made | undefined>(undefined);
  useEffect(() => {
    let isWanted = true;
    make(options, only, language).then(
      (result) => {
        if (isWanted) setMade(result);
      },
      (fault: unknown) => {
        const reason = fault instanceof Error ? fault.message : String(fault);
        app.notify({
          tone: 'error',
          message: {
            en: `The export stopped: ${reason}. The design was not changed.`,
            ja: `エクスポートが停止しました: ${reason}。デザインは変更されていません。`,
          },
        });
      },
    );
    return () => {
      isWanted = false;
      setMade(undefined);
    };
  }, [options, only, language]);
  return made;
}
