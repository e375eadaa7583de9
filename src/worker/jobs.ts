/** One piece of heavy work that the page hands over: reading files, laying out, writing files. */

import type {
  Addition,
  IconStyle,
  ImportReport,
  pickFiles,
  PictureTheme,
  PngTexts,
} from '../formats/index.ts';
import type { Box, Design, Language, ResourceId } from '../model/index.ts';
import type { UndeterminedPaths } from './review.ts';

/** A file as it was chosen or dropped; `path` says where in a dropped folder it was. */
export interface PickedFile {
  readonly path: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What can be shown or left out; `design`: the picture opens again. */
export type PicturePart = 'tiers' | 'addresses' | 'findings' | 'title' | 'grid' | 'design';

export interface PictureOptions {
  readonly theme: PictureTheme;
  readonly language: Language;
  readonly icons: IconStyle;
  readonly show: readonly PicturePart[];
  /** Only these with what stands in them; everything unless told. */
  readonly only?: readonly ResourceId[];
  /** `hidden`: ids and account numbers are replaced, in the picture and in the design inside. */
  readonly ids: 'shown' | 'hidden';
  /** The same for public addresses. */
  readonly publicAddresses: 'shown' | 'hidden';
}

export interface Picture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
  /** What a picture of pixels carries along. */
  readonly texts: PngTexts;
}

export interface PreviewOptions {
  readonly theme: 'light' | 'dark';
  readonly language: Language;
  /** `thumbnail`: small, so nothing is written in it. */
  readonly size: 'thumbnail' | 'large';
}

/** What the open design would become, with what the files say as a part of it. */
export interface PlannedAddition extends Addition {
  readonly report: Omit<ImportReport, 'design'>;
}

/** What files say, and what they mean beside the design that is open. */
export interface Reading {
  readonly report: ImportReport;
  /** Absent where nothing is open. */
  readonly addition?: PlannedAddition;
  /** Which of the two is the likelier wish. */
  readonly likely: 'add' | 'new';
}

/** A piece of a file around a place in it. */
export interface Excerpt {
  readonly first: number;
  readonly lines: readonly string[];
  /** The line that is meant, counted from 1. */
  readonly line: number;
}

/** A finding as a picture lists it, and the things that wear its number. */
export interface PictureFinding {
  readonly at: readonly string[];
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
  /** Reads files into one design, laid out and ready to be drawn; `open`: what they may be added to. */
  readonly read: {
    readonly takes: { readonly files: readonly PickedFile[]; readonly open?: Design };
    readonly gives: Reading;
  };
  /** Adds what was read to a design, with places for what is new. */
  readonly add: {
    readonly takes: { readonly open: Design; readonly files: readonly PickedFile[] };
    readonly gives: PlannedAddition;
  };
  /** Paths that a missing fact leaves open. */
  readonly undetermined: {
    readonly takes: { readonly design: Design };
    readonly gives: UndeterminedPaths;
  };
  /** The lines around a place of a file; undefined where it is no text. */
  readonly excerpt: {
    readonly takes: { readonly file: PickedFile; readonly line: number; readonly column: number };
    readonly gives: Excerpt | undefined;
  };
  /** Places everything anew. */
  readonly arrange: {
    readonly takes: { readonly design: Design };
    readonly gives: Readonly<Record<string, Box>>;
  };
  /** The text of the design file. */
  readonly write: { readonly takes: { readonly design: Design }; readonly gives: string };
  /** A picture, with the design inside if asked. */
  readonly picture: {
    readonly takes: {
      readonly design: Design;
      readonly options: PictureOptions;
      readonly findings: readonly PictureFinding[];
      /** Lines that a finding warns of, and subnets whose name claims another tier. */
      readonly warnings?: ReadonlySet<string>;
      readonly contradicted?: ReadonlySet<string>;
    };
    readonly gives: Picture;
  };
  /** The drawing alone, as an SVG. */
  readonly preview: {
    readonly takes: { readonly design: Design; readonly options: PreviewOptions };
    readonly gives: string;
  };
  /** A PNG with these texts inside. */
  readonly png: {
    readonly takes: { readonly bytes: Uint8Array<ArrayBuffer>; readonly texts: PngTexts };
    readonly gives: Uint8Array<ArrayBuffer>;
  };
}

export type JobName = keyof Jobs;

export type JobRequest = {
  [Name in JobName]: { readonly job: number; readonly name: Name; readonly takes: Jobs[Name]['takes'] };
}[JobName];

export type JobReply =
  | { readonly job: number; readonly ok: true; readonly gives: Jobs[JobName]['gives'] }
  | { readonly job: number; readonly ok: false; readonly message: string; readonly details: string };
