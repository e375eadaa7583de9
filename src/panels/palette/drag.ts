/** Carrying a kind out of the palette: the store holds where it is, the canvas shows it and takes it on release. */

import { useRef, type KeyboardEvent, type MouseEvent, type PointerEvent } from 'react';
import { app, runCommand } from '../../app/index.ts';
import { definitionOf, type Kind } from '../../model/index.ts';

/** Less than this is a click. */
const DISTANCE = 4;

/** A tap takes the kind up, the next tap puts it down; what has no place on the canvas is made at once. */
function takeUp(kind: Kind): void {
  if (definitionOf(kind).form === 'none') placeInSelection(kind);
  else app.setView({ tool: 'draw', drawing: kind, editing: undefined });
}

/** Puts a new resource at the best spot of the selected container. */
export const placeInSelection = (kind: Kind): void => runCommand(`add-${kind}`);

interface DragHandlers {
  readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerUp: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerCancel: (event: PointerEvent<HTMLElement>) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  readonly onClick: (event: MouseEvent<HTMLElement>) => void;
}

/** Handlers of a palette item: a drag carries it, a click or Enter places it, Escape lets it go. */
export function usePaletteDrag(kind: Kind): DragHandlers {
  const start = useRef<{ readonly x: number; readonly y: number } | undefined>(undefined);
  const dragged = useRef(false);
  const isFinger = useRef(false);

  const stop = () => {
    start.current = undefined;
    app.setView({ paletteDrag: undefined });
  };

  return {
    onPointerDown: (event) => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      start.current = { x: event.clientX, y: event.clientY };
      dragged.current = false;
      isFinger.current = event.pointerType === 'touch';
    },
    onPointerMove: (event) => {
      if (!start.current) return;
      const { clientX: x, clientY: y } = event;
      const moved = Math.hypot(x - start.current.x, y - start.current.y);
      if (!dragged.current && moved < DISTANCE) return;
      dragged.current = true;
      app.setView({ paletteDrag: { kind, x, y } });
    },
    // The canvas listens before this and has taken the resource when the drag ends here.
    onPointerUp: stop,
    onPointerCancel: stop,
    onKeyDown: (event) => {
      if (event.key === 'Escape' && start.current) stop();
    },
    onClick: (event) => {
      // Enter and the keyboard's click have no pointer.
      const isTap = isFinger.current && event.detail > 0;
      if (!dragged.current) (isTap ? takeUp : placeInSelection)(kind);
      dragged.current = false;
    },
  };
}
