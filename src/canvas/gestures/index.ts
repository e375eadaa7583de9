/** What hands and keys do on the canvas. Fetched beside the first picture, which needs none of it. */

export { dropFromPalette, hidePaletteDrag, placeInSelection, showPaletteDrag } from '../adding.ts';
export { canvasKey } from '../keyboard.ts';
export { hoverDrawing } from './draw.ts';
export { press } from './press.ts';
export { fitSelection } from './resize.ts';
export { landedAt, notePointer, pointerSpot } from './spot.ts';
