/** Draws an answer as JSON: indented, and long lists one item a line, so that no text grows beyond what a program can hold. */

const LONG = 1000;
const ITEMS_A_PIECE = 1000;

/** The text in pieces, the last with a final newline. */
export function* printJson(value: unknown): Generator<string> {
  if (Array.isArray(value) && value.length > LONG) yield* longList(value, '');
  else if (isRecord(value) && Object.values(value).some(isLong)) yield* record(value);
  else yield JSON.stringify(value, null, 2);
  yield '\n';
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isLong = (value: unknown): value is readonly unknown[] => Array.isArray(value) && value.length > LONG;

function* record(value: Readonly<Record<string, unknown>>): Generator<string> {
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  yield '{\n';
  for (const [place, [name, member]] of members.entries()) {
    yield `  ${JSON.stringify(name)}: `;
    if (isLong(member)) yield* longList(member, '  ');
    else yield JSON.stringify(member, null, 2).replaceAll('\n', '\n  ');
    yield place === members.length - 1 ? '\n' : ',\n';
  }
  yield '}';
}

function* longList(list: readonly unknown[], indent: string): Generator<string> {
  yield '[\n';
  for (let start = 0; start < list.length; start += ITEMS_A_PIECE) {
    const lines = list
      .slice(start, start + ITEMS_A_PIECE)
      .map((item) => `${indent}  ${JSON.stringify(item)}`);
    yield `${lines.join(',\n')}${start + ITEMS_A_PIECE < list.length ? ',' : ''}\n`;
  }
  yield `${indent}]`;
}
