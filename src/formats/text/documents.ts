/**
 * The JSON documents of a text: one, several one after another, one a line, or with a prompt, a command or other
 * prose around them (C-2, B-7).
 */

import { readJsonDocument, skipBlanks, type JsonDocument, type JsonValue } from './json.ts';

/** A stretch of text that is no JSON. */
export interface Prose {
  readonly offset: number;
  readonly text: string;
}

export interface JsonReading {
  readonly documents: readonly JsonDocument[];
  readonly prose: readonly Prose[];
}

/** Reads every document; ends at the first that is refused as a whole. */
export function readJsonText(text: string, maxDepth: number): JsonReading {
  const documents: JsonDocument[] = [];
  const prose: Prose[] = [];
  let proseStart: number | undefined;
  const endProse = (end: number): void => {
    if (proseStart === undefined) return;
    const stretch = text.slice(proseStart, end).trim();
    if (stretch !== '') prose.push({ offset: proseStart, text: stretch });
    proseStart = undefined;
  };

  let at = 0;
  for (;;) {
    at = skipBlanks(text, at);
    if (at >= text.length) break;
    const where = proseStart === undefined || isLineStart(text, at) ? 'line-start' : 'in-line';
    const document = looksLikeJson(text, at, where) ? readJsonDocument(text, at, maxDepth) : undefined;
    if (!document || isProse(document)) {
      proseStart ??= at;
      at = nextCandidate(text, Math.max(at + 1, document?.end ?? 0));
      continue;
    }
    endProse(at);
    documents.push(document);
    if (document.refusal) break;
    // After a break the rest is lost up to a document that starts at the start of a line.
    at = document.break ? nextDocument(text, document.end) : document.end;
  }
  endProse(text.length);
  return { documents, prose };
}

/** It began like JSON and broke before its first member or element. */
const isProse = (document: JsonDocument): boolean =>
  document.break?.code === 'syntax' && /^(\/0)?$/.test(document.break.pointer) && isBare(document.value);

const isBare = (value: JsonValue | undefined): boolean =>
  value === undefined || (typeof value === 'object' && value !== null && Object.keys(value).length === 0);

function looksLikeJson(text: string, at: number, where: 'line-start' | 'in-line'): boolean {
  const char = text.charAt(at);
  if (char !== '{' && char !== '[') return false;
  const next = text.charAt(skipBlanks(text, at + 1));
  if (char === '{') return next === '"' || (where === 'line-start' && (next === '}' || next === ''));
  if (next === '{') return true;
  return where === 'line-start' && (next === '[' || next === ']' || next === '');
}

function nextCandidate(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === '{' || char === '[') return at;
  }
  return text.length;
}

function nextDocument(text: string, from: number): number {
  const starts = /[\n\r\u0085][[{]/g;
  starts.lastIndex = from;
  for (let match = starts.exec(text); match; match = starts.exec(text)) {
    if (looksLikeJson(text, match.index + 1, 'line-start')) return match.index + 1;
  }
  return text.length;
}

function isLineStart(text: string, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && (text.charAt(before) === ' ' || text.charAt(before) === '\t')) before -= 1;
  return before < 0 || /[\n\r\u0085]/.test(text.charAt(before));
}
