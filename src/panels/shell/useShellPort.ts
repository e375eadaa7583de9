/** What commands may ask of the page around the canvas. */

import { useEffect } from 'react';
import { announcePort, type LeftTab, type PageRegion } from '../../app/index.ts';
import { openMenuAtFocus } from '../context-menu/targets.ts';
import { pickFiles, pickFolder } from '../files/FilePickers.tsx';
import { openDialog, openExport, openFind, setFlyout, showPanels, togglePanels } from './dialogs.ts';
import { cycleRegion, focusRegion, focusSoon } from './regions.ts';
import { isNarrowNow, isSmallNow } from './useMedia.ts';

const leftEntries: Readonly<Record<LeftTab | 'search', string>> = {
  add: '[data-roving][tabindex="0"]',
  outline: '[role="treeitem"][tabindex="0"], [role="searchbox"]',
  search: '[role="searchbox"]',
};

function showLeft(tab: LeftTab, focus?: 'search'): void {
  showPanels();
  if (isNarrowNow()) setFlyout(tab);
  focusSoon(() =>
    document
      .querySelector<HTMLElement>(`[data-region="left"] [data-left="${tab}"]`)
      ?.querySelector<HTMLElement>(leftEntries[focus ?? tab]),
  );
}

function focus(region: PageRegion): void {
  if (region === 'right' && isSmallNow()) {
    openDialog('details');
    return;
  }
  showPanels();
  focusSoon(() => document.querySelector<HTMLElement>(`[data-region="${region}"]`));
  requestAnimationFrame(() => requestAnimationFrame(() => focusRegion(region)));
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
        show: (overlay) => (overlay === 'find' ? openFind() : openDialog(overlay)),
        openMenu: openMenuAtFocus,
        focus,
        cycleRegion,
      }),
    [],
  );
}
