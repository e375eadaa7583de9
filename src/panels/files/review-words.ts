/** What a row of the review says of a file. */

import type { ReadReport } from '../../app/index.ts';
import type { reviewTexts, TextsOf } from '../../i18n/index.ts';
import { definitionOf, isKind, type Kind, type Language } from '../../model/index.ts';

type Texts = TextsOf<typeof reviewTexts>;
type FileRow = ReadReport['files'][number];

/** A place in a file that can be shown. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** The line and column that a place begins with: `12:3 /Vpcs/0`. */
export function placeOf(file: string, place: string): Place | undefined {
  const [, line, column] = /^(\d+):(\d+)/.exec(place) ?? [];
  return line === undefined ? undefined : { file, line: Number(line), column: Number(column) };
}

/** Commands that are not called after the kind that they list. */
const unusual: Readonly<Record<string, Kind>> = {
  'describe-addresses': 'elasticIp',
  'describe-managed-prefix-lists': 'managedPrefixList',
  'get-managed-prefix-list-entries': 'managedPrefixList',
};

/** `describe-route-tables` lists route tables. */
function kindOf(command: string): Kind | undefined {
  const name = command
    .replace(/^describe-/, '')
    .replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
    .replace(/s$/, '');
  return unusual[command] ?? (isKind(name) ? name : undefined);
}

/** A label in the middle of a sentence: `route table`, but `NAT gateway` and `Elastic IP address`. */
const inSentence = (label: string): string =>
  /^(?!Elastic)[A-Z][a-z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;

export function amountOf({ format, resources }: FileRow, texts: Texts, language: Language): string {
  if (format === undefined) return texts.skipped;
  const kind = kindOf(format.replace(/^aws-cli /, ''));
  if (kind === undefined) {
    return texts.amount(
      resources,
      language === 'ja' ? 'リソース' : resources === 1 ? 'resource' : 'resources',
    );
  }
  const label = definitionOf(kind).label[language];
  if (language === 'ja') return texts.amount(resources, label);
  const thing = inSentence(label);
  return texts.amount(resources, resources === 1 ? thing : texts.several(thing));
}

export function formatOf({ format }: FileRow, problems: number, texts: Texts): string {
  if (format === undefined) return texts.notAFormat;
  const [name, command] = format.split(' ');
  if (name === 'aws-cli' && command !== undefined) {
    return problems > 0 ? texts.fromCliWith(problems) : texts.fromCli(command);
  }
  const words = format === 'design' ? texts.savedDesign : texts.picture(format.toUpperCase());
  return problems > 0 ? texts.withProblems(words, problems) : words;
}
