/** Which things are mounted: all, of many what is near, of a crowd the containers and what is looked at. */

import { useStoreApi } from '@xyflow/react';
import { useLayoutEffect, useMemo } from 'react';
import { useApp } from '../app/index.ts';
import { detail, isCrowd, shownNodes, useDetail } from './detail.ts';
import type { CanvasModel, ItemNode } from './model.ts';
import { useCanvas } from './view-state.ts';

export function useShownNodes(model: CanvasModel): readonly ItemNode[] {
  const store = useStoreApi();
  const rests = useDetail((state) => state.rests);
  const wasCrowded = useDetail((state) => state.isCrowded);
  const area = useDetail((state) => state.area);
  const waiting = useDetail((state) => state.waiting);
  const selection = useApp((state) => state.selection);
  const path = useCanvas((state) => state.path);
  const dragged = useCanvas((state) => state.dragged);
  const { places } = model;

  // A design that was just opened may be a crowd where the view stands: nothing of that is mounted first.
  const isNew = useMemo(() => {
    const { transform, width, height } = store.getState();
    const [x, y, zoom] = transform;
    return isCrowd(model, { x, y, zoom, width, height });
    // Not for every drag of a thing: a crowd does not gather by that.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [store, places.childrenOf, rests]);
  const isCrowded = wasCrowded || isNew;
  useLayoutEffect(() => {
    if (isCrowded && !detail.getState().isCrowded) detail.setState({ isCrowded, level: 0 });
  }, [isCrowded]);

  return useMemo(() => {
    const selected = new Set(selection);
    return shownNodes(
      model,
      { isCrowded, area, waiting },
      (key) => selected.has(key) || dragged.has(key) || path?.has(key) === true,
    );
  }, [model, isCrowded, area, waiting, selection, dragged, path]);
}
