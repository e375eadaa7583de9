/** Pictures in PNG, with the design inside. */

export { isPng } from './chunks.ts';
export {
  beginsWithDesign,
  extractFromPng,
  withTexts,
  type PngProblem,
  type PngTexts,
} from './text-chunks.ts';
