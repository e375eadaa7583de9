/** What the command line needs of the world around it, so that tests can be that world. */

import type { Result } from '../net/index.ts';

export type EntryKind = 'file' | 'folder' | 'link' | 'other';

export interface FolderEntry {
  readonly name: string;
  readonly kind: EntryKind;
}

/** Why something could not be read or written: the system's code (`ENOENT`, `EACCES`) where it gave one. */
export interface FileProblem {
  readonly code: string;
  readonly detail: string;
}

export interface FileFacts {
  /** What the path leads to, links followed. */
  readonly kind: 'file' | 'folder' | 'other';
  readonly bytes: number;
}

export interface Io {
  readonly facts: (path: string) => Promise<Result<FileFacts, FileProblem>>;
  readonly listFolder: (path: string) => Promise<Result<readonly FolderEntry[], FileProblem>>;
  readonly readFile: (path: string) => Promise<Result<Uint8Array, FileProblem>>;
  /** The first bytes of a file, enough to tell text from anything else. */
  readonly readStart: (path: string) => Promise<Result<Uint8Array, FileProblem>>;
  readonly readStandardInput: () => Promise<Result<Uint8Array, FileProblem>>;
  /** Whole or not at all: an old file stays as it was when writing fails. */
  readonly writeFile: (path: string, text: string) => Promise<Result<undefined, FileProblem>>;
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  /** Standard output is a terminal that may be coloured. */
  readonly colors: boolean;
  /** The environment's locale, `ja_JP.UTF-8`. */
  readonly locale: string;
  readonly version: string;
  /** `2026-11-24`, by the clock of this machine. */
  readonly today: string;
}
