/** Pictures in SVG, with the design inside. */

export { writeSvg, type SvgOptions } from './write-svg.ts';
export { extractDesign, type SvgContent, type SvgProblem } from './extract-design.ts';
export { packDesign, unpackDesign, type PackedProblem } from './packed-design.ts';
export { escapeXml } from './escape.ts';
export type { ListedFinding } from './legend.ts';
