/** The drawer under the canvas: a bar that opens to the findings. */

import { ChevronDown, ChevronUp } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { app, useApp } from '../../app/index.ts';
import { Count, IconButton, Splitter, Tabs, useLanguage, useText } from '../../ui/index.ts';
import { saveDesign } from '../files/actions.ts';
import { PanelBoundary } from './PanelBoundary.tsx';
import { regionProps } from './regions.ts';
import styles from './Drawer.module.css';

const FindingsControls = lazy(() => import('../../panels/findings/FindingsControls.tsx'));
const Findings = lazy(() => import('../../panels/findings/Findings.tsx'));

export const DRAWER = { normal: 204, min: 120 } as const;

interface DrawerProps {
  readonly height: number;
  readonly max: number;
  readonly onResize: (height: number) => void;
}

export function Drawer({ height, max, onResize }: DrawerProps) {
  const { shell } = useText();
  const language = useLanguage();
  const open = useApp(({ view }) => view.drawerOpen);
  const count = useApp(
    ({ answers }) =>
      answers.findings.filter(({ muted, causedBy }) => !muted && causedBy === undefined).length,
  );
  return (
    <section
      className={styles.drawer}
      aria-label={shell.drawer}
      style={open ? { height } : undefined}
      {...regionProps('drawer')}
    >
      {open && (
        <Splitter
          label={shell.drawerEdge}
          edge="top"
          size={height}
          min={DRAWER.min}
          max={max}
          normal={DRAWER.normal}
          onResize={onResize}
        />
      )}
      <Tabs
        label={shell.drawer}
        className={open ? undefined : styles.closed}
        tabs={[{ value: 'findings', label: shell.findings, extra: <Count>{count}</Count> }]}
        value="findings"
        onChange={() => app.setView({ drawerOpen: true, drawerTab: 'findings' })}
        panelClassName={styles.content}
        end={
          <>
            {open && (
              <Suspense fallback={null}>
                <FindingsControls />
              </Suspense>
            )}
            <IconButton
              label={open ? shell.closeDrawer : shell.openDrawer}
              icon={open ? ChevronDown : ChevronUp}
              size="small"
              side="top"
              aria-expanded={open}
              onClick={() => app.setView({ drawerOpen: !open })}
            />
          </>
        }
      >
        {open && (
          <PanelBoundary language={language} onSave={saveDesign}>
            <Suspense fallback={null}>
              <Findings />
            </Suspense>
          </PanelBoundary>
        )}
      </Tabs>
    </section>
  );
}
