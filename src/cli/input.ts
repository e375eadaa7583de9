/** From the inputs of a command line to one design, with everything that was not understood told on standard error. */

import { compile, type Network } from '../engine/index.ts';
import { commandLineLimits, readInputs, type ImportReport } from '../formats/index.ts';
import type { ExplainContext } from '../i18n/explain/index.ts';
import type { Design } from '../model/index.ts';
import { failure, success, type Result } from '../net/index.ts';
import type { Refusal, Request } from './command.ts';
import { explainContext } from './names.ts';
import { findFiles, type Skipped } from './walk.ts';

export interface Reading {
  readonly report: ImportReport;
  /** Files and folders that were passed by. */
  readonly skipped: readonly Skipped[];
}

/** Reads every input. Refused when there is none, when a named one cannot be read, or when nothing could be used. */
export async function readInput(request: Request): Promise<Result<Reading, Refusal>> {
  const { inputs, io, language } = request;
  if (inputs.length === 0) {
    const message = {
      en: 'no input is given. Name files or folders, or - for standard input.',
      ja: '入力がありません。ファイルかフォルダー、または標準入力を表す - を指定してください。',
    };
    return failure({ message: message[language] });
  }
  const found = await findFiles(inputs, io);
  if (!found.ok) return failure({ message: `${found.problem.path}: ${found.problem.message[language]}` });
  const { files, skipped } = found.value;
  const report = readInputs(files, { limits: commandLineLimits, name: nameFrom(inputs) });
  const reading: Reading = { report, skipped };
  if (!report.files.some(({ format }) => format !== undefined)) {
    const message = {
      en: files.length === 0 ? 'there is no file to read.' : 'nothing in the input could be used.',
      ja: files.length === 0 ? '読み取るファイルがありません。' : '入力に使えるものがありませんでした。',
    };
    return failure({ message: message[language], notes: troubles(reading, request) });
  }
  return success(reading);
}

/** What a drawing of it is called where the input does not say: the first file or folder. */
const nameFrom = (inputs: readonly string[]): string =>
  (inputs[0] ?? '')
    .replace(/\/+$/u, '')
    .replace(/^.*\//u, '')
    .replace(/(\.vpcd)?\.\w+$/u, '');

export interface InputDesign {
  readonly design: Design;
  readonly network: Network;
  readonly context: ExplainContext;
}

/** Reads and compiles every input, and tells on standard error what was not understood. */
export async function readInputDesign(request: Request): Promise<Result<InputDesign, Refusal>> {
  const reading = await readInput(request);
  if (!reading.ok) return reading;
  for (const trouble of troubles(reading.value, request)) request.warn(trouble);
  const { design } = reading.value.report;
  const network = compile(design, { assume: request.strict });
  return success({ design, network, context: explainContext(design, request.language) });
}

/** `FILE: PLACE: what: why`, one a line. */
function troubles({ report, skipped }: Reading, { language, say }: Request): string[] {
  return [
    ...skipped.map(({ path, why }) => `${say('skipped')}: ${path}: ${why[language]}`),
    ...report.notUnderstood.map(({ file, place, what, why }) => {
      const where = place === '' ? file : `${file}: ${place}`;
      return `${say('notUnderstood')}: ${where}: ${what[language]} ${why[language]}`;
    }),
    ...report.notes.map(({ file, text }) => `${say('note')}: ${file}: ${text[language]}`),
  ];
}
