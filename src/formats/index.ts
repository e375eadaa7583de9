/** File formats: what is read into a design, and what a design is written as. */

export { readDesign, writeDesign } from './design/index.ts';
export { commandLineLimits, pageLimits } from './limits.ts';
export { mergeDesigns } from './merge.ts';
export { pickFiles } from './pick-files.ts';
export { readInputs } from './read-inputs.ts';
export type { ImportReport } from './report.ts';
export { writeSvg } from './svg/index.ts';
