import { describe, expect, it } from 'vitest';
import { pickFiles } from './index.ts';

describe('B-31 files of a folder', () => {
  it.each([
    ['vpcs.json', true],
    ['a/b/c/d/e/vpcs.json', true],
    ['a/b/c/d/e/f/vpcs.json', false],
    ['account/.git/config', false],
    ['.DS_Store', false],
    ['node_modules/x/package.json', false],
    ['terraform.tfstate.backup', false],
    ['terraform.tfstate', true],
  ])('%s: %s', (path, isRead) => {
    expect(pickFiles([path]).read).toEqual(isRead ? [path] : []);
    expect(pickFiles([path]).skipped).toEqual(isRead ? [] : [{ path, why: 'skipped' }]);
  });

  it('reads 2,000 files and names the rest', () => {
    const { read, skipped } = pickFiles(Array.from({ length: 2001 }, (_, index) => `${index}.json`));
    expect(read.length).toBe(2000);
    expect(skipped).toEqual([{ path: '2000.json', why: 'too-many-files' }]);
  });
});
