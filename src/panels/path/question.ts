/** Changing the question of the path: for good, or only while something is being typed. */

import { app, appState, type PathQuestion } from '../../app/index.ts';

/** What is asked changes; which hop was looked at means nothing any more. */
export function askFor(part: Partial<PathQuestion>): void {
  const { path } = appState().view;
  app.setView({ path: { ...path, ...part }, pathDraft: undefined, hop: undefined });
}

/** Answers what the question would be; undefined gives the draft up. */
export function draftFor(part: Partial<PathQuestion> | undefined): void {
  const { path, pathDraft } = appState().view;
  const next = part && { ...path, ...part };
  if (next && pathDraft && isSameQuestion(next, pathDraft)) return;
  app.setView({ pathDraft: next && isSameQuestion(next, path) ? undefined : next, hop: undefined });
}

/** Fills in an end; the other is picked next where it is still open. */
export function setEnd(end: 'from' | 'to', value: string): void {
  const other = end === 'from' ? 'to' : 'from';
  const { path } = appState().view;
  askFor({ [end]: value });
  app.setView({ pickingEnd: value !== '' && path[other] === '' ? other : undefined });
}

/** Asks the same: which family is looked at is no part of the question. */
export const isSameQuestion = (a: PathQuestion, b: PathQuestion): boolean =>
  a.from === b.from && a.to === b.to && a.protocol === b.protocol && a.port === b.port;
