/** Parts of the spine that are fetched when they are needed first. */

export type { Picked } from './picking.ts';

/** Opening, saving and exporting. */
export const loadFiles = (): Promise<typeof import('./files.ts')> => import('./files.ts');

/** Reading what was chosen or dropped. */
export const loadPicking = (): Promise<typeof import('./picking.ts')> => import('./picking.ts');
