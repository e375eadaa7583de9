/** The page's own store, bound once: what panels and canvas read and call. */

import { useStore } from 'zustand/react';
import type { AppState } from './state.ts';
import { createAppStore } from './store.ts';

export const app = createAppStore();

/** A part of the state; a component is drawn again only when this part is another object. */
export const useApp = <Part>(selector: (state: AppState) => Part): Part => useStore(app.api, selector);

/** The present state, for handlers; components read through `useApp`. */
export const appState = (): AppState => app.api.getState();
