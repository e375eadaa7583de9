/** Pictures that the worker draws, as addresses that an image shows. */

import { useEffect, useState } from 'react';
import { loadFiles, type PreviewOptions } from '../../app/index.ts';
import type { Design } from '../../model/index.ts';

/** An address of an SVG, given back when another takes its place. */
export function useSvgAddress(svg: string | undefined): string | undefined {
  const [address, setAddress] = useState<string | undefined>(undefined);
  useEffect(() => {
    if (svg === undefined) {
      setAddress(undefined);
      return undefined;
    }
    const made = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [svg]);
  return address;
}

/** The drawing of a design, alone. */
export function usePreview(
  design: Design | undefined,
  { theme, language, size }: PreviewOptions,
): string | undefined {
  const [svg, setSvg] = useState<string | undefined>(undefined);
  useEffect(() => {
    let isWanted = true;
    if (design) {
      void loadFiles()
        .then(({ previewOf }) => previewOf(design, { theme, language, size }))
        .then((made) => {
          if (isWanted) setSvg(made);
        });
    }
    return () => {
      isWanted = false;
    };
  }, [design, theme, language, size]);
  return useSvgAddress(svg);
}
