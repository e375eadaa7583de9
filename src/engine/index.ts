/** How AWS networks behave: a document goes in, answers with their reasons come out. */

export * from './answers.ts';
