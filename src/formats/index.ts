/** File formats: what is read into a design, and what a design is written as. */

export { readDesign, writeDesign, type DesignReading, type DesignReadOptions } from './design/index.ts';
export { commandLineLimits, pageLimits, type Limits } from './limits.ts';
export { mergeDesigns, type MergedDesign } from './merge.ts';
export { pickFiles, type PickedFiles } from './pick-files.ts';
export { readInputs, type InputFile, type ReadOptions } from './read-inputs.ts';
export type {
  FileRead,
  ImportReport,
  InputAssumption,
  InputNote,
  MissingInput,
  NotUnderstood,
  ReadOnlyReason,
} from './report.ts';
export { writeSvg, type SvgOptions } from './svg/index.ts';
