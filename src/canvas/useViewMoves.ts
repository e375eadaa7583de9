/** Follows the camera outside of React: level of detail, the promoted view, and what is done when it comes to rest. */

import { useStoreApi } from '@xyflow/react';
import { useEffect, type RefObject } from 'react';
import { app, appState } from '../app/index.ts';
import { ZOOM } from './camera.ts';
import { detail, moved, rested, seenBy, touches, type Camera } from './detail.ts';
import { fitAll, zoomStep } from './fitting.ts';
import type { CanvasModel } from './model.ts';
import { settling } from './settle.ts';

/** Says what is seen, containers too, where that is other than before. */
function tellInView({ places }: CanvasModel, camera: Camera): void {
  const area = seenBy(camera);
  const inView = [...places.boxes].flatMap(([key, box]) => (touches(box, area) ? [key] : []));
  const before = appState().view.inView;
  if (inView.length !== before.length || inView.some((key, at) => key !== before[at]))
    app.setView({ inView });
}

export function useViewMoves(root: RefObject<HTMLDivElement | null>, latest: RefObject<CanvasModel>): void {
  const store = useStoreApi();
  useEffect(() => {
    const element = root.current;
    if (!element) return undefined;
    /** As it was at rest. */
    let zoom: number | undefined;
    const camera = (): Camera => {
      const {
        transform: [x, y, zoom],
        width,
        height,
      } = store.getState();
      return { x, y, zoom, width, height };
    };
    const show = () => {
      const { level, isCrowded } = detail.getState();
      if (element.dataset['level'] !== String(level)) element.dataset['level'] = String(level);
      element.classList.toggle('crowded', isCrowded);
    };
    const rest = () => {
      const now = camera();
      rested(latest.current, now);
      show();
      element.classList.remove('moving-view', 'zooming-view');
      zoom = now.zoom;
      element.style.setProperty('--zoom', String(Math.round(now.zoom * 1000) / 1000));
      fitAll({ zoom: zoomStep(now.zoom), isFar: detail.getState().level === 0 });
      const told = Math.min(ZOOM.max, Math.max(ZOOM.min, now.zoom));
      if (appState().view.zoom !== told) app.setView({ zoom: told });
      tellInView(latest.current, now);
    };
    const move = () => {
      const now = camera();
      element.classList.add('moving-view');
      // A picture that is only scaled would be painted far beyond what is seen.
      if (now.zoom !== zoom) element.classList.add('zooming-view');
      moved(latest.current, now);
      still.step();
    };
    // Until then the view is one picture that the compositor shifts.
    const still = settling(rest);
    rest();
    const stopDetail = detail.subscribe(show);
    const stopMoves = store.subscribe((now, before) => {
      if (now.transform !== before.transform || now.width !== before.width || now.height !== before.height)
        move();
    });
    return () => {
      still.stop();
      stopDetail();
      stopMoves();
    };
  }, [root, latest, store]);
}
