/** What readers say, as codes and parameters, and how that becomes sentences in both languages. */

import type { LocalText } from '../../model/index.ts';
import { addressReasons, assumptions, facts, notes, svgReasons, things, types } from './notes.ts';
import { problems } from './problems.ts';

type Holes<Text extends string> = Text extends `${string}{${infer Hole}}${infer Rest}`
  ? Hole | Holes<Rest>
  : never;
type Parameter = string | number | LocalText;
type ParametersFor<Text extends string> = Readonly<Record<Holes<Text>, Parameter>>;

type Problems = typeof problems;
type Notes = typeof notes;

export type ProblemCode = keyof Problems;
export type NoteCode = keyof Notes;

interface Told {
  readonly parameters: Readonly<Record<string, Parameter>>;
}

/** Something that was not used, and where in the document it stands. */
export interface Problem extends Told {
  readonly code: ProblemCode;
  readonly pointer?: string;
  readonly offset?: number;
}

/** Something that was done to the input, and is worth knowing. */
export interface ReadingNote extends Told {
  readonly code: NoteCode;
}

type ProblemParameters<Code extends ProblemCode> = ParametersFor<
  Problems[Code]['what']['en'] | Problems[Code]['why']['en']
>;

/** Where a problem is, if it is somewhere inside the document. */
export interface Where {
  readonly pointer?: string;
  readonly offset?: number;
}

export const problem = <Code extends ProblemCode>(
  code: Code,
  parameters: ProblemParameters<Code>,
  where: Where = {},
): Problem => ({ code, parameters, ...where });

export const readingNote = <Code extends NoteCode>(
  code: Code,
  parameters: ParametersFor<Notes[Code]['en']>,
): ReadingNote => ({
  code,
  parameters,
});

type AddressReason = keyof typeof addressReasons;

/** A value that is no address or block of the wanted family. */
export const addressProblem = (
  reason: AddressReason,
  part: string,
  text: string,
  member: string,
  pointer: string,
): Problem =>
  problem('bad-address', { text, member, reason: fill(addressReasons[reason], { part }) }, { pointer });

const fillOne = (template: string, parameters: Told['parameters'], language: keyof LocalText): string =>
  template.replace(/\{(\w+)\}/g, (hole, name: string) => {
    const value = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
    if (value === undefined) return hole;
    return typeof value === 'object' ? value[language] : String(value);
  });

function fill(template: LocalText, parameters: Told['parameters']): LocalText {
  return { en: fillOne(template.en, parameters, 'en'), ja: fillOne(template.ja, parameters, 'ja') };
}

export const problemText = ({
  code,
  parameters,
}: Problem): { readonly what: LocalText; readonly why: LocalText } => ({
  what: fill(problems[code].what, parameters),
  why: fill(problems[code].why, parameters),
});

export const noteText = ({ code, parameters }: ReadingNote): LocalText => fill(notes[code], parameters);

export const factText = <Code extends keyof typeof facts>(
  code: Code,
  parameters: Readonly<Record<Holes<(typeof facts)[Code]['en']>, string | LocalText>>,
): LocalText => fill(facts[code], parameters);

export const assumptionText = (code: keyof typeof assumptions): LocalText => assumptions[code];

/** A picture whose design can't be read. */
export const svgProblem = (code: keyof typeof svgReasons, where: Where): Problem =>
  problem('svg-damaged', { reason: svgReasons[code] }, where);

export const pngProblem = (code: keyof typeof svgReasons): Problem =>
  problem('png-damaged', { reason: svgReasons[code] });

/** What a JSON value is. */
export function typeText(value: unknown): LocalText {
  if (value === undefined) return types.absent;
  if (value === null) return types.null;
  if (Array.isArray(value)) return types.list;
  switch (typeof value) {
    case 'string':
      return types.text;
    case 'boolean':
      return types.boolean;
    case 'object':
      return types.object;
    default:
      return types.number;
  }
}

/** A kind in the plural; its own name where the catalogue has none. */
export const thingsText = (kind: string): LocalText =>
  Object.hasOwn(things, kind) ? things[kind as keyof typeof things] : { en: kind, ja: kind };
