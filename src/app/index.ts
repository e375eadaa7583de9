/** The page's spine: the store with its verbs, commands, storage and the analyzer's client. */

export * from './answers.ts';
export * from './state.ts';
export { createAppStore, type DesignChange, type Store } from './store.ts';
export * from './app.ts';
export * from './selectors.ts';
