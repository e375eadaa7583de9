/** What a command is: its options, and a function from a request to an answer. */

import type { Language, LocalText } from '../model/index.ts';
import type { Result } from '../net/index.ts';
import type { Io } from './io.ts';
import type { Arguments, OptionDefinition } from './options.ts';
import type { Block } from './report.ts';
import type { Say } from './words.ts';

export type Format = 'text' | 'json' | 'markdown';

/** 0: answered; 1: answered, and the answer fails what was asked; 2: the answer is short of what was asked for. */
export type AnswerExit = 0 | 1 | 2;

/** One answer in every form; `verbatim` is printed as it is, whatever the format. */
export type Answer =
  | {
      readonly kind: 'report';
      readonly json: () => unknown;
      readonly blocks: () => readonly Block[];
      readonly exit: AnswerExit;
    }
  | { readonly kind: 'verbatim'; readonly text: string };

/** Nothing could be answered: exit code 2, with what to do about it. */
export interface Refusal {
  readonly message: string;
  readonly notes?: readonly string[];
}

export interface Request {
  readonly arguments: Arguments;
  /** Files and folders. */
  readonly inputs: readonly string[];
  readonly language: Language;
  readonly say: Say;
  readonly io: Io;
  /** Nothing is assumed (CLI `--strict`). */
  readonly strict: 'stated' | 'nothing';
  /** A line on standard error, unless the person wants none. */
  readonly warn: (text: string) => void;
}

export interface Command {
  readonly name: string;
  /** What it answers, in one line. */
  readonly summary: LocalText;
  /** What follows its name. */
  readonly usage: string;
  readonly options: readonly OptionDefinition[];
  readonly run: (request: Request) => Promise<Result<Answer, Refusal>>;
}

/** An answer whose forms are made when they are printed: of a large network one is enough. */
export const report = (
  json: () => unknown,
  blocks: () => readonly Block[],
  exit: AnswerExit = 0,
): Answer => ({
  kind: 'report',
  json,
  blocks,
  exit,
});
