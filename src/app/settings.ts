/** What the page remembers of the person: language, theme, and how keys and outline behave. Nothing of the design. */

import type { Language } from '../model/index.ts';
import type { Theme, View } from './state.ts';
import type { Store } from './store.ts';

const KEY = 'vpc-designer';

/** A place for short texts, such as the browser's local storage; it may refuse. */
export interface SettingsPlace {
  readonly getItem: (key: string) => string | null;
  readonly setItem: (key: string, value: string) => void;
}

export type Settings = Pick<View, 'language' | 'theme' | 'singleKeys' | 'zoneRows'>;

/** What each may be. */
const choices: { readonly [Name in keyof Settings]: readonly Settings[Name][] } = {
  language: ['en', 'ja'] satisfies readonly Language[],
  theme: ['system', 'light', 'dark'] satisfies readonly Theme[],
  singleKeys: ['on', 'off'],
  zoneRows: ['shown', 'hidden'],
};

const oneOf = <Value extends string>(known: readonly Value[], value: unknown, otherwise: Value): Value =>
  known.find((one) => one === value) ?? otherwise;

/** The remembered settings, else the language of the browser and the theme of the system. */
export function readSettings(
  place: SettingsPlace | undefined,
  browserLanguages: readonly string[],
): Settings {
  const spoken = browserLanguages.map((tag) => tag.slice(0, 2)).find((tag) => tag === 'en' || tag === 'ja');
  const kept = readKept(place);
  return {
    language: oneOf(choices.language, kept['language'], spoken === 'ja' ? 'ja' : 'en'),
    theme: oneOf(choices.theme, kept['theme'], 'system'),
    singleKeys: oneOf(choices.singleKeys, kept['singleKeys'], 'on'),
    zoneRows: oneOf(choices.zoneRows, kept['zoneRows'], 'hidden'),
  };
}

/** Storage that is switched off or holds something else is as good as an empty one. */
function readKept(place: SettingsPlace | undefined): Readonly<Record<string, unknown>> {
  try {
    const kept: unknown = JSON.parse(place?.getItem(KEY) ?? '{}');
    return typeof kept === 'object' && kept !== null ? (kept as Readonly<Record<string, unknown>>) : {};
  } catch {
    return {};
  }
}

const settingsOf = ({ language, theme, singleKeys, zoneRows }: View): Settings => ({
  language,
  theme,
  singleKeys,
  zoneRows,
});

/** Remembers the settings whenever one changes. */
export function keepSettings({ api }: Store, place: SettingsPlace | undefined): () => void {
  return api.subscribe(({ view }, { view: before }) => {
    if (view === before) return;
    const text = JSON.stringify(settingsOf(view));
    if (text === JSON.stringify(settingsOf(before))) return;
    try {
      place?.setItem(KEY, text);
    } catch {
      // Without storage the choice lasts as long as the page.
    }
  });
}
