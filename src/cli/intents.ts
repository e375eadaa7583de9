/** Judges the intents that a design carries or a file adds: held, broken, or not to be told. */

import type { Network } from '../engine/index.ts';
import { intentHolds } from '../findings/index.ts';
import type { Intent } from '../model/index.ts';
import { failure, success, type Result } from '../net/index.ts';
import type { Refusal, Request } from './command.ts';

export interface JudgedIntent {
  readonly id: string;
  readonly intent: Intent;
  /** null: it cannot be told. */
  readonly held: boolean | null;
}

export const judgeIntents = (network: Network, intents: Readonly<Record<string, Intent>>): JudgedIntent[] =>
  Object.entries(intents).map(([id, intent]) => ({ id, intent, held: intentHolds(network, intent) }));

/** The intents of a file: a design, an object of intents by id, or a list of them with ids. */
export async function readIntents(
  file: string,
  { io, language }: Request,
): Promise<Result<Readonly<Record<string, Intent>>, Refusal>> {
  const content = await io.readFile(file);
  const refuse = (en: string, ja: string): Result<never, Refusal> =>
    failure({ message: `${file}: ${{ en, ja }[language]}` });
  if (!content.ok) {
    const { detail } = content.problem;
    return refuse(`the intents cannot be read (${detail})`, `要件を読み取れません (${detail})`);
  }
  let parsed: unknown;
  try {
    parsed = JSON.parse(new TextDecoder().decode(content.value));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return refuse(`not JSON: ${error.message}`, `JSON ではありません: ${error.message}`);
  }
  const held = isObject(parsed) && isObject(parsed['intents']) ? parsed['intents'] : parsed;
  const entries: readonly (readonly [string, unknown])[] | undefined = Array.isArray(held)
    ? (held as readonly unknown[]).map((entry, place) => [idOf(entry) ?? String(place + 1), entry] as const)
    : isObject(held)
      ? Object.entries(held)
      : undefined;
  const intents = entries?.map(([id, entry]) => [id, intentOf(entry)] as const);
  if (intents === undefined || intents.some(([, intent]) => intent === undefined)) {
    const example = '{"db": {"from": "internet", "to": "i-0abc", "expect": "blocked"}}';
    return refuse(
      `not a set of intents. Write for example ${example}`,
      `要件の一覧ではありません。例: ${example}`,
    );
  }
  return success(
    Object.fromEntries(intents.flatMap(([id, intent]) => (intent === undefined ? [] : [[id, intent]]))),
  );
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const idOf = (entry: unknown): string | undefined =>
  isObject(entry) && typeof entry['id'] === 'string' ? entry['id'] : undefined;

const MEMBERS = ['from', 'to', 'protocol', 'port', 'ipVersion', 'expect', 'because'] as const;

function intentOf(entry: unknown): Intent | undefined {
  if (!isObject(entry)) return undefined;
  const members: Partial<Record<(typeof MEMBERS)[number], string>> = {};
  for (const name of MEMBERS) {
    const value = entry[name];
    if (typeof value === 'string' || typeof value === 'number') members[name] = String(value);
  }
  return members;
}
