/** Starts what runs beside the page: settings, analyzer, announcements, keeping, shortcuts. */

import { startAnalyzer } from './analyzer.ts';
import { startAnnouncer } from './announcer.ts';
import { app } from './app.ts';
import { listenToClipboard } from './clipboard-events.ts';
import { keeperPort } from './keeper.ts';
import { listenToShortcuts } from './run-command.ts';
import { keepSettings, readSettings, type SettingsPlace } from './settings.ts';
import { openAnalyzer } from './workers.ts';

function delay(work: () => void, milliseconds: number): () => void {
  const timer = setTimeout(work, milliseconds);
  return () => clearTimeout(timer);
}

/** Local storage may throw on mere access. */
function settingsPlace(): SettingsPlace | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
}

/** Call once, before the page is drawn: language and theme are right from the first picture. */
export function startApp(): void {
  const place = settingsPlace();
  app.setView(readSettings(place, navigator.languages));
  keepSettings(app, place);
  startAnalyzer(app, openAnalyzer);
  startAnnouncer(app, delay);
  listenToShortcuts();
  listenToClipboard(app);
  // Keeping designs comes with code of its own, after the first picture.
  keeperPort.keeper = import('./start-keeping.ts').then(({ startKeeper }) => startKeeper(app, delay));
}
