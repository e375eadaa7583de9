/** Inputs as tests write them: file contents by path, as values or as text. */

import { readInputs, type ReadOptions } from './read-inputs.ts';
import type { ImportReport } from './report.ts';

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

export function read(files: Readonly<Record<string, unknown>>, options?: ReadOptions): ImportReport {
  return readInputs(
    Object.entries(files).map(([path, content]) => ({
      path,
      bytes:
        content instanceof Uint8Array
          ? content
          : bytesOf(typeof content === 'string' ? content : JSON.stringify(content)),
    })),
    options,
  );
}

/** A resource without its kind and where it came from. */
export function membersOf(report: ImportReport, id: string): Readonly<Record<string, unknown>> | undefined {
  const resource = report.design.resources[id];
  if (!resource) return undefined;
  const { kind: _kind, provenance: _provenance, ...members } = resource;
  return members;
}

/** What was not understood, each as `code place`. */
export const troubles = (report: ImportReport): string[] =>
  report.notUnderstood.map(({ code, place }) => `${code} ${place}`.trim());

export const noteTexts = (report: ImportReport): string[] => report.notes.map(({ text }) => text.en);
