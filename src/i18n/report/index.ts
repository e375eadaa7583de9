/** Answers for reading, as the command line prints them and the page copies them. */

export { alternativeTitle } from './alternatives.ts';
export * from './blocks.ts';
export { distinct } from './distinct.ts';
export { endText } from './end.ts';
export { printText, visible, widthOf } from './print-text.ts';
export { answerBlocks, questionLine } from './reach.ts';
export {
  allowedLine,
  assumptionBlocks,
  unknownBlocks,
  verdictMark,
  verdictSpan,
  verdictTone,
} from './shared.ts';
export { reportWords } from './words.ts';
