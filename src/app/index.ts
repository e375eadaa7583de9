/** The page's spine: the store with its verbs, commands, storage and the analyzer's client. */

export * from './answers.ts';
export * from './state.ts';
export type { NoReach, ReachAnswer, ReachList } from './reach-client.ts';
export type { Dated, RuleAnswers } from './rule-client.ts';
export { createAppStore, type DesignChange, type Store } from './store.ts';
export * from './app.ts';
export { causesOf, type Cause } from './causes.ts';
export { concernedBy, contradictedIn, ringOf, usersOf, warnedLines } from './concerned.ts';
export { holderOf, isUntold } from './hop-holder.ts';
export * from './path-reading.ts';
export * from './selectors.ts';
export { connectionText, makeConnection, partnersOf, whyNotConnected } from './connecting.ts';
export { completed, placedAll } from './placing.ts';
export {
  announcePort,
  canvasPort,
  type CanvasPort,
  type Overlay,
  type PageRegion,
  type ShellPort,
} from './ports.ts';
export type { Command, CommandGroup, CommandPlace } from './commands/_command.ts';
export type { CommandIcon } from './commands/_icons.ts';
export { pathField } from './commands/path.ts';
export { allCommands } from './commands/index.ts';
export { canRun, commandById, commandOfKey, runCommand, whyNotNow } from './run-command.ts';
export { grabbed } from './grabbing.ts';
export { forgetRecent, openRecent, takeOver } from './keeper.ts';
export { loadFiles, loadPicking, type Picked } from './lazily.ts';
export type {
  Excerpt,
  PickedFile,
  Picture,
  PictureOptions,
  PicturePart,
  PreviewOptions,
  Reading,
  UndeterminedPaths,
} from '../worker/index.ts';
export { entryAt, familyOf, otherOf, verdictOf } from '../worker/index.ts';
export { startApp } from './start.ts';
