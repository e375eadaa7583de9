/** Gestures are fetched beside the first picture; what comes before they are here waits for them. */

type Gestures = typeof import('./gestures/index.ts');

let here: Gestures | undefined;

const coming = import('./gestures/index.ts').then((gestures) => {
  here = gestures;
  return gestures;
});

/** Does something with the gestures: at once, as soon as they have been fetched. */
export function withGestures(use: (gestures: Gestures) => void): void {
  if (here) use(here);
  else void coming.then(use);
}

/** The gestures, if they have been fetched: for what only counts at once. */
export const presentGestures = (): Gestures | undefined => here;
