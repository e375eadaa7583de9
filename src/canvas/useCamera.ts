/** The hooks that tie the canvas to its camera, to the commands, and to drags out of the palette. */

import { useReactFlow, useStoreApi, type Viewport } from '@xyflow/react';
import { useEffect, useRef, type RefObject } from 'react';
import { announcePort, app, appState, useApp, type FocusRequest } from '../app/index.ts';
import { boundsOf, type Places, type Rectangle } from '../drawing/index.ts';
import { itemAt } from './hit.ts';
import { presentGestures, withGestures } from './with-gestures.ts';
import { extentOf, fitted, panned, resized, type Size } from './camera.ts';
import { freeSize, shownWhole, withSurroundings } from './free-part.ts';
import type { CanvasModel } from './model.ts';
import { announceSurface } from './surface.ts';
import { canvas } from './view-state.ts';

type Latest = RefObject<CanvasModel>;
type Root = RefObject<HTMLDivElement | null>;

const MOVE = 240;

/** Announces the canvas to gestures that start elsewhere. */
export function useSurface(root: Root, latest: Latest): void {
  const flow = useReactFlow();
  useEffect(() => {
    const element = root.current;
    if (!element) return undefined;
    return announceSurface({
      element,
      model: () => latest.current,
      toCanvas: (point) => flow.screenToFlowPosition(point, { snapToGrid: false }),
      toClient: (point) => flow.flowToScreenPosition(point),
      pan: (by) => {
        const { x, y, zoom } = flow.getViewport();
        void flow.setViewport({ zoom, x: x - by.x, y: y - by.y });
      },
      isOver: ({ x, y }) => {
        const on = document.elementFromPoint(x, y);
        return on !== null && element.contains(on);
      },
    });
  }, [root, latest, flow]);
}

const animation = (): { readonly duration: number } => ({
  duration: window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : MOVE,
});

/** What a request asks to see; of a path, the words along it too, and what it lies in. */
function areaOf(
  { ids, how }: FocusRequest,
  places: Places,
  view: Viewport,
  screen: Size,
): Rectangle | undefined {
  const things = extentOf(places, ids);
  if (how !== 'whole' || !things) return things;
  const { path = [], pathExtent } = canvas.getState();
  const holders = [...path].flatMap((key) => places.boxes.get(key) ?? []);
  const areaAt = (zoom: number): Rectangle => {
    const words = pathExtent?.(zoom);
    const area = boundsOf([things, ...(words ? [words] : [])]) ?? things;
    return withSurroundings(area, boundsOf([area, ...holders]) ?? area, view, screen);
  };
  // Words take more of the drawing the farther away it is.
  return areaAt(fitted(areaAt(1), screen).zoom);
}

const brought: Readonly<
  Record<FocusRequest['how'], (area: Rectangle, view: Viewport, screen: Size) => Viewport | undefined>
> = {
  fit: (area, _, screen) => fitted(area, screen),
  'pan if hidden': panned,
  whole: shownWhole,
};

/** Lets commands and panels move the view. */
export function useCamera(root: Root, latest: Latest): void {
  const flow = useReactFlow();
  const store = useStoreApi();
  const request = useApp(({ view }) => view.focusRequest);
  const served = useRef(0);

  useEffect(() => {
    const fit = (keys: readonly string[] = []) => {
      const area = extentOf(latest.current.places, keys);
      if (area) void flow.setViewport(fitted(area, freeSize(root.current)), animation());
    };
    // A panel that opens takes its part of the canvas.
    let chosen: Viewport | undefined;
    const stopSizes = store.subscribe((now, before) => {
      if ((now.width === before.width && now.height === before.height) || before.width === 0) return;
      const { places } = latest.current;
      const all = extentOf(places, []);
      if (!all) return;
      const selection = appState().selection.filter((key) => places.boxes.has(key));
      const selected = selection.length === 0 ? undefined : extentOf(places, selection);
      const next = resized({ view: flow.getViewport(), before, now, chosen, all, selected });
      if (!next) return;
      chosen = next;
      void flow.setViewport(next);
    });
    const withdraw = announcePort('canvas', {
      zoomIn: () => void flow.zoomIn(animation()),
      zoomOut: () => void flow.zoomOut(animation()),
      zoomTo: (zoom) => void flow.zoomTo(zoom, animation()),
      fit,
      place: (kind) => withGestures(({ placeInSelection }) => placeInSelection(kind)),
      focus: () => root.current?.focus({ preventScroll: true }),
      fitContainers: () => withGestures(({ fitSelection }) => fitSelection()),
      spot: (when) => presentGestures()?.pointerSpot(when),
      land: (design, ids, at) => presentGestures()?.landedAt(design, ids, at) ?? design,
      itemAt: (point) => itemAt(latest.current, flow.screenToFlowPosition(point, { snapToGrid: false }))?.key,
      cursor: () => {
        const [id = canvas.getState().cursor] = appState().selection;
        const box = id === undefined ? undefined : latest.current.places.boxes.get(id);
        if (id === undefined || !box) return undefined;
        const corner = { x: box.x + Math.min(24, box.width / 2), y: box.y + Math.min(24, box.height) };
        return { id, point: flow.flowToScreenPosition(corner) };
      },
    });
    return () => {
      stopSizes();
      withdraw();
    };
  }, [root, latest, flow, store]);

  // Looked at once the boxes of the new design are known.
  useEffect(() => {
    if (!request || request.serial === served.current) return undefined;
    const frame = requestAnimationFrame(() => {
      served.current = request.serial;
      const screen = freeSize(root.current);
      const area = areaOf(request, latest.current.places, flow.getViewport(), screen);
      if (!area || screen.width === 0) return;
      const isFirst = request.ids.length === 0;
      const next = brought[request.how](area, flow.getViewport(), screen);
      if (next) void flow.setViewport(next, isFirst ? { duration: 0 } : animation());
    });
    return () => cancelAnimationFrame(frame);
  }, [request, root, latest, flow, store]);
}

/** Shows what is carried out of the palette, and takes it when it is let go over the canvas. */
export function usePaletteDrops(): void {
  const carried = useApp(({ view }) => view.paletteDrag);
  const isCarried = carried !== undefined;

  useEffect(() => {
    withGestures(({ showPaletteDrag, hidePaletteDrag }) => {
      if (carried) showPaletteDrag(carried);
      else hidePaletteDrag();
    });
  }, [carried]);

  useEffect(() => {
    if (!isCarried) return undefined;
    // Before the palette's own handler, which ends the drag.
    const onUp = (event: PointerEvent) => {
      const { paletteDrag } = appState().view;
      if (!paletteDrag) return;
      app.setView({ paletteDrag: undefined });
      const at = { x: event.clientX, y: event.clientY };
      withGestures(({ dropFromPalette }) => dropFromPalette(paletteDrag.kind, at));
    };
    window.addEventListener('pointerup', onUp, true);
    return () => window.removeEventListener('pointerup', onUp, true);
  }, [isCarried]);
}
