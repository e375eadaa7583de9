/** Files of any kind in, one design and a report out. Never throws: what can't be read is told. */

import { emptyDesign, kindNames, type Design } from '../model/index.ts';
import { awsErrorProblem, importAwsCli, type CliDocument } from './aws-cli/index.ts';
import { breakProblem, isDesignValue, looksLikeDesign, readDesign } from './design/index.ts';
import { commandLineLimits, inMegabytes, OTHER_DEPTH, type Limits } from './limits.ts';
import { mergeDesigns } from './merge.ts';
import {
  describeNote,
  describer,
  type FileRead,
  type ImportReport,
  type InputNote,
  type NotUnderstood,
  type ReadOnlyReason,
} from './report.ts';
import { extractFromPng, isPng } from './png/index.ts';
import { extractDesign } from './svg/index.ts';
import {
  decodeText,
  isJsonObject,
  memberOf,
  positionsIn,
  readJsonText,
  recogniseText,
  type DecodeProblem,
  type JsonDocument,
  type JsonReading,
  type JsonValue,
  type OtherText,
} from './text/index.ts';
import {
  pngProblem,
  problem,
  readingNote,
  svgProblem,
  type Problem,
  type ReadingNote,
} from './words/index.ts';

export interface InputFile {
  /** As messages name it. Its folders and name may tell account, Region, and ids that an answer lacks. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface ReadOptions {
  readonly limits?: Limits;
  /** The design's name where no input has one. */
  readonly name?: string;
  /** A design that is open: what AWS answers tell of its resources is read as an addition to them. */
  readonly open?: Design;
}

interface Findings {
  readonly designs: { readonly design: Design; readonly readOnly?: ReadOnlyReason }[];
  readonly documents: CliDocument[];
  readonly files: FileRead[];
  readonly notUnderstood: NotUnderstood[];
  readonly notes: InputNote[];
  readonly limits: Limits;
}

/** Reads any number of files at once, in their order: where two tell of the same thing, the later counts. */
export function readInputs(
  files: readonly InputFile[],
  { limits = commandLineLimits, name = '', open }: ReadOptions = {},
): ImportReport {
  const findings: Findings = { designs: [], documents: [], files: [], notUnderstood: [], notes: [], limits };
  for (const file of files) readFile(file, findings);
  const cli = importAwsCli(findings.documents, open);
  const parts = findings.designs.map(({ design }) => design);
  if (findings.documents.length > 0 && (cli.coverage.length > 0 || Object.keys(cli.resources).length > 0)) {
    parts.push({ ...emptyDesign(''), resources: cli.resources, coverage: cli.coverage });
  }
  const [first, ...rest] = parts;
  let design = first ?? emptyDesign('');
  for (const part of rest) {
    const merged = mergeDesigns(design, part);
    design = merged.design;
    findings.notes.push(...merged.notes.map((note) => describeNote('', note)));
  }
  if (design.name === '') design = { ...design, name };
  const count = Object.keys(design.resources).length;
  if (count > limits.resources) {
    const tooMany = describer('')(problem('too-many-resources', { count, limit: limits.resources }));
    findings.notUnderstood.push(tooMany);
    design = emptyDesign(name);
  } else if (count > limits.comfortableResources && findings.documents.length > 0) {
    const note = readingNote('many-resources', { count, limit: limits.comfortableResources });
    findings.notes.push(describeNote('', note));
  }
  const readOnly = findings.designs.find((each) => each.readOnly !== undefined)?.readOnly;
  return {
    design,
    files: filesInOrder(files, [...findings.files, ...cli.files]),
    counts: countKinds(design),
    notUnderstood: findings.notUnderstood,
    missing: cli.missing,
    assumptions: cli.assumptions,
    notes: findings.notes,
    ...(readOnly ? { readOnly } : {}),
  };
}

function filesInOrder(files: readonly InputFile[], rows: readonly FileRead[]): FileRead[] {
  const byFile = new Map<string, FileRead[]>(files.map(({ path }) => [path, []]));
  for (const row of rows) byFile.get(row.file)?.push(row);
  return [...byFile].flatMap(([file, own]) => (own.length > 0 ? own : [{ file, resources: 0 }]));
}

function countKinds(design: Design): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const { kind } of Object.values(design.resources)) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return Object.fromEntries(
    kindNames.flatMap((kind) => (counts.has(kind) ? [[kind, counts.get(kind) ?? 0]] : [])),
  );
}

function readFile({ path, bytes }: InputFile, findings: Findings): void {
  const { limits, notUnderstood, notes } = findings;
  if (bytes.length > limits.bytes) {
    const sizes = { size: inMegabytes(bytes.length), limit: inMegabytes(limits.bytes) };
    notUnderstood.push(describer(path)(problem('too-large', sizes)));
    return;
  }
  if (isPng(bytes)) {
    readPng(path, bytes, findings);
    return;
  }
  const decoded = decodeText(bytes);
  if (!decoded.ok) {
    notUnderstood.push(describer(path)(decodeProblem(decoded.problem)));
    return;
  }
  const { text, ansiCodes } = decoded.value;
  if (ansiCodes > 0) notes.push(describeNote(path, readingNote('ansi-codes', { count: ansiCodes })));
  if (looksLikeDesign(text)) readDesignText(path, text, 'design', findings);
  else readOtherText(path, text, findings);
}

function decodeProblem(found: DecodeProblem): Problem {
  switch (found.code) {
    case 'empty':
      return problem('empty', {});
    case 'binary':
      return problem('binary', { type: found.type });
    case 'encoding':
      return problem('encoding', { guess: found.guess, offset: found.offset });
  }
}

function readDesignText(
  file: string,
  text: string,
  format: 'design' | 'svg' | 'png',
  findings: Findings,
): void {
  const reading = readDesign(text, { file, limits: findings.limits });
  if (!reading.ok) {
    findings.notUnderstood.push(...reading.problem);
    return;
  }
  const { design, notUnderstood, notes, readOnly } = reading.value;
  findings.designs.push({ design, ...(readOnly ? { readOnly } : {}) });
  findings.files.push({ file, format, resources: Object.keys(design.resources).length });
  findings.notUnderstood.push(...notUnderstood);
  findings.notes.push(...notes);
}

function readOtherText(file: string, text: string, findings: Findings): void {
  const describe = describer(file, text);
  const tellProblem = (found: Problem, document?: JsonDocument): void => {
    findings.notUnderstood.push(describe(found, document));
  };
  const reading = readJsonText(text, OTHER_DEPTH);
  if (reading.documents.length === 0) {
    const other = recogniseText(text);
    if (other?.code === 'svg') readPicture(file, text, findings);
    else tellProblem(other ? otherProblem(other) : problem('no-json', {}));
    return;
  }
  tellProse(reading, tellProblem, (note) => findings.notes.push(describeNote(file, note)));
  for (const document of reading.documents) readDocument(file, text, document, findings, tellProblem);
}

function readDocument(
  file: string,
  text: string,
  document: JsonDocument,
  findings: Findings,
  tell: (found: Problem, document?: JsonDocument) => void,
): void {
  const { value, refusal } = document;
  if (refusal) {
    const { code, offset } = refusal;
    tell(
      code === 'too-deep' ? problem(code, { limit: OTHER_DEPTH }, { offset }) : problem(code, {}, { offset }),
    );
    return;
  }
  if (isDesignValue(value)) {
    readDesignText(
      file,
      text.slice(document.start, document.break ? undefined : document.end),
      'design',
      findings,
    );
    return;
  }
  const tellNote = (note: ReadingNote): void => {
    findings.notes.push(describeNote(file, note));
  };
  const position = positionsIn(text);
  const told = (offset: number): string => {
    const { line, column } = position(offset);
    return `${line}:${column}`;
  };
  for (const { pointer, firstOffset, offset } of document.duplicates) {
    tellNote(readingNote('duplicate-key', { pointer, first: told(firstOffset), second: told(offset) }));
  }
  for (const big of document.bigNumbers)
    tellNote(readingNote('big-number', { pointer: big.pointer, text: big.text }));
  if (document.break) tell(breakProblem(document.break));
  if (value === undefined) return;
  const code = codeProblem(value);
  if (code) {
    tell(code, document);
    return;
  }
  findings.documents.push({
    file,
    value,
    text: document.break ? 'broken' : 'intact',
    tellProblem: (found) => {
      tell(found, document);
    },
    tellNote,
  });
}

/** Text around JSON: an error of the CLI is told as one, anything else is a note. */
function tellProse(
  { prose }: JsonReading,
  tell: (found: Problem) => void,
  note: (note: ReadingNote) => void,
): void {
  for (const { text } of prose) {
    const other = recogniseText(text);
    if (other?.code === 'aws-error' || other?.code === 'no-credentials') tell(otherProblem(other));
    else note(readingNote('prose', { text: text.length > 80 ? `${text.slice(0, 79)}…` : text }));
  }
}

function readPicture(file: string, text: string, findings: Findings): void {
  const content = extractDesign(text);
  if (!content.ok) {
    const { code, offset } = content.problem;
    findings.notUnderstood.push(
      describer(file, text)(svgProblem(code, offset === undefined ? {} : { offset })),
    );
  } else if (content.value.found === 'design') readDesignText(file, content.value.text, 'svg', findings);
  else findings.notUnderstood.push(describer(file)(problem('svg', {})));
}

function readPng(file: string, bytes: Uint8Array, findings: Findings): void {
  const content = extractFromPng(bytes);
  if (!content.ok) findings.notUnderstood.push(describer(file)(pngProblem(content.problem)));
  else if (content.value.found === 'design') readDesignText(file, content.value.text, 'png', findings);
  else findings.notUnderstood.push(describer(file)(problem('png', {})));
}

function isTemplateResource(value: JsonValue): boolean {
  const type = isJsonObject(value) ? memberOf(value, 'Type') : undefined;
  return typeof type === 'string' && type.includes('::');
}

/** Infrastructure code in JSON, which is no answer of AWS (B-34). */
function codeProblem(value: JsonValue): Problem | undefined {
  if (!isJsonObject(value)) return undefined;
  const resources = memberOf(value, 'Resources');
  const isTemplate =
    memberOf(value, 'AWSTemplateFormatVersion') !== undefined ||
    memberOf(value, 'TemplateBody') !== undefined ||
    (isJsonObject(resources) && Object.values(resources).some(isTemplateResource));
  if (isTemplate) return problem('cloudformation', {});
  const isTerraform =
    memberOf(value, 'terraform_version') !== undefined ||
    memberOf(value, 'planned_values') !== undefined ||
    (memberOf(value, 'lineage') !== undefined && memberOf(value, 'version') !== undefined);
  if (!isTerraform) return undefined;
  const isPlan = memberOf(value, 'planned_values') !== undefined;
  return problem('terraform', {
    form: isPlan ? { en: 'plan', ja: 'プラン' } : { en: 'state', ja: 'ステート' },
  });
}

function otherProblem(other: OtherText): Problem {
  switch (other.code) {
    case 'aws-error':
      return awsErrorProblem(other.error, other.operation);
    case 'xml-error':
      return problem('aws-error', { error: other.error });
    case 'cli-table':
      return problem('cli-output', { form: { en: 'a table', ja: '表' } });
    case 'cli-text':
      return problem('cli-output', { form: { en: 'text', ja: 'テキスト' } });
    case 'cli-yaml':
      return problem('cli-output', { form: 'YAML' });
    case 'cloudformation-yaml':
      return problem('cloudformation', {});
    case 'hcl':
      return problem('terraform', { form: { en: 'configuration', ja: '構成ファイル' } });
    case 'terraform-plan-text':
      return problem('terraform', { form: { en: 'plan as text', ja: 'プラン (テキスト)' } });
    case 'no-credentials':
    case 'command-usage':
    case 'html':
    case 'svg':
    case 'drawio':
    case 'xml':
      return problem(other.code, {});
  }
}
