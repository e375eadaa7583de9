/**
 * Reads JSON as it is found: values with the places of what is wrong, never an exception. Keeps what is complete
 * before a break (B-2), counts depth while it scans (B-10), refuses `__proto__` (B-11), reports keys given
 * twice (B-12), keeps numbers that a double can't hold as their text (B-14).
 */

export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;

export interface JsonObject {
  readonly [member: string]: JsonValue;
}

export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isJsonList = (value: unknown): value is readonly JsonValue[] => Array.isArray(value);

/** The member itself, never one that every object inherits (`constructor`, `toString`). */
export const memberOf = (object: JsonObject, name: string): JsonValue | undefined =>
  Object.hasOwn(object, name) ? object[name] : undefined;

export interface DuplicateKey {
  readonly pointer: string;
  readonly firstOffset: number;
  readonly offset: number;
}

/** A number that a double can't hold; its value is kept as text. */
export interface BigNumber {
  readonly pointer: string;
  readonly text: string;
  readonly offset: number;
}

export interface Break {
  /** `truncated`: the text ends inside a value. `syntax`: something stands where it may not. */
  readonly code: 'truncated' | 'syntax';
  readonly offset: number;
  /** The member or element that was being read. */
  readonly pointer: string;
}

/** What makes a document unusable as a whole. */
export interface Refusal {
  readonly code: 'too-deep' | 'forbidden-key';
  readonly offset: number;
  readonly pointer: string;
}

export interface JsonDocument {
  /** Undefined where nothing complete stood before the break. */
  readonly value: JsonValue | undefined;
  readonly start: number;
  readonly end: number;
  readonly break?: Break;
  readonly refusal?: Refusal;
  readonly duplicates: readonly DuplicateKey[];
  readonly bigNumbers: readonly BigNumber[];
}

const pointerOf = (path: readonly (string | number)[]): string =>
  path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

const NUMBER = /-?(?:0|[1-9][0-9]*)(\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const WORDS: readonly (readonly [string, null | boolean])[] = [
  ['true', true],
  ['false', false],
  ['null', null],
];
const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

/** Blanks that may stand between tokens: JSON's own, NEL, a stray byte order mark, NUL padding (B-5). */
export function skipBlanks(text: string, position: number): number {
  let at = position;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code === 32 || code === 10 || code === 13 || code === 9) at += 1;
    else if (code === 0x85 || code === 0xfeff || code === 0) at += 1;
    else return at;
  }
}

/** Objects above this depth and lists above the next are kept when they break; what is deeper counts as one element. */
const PARTIAL_OBJECTS = 2;
const PARTIAL_LISTS = 3;

/** A value, or nothing because of the break; `partial` where it is cut short. */
type Outcome = { readonly value: JsonValue; readonly partial?: true } | undefined;

/** Reads the document that starts at `start`. */
export function readJsonDocument(text: string, start: number, maxDepth: number): JsonDocument {
  const path: (string | number)[] = [];
  const duplicates: DuplicateKey[] = [];
  const bigNumbers: BigNumber[] = [];
  let at = start;
  let found: Break | undefined;
  let refusal: Refusal | undefined;

  const broken = (offset: number): undefined => {
    found ??= { code: offset >= text.length ? 'truncated' : 'syntax', offset, pointer: pointerOf(path) };
    return undefined;
  };
  const refuse = (code: Refusal['code'], offset: number): undefined => {
    refusal ??= { code, offset, pointer: pointerOf(path) };
    return undefined;
  };

  function readValue(): Outcome {
    at = skipBlanks(text, at);
    const code = text.charCodeAt(at);
    if (code === 0x7b || code === 0x5b) {
      if (path.length >= maxDepth) return refuse('too-deep', at);
      return code === 0x7b ? readObject() : readList();
    }
    if (code === 0x22) {
      const string = readString();
      return string === undefined ? undefined : { value: string };
    }
    if (code === 0x2d || (code >= 0x30 && code <= 0x39)) return readNumber();
    for (const [word, value] of WORDS) {
      if (word.charCodeAt(0) !== code) continue;
      if (text.startsWith(word, at)) {
        at += word.length;
        return { value };
      }
      if (word.startsWith(text.slice(at))) return broken(text.length);
    }
    return broken(at);
  }

  function readNumber(): Outcome {
    NUMBER.lastIndex = at;
    const match = NUMBER.exec(text);
    if (!match) return broken(at + 1);
    const [source] = match;
    const offset = at;
    at += source.length;
    // A number at the very end may have lost digits.
    const rest = text.slice(at, at + 3);
    if (rest === '' || /^[.eE]/.test(rest)) return broken(/^([.]|[eE][+-]?)?$/.test(rest) ? text.length : at);
    const value = Number(source);
    const isWhole = match[1] === undefined && !/[eE]/.test(source);
    const isExact = isWhole
      ? Number.isSafeInteger(value) || String(value) === source
      : Number.isFinite(value);
    if (isExact) return { value };
    bigNumbers.push({ pointer: pointerOf(path), text: source, offset });
    return { value: source };
  }

  function readString(): string | undefined {
    let from = at + 1;
    let result = '';
    for (let i = from; ; i += 1) {
      const code = text.charCodeAt(i);
      if (code === 0x22) {
        at = i + 1;
        return result === '' ? text.slice(from, i) : result + text.slice(from, i);
      }
      if (code === 0x5c) {
        const escaped = text.charAt(i + 1);
        const plain = Object.hasOwn(ESCAPES, escaped) ? ESCAPES[escaped] : undefined;
        if (plain !== undefined) {
          result += text.slice(from, i) + plain;
          i += 1;
        } else if (escaped === 'u' && /^[0-9a-fA-F]{4}$/.test(text.slice(i + 2, i + 6))) {
          result += text.slice(from, i) + String.fromCharCode(Number.parseInt(text.slice(i + 2, i + 6), 16));
          i += 5;
        } else return broken(escaped === '' || (escaped === 'u' && i + 6 > text.length) ? text.length : i);
        from = i + 1;
      } else if (!(code >= 0x20)) {
        // The end of the text (NaN) or a raw control character.
        return broken(Number.isNaN(code) ? text.length : i);
      }
    }
  }

  function readObject(): Outcome {
    const offset = at;
    const object: Record<string, JsonValue> = {};
    const cut = (): Outcome =>
      path.length < PARTIAL_OBJECTS && !refusal ? { value: object, partial: true } : undefined;
    at = skipBlanks(text, at + 1);
    if (text.charCodeAt(at) === 0x7d) {
      at += 1;
      return { value: object };
    }
    for (;;) {
      at = skipBlanks(text, at);
      const keyOffset = at;
      if (text.charCodeAt(at) !== 0x22) {
        broken(at);
        return cut();
      }
      const key = readString();
      if (key === undefined) return cut();
      path.push(key);
      at = skipBlanks(text, at);
      if (text.charCodeAt(at) !== 0x3a) {
        broken(at);
        path.pop();
        return cut();
      }
      at += 1;
      if (key === '__proto__') return refuse('forbidden-key', keyOffset);
      const outcome = readValue();
      if (outcome) {
        if (Object.hasOwn(object, key)) {
          const [first = offset] = memberOffsets(text, offset, key);
          duplicates.push({ pointer: pointerOf(path), firstOffset: first, offset: keyOffset });
        }
        object[key] = outcome.value;
      }
      path.pop();
      if (!outcome || outcome.partial) return cut();
      at = skipBlanks(text, at);
      const code = text.charCodeAt(at);
      if (code !== 0x2c && code !== 0x7d) {
        broken(at);
        return cut();
      }
      at += 1;
      if (code === 0x7d) return { value: object };
    }
  }

  function readList(): Outcome {
    const list: JsonValue[] = [];
    const cut = (): Outcome =>
      path.length < PARTIAL_LISTS && !refusal ? { value: list, partial: true } : undefined;
    at = skipBlanks(text, at + 1);
    if (text.charCodeAt(at) === 0x5d) {
      at += 1;
      return { value: list };
    }
    for (;;) {
      path.push(list.length);
      const outcome = readValue();
      path.pop();
      // A cut element is worse than none: what it lacks would look absent.
      if (!outcome || outcome.partial) return cut();
      list.push(outcome.value);
      at = skipBlanks(text, at);
      const code = text.charCodeAt(at);
      if (code !== 0x2c && code !== 0x5d) {
        broken(at);
        return cut();
      }
      at += 1;
      if (code === 0x5d) return { value: list };
    }
  }

  const outcome = readValue();
  return {
    value: refusal ? undefined : outcome?.value,
    start,
    end: found ? Math.min(found.offset, text.length) : at,
    ...(found ? { break: found } : {}),
    ...(refusal ? { refusal } : {}),
    duplicates,
    bigNumbers,
  };
}

/** Where each key of that name stands in the object at `start`, by its opening quote; stops at a break. */
function memberOffsets(text: string, start: number, key: string): number[] {
  const offsets: number[] = [];
  walkMembers(text, start, (name, offset) => {
    if (name === key) offsets.push(offset);
  });
  return offsets;
}

/** Calls back for each member of an object or element of a list: its name, and where key and value begin. */
export function walkMembers(
  text: string,
  start: number,
  visit: (name: string, offset: number, valueOffset: number) => void,
): void {
  const isObject = text.charAt(start) === '{';
  let at = skipBlanks(text, start + 1);
  for (let index = 0; at < text.length && !'}]'.includes(text.charAt(at)); index += 1) {
    const offset = at;
    let name = String(index);
    if (isObject) {
      const end = skipValue(text, at);
      const key = readJsonDocument(text, at, 1).value;
      if (typeof key !== 'string') return;
      name = key;
      at = skipBlanks(text, end) + 1;
    }
    at = skipBlanks(text, at);
    visit(name, offset, at);
    at = skipBlanks(text, skipValue(text, at));
    if (text.charAt(at) !== ',') return;
    at = skipBlanks(text, at + 1);
  }
}

/** The end of the value that starts here, without looking at what is in it. */
function skipValue(text: string, start: number): number {
  let depth = 0;
  for (let i = start; i < text.length; i += 1) {
    const char = text.charAt(i);
    if (char === '"') {
      for (i += 1; i < text.length && text.charAt(i) !== '"'; i += 1) if (text.charAt(i) === '\\') i += 1;
      if (depth === 0) return i + 1;
    } else if (char === '{' || char === '[') depth += 1;
    else if (char === '}' || char === ']') {
      if (depth === 0) return i;
      depth -= 1;
      if (depth === 0) return i + 1;
    } else if (depth === 0 && (char === ',' || char === ':')) return i;
  }
  return text.length;
}
