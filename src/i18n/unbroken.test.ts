import { describe, expect, it } from 'vitest';
import { unbroken, unbrokenTexts } from './unbroken.ts';

/** A middle dot stands for a space that no line breaks at. */
const shown = (text: string): string => unbroken(text).replaceAll('\u00a0', '·');

describe('Japanese texts on their lines', () => {
  it.each([
    ['要件を 3 件保存しました', '要件を 3·件保存しました'],
    ['web-1 から db-1 に到達できる', 'web-1·から db-1·に到達できる'],
    ['sg-web のインバウンドルール 2。', 'sg-web·のインバウンドルール·2。'],
    ['VPC 接続', 'VPC 接続'],
    ['サブネット 10.0.10.0/24', 'サブネット 10.0.10.0/24'],
    ['3 resources in a VPC', '3 resources in a VPC'],
  ])('%s', (text, wanted) => expect(shown(text)).toBe(wanted));

  it('does the same to texts and to functions that make them, once for each section', () => {
    const texts = { plain: '2 件', made: (count: number) => `${count} 件` };
    expect(unbrokenTexts(texts).plain).toBe('2\u00a0件');
    expect(unbrokenTexts(texts).made(5)).toBe('5\u00a0件');
    expect(unbrokenTexts(texts)).toBe(unbrokenTexts(texts));
  });
});
