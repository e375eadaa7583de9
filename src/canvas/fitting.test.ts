import { describe, expect, it } from 'vitest';
import { drawCard, textWidth, type TextMark } from '../drawing/index.ts';
import { levelOf } from './camera.ts';
import { fittedText, zoomStep } from './fitting.ts';

const mark = (whole: string, room: number, from: 'middle' | 'top' = 'middle'): TextMark => ({
  mark: 'text',
  text: whole,
  x: 0,
  y: 20,
  size: 12,
  weight: 600,
  color: 'text',
  fit: { whole, room, from },
});

describe('a text on the screen', () => {
  const zooms = [0.1, 0.17, 0.25, 0.44, 0.45, 0.58, 0.7, 0.79, 0.81, 1, 1.6, 4];
  const names = ['web', 'subnet-12-public-a', 'a-name-that-is-much-longer-than-what-it-stands-on'];
  const cases = zooms.flatMap((zoom) => names.map((name) => [zoom, name] as const));
  it.each(cases)('at %d, %s is at least 10 pixels high and within its room, or not there', (zoom, name) => {
    for (const from of ['middle', 'top'] as const) {
      const lens = { zoom: zoomStep(zoom), isFar: zoom < 0.45 };
      const { text, size } = fittedText(mark(name, 90, from), lens);
      expect(size * zoom).toBeGreaterThanOrEqual(from === 'top' && lens.isFar ? 10.99 : 9.99);
      if (size > 12) expect(textWidth(text, size, 600)).toBeLessThanOrEqual(90);
    }
  });

  it('leaves out the middle of a name, and the whole name where nothing of it could be read', () => {
    expect(fittedText(mark('subnet-12-public-a', 90), { zoom: 0.6, isFar: false }).text).toMatch(/^s.*…\S+$/);
    expect(fittedText(mark('subnet-12-public-a', 90), { zoom: 0.15, isFar: true }).text).toBe('');
  });

  it('grows downwards where it stands under an edge', () => {
    const natural = fittedText(mark('web', 900, 'top'), { zoom: 1, isFar: false });
    const far = fittedText(mark('web', 900, 'top'), { zoom: 0.2, isFar: true });
    expect(natural.y).toBe(20);
    expect(far.y - far.size * 0.72).toBeCloseTo(natural.y - natural.size * 0.72);
  });
});

describe('the name and the second line of a card', () => {
  const look = {
    form: 'card',
    name: 'nat-a',
    glyph: 'natGateway',
    tile: 'c-net',
    isStopped: false,
    isPublic: false,
    hasIpv6: false,
  } as const;
  const addresses = ['10.0.0.9', '203.0.113.21', '2001:db8:1234:5678:9abc:def0:1234:5678'];
  const cases = addresses.flatMap((address) =>
    [0.5, 0.79, 0.8, 0.83, 0.9, 0.92, 1, 2].map((zoom) => [address, zoom] as const),
  );
  it.each(cases)('with %s at %d: the name once, in the middle where it stands alone', (address, zoom) => {
    const level = levelOf(zoom);
    const texts = drawCard({ ...look, secondLine: address }, { width: 128, height: 48 }, 'en')
      .filter((each): each is TextMark => each.mark === 'text')
      .filter(({ level: from = 0, until = 3 }) => from <= level && level <= until)
      .map((each) => fittedText(each, { zoom: zoomStep(zoom), isFar: level === 0 }))
      .filter(({ text }) => text !== '');
    const names = texts.filter(({ text }) => text === 'nat-a');
    expect(names).toHaveLength(1);
    expect((names[0]?.y ?? 0) > 24).toBe(texts.length === 1);
  });
});

describe('a step of zoom', () => {
  it.each([0.1, 0.3, 0.45, 0.8, 1, 2.7])('is at most a tenth under %d', (zoom) => {
    expect(zoomStep(zoom)).toBeLessThanOrEqual(zoom + 1e-6);
    expect(zoomStep(zoom) * 1.11).toBeGreaterThan(zoom);
  });
});
