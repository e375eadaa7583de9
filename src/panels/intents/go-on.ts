/** Where the caret goes while an intent is being written. */

import { focusSoon } from '../shell/regions.ts';

/** Puts the caret into the first field that is still empty, else on the button that adds. */
export const goOn = (): void =>
  focusSoon(() => {
    const form = document.querySelector('[data-intent-form]');
    const open = [...(form?.querySelectorAll<HTMLInputElement>('input') ?? [])].find(
      ({ value }) => value === '',
    );
    return open ?? form?.querySelector<HTMLElement>('[data-add] button');
  });
