/** Words: the page's texts and the engine's answers in sentences, in every language of the product. */

export type { Language, LocalText } from '../model/index.ts';
export { listed, type Section, type TextsOf } from './catalogue.ts';
export { fieldProblem, type FieldExample } from './field-problem.ts';
export { text, type Texts } from './text.ts';
export { unbrokenTexts } from './unbroken.ts';
export { attachment as attachmentTexts } from './texts/attachment.ts';
export { commands as commandTexts } from './texts/commands.ts';
export { exporting as exportTexts } from './texts/export.ts';
export { fields as fieldTexts } from './texts/fields.ts';
export { findings as findingTexts } from './texts/findings.ts';
export { lenses as lensTexts } from './texts/lenses.ts';
export { inspector as inspectorTexts } from './texts/inspector.ts';
export { hints as hintTexts } from './texts/hints.ts';
export { intents as intentTexts } from './texts/intents.ts';
export { peek as peekTexts } from './texts/peek.ts';
export { notStated, optionWord } from './texts/options.ts';
export { path as pathTexts } from './texts/path.ts';
export { reach as reachTexts } from './texts/reach.ts';
export { review as reviewTexts } from './texts/review.ts';
export { rules as ruleTexts } from './texts/rules.ts';
export { switches as switchTexts } from './texts/switches.ts';
export { start as startTexts } from './texts/start.ts';
export * from './explain/index.ts';
export { answerBlocks, printText } from './report/index.ts';
