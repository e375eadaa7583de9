/** What commands may ask of the page around the canvas. */

import { useEffect } from 'react';
import { announcePort, type LeftTab, type Overlay, type PageRegion } from '../../app/index.ts';
import { openMenuAtFocus } from '../context-menu/targets.ts';
import { pickFiles, pickFolder } from '../files/FilePickers.tsx';
import {
  openDetails,
  openDialog,
  openExport,
  openFind,
  setFlyout,
  showPanels,
  togglePanels,
} from './dialogs.ts';
import { cycleRegion, entryIn, focusSoon } from './regions.ts';
import { beginTypeAhead } from './type-ahead.ts';
import { isNarrowNow, isSmallNow } from './useMedia.ts';

/** What takes the focus in a tab of the left panel: its list, or its search where the list is empty. */
function leftEntry(panel: Element | null, focus: 'search' | undefined): HTMLElement | null {
  const search = panel?.querySelector<HTMLElement>('[role="searchbox"]') ?? null;
  if (focus === 'search') return search;
  const list = panel?.querySelector<HTMLElement>(
    '[data-roving][tabindex="0"], [role="treeitem"][tabindex="0"]',
  );
  return list ?? (panel?.querySelector('p') ? search : null);
}

function showLeft(tab: LeftTab, focus?: 'search'): void {
  showPanels();
  if (isNarrowNow()) setFlyout(tab);
  focusSoon(() => leftEntry(document.querySelector(`[data-region="left"] [data-left="${tab}"]`), focus));
}

function focus(region: PageRegion): void {
  if (region === 'right' && isSmallNow()) {
    openDetails();
    return;
  }
  showPanels();
  focusSoon(() => entryIn(region));
}

function show(overlay: Overlay): void {
  if (overlay !== 'shortcuts') beginTypeAhead();
  if (overlay === 'find') openFind();
  else openDialog(overlay);
}

function writeInto(field: string): void {
  beginTypeAhead();
  focusSoon(() => document.getElementById(field));
}

export function useShellPort(): void {
  useEffect(
    () =>
      announcePort('shell', {
        openExport,
        openFiles: pickFiles,
        openFolder: pickFolder,
        openReport: () => openDialog('report'),
        togglePanels,
        showLeft,
        show,
        openMenu: openMenuAtFocus,
        focus,
        writeInto,
        cycleRegion,
      }),
    [],
  );
}
