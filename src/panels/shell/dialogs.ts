/** What of the page is open beside the panels that the store knows of: a dialog, a menu, the search, all panels hidden. */

import { create } from 'zustand';
import { app, type LeftTab } from '../../app/index.ts';

export type OpenDialog =
  | 'none'
  | 'export'
  | 'report'
  | 'details'
  | 'commands'
  | 'shortcuts'
  | 'move'
  | 'connect'
  | 'allow';

/** What a context menu is about. */
export type MenuTopic = 'drawing' | 'outline' | 'finding' | 'ground';

export interface OpenMenu {
  readonly topic: MenuTopic;
  /** Where it opens, in client coordinates. */
  readonly x: number;
  readonly y: number;
}

interface ShellState {
  readonly dialog: OpenDialog;
  readonly panelsHidden: boolean;
  /** The person chose to draw: the empty page shows its canvas. */
  readonly drawing: boolean;
  /** How often the search was asked for since it was closed; 0 while it is closed. */
  readonly finding: number;
  /** On a narrow page: what lies over the canvas beside the rail. */
  readonly flyout: LeftTab | undefined;
  readonly menu: OpenMenu | undefined;
}

const useShell = create<ShellState>(() => ({
  dialog: 'none',
  panelsHidden: false,
  drawing: false,
  finding: 0,
  flyout: undefined,
  menu: undefined,
}));

export const useOpenDialog = (): OpenDialog => useShell((state) => state.dialog);
export const usePanelsHidden = (): boolean => useShell((state) => state.panelsHidden);
export const useIsDrawing = (): boolean => useShell((state) => state.drawing);
export const useFinding = (): number => useShell((state) => state.finding);
export const useFlyout = (): LeftTab | undefined => useShell((state) => state.flyout);
export const useOpenMenu = (): OpenMenu | undefined => useShell((state) => state.menu);

/** On a small page: the details in a sheet, with a tab or the one that was looked at last. */
export const openDetails = (detailsTab?: string): void => {
  if (detailsTab !== undefined) app.setView({ detailsTab });
  useShell.setState({ dialog: 'details', menu: undefined });
};
export const openDialog = (dialog: OpenDialog): void => useShell.setState({ dialog, menu: undefined });
export const closeDialog = (): void => openDialog('none');
export const openExport = (): void => openDialog('export');
export const togglePanels = (): void =>
  useShell.setState(({ panelsHidden }) => ({ panelsHidden: !panelsHidden }));
export const showPanels = (): void => useShell.setState({ panelsHidden: false });
export const startDrawing = (): void => useShell.setState({ drawing: true });
export const stopDrawing = (): void => useShell.setState({ drawing: false });
export const openFind = (): void => useShell.setState(({ finding }) => ({ finding: finding + 1 }));
export const closeFind = (): void => useShell.setState({ finding: 0 });
export const setFlyout = (flyout: LeftTab | undefined): void => useShell.setState({ flyout });
export const openMenu = (menu: OpenMenu): void => useShell.setState({ menu });
export const closeMenu = (): void => useShell.setState({ menu: undefined });
