import { describe, expect, it } from 'vitest';
import { network } from '../engine/notation.test-support.ts';
import { arrange } from '../layout/arrange.ts';
import { exampleDesign, seeds } from '../layout/designs.test-support.ts';
import type { Language } from '../model/index.ts';
import { isShownAt, type Level, type Mark } from './marks.ts';
import type { SceneItem, SceneOptions } from './draw-item.ts';
import { sceneOf, type Scene } from './scene.ts';
import { textWidth } from './text.ts';
import type { Tiers } from './tiers.ts';

const languages: readonly Language[] = ['en', 'ja'];

type TextMark = Extract<Mark, { readonly mark: 'text' }>;
const isText = (mark: Mark): mark is TextMark => mark.mark === 'text';

const textsOf = (item: SceneItem | undefined, level: Level = 2): string[] =>
  (item?.marks ?? [])
    .filter((mark) => isShownAt(mark, level))
    .filter(isText)
    .map(({ text }) => text);

const itemOf = (scene: Scene, key: string): SceneItem | undefined =>
  [...scene.containers, ...scene.nodes].find((item) => item.key === key);

const sceneFor = (text: string, tiers: Tiers = {}, options: Partial<SceneOptions> = {}): Scene => {
  const design = network(text);
  return sceneOf(design, arrange(design, tiers), tiers, { language: 'en', ...options });
};

describe('what is written on things', () => {
  const head = 'vpc v 10.0.0.0/16\nsubnet s 10.0.0.0/24 in v az 1a\n';
  it.each([
    ['an instance: its private address', 'instance i in s 10.0.0.20', 'i', ['i', '10.0.0.20']],
    ['a stopped one: that', 'instance i in s 10.0.0.20 stopped', 'i', ['i', 'stopped']],
    ['one that forwards: that', 'instance i in s 10.0.0.20 nocheck', 'i', ['i', 'forwards']],
    ['a NAT gateway: its public address', 'nat n in s eip 203.0.113.5', 'n', ['n', '203.0.113.5']],
    ['a private NAT gateway: that', 'nat n in s private', 'n', ['n', 'private']],
    ['an interface: its private address', 'eni x in s 10.0.0.9', 'x', ['x', '10.0.0.9']],
    [
      'an instance with IPv6: the mark',
      'instance i in s 10.0.0.20 2001:db8::1',
      'i',
      ['i', '10.0.0.20', '6'],
    ],
    ['a VPC: name and block', '', 'v', ['v', '10.0.0.0/16']],
    ['a zone: its name', '', 'az:v/1a', ['1a']],
    ['a gateway: its name', 'igw g on v', 'g', ['g']],
    ['the internet', 'igw g on v', 'internet', ['Internet']],
  ])('%s', (_, text, key, expected) => {
    expect(textsOf(itemOf(sceneFor(head + text), key))).toEqual(expected);
  });

  it.each([
    ['one pill', '10.0.0.0/24', { 4: 'egress', 6: 'isolated' }, ['Egress', 's', '10.0.0.0/24']],
    [
      'a second pill where IPv6 differs',
      '10.0.0.0/24 2001:db8:1::/64',
      { 4: 'egress', 6: 'public' },
      ['Egress', 'IPv6 Public', '2001:db8:1::/64', 's', '10.0.0.0/24'],
    ],
    [
      'one where it is the same',
      '10.0.0.0/24 2001:db8:1::/64',
      { 4: 'public', 6: 'public' },
      ['Public', 's', '10.0.0.0/24'],
    ],
    [
      'IPv6 alone',
      '2001:db8:1::/64 native',
      { 4: 'isolated', 6: 'public' },
      ['IPv6 Public', 's', '2001:db8:1::/64'],
    ],
  ] as const)('a subnet: %s', (_, blocks, pair, expected) => {
    const scene = sceneFor(`vpc v 10.0.0.0/16\nsubnet s ${blocks} in v`, { s: pair });
    expect(textsOf(itemOf(scene, 's'))).toEqual(expected);
  });

  it('a subnet without a tier: no pill', () => {
    expect(textsOf(itemOf(sceneFor('vpc v 10.0.0.0/16\nsubnet s 10.0.0.0/24 in v'), 's'))).toEqual([
      's',
      '10.0.0.0/24',
    ]);
  });

  it.each([
    ['10.0.0.0/24', [4], ['Cannot tell']],
    ['10.0.0.0/24', [], ['Private']],
    ['10.0.0.0/24', [6], ['Private']],
    ['10.0.0.0/24 2001:db8::/64', [6], ['Private', 'IPv6 Cannot tell']],
    ['10.0.0.0/24 2001:db8::/64', [4, 6], ['Cannot tell']],
  ] as const)(
    'a tier that cannot be told of %s, %j: no word that was not worked out',
    (blocks, untold, words) => {
      const scene = sceneFor(`vpc v 10.0.0.0/16 2001:db8::/56\nsubnet s ${blocks} in v`, {
        s: { 4: 'private', 6: 'private', undetermined: untold },
      });
      const item = itemOf(scene, 's');
      const said = textsOf(item).filter((text) => /Private|Public|Egress|Isolated|Cannot tell/.test(text));
      expect(said).toEqual(words);
      const symbols = (item?.marks ?? []).filter(
        (mark) => mark.mark === 'symbol' || (mark.mark === 'glyph' && mark.glyph === 'tierUndetermined'),
      );
      // In the pill, and instead of the pill from afar.
      const isOwnUntold = (untold as readonly number[]).includes(4);
      for (const level of [0, 1, 2, 3] as const) {
        expect(
          symbols.some((mark) => isShownAt(mark, level)),
          `at level ${level}`,
        ).toBe(isOwnUntold || (level >= 2 && words.length > 1));
      }
    },
  );

  it('a name that claims another tier: a symbol before the pill', () => {
    const scene = sceneFor(
      'vpc v 10.0.0.0/16\nsubnet s 10.0.0.0/24 in v',
      { s: { 4: 'public', 6: 'isolated' } },
      { contradicted: new Set(['s']) },
    );
    expect(itemOf(scene, 's')?.marks.find(({ mark }) => mark === 'symbol')).toMatchObject({
      symbol: 'warning',
    });
  });

  it('speaks Japanese', () => {
    const scene = sceneFor(
      'vpc v 10.0.0.0/16\nsubnet s 10.0.0.0/24 in v\nigw g on v',
      { s: { 4: 'egress', 6: 'isolated' } },
      {
        language: 'ja',
      },
    );
    expect(textsOf(itemOf(scene, 's'))).toContain('外向きのみ');
    expect(textsOf(itemOf(scene, 'internet'))).toEqual(['インターネット']);
  });

  it('hides addresses from afar, and names too', () => {
    const scene = sceneFor(`${head}instance i in s 10.0.0.20`);
    expect(textsOf(itemOf(scene, 'i'), 1)).toEqual(['i']);
    expect(textsOf(itemOf(scene, 'i'), 0)).toEqual([]);
  });

  it('puts badges on corners and numbers on them', () => {
    const badges = new Map([['i', { severity: 'error', count: 1, number: 7 } as const]]);
    const badge = itemOf(sceneFor(`${head}instance i in s`, {}, { badges }), 'i')?.badge ?? [];
    expect(badge.filter(isText).map(({ text }) => text)).toEqual(['7']);
    expect(badge.some((mark) => mark.mark === 'symbol' && mark.symbol === 'error')).toBe(true);
  });
});

describe('any scene', () => {
  it.each(seeds.slice(0, 12))('keeps every text inside its box, whole names apart: %i', (seed) => {
    const { design, tiers } = exampleDesign(seed);
    const layout = arrange(design, tiers);
    for (const language of languages) {
      const scene = sceneOf(design, layout, tiers, { language });
      expect([...scene.containers, ...scene.nodes].flatMap(outsideTexts)).toEqual([]);
      expect([...scene.containers, ...scene.nodes].flatMap(overlappingTexts)).toEqual([]);
    }
  });

  it('is the same every time', () => {
    const { design, tiers } = exampleDesign(5);
    const layout = arrange(design, tiers);
    expect(sceneOf(design, layout, tiers, { language: 'en' })).toEqual(
      sceneOf(design, layout, tiers, { language: 'en' }),
    );
  });

  it('draws small boxes of other tools: tile and name under it', () => {
    const design = network(
      'vpc v 10.0.0.0/16\nsubnet s 10.0.0.0/24 in v\ninstance app-server-1 in s 10.0.0.4',
    );
    const layout = {
      v: { x: 0, y: 0, width: 304, height: 200 },
      s: { x: 16, y: 40, width: 200, height: 120 },
      'app-server-1': { x: 32, y: 40, width: 48, height: 48 },
    };
    const item = itemOf(sceneOf(design, layout, {}, { language: 'en' }), 'app-server-1');
    expect(item && outsideTexts(item)).toEqual([]);
    expect(textsOf(item)).toHaveLength(1);
  });
});

/** Gates have their label beside them; all others write inside their box, 6 px from its edges. */
function outsideTexts({ key, kind, box, marks }: SceneItem): string[] {
  if (kind === 'internetGateway' || kind === 'egressOnlyInternetGateway') return [];
  const least = box.width < 96 ? 4 : 6;
  return marks.filter(isText).flatMap((mark) => {
    const { left, right } = extentOf(mark);
    const isInside = left >= least && right <= box.width - least && mark.y >= 10 && mark.y <= box.height - 4;
    return isInside ? [] : [`${key}: ${mark.text}`];
  });
}

function extentOf({ text, x, size, weight, anchor }: TextMark): {
  readonly left: number;
  readonly right: number;
} {
  const width = textWidth(text, size, weight);
  const left = anchor === 'end' ? x - width : anchor === 'middle' ? x - width / 2 : x;
  return { left, right: left + width };
}

/** Texts of one thing that run into each other on one line. */
function overlappingTexts({ key, marks }: SceneItem): string[] {
  const texts = marks.filter((mark) => isShownAt(mark, 2)).filter(isText);
  return texts.flatMap((a, index) =>
    texts.slice(index + 1).flatMap((b) => {
      const [p, q] = [extentOf(a), extentOf(b)];
      const isClash = Math.abs(a.y - b.y) < 10 && p.left < q.right && q.left < p.right;
      return isClash ? [`${key}: ${a.text} over ${b.text}`] : [];
    }),
  );
}
