import { describe, expect, it } from 'vitest';
import { sceneOf, textWidth, tokens, type Theme, type Tiers } from '../../drawing/index.ts';
import { network } from '../../engine/notation.test-support.ts';
import { arrange } from '../../layout/arrange.ts';
import { exampleDesign } from '../../layout/designs.test-support.ts';
import type { Design, Language } from '../../model/index.ts';
import { fromBase64, toBase64 } from './base64.ts';
import { escapeXml } from './escape.ts';
import { extractDesign } from './extract-design.ts';
import { packDesign, unpackDesign } from './packed-design.ts';
import { pullXml } from './pull-parser.ts';
import { writeSvg, type SvgOptions } from './write-svg.ts';

const tiers: Tiers = { s: { 4: 'public', 6: 'isolated' } };
const small = network(`
  vpc v 10.0.0.0/16
  igw g on v
  subnet s 10.0.0.0/24 in v az 1a
  instance i in s 10.0.0.20
  table t in v: s ; 0.0.0.0/0 > g`);

const written = (design: Design, tiers: Tiers, options: Partial<SvgOptions> = {}): string => {
  const language = options.language ?? 'en';
  const scene = sceneOf(design, arrange(design, tiers), tiers, { language });
  return writeSvg(scene, { title: 'shop', theme: 'light', language, embedDesign: undefined, ...options });
};

/** Names of elements in the order they open. */
function elementsOf(svg: string): string[] {
  const names: string[] = [];
  const fault = pullXml(svg, (event) => {
    if (event.event === 'open') names.push(event.name.local);
  });
  expect(fault).toBeUndefined();
  return names;
}

describe('the written picture', () => {
  const svg = written(small, tiers, { embedDesign: '{"schema":"x"}' });

  it.each([
    ['a title first', /^<svg [^>]*>\n<title id="vpc-designer-title">shop<\/title>\n<desc /],
    [
      'the role of an image, named by title and description',
      /role="img" aria-labelledby="vpc-designer-title vpc-designer-description"/,
    ],
    [
      'who holds what in its description',
      /<desc [^>]*>Network diagram\. VPC v 10\.0\.0\.0\/16: s \(10\.0\.0\.0\/24, Public\)<\/desc>/,
    ],
    [
      'the design in its metadata',
      /<metadata><design xmlns="urn:vpc-designer:design" encoding="deflate-raw\+base64">[\w+/=]+<\/design><\/metadata>/,
    ],
    ['text as text', /<text [^>]*>10\.0\.0\.20<\/text>/],
    [
      'the length of its text, whatever font is there',
      /<text [^>]*textLength="[\d.]+" lengthAdjust="spacingAndGlyphs">10\.0\.0\.20<\/text>/,
    ],
    ['each thing by id and kind', /<g data-id="i" data-kind="instance" /],
    ['each line by id and style', /<g data-id="route:s&gt;g" data-kind="attachment">/],
    ['a legend of tiers', />Isolated<\/text>/],
    ['a title block', />1 VPC, 1 subnet, 2 other resources<\/text>/],
  ])('has %s', (_, pattern) => expect(svg).toMatch(pattern));

  it('says of a tier that cannot be told that it cannot, in the subnet and in the legend, and elsewhere nothing', () => {
    const untold = written(small, { s: { 4: 'public', 6: 'isolated', undetermined: [4] } });
    const said = (picture: string, word: string) => picture.split(`>${word}</text>`).length - 1;
    expect([said(untold, 'Cannot tell'), said(untold, 'Public')]).toEqual([2, 1]);
    expect([said(svg, 'Cannot tell'), said(svg, 'Public')]).toEqual([0, 2]);
    expect(untold).toContain('s (10.0.0.0/24, Cannot tell)');
  });

  it.each(['foreignObject', 'script', 'style', 'image', 'a'])('has no <%s>', (name) => {
    expect(elementsOf(svg)).not.toContain(name);
  });

  it('refers to nothing outside, and to every icon inside, once', () => {
    const ids = [...svg.matchAll(/<symbol id="([^"]+)"/g)].map(([, id]) => id);
    const uses = new Set([...svg.matchAll(/href="([^"]*)"/g)].map(([, target]) => target));
    expect(new Set(ids).size).toBe(ids.length);
    expect(uses).toEqual(new Set(ids.map((id) => `#${id}`)));
    expect(svg).not.toMatch(/url\(|var\(|currentColor|https?:\/\/(?!www\.w3\.org\/2000\/svg)/);
  });

  const themes: readonly Theme[] = ['light', 'dark'];
  it.each(themes)('has the colours of the %s theme and no others', (theme) => {
    const own = new Set(Object.values(tokens).map((pair) => pair[theme]));
    const used = new Set(written(small, tiers, { theme }).match(/#[0-9A-Fa-f]{6}\b/g));
    expect([...used].filter((color) => !own.has(color))).toEqual([]);
  });

  const languages: readonly Language[] = ['en', 'ja'];
  it.each(languages)('is well-formed and the same twice in %s (X-3)', (language) => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const { design, tiers } = exampleDesign(seed);
      const options = { language, embedDesign: JSON.stringify(design) };
      const svg = written(design, tiers, options);
      expect(elementsOf(svg)[0]).toBe('svg');
      expect(written(design, tiers, options)).toBe(svg);
    }
  });

  it('speaks Japanese', () => {
    const svg = written(small, tiers, { language: 'ja' });
    expect(svg).toContain('>パブリック</text>');
    expect(svg).toContain('ネットワーク図');
  });

  it('is written for nothing at all', () => {
    expect(elementsOf(written(network(''), {}))[0]).toBe('svg');
  });

  it.each([
    ['light', ['aws-instance', 'aws-internet', 'aws-internetGateway', 'aws-vpc']],
    ['dark', ['aws-instance', 'aws-internetGateway', 'aws-vpc']],
  ] as const)("takes AWS's icons in %s if asked, once each, where they can be seen", (theme, expected) => {
    const svg = written(small, tiers, { theme, icons: 'aws' });
    expect([...svg.matchAll(/<symbol id="(aws-[^"]+)"/g)].map(([, id]) => id)).toEqual(expected);
    expect(svg).not.toContain('glyph-instance');
    expect(elementsOf(svg)[0]).toBe('svg');
  });

  it.each([
    ['en', '2 errors, 1 note'],
    ['ja', 'エラー 2 件、注記 1 件'],
  ] as const)('counts findings by severity in its title block: %s', (language, words) => {
    const severities = ['error', 'note', 'error'] as const;
    const findings = severities.map((severity, index) => ({ severity, number: index + 1, text: 'x' }));
    expect(written(small, tiers, { language, findings })).toContain(`>${words}</text>`);
    expect(written(small, tiers, { language, findings, under: ['title'] })).not.toContain(words);
  });

  it('lists findings by number', () => {
    const svg = written(small, tiers, { findings: [{ severity: 'error', number: 3, text: 'SSH is open' }] });
    expect(svg).toMatch(/>3<\/text><text [^>]*>SSH is open<\/text>/);
  });

  it.each([
    ['en', Array.from({ length: 60 }, (_, index) => `word${index}`).join(' ')],
    ['ja', 'セキュリティグループのルールが重複しています。'.repeat(12)],
    ['en', 'x'.repeat(400)],
  ] as const)('breaks a long finding in %s over lines and cuts nothing off', (language, text) => {
    const svg = written(small, tiers, { language, findings: [{ severity: 'note', number: 1, text }] });
    const width = Number(/^<svg [^>]*width="(\d+)"/.exec(svg)?.[1]);
    const tail = svg.slice(svg.indexOf('>1</text>') + 9);
    const rows = [...tail.matchAll(/<text x="([\d.]+)"[^>]*>([^<]+)<\/text>/g)];
    expect(
      rows
        .map(([, , row]) => row)
        .join('')
        .replaceAll(' ', ''),
    ).toBe(text.replaceAll(' ', ''));
    for (const [, x = '', row = ''] of rows) expect(Number(x) + textWidth(row, 12)).toBeLessThan(width);
  });

  it('never breaks inside an id or an address', () => {
    const ids = ['(i-0a1b2c3d4e5f60001)', '10.20.0.0/16', '2001:db8:0:aa00::10', '1024–65535'];
    const text = Array.from({ length: 30 }, (_, index) => ids[index % ids.length]).join(' ');
    const svg = written(small, tiers, { findings: [{ severity: 'note', number: 1, text }] });
    const tail = svg.slice(svg.indexOf('>1</text>') + 9);
    const parts = [...tail.matchAll(/<text [^>]*>([^<]+)<\/text>/g)].flatMap(([, row = '']) =>
      row.split(' '),
    );
    expect(parts).toHaveLength(30);
    expect(parts.every((part) => ids.includes(part))).toBe(true);
  });

  it.each<[string, Partial<SvgOptions>, RegExp, RegExp]>([
    ['no legend', { under: ['title'] }, />shop<\/text>/, />Isolated<\/text>/],
    ['no title block', { under: ['legend'] }, />Isolated<\/text>/, />shop<\/text>/],
    ['nothing under it', { under: [] }, />10\.0\.0\.20<\/text>/, />shop<\/text>|>Isolated</],
    ['no addresses', { words: 'no addresses', under: [] }, />Public<\/text>/, />10\.0\.0\.\d/],
    ['no words at all', { words: 'none', under: [] }, /glyph-instance/, /<text/],
    ['a grid', { ground: 'grid' }, /<pattern id="grid"/, /undefined/],
    ['white paper', { theme: 'print' }, /fill="#000000"/, /fill="#F5F6F8"|fill="#F3F7E9"/],
    ['a part', { only: new Set(['s']), under: [] }, /data-id="i"/, /data-id="g"|data-id="attachment/],
  ])('can have %s', (_, options, has, lacks) => {
    const svg = written(small, tiers, options);
    expect(svg).toMatch(has);
    expect(svg).not.toMatch(lacks);
    expect(elementsOf(svg)[0]).toBe('svg');
  });
});

/** B-25 */
const hostile = [
  '<script>alert(1)</script>',
  '" onload="alert(1)',
  "' onload='alert(1)",
  'javascript:alert(1)',
  ']]>',
  '</title><script>',
  '--><!--',
  '&amp;&lt;&#0;',
  '🚀👨‍👩‍👧',
  'gnp.\u202ecod',
  'a\u200bb',
  'NUL\u0000\u0001\u001f',
  '\ud800 alone',
  '\uffff',
  'x'.repeat(10_000),
];

describe('names that would break out (X-4, B-25)', () => {
  it.each([
    ['<b>', '&lt;b&gt;'],
    ['"\'', '&quot;&apos;'],
    ['&amp;', '&amp;amp;'],
    ['a\u0000b', 'ab'],
    ['\u202e', '[RLO]'],
    ['\ud800', '\ufffd'],
    ['\udc00x', '\ufffdx'],
    ['🚀', '🚀'],
  ])('%j is written %j', (text, expected) => expect(escapeXml(text)).toBe(expected));

  it.each(hostile)('%j stays a name', (name) => {
    const design: Design = {
      ...small,
      name,
      resources: Object.fromEntries(
        Object.entries(small.resources).map(([id, resource]) => [id, { ...resource, tags: { Name: name } }]),
      ),
    };
    const svg = written(design, tiers, { title: name, embedDesign: JSON.stringify(design) });
    expect(Number(/width="(\d+)"/.exec(svg)?.[1])).toBeLessThan(1500);
    const plain = elementsOf(written(small, tiers, { embedDesign: '' }));
    expect(new Set(elementsOf(svg))).toEqual(new Set(plain));
    // oxlint-disable-next-line no-control-regex -- these must be gone
    expect(svg).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u202a-\u202e\u2066-\u2069\uffff]/);
    const read = extractDesign(svg);
    expect(read).toEqual({ ok: true, value: { found: 'design', text: JSON.stringify(design) } });
  });

  it('stays a name as an id too', () => {
    const id = '"><script>';
    const design: Design = {
      ...small,
      resources: { ...small.resources, [id]: { kind: 'instance', subnetId: 's' } },
    };
    expect(elementsOf(written(design, tiers))).not.toContain('script');
  });
});

describe('the design inside', () => {
  it.each([[''], ['{}'], ['日本語 🚀'], ['x'.repeat(5000) + Math.PI]])('comes back: %j', (text) => {
    expect(unpackDesign(packDesign(text))).toEqual({ ok: true, value: text });
  });

  it.each([
    ['', ''],
    ['f', 'Zg=='],
    ['fo', 'Zm8='],
    ['foo', 'Zm9v'],
    ['foobar', 'Zm9vYmFy'],
  ])('base64 of %j is %j (RFC 4648)', (text, expected) => {
    const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
    expect(toBase64(bytes)).toBe(expected);
    expect(fromBase64(expected)).toEqual(bytes);
  });

  it.each(['Zg', 'Zg=', 'Z', 'Z===', 'Zm9v*', 'Zm9v====', '=Zm9'])('base64 %j is refused', (text) => {
    expect(fromBase64(text)).toBeUndefined();
  });

  const wrap = (inner: string, head = ''): string =>
    `${head}<svg xmlns="http://www.w3.org/2000/svg">${inner}</svg>`;
  const design = (text: string): string =>
    `<design xmlns="urn:vpc-designer:design" encoding="deflate-raw+base64">${text}</design>`;
  const sound = design(packDesign('{"a":1}'));
  const bomb = packDesign('0'.repeat(30_000_000));
  const dense = packDesign('0'.repeat(1_000_000));

  it.each([
    ['our own', wrap(`<metadata>${sound}</metadata>`)],
    [
      'after a declaration, a comment and a byte order mark',
      wrap(sound, '\uFEFF<?xml version="1.0"?><!-- x -->\n'),
    ],
    [
      'under a prefix that another tool chose',
      wrap(sound.replace('<design xmlns=', '<ns0:design xmlns:ns0=').replace('</design>', '</ns0:design>')),
    ],
    ['broken into lines', wrap(design(packDesign('{"a":1}').replaceAll(/(.{4})/g, '$1\n  ')))],
    ['in a section of characters', wrap(design(`<![CDATA[${packDesign('{"a":1}')}]]>`))],
  ])('is found: %s', (_, svg) => {
    expect(extractDesign(svg)).toEqual({ ok: true, value: { found: 'design', text: '{"a":1}' } });
  });

  it.each([
    ['a picture without metadata', wrap('<g/>')],
    ['an element of that name from elsewhere', wrap('<design encoding="deflate-raw+base64">AA==</design>')],
  ])('is missing: %s', (_, svg) => {
    expect(extractDesign(svg)).toEqual({ ok: true, value: { found: 'picture only' } });
  });

  it.each([
    ['two designs (B-24)', wrap(sound + sound), 'two-designs'],
    ['a document type (B-23)', wrap(sound, '<!DOCTYPE svg>'), 'document-type'],
    [
      'an entity of its own (B-23)',
      `<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>${wrap(design('&x;'))}`,
      'document-type',
    ],
    ['an entity that nobody declared', wrap('<text>&nbsp;</text>'), 'unknown-entity'],
    ['an entity in an attribute', wrap('<text x="&x;"/>'), 'unknown-entity'],
    ['the end missing', wrap(sound).slice(0, -3), 'not-well-formed'],
    ['tags that cross', wrap('<g><a></g></a>'), 'not-well-formed'],
    ['an attribute twice', wrap('<g a="1" a="2"/>'), 'not-well-formed'],
    ['text outside', `${wrap('')}tail`, 'not-well-formed'],
    ['two roots', wrap('') + wrap(''), 'not-well-formed'],
    ['an unknown prefix', wrap('<x:y/>'), 'not-well-formed'],
    ['nothing', '', 'not-well-formed'],
    ['no XML', '{"schema": 1}', 'not-well-formed'],
    ['depth', wrap('<g>'.repeat(5000)), 'too-deep'],
    ['another root', '<html xmlns="http://www.w3.org/1999/xhtml"/>', 'not-svg'],
    ['an svg of no namespace', '<svg/>', 'not-svg'],
    ['another encoding', wrap(sound.replace('deflate-raw', 'gzip')), 'unknown-encoding'],
    ['cut base64 (B-22)', wrap(design(packDesign('{"a":1}').slice(0, -3))), 'damaged-text'],
    ['other characters (B-22)', wrap(design('!!!!')), 'damaged-text'],
    ['data that is no deflate (B-22)', wrap(design('/////w==')), 'damaged-data'],
    [
      'data cut short (B-22)',
      wrap(design(packDesign('x'.repeat(300) + Math.PI).slice(0, 8))),
      'damaged-data',
    ],
    ['a bomb over 20 MB (B-22)', wrap(design(bomb)), 'too-large'],
    ['a bomb over 200:1 (B-22)', wrap(design(dense)), 'too-large'],
  ])('is refused: %s', (_, svg, code) => {
    const read = extractDesign(svg);
    expect(read.ok ? read.value : read.problem.code).toBe(code);
  });

  it('says where the fault lies', () => {
    expect(extractDesign('<svg xmlns="http://www.w3.org/2000/svg"><a></b></svg>')).toEqual({
      ok: false,
      problem: { code: 'not-well-formed', offset: 43 },
    });
  });

  it('never throws, whatever it is given', () => {
    const { length } = wrap(sound);
    for (let cut = 0; cut < length; cut += 3) {
      expect(() => extractDesign(wrap(sound).slice(0, cut))).not.toThrow();
      expect(() =>
        extractDesign(`${wrap(sound).slice(0, cut)}<&"\u0000${wrap(sound).slice(cut)}`),
      ).not.toThrow();
    }
  });
});
