import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import blockedReply from '../../samples/blocked-reply.json?raw';
import { emptyDesign } from '../model/index.ts';
import everything from './design/fixtures/everything.vpcd.json?raw';
import { readDesign, readInputs, writeDesign, type ImportReport } from './index.ts';
import { bytesOf, read } from './inputs.test-support.ts';

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** A copy in which the value at one place, found by walking down with the given choices, is another. */
function replaced(value: Json, choices: readonly number[], other: Json): Json {
  const [choice, ...rest] = choices;
  if (choice === undefined || typeof value !== 'object' || value === null) return other;
  if (Array.isArray(value)) {
    const list = value as readonly Json[];
    if (list.length === 0) return other;
    const at = choice % list.length;
    return list.map((item, index) => (index === at ? replaced(item, rest, other) : item));
  }
  const object = value as { readonly [name: string]: Json };
  const names = Object.keys(object);
  const name = names[choice % Math.max(1, names.length)];
  if (name === undefined) return other;
  return { ...object, [name]: replaced(object[name] ?? null, rest, other) };
}

const odd = fc.oneof(
  fc.constantFrom<Json[]>(
    null,
    '',
    'x',
    [],
    {},
    -1,
    70_000,
    '10.0.0.0/33',
    '::/0',
    true,
    { $unknown: 1 },
    [null],
    [[]],
    ['x'],
    '__proto__',
  ),
  fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>,
);
const choices = fc.array(fc.nat(50), { minLength: 1, maxLength: 8 });

/** Whatever was read can be written and read again, and every sentence is whole. */
function check(report: ImportReport): void {
  const written = writeDesign(report.design);
  const again = readDesign(written);
  expect(again.ok && writeDesign(again.value.design)).toBe(written);
  for (const { what, why, place } of report.notUnderstood) {
    expect(`${what.en}${why.en}${what.ja}${why.ja}${place}`).not.toMatch(
      /undefined|\[object|NaN|\{(?:member|text|key|id)\}/,
    );
  }
}

describe('no input makes a reader throw', () => {
  it('AWS answers with one value replaced', () => {
    const answers = JSON.parse(blockedReply) as Json;
    fc.assert(
      fc.property(choices, odd, (path, other) => {
        check(read({ 'a.json': JSON.stringify(replaced(answers, path, other)) }));
      }),
      { numRuns: 300 },
    );
  });

  it('designs with one value replaced', () => {
    const design = JSON.parse(everything) as Json;
    fc.assert(
      fc.property(choices, odd, (path, other) => {
        check(read({ 'a.json': JSON.stringify(replaced(design, path, other)) }));
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['answers', blockedReply],
    ['a design', everything],
  ])('%s cut anywhere', (_name, text) => {
    fc.assert(
      fc.property(fc.nat(text.length), (length) => {
        check(read({ 'a.json': text.slice(0, length) }));
      }),
      { numRuns: 150 },
    );
  });

  it('any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        check(readInputs([{ path: 'a', bytes }]));
        check(readInputs([{ path: 'a', bytes: Uint8Array.from([...bytesOf('{"Vpcs":['), ...bytes]) }]));
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    '<script>alert(1)</script>',
    '" onload="x',
    'javascript:alert(1)',
    ']]></title>--',
    '😀 名前 \u202Eevil\u200B',
    '\u0000\u0007',
    'x'.repeat(10_000),
    'constructor',
  ])('B-25 the name %j is kept as it is', (name) => {
    const report = read({
      'a.json': {
        Vpcs: [
          {
            VpcId: 'vpc-1',
            CidrBlock: '10.0.0.0/16',
            Tags: [
              { Key: 'Name', Value: name },
              { Key: name, Value: 'x' },
            ],
          },
        ],
      },
    });
    expect(report.design.resources['vpc-1']?.tags).toEqual({ Name: name, [name]: 'x' });
    check(report);
    const design = { ...emptyDesign(name), intents: { [name]: { because: name } } };
    const again = readDesign(writeDesign(design));
    expect(again.ok && again.value.design).toEqual(design);
  });
});
