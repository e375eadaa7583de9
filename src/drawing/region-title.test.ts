import { describe, expect, it } from 'vitest';
import { network } from '../engine/notation.test-support.ts';
import type { Design } from '../model/index.ts';
import { sceneOf, type Layout } from './index.ts';
import { textWidth } from './text.ts';

const ACCOUNT = '123456789012';
const KEY = `region:${ACCOUNT}/eu-west-1`;

/** A Region of this width, with gateways that stand there on the edge of its VPC. */
function drawn(width: number, gates: readonly number[], language: 'en' | 'ja' = 'en') {
  const lines = gates.map((_, index) => `igw g${index} on v`).join('\n');
  const design: Design = network(`
    account ${ACCOUNT} region eu-west-1
    vpc v 10.0.0.0/16
    ${lines}`);
  const layout: Layout = {
    [KEY]: { x: 100, y: 100, width, height: 300 },
    v: { x: 24, y: 48, width: width - 48, height: 200 },
    ...Object.fromEntries(
      gates.map((x, index) => [`g${index}`, { x: x - 40, y: -16, width: 32, height: 32 }]),
    ),
  };
  const scene = sceneOf(design, layout, {}, { language });
  const region = scene.containers.find(({ key }) => key === KEY);
  const texts = (region?.marks ?? []).flatMap((mark) => {
    if (mark.mark !== 'text') return [];
    const { size, text, weight, anchor } = mark;
    const span = textWidth(text, size, weight);
    const x = anchor === 'end' ? mark.x - span : mark.x;
    return [{ text, from: x, to: x + span }];
  });
  return { texts, crossings: gates };
}

describe('the title of a Region', () => {
  it.each<[string, number, readonly number[], readonly string[]]>([
    ['with nothing above it', 400, [], ['Region eu-west-1', ACCOUNT]],
    ['with a line far to the right', 600, [400], ['Region eu-west-1', ACCOUNT]],
    ['with a line through the account number', 400, [200], ['Region eu-west-1', ACCOUNT]],
    ['with two lines, one to the right', 600, [180, 300], ['Region eu-west-1', ACCOUNT]],
    ['with no room on either side of the line', 240, [170], ['Region eu-west-1']],
    ['with a line through the name', 400, [110], ['Region…-1', ACCOUNT]],
  ])('%s is crossed by none', (_, width, gates, expected) => {
    const { texts, crossings } = drawn(width, gates);
    expect(texts).toHaveLength(expected.length);
    expect(texts.at(-1)?.text).toBe(expected.at(-1) === ACCOUNT ? ACCOUNT : texts[0]?.text);
    for (const { from, to } of texts) {
      expect(from).toBeGreaterThanOrEqual(0);
      expect(to).toBeLessThanOrEqual(width);
      for (const x of crossings) expect(from > x || to < x).toBe(true);
    }
  });

  it('keeps name and number apart in both languages', () => {
    for (const language of ['en', 'ja'] as const) {
      const { texts } = drawn(400, [210], language);
      const [name, account] = texts;
      expect(account && name && account.from > name.to).toBe(true);
    }
  });
});
