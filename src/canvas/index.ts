/** The document as something to look at and take hold of. */

export { Canvas } from './Canvas.tsx';
