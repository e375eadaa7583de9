/** What stands out while the rest dims: the path, the finding under the pointer, the targets of a connection. */

import { useEffect, useMemo } from 'react';
import { useApp } from '../app/index.ts';
import { withAncestors } from './hit.ts';
import type { CanvasModel } from './model.ts';
import { setCanvas, useCanvas, type Emphasis } from './view-state.ts';

export function useEmphasis(model: CanvasModel): void {
  // What is pointed at goes before what a search found.
  const marked = useApp(({ view }) => (view.hovered.length > 0 ? view.hovered : view.found));
  const path = useCanvas((state) => state.path);
  const connecting = useCanvas((state) => state.connecting);
  const from = connecting?.from;
  const valid = connecting?.valid;
  const { places } = model;

  const emphasis = useMemo<Emphasis | undefined>(() => {
    if (from !== undefined && valid) {
      return {
        on: new Set([from, ...valid].flatMap((key) => withAncestors(places.parentOf, key))),
        how: 'connect',
      };
    }
    if (marked.length > 0) {
      const on = new Set(marked.flatMap((key) => (places.boxes.has(key) ? [key] : [])));
      if (on.size > 0) return { on, how: 'finding' };
    }
    return path ? { on: path, how: 'path' } : undefined;
  }, [from, valid, marked, path, places]);

  useEffect(() => setCanvas({ emphasis }), [emphasis]);
}
