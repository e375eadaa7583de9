/** Reads a file of questions: a JSON array whose values may be texts or numbers. */

import type { ReachQuestion } from '../engine/index.ts';
import { failure, success, type Result } from '../net/index.ts';
import type { Refusal, Request } from './command.ts';

export interface Query {
  readonly id: string;
  readonly question: ReachQuestion;
}

/** The questions in the order of the file; a refusal names the file, the place and a right example. */
export async function readQueries(
  file: string,
  request: Request,
): Promise<Result<readonly Query[], Refusal>> {
  const { io, language } = request;
  const content = file === '-' ? await io.readStandardInput() : await io.readFile(file);
  const refuse = (en: string, ja: string): Result<never, Refusal> =>
    failure({ message: `${file}: ${{ en, ja }[language]}` });
  const example = '[{"id": "1", "from": "internet", "to": "i-0abc", "port": "443"}]';
  if (!content.ok) {
    return refuse(
      `the questions cannot be read (${content.problem.detail})`,
      `質問を読み取れません (${content.problem.detail})`,
    );
  }
  const parsed = parse(new TextDecoder().decode(content.value));
  if (!parsed.ok) return refuse(`not JSON: ${parsed.problem}`, `JSON ではありません: ${parsed.problem}`);
  if (!Array.isArray(parsed.value)) {
    return refuse(
      `not an array of questions. Write for example ${example}`,
      `質問の配列ではありません。例: ${example}`,
    );
  }
  const queries: Query[] = [];
  for (const [index, entry] of (parsed.value as readonly unknown[]).entries()) {
    const query = readQuery(entry, index);
    if (query === undefined) {
      return refuse(
        `item ${index + 1} is not a question with "from" and "to". Write for example ${example}`,
        `${index + 1} 番目が "from" と "to" のある質問ではありません。例: ${example}`,
      );
    }
    queries.push(query);
  }
  return success(queries);
}

function parse(text: string): Result<unknown, string> {
  try {
    return success(JSON.parse(text));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return failure(error.message);
  }
}

function readQuery(entry: unknown, index: number): Query | undefined {
  if (typeof entry !== 'object' || entry === null) return undefined;
  const members = new Map<string, string>();
  for (const [name, value] of Object.entries(entry)) {
    if (typeof value === 'string' || typeof value === 'number') members.set(name, String(value));
  }
  const from = members.get('from');
  const to = members.get('to');
  if (from === undefined || to === undefined) return undefined;
  const protocol = members.get('protocol');
  const port = members.get('port');
  const sourcePort = members.get('sourcePort');
  const ipVersion = members.get('ipVersion');
  return {
    id: members.get('id') ?? String(index + 1),
    question: {
      from,
      to,
      ...(protocol === undefined ? {} : { protocol }),
      ...(port === undefined ? {} : { port }),
      ...(sourcePort === undefined ? {} : { sourcePort }),
      // The engine judges the value: what is none of the three is told as a problem of the question.
      ...(ipVersion === undefined ? {} : { ipVersion: ipVersion as '4' | '6' | 'both' }),
    },
  };
}
