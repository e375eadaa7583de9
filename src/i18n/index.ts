/** Words: the page's texts and the engine's answers in sentences, in every language of the product. */

export type { Language, LocalText } from '../model/index.ts';
export { listed } from './catalogue.ts';
export { fieldProblem, type FieldExample } from './field-problem.ts';
export { text, type Texts } from './text.ts';
export * from './explain/index.ts';
