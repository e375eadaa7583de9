/** File formats: what is read into a design, and what a design is written as. */

export { addToDesign, type Addition, type Conflict } from './add.ts';
export { excerptOf } from './excerpt.ts';
export { commandReaders, missingFacts, type Capture } from './aws-cli/index.ts';
export { readDesign, writeDesign } from './design/index.ts';
export { commandLineLimits, pageLimits } from './limits.ts';
export { addressHider, hideAddresses } from './hide-addresses.ts';
export { hideIds, idHider } from './hide-ids.ts';
export { mergeDesigns } from './merge.ts';
export { pickFiles } from './pick-files.ts';
export { beginsWithDesign, withTexts, type PngTexts } from './png/index.ts';
export { readInputs } from './read-inputs.ts';
export type { ImportReport, MissingInput } from './report.ts';
export { writeSvg, type IconStyle, type PictureTheme, type UnderPart } from './svg/index.ts';
