/** What stands over the page until it is closed: each is fetched when it is first asked for. */

import { lazy, Suspense, useEffect } from 'react';
import { useApp } from '../../app/index.ts';
import { useFinding, useOpenDialog, useOpenMenu, type OpenDialog } from './dialogs.ts';
import { OverlayBoundary } from './OverlayBoundary.tsx';
import { useIsSmall } from './useMedia.ts';

const loadCommandPalette = () => import('../commands/CommandPalette.tsx');
const loadTargetDialog = () => import('../commands/TargetDialog.tsx');
const loadShortcutSheet = () => import('../shortcuts/ShortcutSheet.tsx');
const loadContextMenu = () => import('../context-menu/ContextMenu.tsx');
const loadFindBar = () => import('../search/FindBar.tsx');

const CommandPalette = lazy(loadCommandPalette);
const TargetDialog = lazy(loadTargetDialog);
const AllowDialog = lazy(() => import('../commands/AllowDialog.tsx'));
const ShortcutSheet = lazy(loadShortcutSheet);
const ContextMenu = lazy(loadContextMenu);
const FindBar = lazy(loadFindBar);
const DetailsSheet = lazy(() => import('./DetailsSheet.tsx'));
const ExportDialog = lazy(() => import('../files/ExportDialog.tsx'));
const Review = lazy(() => import('../files/Review.tsx'));

/** What is asked for by key is typed into at once: it is fetched as soon as the page has nothing better to do. */
function useEarlyFetch(): void {
  useEffect(() => {
    const fetchAll = () => {
      const loads = [loadCommandPalette, loadFindBar, loadContextMenu, loadShortcutSheet, loadTargetDialog];
      // What can't be fetched now is asked for again when it is needed.
      for (const load of loads) load().catch(() => undefined);
    };
    const timer = setTimeout(fetchAll, EARLY);
    return () => clearTimeout(timer);
  }, []);
}

/** After the first picture and the first analysis. */
const EARLY = 2500;

export function Dialogs() {
  useEarlyFetch();
  const open = useOpenDialog();
  return (
    <OverlayBoundary key={open}>
      <Suspense fallback={null}>
        <OneDialog open={open} />
      </Suspense>
    </OverlayBoundary>
  );
}

function OneDialog({ open }: { readonly open: OpenDialog }) {
  const hasReport = useApp(({ report, opening }) => report !== undefined || opening !== undefined);
  const hasSelection = useApp(({ selection }) => selection.length > 0);
  const isSmall = useIsSmall();
  switch (open) {
    case 'none':
      return null;
    case 'details':
      return isSmall ? <DetailsSheet /> : null;
    case 'export':
      return <ExportDialog />;
    case 'report':
      return hasReport ? <Review /> : null;
    case 'commands':
      return <CommandPalette />;
    case 'shortcuts':
      return <ShortcutSheet />;
    case 'allow':
      return <AllowDialog />;
    case 'move':
    case 'connect':
      return hasSelection ? <TargetDialog key={open} verb={open} /> : null;
  }
}

/** The menu of a thing, while one is open. */
export function ThingMenu() {
  const hasMenu = useOpenMenu() !== undefined;
  return hasMenu ? (
    <OverlayBoundary>
      <Suspense fallback={null}>
        <ContextMenu />
      </Suspense>
    </OverlayBoundary>
  ) : null;
}

/** The search floats over the canvas while it is asked for. */
export function Finder() {
  const asked = useFinding();
  return asked === 0 ? null : (
    <OverlayBoundary>
      <Suspense fallback={null}>
        <FindBar asked={asked} />
      </Suspense>
    </OverlayBoundary>
  );
}
