/** The page's keeper of designs, which comes after the first picture; whoever needs it waits for it. */

import type { Keeper } from './keeping.ts';

interface KeeperPort {
  keeper?: Promise<Keeper>;
}

export const keeperPort: KeeperPort = {};

const withKeeper = async (work: (keeper: Keeper) => Promise<void>): Promise<void> => {
  const keeper = await keeperPort.keeper;
  if (keeper) await work(keeper);
};

/** Opens a design that the browser keeps; what was open stays kept, and one undo away. */
export const openRecent = (key: string): Promise<void> => withKeeper((keeper) => keeper.openRecent(key));

/** Takes a design out of the browser. */
export const forgetRecent = (key: string): Promise<void> => withKeeper((keeper) => keeper.forget(key));

/** Makes a design that another tab has open this tab's own. */
export const takeOver = (): Promise<void> => withKeeper((keeper) => keeper.takeOver());
