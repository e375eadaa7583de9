/** One piece of heavy work that the page hands over: reading files, laying out, writing files. */

import type { ImportReport, pickFiles } from '../formats/index.ts';
import type { Box, Design, Language } from '../model/index.ts';

/** A file as it was chosen or dropped; `path` says where in a dropped folder it was. */
export interface PickedFile {
  readonly path: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface PictureOptions {
  readonly theme: 'light' | 'dark';
  readonly language: Language;
  /** Findings that are listed under the picture, by the numbers on their badges; the design inside opens again. */
  readonly show: readonly ('findings' | 'design')[];
}

/** A finding as a picture lists it. */
export interface PictureFinding {
  readonly resource: string;
  readonly severity: 'error' | 'warning' | 'note';
  readonly text: string;
}

/** What each job takes and what it gives. */
export interface Jobs {
  /** Which files of a folder are worth reading, by their paths (B-31). */
  readonly pick: {
    readonly takes: { readonly paths: readonly string[] };
    readonly gives: ReturnType<typeof pickFiles>;
  };
  /** Reads files into one design, laid out and ready to be drawn. */
  readonly read: { readonly takes: { readonly files: readonly PickedFile[] }; readonly gives: ImportReport };
  /** Places everything anew. */
  readonly arrange: {
    readonly takes: { readonly design: Design };
    readonly gives: Readonly<Record<string, Box>>;
  };
  /** The text of the design file. */
  readonly write: { readonly takes: { readonly design: Design }; readonly gives: string };
  /** The text of a picture with the design inside. */
  readonly picture: {
    readonly takes: {
      readonly design: Design;
      readonly options: PictureOptions;
      readonly findings: readonly PictureFinding[];
    };
    readonly gives: string;
  };
}

export type JobName = keyof Jobs;

export type JobRequest = {
  [Name in JobName]: { readonly job: number; readonly name: Name; readonly takes: Jobs[Name]['takes'] };
}[JobName];

export type JobReply =
  | { readonly job: number; readonly ok: true; readonly gives: Jobs[JobName]['gives'] }
  | { readonly job: number; readonly ok: false; readonly message: string; readonly details: string };
