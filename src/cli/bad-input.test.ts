/** What the command line says of files that cannot be read: which file, where in it, what, and the way out. */

import { describe, expect, it } from 'vitest';
import { withTexts } from '../formats/index.ts';
import { memoryWorld } from './memory-io.test-support.ts';
import { run } from './run.ts';

const vpcs = '{"Vpcs":[{"VpcId":"vpc-1","CidrBlock":"10.0.0.0/16"}]}';
const design = (resources: string, name = '"x"'): string =>
  `{"schema":"vpc-designer/design@1","name":${name},"resources":${resources},"layout":{},"intents":{},"notes":{}}`;
const svg = (inside: string): string => `<svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>`;
const embedded = (content: string, encoding = 'deflate-raw+base64'): string =>
  `<metadata><design xmlns="urn:vpc-designer:design" encoding="${encoding}">${content}</design></metadata>`;

/** The smallest picture: one grey pixel. */
const pixel = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg=='),
  (letter) => letter.charCodeAt(0),
);
const texts = { title: 'x', description: 'x', design: design('{"vpc-1":{"kind":"vpc"}}') };
const picture = withTexts(pixel, texts) ?? new Uint8Array(0);
const twice = withTexts(picture, texts) ?? new Uint8Array(0);
const changed = picture.map((byte, index) => (index === 80 ? byte ^ 255 : byte));

async function validate(name: string, content: string | Uint8Array, language: 'en' | 'ja') {
  const { io, err, out } = memoryWorld({ [name]: content });
  const code = await run(['validate', name, '--lang', language], io);
  // However it is laid out in lines.
  return { code, text: `${err()}${out()}`.replaceAll(/\s+/g, ' ') };
}

/** Row, file, content, exit code, what must be said in English and in Japanese. */
const rows: readonly (readonly [string, string, string | Uint8Array, 0 | 2, RegExp, RegExp])[] = [
  [
    'B-1 empty',
    'a.json',
    '',
    2,
    /a\.json: Empty file .*the command returned nothing/,
    /a\.json: 空のファイル/,
  ],
  [
    'B-2 truncated',
    'a.json',
    vpcs.slice(0, -3),
    0,
    /a\.json: 1:52.*used; what was cut off is unknown/,
    /1:52/,
  ],
  [
    'B-4 another encoding',
    'a.json',
    Uint8Array.from([0x7b, 0x93, 0xfa, 0x7d]),
    2,
    /a\.json: Text that looks like Shift_JIS.*save the file/,
    /Shift_JIS/,
  ],
  ['B-6 HTML', 'a.json', '<!DOCTYPE html><html></html>', 2, /a\.json: .*HTML/, /HTML/],
  [
    'B-6 an error of AWS',
    'a.json',
    'An error occurred (ExpiredToken) when calling the DescribeVpcs operation: x',
    2,
    /a\.json: AWS error ExpiredToken.*valid credentials/,
    /ExpiredToken.*再実行/,
  ],
  ['B-10 depth', 'a.json', `{"a":${'['.repeat(300)}`, 2, /a\.json: 1:205.*200/, /1:205/],
  [
    'B-11 __proto__',
    'a.json',
    '{"Vpcs":[{"__proto__":{}}]}',
    2,
    /a\.json: 1:11.*__proto__/,
    /1:11.*__proto__/,
  ],
  [
    'B-12 a key twice in a design',
    'a.vpcd.json',
    design('{}', '"x","name":"y"'),
    2,
    /a\.vpcd\.json: 1:\d+.*name/,
    /1:\d+.*name/,
  ],
  [
    'B-14 a port out of range',
    'a.json',
    '{"SecurityGroups":[{"GroupId":"sg-1","VpcId":"vpc-1","IpPermissions":[{"IpProtocol":"tcp","FromPort":70000,"ToPort":70000,"IpRanges":[{"CidrIp":"0.0.0.0/0"}]}],"IpPermissionsEgress":[]}]}',
    0,
    /a\.json: .*70000.*unknown/s,
    /70000/,
  ],
  ['B-15 a wrong type', 'a.json', '{"Vpcs":{}}', 2, /a\.json: .*\/Vpcs/, /\/Vpcs/],
  [
    'B-16 a leading zero',
    'a.json',
    vpcs.replace('10.0.0.0/16', '010.0.0.0/16'),
    0,
    /a\.json: .*\/Vpcs\/0.*leading zero.*Write/s,
    /先頭に 0/,
  ],
  [
    'B-22 a damaged design in an SVG',
    'a.svg',
    svg(embedded('!!')),
    2,
    /a\.svg: SVG picture.*cut short or damaged.*Export the picture again/,
    /壊れています/,
  ],
  [
    'B-22 another packing',
    'a.svg',
    svg(embedded('AA==', 'zip')),
    2,
    /a\.svg: .*not known here.*design file/,
    /対応していません/,
  ],
  ['B-23 a DOCTYPE', 'a.svg', `<!DOCTYPE svg>${svg('')}`, 2, /a\.svg: 1:1.*DOCTYPE/, /1:1.*DOCTYPE/],
  [
    'B-24 two designs in an SVG',
    'a.svg',
    svg(embedded('AA==') + embedded('AA==')),
    2,
    /a\.svg: .*two of them/,
    /2 つ/,
  ],
  [
    'a picture only, SVG',
    'a.svg',
    svg(''),
    2,
    /a\.svg: SVG picture There is no design inside.*design file/,
    /埋め込まれていません/,
  ],
  [
    'a picture only, PNG',
    'a.png',
    pixel,
    2,
    /a\.png: PNG picture There is no design inside.*design file/,
    /埋め込まれていません/,
  ],
  [
    'B-22 a PNG changed on the way',
    'a.png',
    changed,
    2,
    /a\.png: .*checksum.*Export the picture again/,
    /チェックサム/,
  ],
  [
    'B-22 a PNG cut short',
    'a.png',
    picture.subarray(0, 100),
    2,
    /a\.png: .*ends too early/,
    /途中で終わっています/,
  ],
  ['B-24 two designs in a PNG', 'a.png', twice, 2, /a\.png: .*two of them/, /2 つ/],
  [
    'B-30 an unknown kind',
    'a.vpcd.json',
    design('{"x-1":{"kind":"teapot"},"vpc-1":{"kind":"vpc"}}'),
    0,
    /a\.vpcd\.json: .*teapot/,
    /teapot/,
  ],
  [
    'no schema',
    'a.vpcd.json',
    '{"schema":"vpc-designer/design@x","resources":{}}',
    2,
    /a\.vpcd\.json: /,
    /a\.vpcd\.json: /,
  ],
];

describe('bad input', () => {
  it.each(rows)('%s', async (_, name, content, code, english, japanese) => {
    const en = await validate(name, content, 'en');
    expect([en.code, en.text]).toEqual([code, expect.stringMatching(english)]);
    const ja = await validate(name, content, 'ja');
    expect([ja.code, ja.text]).toEqual([code, expect.stringMatching(japanese)]);
    for (const { text } of [en, ja]) expect(text).not.toMatch(/undefined|\[object|\{\w+\}/);
  });

  it('B-31 a folder gives up its pictures with a design, and no others', async () => {
    const { io, out } = memoryWorld({
      'all/ours.png': picture,
      'all/photo.png': pixel,
      'all/large.bin': new Uint8Array(10_000),
    });
    expect(await run(['validate', 'all', '--json'], io)).toBe(0);
    expect(JSON.parse(out())).toMatchObject({
      files: [{ file: 'all/ours.png', format: 'png', resources: 1 }],
      counts: { vpc: 1 },
    });
    expect(out()).toContain('all/photo.png');
  });
});
