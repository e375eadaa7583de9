/** `validate`: reads and judges nothing: what was understood, what was not, what is missing. */

import type { ImportReport } from '../../formats/index.ts';
import { definitionOf, isKind, type Language } from '../../model/index.ts';
import { success } from '../../net/index.ts';
import { report, type Command } from '../command.ts';
import { readInput, type Reading } from '../input.ts';
import { schemaOf } from '../json.ts';
import { heading, items, table, tone, type Block, type Line } from '../report.ts';
import { sayIn } from '../words.ts';

export const validate: Command = {
  name: 'validate',
  summary: {
    en: 'Only reads: what was understood, what was not, and which facts are missing.',
    ja: '読み取りだけを行い、読み取れたもの、読み取れなかったもの、不足している情報を示します。',
  },
  usage: 'INPUT…',
  options: [],
  run: async (request) => {
    const reading = await readInput(request);
    if (!reading.ok) return reading;
    return success(
      report(
        () => readingJson(reading.value, request.language),
        () => readingBlocks(reading.value, request.language),
      ),
    );
  },
};

function readingJson({ report: input, skipped }: Reading, language: Language) {
  return {
    schema: schemaOf('validate'),
    files: input.files,
    counts: input.counts,
    notUnderstood: [
      ...input.notUnderstood.map(({ file, place, what, why }) => ({
        file,
        place,
        what: what[language],
        why: why[language],
      })),
      ...skipped.map(({ path, why }) => ({
        file: path,
        place: '',
        what: sayIn(language)('skipped'),
        why: why[language],
      })),
    ],
    notes: input.notes.map(({ file, text }) => ({ file, what: text[language] })),
    missing: input.missing.map(({ fact, obtain }) => ({ fact: fact[language], obtain })),
    assumptions: input.assumptions.map(({ resource, what }) => ({ resource, what: what[language] })),
  };
}

function readingBlocks({ report: input, skipped }: Reading, language: Language): Block[] {
  const say = sayIn(language);
  const kindLabel = (kind: string): string => (isKind(kind) ? definitionOf(kind).label[language] : kind);
  const blocks: Block[] = [heading(say('files')), fileTable(input, language)];
  const counts = Object.entries(input.counts);
  if (counts.length > 0) {
    const rows = counts.map(([kind, count]): Line[] => [[kindLabel(kind)], [String(count)]]);
    blocks.push(heading(say('resources')), table(rows, [say('kind'), say('count')]));
  }
  if (input.notUnderstood.length + skipped.length > 0) {
    blocks.push(
      heading(say('notUnderstood')),
      items([
        ...input.notUnderstood.map(({ file, place, what, why }) => ({
          line: [place === '' ? file : `${file}: ${place}`],
          notes: [[what[language]], [tone('quiet', why[language])]],
        })),
        ...skipped.map(({ path, why }) => ({ line: [path], notes: [[tone('quiet', why[language])]] })),
      ]),
    );
  }
  if (input.notes.length > 0) {
    blocks.push(
      heading(say('notes')),
      items(input.notes.map(({ file, text }) => ({ line: [`${file}: ${text[language]}`] }))),
    );
  }
  if (input.missing.length > 0) {
    blocks.push(
      heading(say('unknowns')),
      items(
        input.missing.map(({ fact, obtain }) => ({
          line: [fact[language]],
          notes: [[tone('quiet', `${say('run')}: `), obtain]],
        })),
      ),
    );
  }
  if (input.assumptions.length > 0) {
    blocks.push(
      heading(say('assumptions')),
      items(input.assumptions.map(({ resource, what }) => ({ line: [resource, ': ', what[language]] }))),
    );
  }
  return blocks;
}

function fileTable(input: ImportReport, language: Language): Block {
  const say = sayIn(language);
  const rows = input.files.map(({ file, format, resources }): Line[] => [
    [file],
    [format ?? tone('bad', say('notUnderstood'))],
    [String(resources)],
  ]);
  return table(rows, [say('file'), say('format'), say('resources')]);
}
