import { strToU8, zlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { read, troubles } from '../inputs.test-support.ts';
import { chunkBytes, readChunks } from './chunks.ts';
import { beginsWithDesign, extractFromPng, withTexts } from './index.ts';

const SIGNATURE = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

const joined = (...parts: readonly Uint8Array[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => [...part]));

/** One grey pixel. */
const pixel = joined(
  SIGNATURE,
  chunkBytes('IHDR', Uint8Array.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])),
  chunkBytes('IDAT', zlibSync(Uint8Array.from([0, 128]))),
  chunkBytes('IEND', new Uint8Array(0)),
);

const design = JSON.stringify({
  schema: 'vpc-designer/design@1',
  name: '店舗',
  resources: { 'vpc-1': { kind: 'vpc', cidrBlock: '10.0.0.0/16' } },
  layout: {},
  intents: {},
  notes: {},
});

const texts = { title: '店舗', description: 'Network diagram', design };
const whole = withTexts(pixel, texts) ?? new Uint8Array(0);

/** A picture with its own text chunk of our keyword before the pixels. */
const withChunk = (data: Uint8Array): Uint8Array =>
  joined(pixel.subarray(0, 33), chunkBytes('iTXt', data), pixel.subarray(33));
const ours = (content: Uint8Array): Uint8Array =>
  joined(strToU8('vpc-designer'), Uint8Array.from([0, 1, 0, 0, 0]), content);

const changed = (bytes: Uint8Array, at: number): Uint8Array => {
  const copy = Uint8Array.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 0xff;
  return copy;
};

describe('a design inside a PNG', () => {
  it('stands in compressed text before the pixels, with title and description', () => {
    const chunks = readChunks(whole);
    expect(chunks.ok && chunks.value.map(({ type, isIntact }) => [type, isIntact])).toEqual([
      ['IHDR', true],
      ['iTXt', true],
      ['iTXt', true],
      ['iTXt', true],
      ['IDAT', true],
      ['IEND', true],
    ]);
    expect(extractFromPng(whole)).toEqual({ ok: true, value: { found: 'design', text: design } });
  });

  it('is found by the beginning of the file', () => {
    const cases = [whole, whole.subarray(0, 80), pixel, strToU8('iTXtvpc-designer\0')];
    expect(cases.map(beginsWithDesign)).toEqual([true, true, false, false]);
  });

  it('opens again', () => {
    const report = read({ 'a.png': whole });
    expect(report.files).toEqual([{ file: 'a.png', format: 'png', resources: 1 }]);
    expect([report.design.name, troubles(report)]).toEqual(['店舗', []]);
  });

  it('the same bytes for the same texts; none in what is no PNG', () => {
    expect(withTexts(pixel, texts)).toEqual(whole);
    expect(withTexts(strToU8('<svg/>'), texts)).toBeUndefined();
  });

  const bomb = ours(zlibSync(new Uint8Array(3_000_000), { level: 9 }));
  it.each<[string, Uint8Array, string[]]>([
    ['a picture only', pixel, ['png']],
    [
      'a picture only, without the design',
      withTexts(pixel, { ...texts, design: undefined }) ?? pixel,
      ['png'],
    ],
    ['B-22 a bomb', withChunk(bomb), ['png-damaged']],
    ['B-22 damaged data', withChunk(ours(strToU8('not zlib at all'))), ['png-damaged']],
    ['B-22 a wrong checksum', changed(whole, 80), ['png-damaged']],
    ['B-22 a file that is cut short', whole.subarray(0, whole.length - 20), ['png-damaged']],
    ['B-24 two designs', withTexts(whole, texts) ?? pixel, ['png-damaged']],
    ['a design of another kind inside', withChunk(ours(zlibSync(strToU8('{"a":1}')))), ['no-schema']],
  ])('%s is told', (_name, bytes, expected) => {
    const report = read({ 'a.png': bytes });
    expect(troubles(report)).toEqual(expected);
    expect(report.design.resources).toEqual({});
    const [{ what, why } = { what: { en: '', ja: '' }, why: { en: '', ja: '' } }] = report.notUnderstood;
    expect(`${what.en} ${why.en} ${what.ja} ${why.ja}`).not.toMatch(/[{}]\w|undefined/);
  });
});
