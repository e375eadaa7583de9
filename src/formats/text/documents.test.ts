import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { readJsonText } from './documents.ts';
import { isJsonList, isJsonObject, memberOf, readJsonDocument, type JsonValue } from './json.ts';
import { offsetOf, positionsIn } from './place.ts';

/** Values of the documents, the prose around them, and `!` with the break's place. */
function told(text: string, depth = 200): unknown[] {
  const reading = readJsonText(text, depth);
  const position = positionsIn(text);
  return [
    ...reading.documents.flatMap((document) => {
      const at = document.break ?? document.refusal;
      const place = at ? position(at.offset) : undefined;
      return [
        ...(document.refusal ? [] : [document.value]),
        ...(at && place ? [`! ${at.code} ${place.line}:${place.column} ${at.pointer}`] : []),
      ];
    }),
    ...reading.prose.map(({ text: stretch }) => `~ ${stretch}`),
  ];
}

describe('documents of a text', () => {
  const nel = '\u0085';
  it.each<[string, string, unknown[]]>([
    ['one document', '{"a":1}', [{ a: 1 }]],
    [
      'C-2 several documents, no newline between',
      '{"a":1}{"b":2}[{"c":3}]',
      [{ a: 1 }, { b: 2 }, [{ c: 3 }]],
    ],
    ['C-2 NDJSON', '{"a":1}\n{"a":2}\n', [{ a: 1 }, { a: 2 }]],
    ['B-5 CRLF, CR, NEL, NUL at the end', `{"a":\r\n1,\r"b":${nel}2}\r\n\0\0`, [{ a: 1, b: 2 }]],
    [
      'B-7 prompt and command before',
      '$ aws ec2 describe-vpcs\n{"a":1}',
      [{ a: 1 }, '~ $ aws ec2 describe-vpcs'],
    ],
    [
      'B-7 prompt with brackets',
      '[ec2-user@ip-10-0-0-1 ~]$ aws x\n{"a":1}\n[ec2-user@ip-10-0-0-1 ~]$',
      [{ a: 1 }, '~ [ec2-user@ip-10-0-0-1 ~]$ aws x', '~ [ec2-user@ip-10-0-0-1 ~]$'],
    ],
    [
      'B-7 MFA prompt on the same line',
      'Enter MFA code for arn:aws:iam::1:mfa/me: {"a":1}',
      [{ a: 1 }, '~ Enter MFA code for arn:aws:iam::1:mfa/me:'],
    ],
    [
      'B-7 a query in the echoed command is no document',
      '$ aws x --query \'Vpcs[].{a:b}\'\n{"a":1}',
      [{ a: 1 }, "~ $ aws x --query 'Vpcs[].{a:b}'"],
    ],
    [
      'B-7 ^C and the next command',
      '{"Vpcs": [\n  {"a":1},\n  {"b":^C\n$ aws y\n{"c":1}',
      [{ Vpcs: [{ a: 1 }] }, '! syntax 3:8 /Vpcs/1/b', { c: 1 }],
    ],
    [
      'B-2 truncated in a list',
      '{"Vpcs":[{"a":1},{"b":',
      [{ Vpcs: [{ a: 1 }] }, '! truncated 1:23 /Vpcs/1/b'],
    ],
    [
      'B-2 truncated in a nested list: the element goes whole',
      '{"R":[{"I":[{"a":1},{"b"',
      [{ R: [] }, '! truncated 1:25 /R/0/I/1/b'],
    ],
    ['B-2 truncated in a string', '{"a":1,"b":"xy', [{ a: 1 }, '! truncated 1:15 /b']],
    ['B-2 truncated in a word', '{"a":tru', [{}, '! truncated 1:9 /a']],
    ['B-2 truncated in a number', '{"a":[1,12', [{ a: [1] }, '! truncated 1:11 /a/1']],
    [
      'B-2 truncated inside our wrapper',
      '{"output":{"Vpcs":[{"a":1},{"a"',
      [{ output: { Vpcs: [{ a: 1 }] } }, '! truncated 1:32 /output/Vpcs/1/a'],
    ],
    [
      'B-2 truncated inside a third level of objects',
      '{"resources":{"a":{"k":1},"b":{"k":1',
      [{ resources: { a: { k: 1 } } }, '! truncated 1:37 /resources/b/k'],
    ],
    ['trailing comma', '{"a":[{"b":1},]}', [{ a: [{ b: 1 }] }, '! syntax 1:15 /a/1']],
    ['raw control character in a string', '{"a":"x\ny"}', [{}, '! syntax 1:8 /a']],
    ['bad escape', '{"a":"\\q"}', [{}, '! syntax 1:7 /a']],
    ['escapes', '{"a":"\\u3042\\n\\"\\/\\\\"}', [{ a: 'あ\n"/\\' }]],
    ['B-11 __proto__', '{"a":{"__proto__":{"x":1}}}', ['! forbidden-key 1:7 /a/__proto__']],
    [
      'B-11 constructor and toString are plain names',
      '{"constructor":{"toString":1}}',
      [{ constructor: { toString: 1 } }],
    ],
    [
      'B-14 numbers beyond a double stay text',
      '{"a":[9007199254740993,1e400,-0,1.5,9007199254740991]}',
      [{ a: ['9007199254740993', '1e400', -0, 1.5, 9007199254740991] }],
    ],
    ['no JSON at all', 'hello {world} [x]', ['~ hello {world} [x]']],
    ['empty list and object', '{}\n[]', [{}, []]],
  ])('%s', (_name, text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  it.each<[string, number, unknown[]]>([
    ['depth at the limit', 64, [expect.anything()]],
    ['B-10 one more is refused', 65, ['! too-deep 1:65 ' + '/0'.repeat(64)]],
    ['B-10 100,000 is refused and does not overflow', 100_000, ['! too-deep 1:65 ' + '/0'.repeat(64)]],
  ])('%s', (_name, depth, expected) => {
    const text = `${'['.repeat(depth)}${']'.repeat(depth)}`;
    expect(told(text, 64)).toEqual(expected);
  });

  it('B-12 reports both places of a duplicate key; the last value counts', () => {
    const text = '{"a":{"x":1,\n"y":"}\\"",\n"x":{"z":2}}}';
    const [document] = readJsonText(text, 64).documents;
    expect(document?.value).toEqual({ a: { x: { z: 2 }, y: '}"' } });
    const position = positionsIn(text);
    expect(
      document?.duplicates.map((key) => [key.pointer, position(key.firstOffset), position(key.offset)]),
    ).toEqual([['/a/x', { line: 1, column: 7 }, { line: 3, column: 1 }]]);
    expect(document && position(offsetOf(text, document, '/a/x/z') ?? -1)).toEqual({ line: 3, column: 10 });
  });

  it.each([
    ['', '{"a"'],
    ['/a', '[1'],
    ['/a/1', '"b,]'],
    ['/b~1c/x~0y', '7'],
    ['/nothing', undefined],
  ])('finds the pointer %j', (pointer, begins) => {
    const text = ' {"a": [1, "b,]\\""], "b/c": {"x~y":7}}';
    const [document] = readJsonText(text, 64).documents;
    const offset = document && offsetOf(text, document, pointer);
    if (begins === undefined) expect(offset).toBeUndefined();
    else expect(text.slice(offset).startsWith(begins)).toBe(true);
  });

  it('reads what JSON.stringify writes, and any prefix of it without an exception', () => {
    const values = fc.jsonValue({ maxDepth: 5, stringUnit: 'binary' });
    fc.assert(
      fc.property(fc.array(values), fc.nat(), fc.constantFrom(0, 1, 3), (list, cut, indent) => {
        fc.pre(!JSON.stringify(list).includes('__proto__'));
        const text = JSON.stringify({ list }, null, indent);
        const exact = withExactNumbers(list as JsonValue);
        expect(readJsonDocument(text, 0, 64).value).toEqual({ list: exact });
        const prefix = text.slice(0, cut % text.length);
        const [first] = readJsonText(prefix, 64).documents;
        if (prefix.startsWith('{"') || prefix.trim() === '{') expect(first?.break?.code).toBe('truncated');
        const kept = first && isJsonObject(first.value) ? memberOf(first.value, 'list') : undefined;
        if (isJsonList(kept)) expect(kept).toEqual((exact as JsonValue[]).slice(0, kept.length));
      }),
    );
  });
});

/** Whole numbers that a double can't tell apart are kept as their text. */
const withExactNumbers = (value: JsonValue): JsonValue =>
  JSON.parse(JSON.stringify(value), (_key, item: unknown) => {
    if (typeof item !== 'number') return item;
    const text = JSON.stringify(item);
    return /^-?[0-9]+$/.test(text) && !Number.isSafeInteger(item) && String(Number(text)) !== text
      ? text
      : item;
  }) as JsonValue;
