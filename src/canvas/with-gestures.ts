/** Gestures are fetched beside the first picture; what comes before they are here waits for them. */

import { app } from '../app/index.ts';
import type * as GesturesModule from './gestures/index.ts';

type Gestures = typeof GesturesModule;

let here: Gestures | undefined;

const coming = import('./gestures/index.ts').then(
  (gestures) => {
    here = gestures;
  },
  () =>
    app.notify({
      tone: 'error',
      message: {
        en: 'The drawing tools could not be fetched. Check the connection and reload the page.',
        ja: '描画ツールを取得できませんでした。接続を確認し、ページを再読み込みしてください。',
      },
    }),
);

/** Does something with the gestures: at once, or as soon as they have been fetched. */
export function withGestures(work: (gestures: Gestures) => void): void {
  if (here) work(here);
  else void coming.then(() => here && work(here));
}

/** The gestures, if they have been fetched: for what only counts at once. */
export const presentGestures = (): Gestures | undefined => here;
