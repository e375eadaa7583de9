// Stands in for the `react-style-singleton` package below Radix's dialogs and menus (aliased in vite.config.ts):
// the same contract, but by an adopted style sheet, which a Content-Security-Policy without 'unsafe-inline' allows.
import { useEffect } from 'react';

interface StyleProps {
  readonly styles: string;
  readonly dynamic?: boolean;
}

/** Makes a component whose styles apply to the document while at least one instance is mounted. */
export function styleSingleton(): (props: StyleProps) => null {
  let mounted = 0;
  let sheet: CSSStyleSheet | null = null;

  function add(styles: string): void {
    mounted += 1;
    if (mounted > 1) return;
    sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }

  function remove(): void {
    mounted -= 1;
    if (mounted > 0) return;
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((adopted) => adopted !== sheet);
    sheet = null;
  }

  return function Style({ styles, dynamic }) {
    const applied = dynamic === true ? styles : null;
    useEffect(() => {
      add(applied ?? styles);
      return remove;
      // oxlint-disable-next-line react/exhaustive-deps -- static styles are applied once, as the package does
    }, [applied]);
    return null;
  };
}
