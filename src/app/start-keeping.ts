/** Ties the keeper of designs to this browser: its storage, its tabs, its windows that come and go. */

import { startKeeping, type Keeper, type Surroundings } from './keeping.ts';
import { browserMemory } from './memory.ts';
import { browserShelf } from './storage.ts';
import type { Store } from './store.ts';
import { browserTabs } from './tabs.ts';

export function startKeeper(store: Store, delay: Surroundings['delay']): Keeper {
  const keeper = startKeeping(store, {
    shelf: browserShelf,
    tabs: browserTabs(),
    memory: browserMemory,
    delay,
    now: Date.now,
  });
  window.addEventListener('pagehide', keeper.close);
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) keeper.reopen();
  });
  window.addEventListener('beforeunload', (event) => {
    if (store.api.getState().file.saveState === 'notSaved') event.preventDefault();
  });
  return keeper;
}
