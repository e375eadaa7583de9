/** Pictures in SVG, with the design inside. */

export { writeSvg } from './write-svg.ts';
export { extractDesign } from './extract-design.ts';
export { packDesign } from './packed-design.ts';
