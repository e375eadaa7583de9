import { describe, expect, it } from 'vitest';
import { allCommands } from '../../app/index.ts';
import { widgetKeys } from './widget-keys.ts';

const places = { canvas: ['canvas'], outline: ['outline'], drawing: ['canvas', 'outline'] };

describe('the keys of canvas and outline', () => {
  it('leaves to a place the keys that its own list has', () => {
    const own = widgetKeys.flatMap(({ keys, where }) => keys.map((key) => `${key} ${where}`));
    const bound = allCommands.flatMap(({ shortcuts = [], scope }) =>
      (scope === undefined ? [] : places[scope]).flatMap((place) =>
        shortcuts.map((shortcut) => `${shortcut} ${place}`),
      ),
    );
    // The arrows step through hops while a path is shown and nothing is selected.
    const both = own.filter((key) => bound.includes(key));
    expect(both.filter((key) => !/^Arrow(Left|Right) canvas$/.test(key))).toEqual([]);
  });

  it.each(widgetKeys)('$label.en: told in both languages', ({ label }) => {
    expect(label.ja).toMatch(/[\u3040-\u30ff\u4e00-\u9fff]/);
  });
});
