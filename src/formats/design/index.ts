/** The design file `.vpcd.json`: reading and writing. */

export { breakProblem, isDesignValue, looksLikeDesign, readDesign, type DesignReading } from './read.ts';
export { byCodePoint } from './order.ts';
export { writeDesign } from './write.ts';
