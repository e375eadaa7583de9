/** Drawing a new thing by hand: a rectangle becomes a container of that size, a click one of the usual size. */

import { app, appState, type Point } from '../../app/index.ts';
import { snap, type Rectangle } from '../../drawing/index.ts';
import type { Kind } from '../../model/index.ts';
import { addAt, hintAt, type AddedAt } from '../adding.ts';
import { ghostSize } from '../ghost-size.ts';
import { surface } from '../surface.ts';
import { endGesture, setCanvas } from '../view-state.ts';
import { afterPress, type Gesture, type Press } from './gesture.ts';

/** The rectangle between two points, on the grid; never smaller than the kind can be. */
function frameOf(kind: Kind, from: Point, to: Point, isFree: boolean): Rectangle {
  const least = ghostSize(kind);
  const round = isFree ? Math.round : snap;
  const width = Math.max(least.width, round(Math.abs(to.x - from.x)));
  const height = Math.max(least.height, round(Math.abs(to.y - from.y)));
  return {
    x: to.x < from.x ? round(from.x) - width : round(from.x),
    y: to.y < from.y ? round(from.y) - height : round(from.y),
    width,
    height,
  };
}

/** Back to selecting, once something was drawn. */
const leave = (made: AddedAt): void => {
  if (made === 'added') app.setView({ tool: 'select', drawing: undefined });
};

/** A press with a drawing tool. */
export function drawGesture(kind: Kind, press: Press): Gesture | undefined {
  const canvas = surface();
  if (!canvas) return undefined;
  const start = canvas.toCanvas(press.at);
  const dragging: Gesture = {
    pans: () => true,
    move: (at, held) => {
      const frame = frameOf(kind, start, canvas.toCanvas(at), held.ctrl);
      setCanvas({ frame: { kind, box: frame }, drop: { ...hintAt(kind, press.at), at } });
    },
    end: (at, held) => {
      const frame = frameOf(kind, start, canvas.toCanvas(at), held.ctrl);
      endGesture();
      leave(addAt(kind, press.at, frame));
    },
    cancel: endGesture,
  };
  return afterPress(press, {
    click: () => {
      endGesture();
      leave(addAt(kind, press.at));
    },
    drag: () => dragging,
  });
}

/** Shows under a resting pointer what a press would make here. */
export function hoverDrawing(at: Point): void {
  const { tool, drawing } = appState().view;
  if (tool !== 'draw' || drawing === undefined) return;
  if (surface()?.isOver(at) !== true) setCanvas({ drop: undefined });
  else setCanvas({ drop: { ...hintAt(drawing, at), at } });
}
