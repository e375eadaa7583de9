import { describe, expect, it } from 'vitest';
import { keepSettings, readSettings } from './settings.ts';
import { createAppStore } from './store.ts';

describe('settings', () => {
  const plain = { language: 'en', theme: 'system', singleKeys: 'on', zoneRows: 'hidden' };
  const cases: readonly (readonly [string | null, readonly string[], object])[] = [
    [null, ['en-US'], plain],
    [null, ['fr', 'ja-JP', 'en'], { ...plain, language: 'ja' }],
    ['{"language":"ja","theme":"dark"}', ['en'], { ...plain, language: 'ja', theme: 'dark' }],
    ['{"singleKeys":"off","zoneRows":"shown"}', ['en'], { ...plain, singleKeys: 'off', zoneRows: 'shown' }],
    ['{"language":"xx","theme":7,"singleKeys":null}', ['en'], plain],
    ['not json', ['ja'], { ...plain, language: 'ja' }],
    ['7', ['en'], plain],
  ];
  it.each(cases)('kept as %j, spoken %j', (kept, spoken, wanted) => {
    expect(readSettings({ getItem: () => kept, setItem: () => undefined }, spoken)).toEqual(wanted);
  });

  it('are kept when one changes', () => {
    const store = createAppStore();
    const kept: string[] = [];
    keepSettings(store, { getItem: () => null, setItem: (_, value) => kept.push(value) });
    store.setView({ zoom: 2 });
    store.setView({ language: 'ja' });
    store.setView({ singleKeys: 'off' });
    expect(kept.map((text): unknown => JSON.parse(text))).toEqual([
      { ...plain, language: 'ja' },
      { ...plain, language: 'ja', singleKeys: 'off' },
    ]);
  });
});
