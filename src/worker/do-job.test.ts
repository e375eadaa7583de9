import { describe, expect, it } from 'vitest';
import blockedReply from '../../samples/blocked-reply.json?raw';
import twoTier from '../../samples/two-tier.vpcd.json?raw';
import { edgesOf, factsOf } from '../drawing/index.ts';
import { emptyDesign } from '../model/index.ts';
import { doJob } from './do-job.ts';
import type { PickedFile, PictureOptions } from './jobs.ts';

const file = (path: string, content: unknown): PickedFile => ({
  path,
  bytes: Uint8Array.from(
    new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content)),
  ),
});

const { NetworkAcls, ...rest } = JSON.parse(blockedReply) as Readonly<Record<string, unknown>>;
const open = doJob('read', { files: [file('a.json', rest)] }).report.design;

describe('reading', () => {
  it('lays out what is read, and plans nothing where nothing is open', () => {
    const { report, addition, likely } = doJob('read', { files: [file('a.json', blockedReply)] });
    expect([likely, addition, report.notUnderstood]).toEqual(['new', undefined, []]);
    const drawn = Object.keys(report.design.resources).filter((id) => /^(?:vpc|subnet|i)-/.test(id));
    expect(drawn.every((id) => Object.hasOwn(report.design.layout, id))).toBe(true);
  });

  it.each<[string, unknown, 'add' | 'new']>([
    ['more of the same VPC', { NetworkAcls }, 'add'],
    ['the same again', rest, 'add'],
    ['an answer without elements', { NatGateways: [] }, 'add'],
    ['another VPC', { Vpcs: [{ VpcId: 'vpc-9', CidrBlock: '10.9.0.0/16' }] }, 'new'],
  ])('%s is likely meant as %3$s', (_, content, expected) => {
    const { likely, addition } = doJob('read', { files: [file('b.json', content)], open });
    expect(likely).toBe(expected);
    const { layout } = addition?.design ?? emptyDesign('');
    for (const [key, box] of Object.entries(open.layout)) expect(layout[key]).toEqual(box);
  });

  it.each<[string, readonly string[], string]>([
    ['one file by its own name', ['shop.json'], 'shop'],
    ['a folder by the folder', ['account/a.json', 'account/b.json'], 'account'],
    ['loose answers of one VPC by the VPC', ['a.json', 'b.json'], 'reply'],
  ])('calls %s', (_, paths, name) => {
    const files = paths.map((path, index) => file(path, index === 0 ? blockedReply : { NatGateways: [] }));
    expect(doJob('read', { files }).report.design.name).toBe(name);
  });

  it('tells which paths a missing fact leaves open, and that none is when it is there', () => {
    const before = doJob('undetermined', { design: open });
    const first = before.some[0];
    expect([before.count, first?.fromName, first?.toName]).toEqual([1, 'front', 'data']);
    expect(first?.unknowns.map(({ obtain }) => obtain)).toContain('aws ec2 describe-network-acls');
    const { design } = doJob('add', { open, files: [file('b.json', { NetworkAcls })] });
    expect(doJob('undetermined', { design })).toEqual({ count: 0, some: [] });
  });

  it('shows the lines around a place', () => {
    const text = file('a.json', ['one', 'two', 'three', 'x'.repeat(900)].join('\r\n'));
    expect(doJob('excerpt', { file: text, line: 2, column: 1 })).toMatchObject({ first: 1, line: 2 });
    expect(doJob('excerpt', { file: text, line: 9, column: 1 })).toBeUndefined();
    const long = doJob('excerpt', { file: text, line: 4, column: 600 })?.lines[3] ?? '';
    expect([long.length < 300, long.startsWith('…'), long.endsWith('…')]).toEqual([true, true, true]);
  });
});

const [subnet = ''] = Object.entries(open.resources).flatMap(([id, { kind }]) =>
  kind === 'subnet' ? [id] : [],
);
const usual: PictureOptions = {
  theme: 'light',
  language: 'en',
  icons: 'own',
  show: ['tiers', 'addresses', 'findings', 'title', 'design'],
  ids: 'shown',
  publicAddresses: 'shown',
};
const found = Object.keys(open.resources).map((resource) => ({
  at: [resource],
  severity: 'note' as const,
  text: `about ${resource}`,
}));

describe('a picture', () => {
  it.each<[string, Partial<PictureOptions>, RegExp, RegExp]>([
    ['as usual', {}, /<metadata>/, /undefined/],
    ['without the design', { show: ['tiers'] }, /Isolated|Public/, /<metadata>/],
    ['without tiers', { show: ['title'] }, />\d VPC/, />Isolated<|>Public</],
    ['without findings', { show: ['title', 'tiers'] }, /<svg/, /about /],
    [
      'of a part, with what is found there',
      { only: [subnet] },
      new RegExp(`about ${subnet}`),
      /<metadata>|about vpc-/,
    ],
    ['with ids hidden', { ids: 'hidden' }, /about vpc\.1/, /\b(?:i|subnet|vpc|sg)-[0-9a-f]{8}|about vpc-/],
  ])('%s', (_, change, has, lacks) => {
    const { svg, width, height } = doJob('picture', {
      design: open,
      options: { ...usual, ...change },
      findings: found,
    });
    expect(svg).toMatch(has);
    expect(svg).not.toMatch(lacks);
    expect([width > 100, height > 100]).toEqual([true, true]);
  });

  it('wears the number of a finding where that shows itself, and draws a line that it warns of', () => {
    const { design } = doJob('read', { files: [file('a.vpcd.json', twoTier)] }).report;
    const draw = (at: readonly string[], warnings: readonly string[] = []) =>
      doJob('picture', {
        design,
        options: usual,
        findings: [{ at, severity: 'warning', text: 'about two' }],
        warnings: new Set(warnings),
      }).svg;
    const numbersIn = (svg: string): number => svg.match(/>1<\/text>/g)?.length ?? 0;
    const vpcs = Object.keys(design.resources).filter((id) => design.resources[id]?.kind === 'vpc');
    expect(numbersIn(draw(vpcs))).toBe(numbersIn(draw([])) + vpcs.length);
    const line = edgesOf(factsOf(design), {}).find(({ style }) => style === 'route');
    const hasWarned = [[], [line?.id ?? '']].map((ids) => draw([], ids).includes('Route with a warning'));
    expect(hasWarned).toEqual([false, true]);
  });

  it('of a part carries no design for a PNG either', () => {
    const { texts } = doJob('picture', { design: open, options: { ...usual, only: [subnet] }, findings: [] });
    expect(texts).toMatchObject({ title: open.name, design: undefined });
  });

  it('as a preview has words, as a thumbnail none', () => {
    const draw = (size: 'thumbnail' | 'large') =>
      doJob('preview', { design: open, options: { theme: 'dark', language: 'ja', size } });
    expect([/<text/.test(draw('large')), /<text/.test(draw('thumbnail'))]).toEqual([true, false]);
  });
});
