/** An answer for reading: blocks that the text and the Markdown printer both draw. */

export {
  heading,
  items,
  line,
  numbered,
  table,
  textOf,
  title,
  tone,
  type Block,
  type Item,
  type Line,
  type Tone,
} from '../i18n/report/index.ts';
