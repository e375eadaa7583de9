/** The page: bars, panels and drawer around the canvas, and what floats over them. */

import { lazy, Suspense, useEffect, type ReactNode } from 'react';
import { app, useApp } from '../../app/index.ts';
import { classes, LanguageProvider, TooltipLayer, useLanguage, useText } from '../../ui/index.ts';
import { saveDesign } from '../files/actions.ts';
import { FilePickers } from '../files/FilePickers.tsx';
import { EmptyState } from '../files/EmptyState.tsx';
import { useIsEmpty } from '../parts/design-facts.ts';
import { useContextMenus } from '../context-menu/targets.ts';
import { openDialog, setFlyout, useIsDrawing, usePanelsHidden } from './dialogs.ts';
import { Dialogs, Finder, ThingMenu } from './Dialogs.tsx';
import { Drawer } from './Drawer.tsx';
import { DropZone } from './DropZone.tsx';
import { LEFT, LeftPanel } from './LeftPanel.tsx';
import { LiveRegion } from './LiveRegion.tsx';
import { Notices } from './Notices.tsx';
import { OverlayBoundary } from './OverlayBoundary.tsx';
import { PanelBoundary } from './PanelBoundary.tsx';
import { focusRegion, regionProps } from './regions.ts';
import { RIGHT, RIGHT_EXPOSURE, RIGHT_PATH, RightPanel } from './RightPanel.tsx';
import { usePanelSize } from './sizes.ts';
import { StatusBar } from './StatusBar.tsx';
import { ToolBar } from './ToolBar.tsx';
import { TopBar } from './TopBar.tsx';
import { useDocumentLook } from './useDocumentLook.ts';
import { useIsNarrow, useIsSmall, useIsTiny } from './useMedia.ts';
import { useShellPort } from './useShellPort.ts';
import { ZoomControl } from './ZoomControl.tsx';
import styles from './Page.module.css';

const LensLegend = lazy(() => import('../exposure/LensLegend.tsx'));
const PeekBar = lazy(() => import('./PeekBar.tsx'));
const Hints = lazy(() => import('../hints/Hints.tsx'));

const RAIL = 44;
/** The drawer leaves the canvas at least this much of the window. */
const DRAWER_SHARE = 0.6;

/** `canvas`: the drawing surface, which the panels know nothing of. */
export function Page({ canvas }: { readonly canvas: ReactNode }) {
  const language = useApp(({ view }) => view.language);
  useDocumentLook();
  useShellPort();
  useContextMenus();
  usePathSheet();
  useLooking();
  return (
    <LanguageProvider language={language}>
      <Frame canvas={canvas} />
      <LiveRegion />
      <FilePickers />
      <DropZone />
      <Dialogs />
      <OverlayBoundary>
        <Suspense fallback={null}>
          <Hints />
        </Suspense>
      </OverlayBoundary>
      <TooltipLayer />
    </LanguageProvider>
  );
}

/** On a small page the path has its question in the sheet: it opens along. */
function usePathSheet(): void {
  const isSmall = useIsSmall();
  const isPath = useApp(({ view }) => view.right === 'path');
  useEffect(() => {
    if (isSmall && isPath) openDialog('details');
  }, [isSmall, isPath]);
}

/** On a page too small to draw on, the design is looked at. */
function useLooking(): void {
  const isTiny = useIsTiny();
  useEffect(() => app.setView({ looking: isTiny ? 'on' : 'off' }), [isTiny]);
}

function useIsBlank(): boolean {
  const isEmpty = useIsEmpty();
  const isDrawing = useIsDrawing();
  return isEmpty && !isDrawing;
}

function Frame({ canvas }: { readonly canvas: ReactNode }) {
  const { shell } = useText();
  const language = useLanguage();
  const isNarrow = useIsNarrow();
  const isSmall = useIsSmall();
  const isBlank = useIsBlank();
  const isTiny = useIsTiny();
  const isHidden = usePanelsHidden() || isTiny;
  const right = useApp(({ view }) => view.right);
  const isCarrying = useApp(({ view }) => view.paletteDrag !== undefined || view.tool === 'draw');
  const [left, setLeft] = usePanelSize('left', LEFT);
  const [inspector, setInspector] = usePanelSize('inspector', RIGHT);
  const [path, setPath] = usePanelSize('path', RIGHT_PATH);
  const [exposure, setExposure] = usePanelSize('exposure', RIGHT_EXPOSURE);

  const hasRight = !isSmall && !isBlank && !isHidden;
  const [rightWidth, setRight] = (
    {
      inspector: [inspector, setInspector],
      path: [path, setPath],
      exposure: [exposure, setExposure],
    } as const
  )[right];
  const lens = useApp(({ view }) => view.lens);
  const leftWidth = isHidden ? 0 : isNarrow ? RAIL : left;
  // The tables of rules stand side by side: they take the inspector's width as well. A path's hops keep theirs.
  const isWide =
    useApp(({ view }) => view.drawerOpen && view.drawerTab === 'rules' && view.right !== 'path') && hasRight;
  const columns = `${leftWidth}px minmax(0, 1fr) ${hasRight ? rightWidth : 0}px`;
  const showsEmpty = isBlank && !isCarrying;

  return (
    <div className={classes(styles.page, isWide && styles.wide)} style={{ gridTemplateColumns: columns }}>
      <a
        href="#canvas"
        className={styles.skip}
        onClick={(event) => {
          event.preventDefault();
          focusRegion('canvas');
        }}
      >
        {shell.skipToCanvas}
      </a>
      <TopBar />
      {!isHidden && <LeftPanel width={left} onResize={setLeft} />}
      <main className={styles.middle}>
        <section
          id="canvas"
          className={styles.canvas}
          aria-label={shell.canvas}
          onPointerDown={() => setFlyout(undefined)}
          {...regionProps('canvas')}
        >
          <div className={classes(styles.surface, showsEmpty && styles.behind)} inert={showsEmpty}>
            <PanelBoundary language={language} onSave={saveDesign}>
              {canvas}
            </PanelBoundary>
          </div>
          {showsEmpty ? (
            <EmptyState />
          ) : (
            <>
              <div className={styles.bars}>
                <ToolBar />
                <ZoomControl />
              </div>
              <Finder />
              {lens !== 'topology' && (
                <OverlayBoundary>
                  <Suspense fallback={null}>
                    <LensLegend />
                  </Suspense>
                </OverlayBoundary>
              )}
            </>
          )}
          <Notices />
        </section>
        {isSmall && !isBlank && !isHidden && (
          <OverlayBoundary>
            <Suspense fallback={null}>
              <PeekBar />
            </Suspense>
          </OverlayBoundary>
        )}
        <ThingMenu />
      </main>
      {hasRight && <RightPanel width={rightWidth} onResize={setRight} />}
      {!isBlank && !isHidden && <Drawer max={Math.round(innerHeight * DRAWER_SHARE)} />}
      <StatusBar />
    </div>
  );
}
