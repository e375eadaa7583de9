/** Language and theme: what is chosen and what can be. */

import { Monitor, Moon, Sun, type LucideIcon } from 'lucide-react';
import { app, appState, useApp, type Theme } from '../../app/index.ts';
import type { Texts } from '../../i18n/index.ts';
import { useMedia } from './useMedia.ts';

export const switchLanguage = (): void =>
  app.setView({ language: appState().view.language === 'en' ? 'ja' : 'en' });

export const themeChoices = ({
  shell,
}: Texts): readonly { readonly value: Theme; readonly label: string; readonly icon: LucideIcon }[] => [
  { value: 'system', label: shell.themeSystem, icon: Monitor },
  { value: 'light', label: shell.themeLight, icon: Sun },
  { value: 'dark', label: shell.themeDark, icon: Moon },
];

/** The theme that is shown: the chosen one, or the system's. */
export function useIsDark(): boolean {
  const theme = useApp(({ view }) => view.theme);
  const systemIsDark = useMedia('(prefers-color-scheme: dark)');
  return theme === 'dark' || (theme === 'system' && systemIsDark);
}
