/** Pictures in PNG, with the design inside. */

export { isPng } from './chunks.ts';
export { extractFromPng, withTexts, type PngProblem, type PngTexts } from './text-chunks.ts';
