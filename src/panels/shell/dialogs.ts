/** What of the page is open beside the panels that the store knows of: a dialog, and all panels hidden. */

import { create } from 'zustand';

export type OpenDialog = 'none' | 'export' | 'report' | 'details';

interface ShellState {
  readonly dialog: OpenDialog;
  readonly panelsHidden: boolean;
  /** The person chose to draw: the empty page shows its canvas. */
  readonly drawing: boolean;
}

const useShell = create<ShellState>(() => ({ dialog: 'none', panelsHidden: false, drawing: false }));

export const useOpenDialog = (): OpenDialog => useShell((state) => state.dialog);
export const usePanelsHidden = (): boolean => useShell((state) => state.panelsHidden);
export const useIsDrawing = (): boolean => useShell((state) => state.drawing);

export const openDialog = (dialog: OpenDialog): void => useShell.setState({ dialog });
export const closeDialog = (): void => openDialog('none');
export const openExport = (): void => openDialog('export');
export const togglePanels = (): void =>
  useShell.setState(({ panelsHidden }) => ({ panelsHidden: !panelsHidden }));
export const startDrawing = (): void => useShell.setState({ drawing: true });
