/** What the page remembers of the person: language and theme. Nothing of the design. */

import type { Language } from '../model/index.ts';
import type { Theme } from './state.ts';
import type { Store } from './store.ts';

const KEY = 'vpc-designer';

/** A place for short texts, such as the browser's local storage; it may refuse. */
export interface SettingsPlace {
  readonly getItem: (key: string) => string | null;
  readonly setItem: (key: string, value: string) => void;
}

const languages: readonly Language[] = ['en', 'ja'];
const themes: readonly Theme[] = ['system', 'light', 'dark'];

/** The remembered settings, else the language of the browser and the theme of the system. */
export function readSettings(
  place: SettingsPlace | undefined,
  browserLanguages: readonly string[],
): { readonly language: Language; readonly theme: Theme } {
  const spoken = browserLanguages.map((tag) => tag.slice(0, 2)).find((tag) => tag === 'en' || tag === 'ja');
  const found: { language: Language; theme: Theme } = {
    language: spoken === 'ja' ? 'ja' : 'en',
    theme: 'system',
  };
  try {
    const kept: unknown = JSON.parse(place?.getItem(KEY) ?? '{}');
    if (typeof kept !== 'object' || kept === null) return found;
    const { language, theme } = kept as Readonly<Record<string, unknown>>;
    found.language = languages.find((known) => known === language) ?? found.language;
    found.theme = themes.find((known) => known === theme) ?? found.theme;
  } catch {
    // Storage that is switched off or holds something else: the defaults do.
  }
  return found;
}

/** Remembers language and theme whenever they change. */
export function keepSettings({ api }: Store, place: SettingsPlace | undefined): () => void {
  return api.subscribe(({ view }, { view: before }) => {
    if (view.language === before.language && view.theme === before.theme) return;
    try {
      place?.setItem(KEY, JSON.stringify({ language: view.language, theme: view.theme }));
    } catch {
      // Without storage the choice lasts as long as the page.
    }
  });
}
