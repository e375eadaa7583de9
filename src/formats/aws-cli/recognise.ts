/** Tells which commands a document answers, by its content alone (C-1 to C-3, C-6, C-7). */

import { isJsonList, isJsonObject, type JsonObject, type JsonValue } from '../text/index.ts';
import { problem, type Problem } from '../words/index.ts';
import type { CommandReader } from './command.ts';
import { commandReaders } from './commands/index.ts';
import { rawMember, wrongType, type Item } from './item.ts';
import { unmodelledAnswer, type UnmodelledAnswer } from './unmodelled.ts';

/** The elements of one command's answer. */
export interface Answer {
  readonly reader: CommandReader;
  readonly items: readonly Item[];
  readonly around: JsonObject;
  readonly hints: Hints;
  /** Nothing was cut off: what is not in it does not exist. */
  readonly whole: boolean;
}

/** An answer of a kind that is not modelled. */
export interface Unread {
  readonly answer: UnmodelledAnswer;
  readonly count: number;
  readonly pointer: string;
  readonly whole: boolean;
}

/** What a wrapper says beside its output. */
export interface Hints {
  readonly accountId?: string;
  readonly region?: string;
  readonly texts: readonly string[];
}

export interface Recognised {
  readonly answers: readonly Answer[];
  readonly unread: readonly Unread[];
  readonly problems: readonly Problem[];
  /** Keys of answers that go on in another page. */
  readonly cut: readonly string[];
}

/** What holds for everything inside: the text is whole, and what a wrapper says. */
interface Outer {
  readonly intact: boolean;
  readonly hints: Hints;
}

interface Found {
  answers: Answer[];
  unread: Unread[];
  problems: Problem[];
  cut: string[];
}

/** Members that stand beside an answer and are none. */
const BESIDE = new Set([
  'responsemetadata',
  '$metadata',
  'nexttoken',
  'marker',
  'nextmarker',
  'istruncated',
  'requestid',
  'prefixlistid',
  'ownerid',
  'reservationid',
  'groups',
  'requesterid',
]);

const TOKENS = ['NextToken', 'Marker', 'NextMarker'];

/** Reads what a document is. `broken`: its text ends too early or is damaged. */
export function recognise(value: JsonValue, broken: 'broken' | 'intact'): Recognised {
  const found: Found = { answers: [], unread: [], problems: [], cut: [] };
  visit(value, '', { intact: broken === 'intact', hints: { texts: [] } }, found);
  return found;
}

function visit(value: JsonValue, pointer: string, outer: Outer, found: Found): void {
  if (isJsonList(value)) visitList(value, pointer, outer, found);
  else if (isJsonObject(value)) visitObject(value, pointer, outer, found);
  else found.problems.push(problem('unknown-document', { members: JSON.stringify(value) }, { pointer }));
}

function visitObject(value: JsonObject, pointer: string, outer: Outer, found: Found): void {
  const output = rawMember(value, 'output');
  if (typeof rawMember(value, 'command') === 'string' && output !== undefined) {
    visit(output, `${pointer}/output`, { ...outer, hints: hintsOf(value) }, found);
    return;
  }
  const names = Object.keys(value);
  const isAnswer = names.some((name) => readersOf(name).length > 0 || unmodelledAnswer(name) !== undefined);
  const bare = commandReaders.find((reader) => reader.isElement?.(value) === true);
  if (bare) {
    // A cut element would lack members that AWS gave.
    if (outer.intact) {
      const { hints } = outer;
      found.answers.push({
        reader: bare,
        items: [{ value, pointer }],
        around: value,
        hints,
        whole: isSingle(bare),
      });
    }
    return;
  }
  if (isAnswer) {
    for (const name of names) visitMember(value, name, pointer, outer, found);
    return;
  }
  const members = names.slice(0, 5).join(', ');
  found.problems.push(problem('unknown-document', { members: members === '' ? '{}' : members }, { pointer }));
}

/** Answers that are one object by nature; of others a bare element says nothing about the rest. */
const isSingle = (reader: CommandReader): boolean => reader.key === 'VpcBlockPublicAccessOptions';

const readersOf = (name: string): readonly CommandReader[] =>
  commandReaders.filter((reader) => reader.key?.toLowerCase() === name.toLowerCase());

function visitMember(around: JsonObject, name: string, pointer: string, outer: Outer, found: Found): void {
  const value = rawMember(around, name);
  const place = `${pointer}/${name}`;
  if (value === undefined || BESIDE.has(name.toLowerCase())) return;
  const goesOn = TOKENS.some((token) => {
    const text = rawMember(around, token);
    return typeof text === 'string' && text !== '';
  });
  const whole = outer.intact && !goesOn;
  const { hints } = outer;
  const readers = readersOf(name);
  if (readers.length > 0) {
    if (goesOn) found.cut.push(name);
    const isListed = !readers.some(isSingle);
    if (isListed ? !isJsonList(value) : !isJsonObject(value)) {
      found.problems.push(wrongType(name, value, isListed ? [] : {}, place));
      return;
    }
    addAnswers(
      readers,
      isJsonList(value) ? value : [value],
      isListed ? place : undefined,
      place,
      { around, hints, whole },
      found,
    );
    return;
  }
  const answer = unmodelledAnswer(name);
  // Under a name of its own, or of a command that answers with the elements of another.
  const elements = answer?.matters !== 'matters' && isJsonList(value) ? value : [];
  const readable = commandReaders.filter((reader) =>
    elements.some((element) => isJsonObject(element) && reader.isElement?.(element) === true),
  );
  if (readable.length > 0)
    addAnswers(readable, elements, place, place, { around, hints, whole: false }, found);
  else if (answer) {
    const count = isJsonList(value) ? value.length : 1;
    found.unread.push({ answer, count, pointer: place, whole });
  } else found.problems.push(problem('unknown-key', { key: name }, { pointer: place }));
}

/** Gives each element to the reader that recognises it, the rest to the first. */
function addAnswers(
  readers: readonly CommandReader[],
  elements: readonly JsonValue[],
  listPointer: string | undefined,
  pointer: string,
  rest: Pick<Answer, 'around' | 'hints' | 'whole'>,
  found: Found,
): void {
  const [first] = readers;
  if (!first) return;
  const items = new Map<CommandReader, Item[]>([]);
  elements.forEach((element, index) => {
    const place = listPointer === undefined ? pointer : `${listPointer}/${index}`;
    if (!isJsonObject(element)) {
      found.problems.push(wrongType(first.mark, element, {}, place));
      return;
    }
    const reader = readers.find((candidate) => candidate.isElement?.(element) === true) ?? first;
    const list = items.get(reader) ?? [];
    list.push({ value: element, pointer: place });
    items.set(reader, list);
  });
  if (elements.length === 0) items.set(first, []);
  for (const [reader, list] of items) {
    const isReshaped =
      list.length > 0 && list.every(({ value }) => rawMember(value, reader.mark) === undefined);
    if (isReshaped)
      found.problems.push(
        problem('reshaped', { command: `aws ${commandLine(reader.command)}` }, { pointer }),
      );
    else found.answers.push({ reader, items: list, ...rest });
  }
}

function visitList(list: readonly JsonValue[], pointer: string, outer: Outer, found: Found): void {
  const bare: [JsonObject, string][] = [];
  list.forEach((element, index) => {
    const place = `${pointer}/${index}`;
    if (isJsonList(element)) {
      // `--query 'Reservations[].Instances'` gives a list of lists.
      element.forEach((inner, at) => {
        if (isJsonObject(inner)) bare.push([inner, `${place}/${at}`]);
      });
    } else if (isJsonObject(element)) {
      if (isWholeAnswer(element)) visitObject(element, place, outer, found);
      else bare.push([element, place]);
    }
  });
  if (bare.length === 0 && found.answers.length > 0) return;
  const items = new Map<CommandReader, Item[]>();
  let strangers = 0;
  for (const [value, place] of bare) {
    const reader = commandReaders.find((candidate) => candidate.isElement?.(value) === true);
    if (!reader) strangers += 1;
    else items.set(reader, [...(items.get(reader) ?? []), { value, pointer: place }]);
  }
  const { intact: whole, hints } = outer;
  for (const [reader, each] of items) found.answers.push({ reader, items: each, around: {}, hints, whole });
  if (strangers > 0 || bare.length === 0) found.problems.push(strangerProblem(list, pointer));
}

/** An answer of its own inside a list, or one in our wrapper; not an element of an answer. */
const isWholeAnswer = (value: JsonObject): boolean =>
  (typeof rawMember(value, 'command') === 'string' && rawMember(value, 'output') !== undefined) ||
  (Object.keys(value).some((name) => readersOf(name).length > 0 && isJsonList(rawMember(value, name))) &&
    !commandReaders.some((reader) => reader.isElement?.(value)));

/** Elements that no reader recognises: reshaped ones are told by an id among their values. */
function strangerProblem(list: readonly JsonValue[], pointer: string): Problem {
  const text = JSON.stringify(list.slice(0, 20));
  const prefix = /"(vpc|subnet|rtb|igw|eigw|nat|eni|i|eipalloc|sg|sgr|acl|pl)-[0-9a-f]{8,17}"/.exec(
    text,
  )?.[1];
  const command = prefix === undefined ? undefined : COMMAND_OF_PREFIX[prefix];
  if (command !== undefined) return problem('reshaped', { command: `aws ec2 ${command}` }, { pointer });
  const [first] = list;
  const members = isJsonObject(first) ? Object.keys(first).slice(0, 5).join(', ') : text.slice(0, 40);
  return problem('unknown-document', { members: members === '' ? '{}' : members }, { pointer });
}

const COMMAND_OF_PREFIX: Readonly<Record<string, string>> = {
  vpc: 'describe-vpcs',
  subnet: 'describe-subnets',
  rtb: 'describe-route-tables',
  igw: 'describe-internet-gateways',
  eigw: 'describe-egress-only-internet-gateways',
  nat: 'describe-nat-gateways',
  eni: 'describe-network-interfaces',
  i: 'describe-instances',
  eipalloc: 'describe-addresses',
  sg: 'describe-security-groups',
  sgr: 'describe-security-group-rules',
  acl: 'describe-network-acls',
  pl: 'describe-managed-prefix-lists',
};

/** A command as typed after `aws`. */
export const commandLine = (command: string): string => (command.includes(' ') ? command : `ec2 ${command}`);

function hintsOf(wrapper: JsonObject): Hints {
  const accountId = rawMember(wrapper, 'accountId');
  const region = rawMember(wrapper, 'region');
  const args = rawMember(wrapper, 'args');
  const texts =
    isJsonList(args) || isJsonObject(args) ? [JSON.stringify(args)] : typeof args === 'string' ? [args] : [];
  return {
    texts,
    ...(typeof accountId === 'string' || typeof accountId === 'number'
      ? { accountId: String(accountId).padStart(12, '0') }
      : {}),
    ...(typeof region === 'string' && region !== '' ? { region } : {}),
  };
}
