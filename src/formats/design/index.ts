/** The design file `.vpcd.json`: reading and writing. */

export {
  isDesignValue,
  looksLikeDesign,
  readDesign,
  breakProblem,
  type DesignReading,
  type DesignReadOptions,
} from './read.ts';
export { byCodePoint } from './order.ts';
export { writeDesign } from './write.ts';
