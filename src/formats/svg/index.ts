/** Pictures in SVG, with the design inside. */

export { writeSvg } from './write-svg.ts';
export { extractDesign } from './extract-design.ts';
export { inflateZlib, packDesign, type PackedProblem } from './packed-design.ts';
export type { IconStyle } from './elements.ts';
export type { PictureTheme } from './colours.ts';
export type { UnderPart } from './legend.ts';
