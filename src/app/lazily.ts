/** Parts of the spine that are fetched when they are needed first. */

import type * as Files from './files.ts';
import type * as Picking from './picking.ts';
import type * as Printing from './printing.ts';

export type { Picked } from './picking.ts';

/** Opening, saving and exporting. */
export const loadFiles = (): Promise<typeof Files> => import('./files.ts');

/** The drawing on paper. */
export const loadPrinting = (): Promise<typeof Printing> => import('./printing.ts');

/** Reading what was chosen or dropped. */
export const loadPicking = (): Promise<typeof Picking> => import('./picking.ts');
