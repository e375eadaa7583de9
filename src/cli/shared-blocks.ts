/** Parts of a report that several commands print. */

export {
  allowedLine,
  assumptionBlocks,
  unknownBlocks,
  verdictMark,
  verdictSpan,
  verdictTone,
} from '../i18n/report/index.ts';
