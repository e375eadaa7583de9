/** What stands over the page until it is closed: each is fetched when it is first asked for. */

import { lazy, Suspense } from 'react';
import { useApp } from '../../app/index.ts';
import { useFinding, useOpenDialog, useOpenMenu, type OpenDialog } from './dialogs.ts';
import { useIsSmall } from './useMedia.ts';

const DetailsSheet = lazy(() => import('./DetailsSheet.tsx'));
const ExportDialog = lazy(() => import('../files/ExportDialog.tsx'));
const Review = lazy(() => import('../files/Review.tsx'));
const CommandPalette = lazy(() => import('../commands/CommandPalette.tsx'));
const TargetDialog = lazy(() => import('../commands/TargetDialog.tsx'));
const ShortcutSheet = lazy(() => import('../shortcuts/ShortcutSheet.tsx'));
const ContextMenu = lazy(() => import('../context-menu/ContextMenu.tsx'));
const FindBar = lazy(() => import('../search/FindBar.tsx'));

export function Dialogs() {
  const open = useOpenDialog();
  const hasMenu = useOpenMenu() !== undefined;
  return (
    <Suspense fallback={null}>
      <OneDialog open={open} />
      {hasMenu && <ContextMenu />}
    </Suspense>
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
    case 'move':
    case 'connect':
      return hasSelection ? <TargetDialog key={open} verb={open} /> : null;
  }
}

/** The search floats over the canvas while it is asked for. */
export function Finder() {
  const asked = useFinding();
  return asked === 0 ? null : (
    <Suspense fallback={null}>
      <FindBar asked={asked} />
    </Suspense>
  );
}
