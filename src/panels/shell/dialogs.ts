/** Which dialog of the page is open: a matter of the panels alone, so kept beside them. */

import { create } from 'zustand';

export type OpenDialog = 'none' | 'export' | 'report' | 'paste' | 'details';

const useDialogStore = create<{ readonly open: OpenDialog }>(() => ({ open: 'none' }));

export const useOpenDialog = (): OpenDialog => useDialogStore((state) => state.open);

export const openDialog = (open: OpenDialog): void => useDialogStore.setState({ open });

export const closeDialog = (): void => openDialog('none');

export const openExport = (): void => openDialog('export');
