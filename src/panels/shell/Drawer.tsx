/** The drawer under the canvas: a bar that opens to the findings, or to the tables of rules. */

import { ChevronDown, ChevronUp } from 'lucide-react';
import { lazy, Suspense, type ComponentType, type ReactNode } from 'react';
import { app, shownDecision, useApp, type DrawerTab } from '../../app/index.ts';
import { titleOf } from '../../model/index.ts';
import { Count, IconButton, Splitter, Tabs, useLanguage, useText } from '../../ui/index.ts';
import { saveDesign } from '../files/actions.ts';
import { PanelBoundary } from './PanelBoundary.tsx';
import { regionProps } from './regions.ts';
import { usePanelSize } from './sizes.ts';
import styles from './Drawer.module.css';

interface DrawerPart {
  readonly Content: ComponentType;
  /** At the right end of the row of tabs. */
  readonly Controls: ComponentType;
}

const parts: Readonly<Record<DrawerTab, DrawerPart>> = {
  findings: {
    Content: lazy(() => import('../../panels/findings/Findings.tsx')),
    Controls: lazy(() => import('../../panels/findings/FindingsControls.tsx')),
  },
  intents: {
    Content: lazy(() => import('../intents/Intents.tsx')),
    Controls: lazy(() => import('../intents/IntentsControls.tsx')),
  },
  rules: {
    Content: lazy(() => import('../rules/Rules.tsx')),
    Controls: lazy(() => import('../rules/RulesControls.tsx')),
  },
};

const MIN_HEIGHT = 120;

/** The same for every tab, so that the tabs stay under the pointer; a low window leaves the canvas more. */
const NORMAL_HEIGHT = 264;

export function Drawer({ max }: { readonly max: number }) {
  const { shell } = useText();
  const language = useLanguage();
  const open = useApp(({ view }) => view.drawerOpen);
  const tab = useApp(({ view }) => view.drawerTab);
  const { Content, Controls } = parts[tab];
  const normal = Math.min(NORMAL_HEIGHT, Math.round(max / 2));
  const [height, setHeight] = usePanelSize('drawer', { normal, min: MIN_HEIGHT, max });
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
          min={MIN_HEIGHT}
          max={max}
          normal={normal}
          onResize={setHeight}
        />
      )}
      <Tabs
        label={shell.drawer}
        className={open ? undefined : styles.closed}
        tabs={[
          { value: 'findings', label: shell.findings, extra: <FindingsCount /> },
          { value: 'intents', label: shell.intents, extra: <IntentsCount /> },
          { value: 'rules', label: shell.rules, extra: <RulesSubject /> },
        ]}
        value={tab}
        onChange={(next) => app.setView({ drawerOpen: true, drawerTab: next })}
        panelClassName={styles.content}
        end={
          <>
            {open && (
              <Suspense fallback={null}>
                <Controls />
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
          <PanelBoundary key={tab} language={language} onSave={saveDesign}>
            <Suspense fallback={null}>
              <Content />
            </Suspense>
          </PanelBoundary>
        )}
      </Tabs>
    </section>
  );
}

function FindingsCount(): ReactNode {
  const count = useApp(
    ({ answers }) =>
      answers.findings.filter(({ muted, causedBy }) => !muted && causedBy === undefined).length,
  );
  return <Count>{count}</Count>;
}

/** How many are broken, else how many there are. */
function IntentsCount(): ReactNode {
  const { shell } = useText();
  const all = useApp(({ design }) => Object.keys(design.intents).length);
  const broken = useApp(({ answers }) => answers.intents.filter(({ held }) => held === false).length);
  if (all === 0) return null;
  return broken > 0 ? <Count tone="no">{shell.brokenOf(broken, all)}</Count> : <Count>{all}</Count>;
}

/** Whose rules are shown, while they are. */
function RulesSubject(): ReactNode {
  const title = useApp((state) => {
    const { design, selection, view } = state;
    const only = selection.length === 0 ? shownDecision(state)?.of : selection[0];
    const isShown = view.drawerOpen && view.drawerTab === 'rules' && selection.length < 2;
    return isShown && only !== undefined && Object.hasOwn(design.resources, only)
      ? titleOf(design, only)
      : undefined;
  });
  return title === undefined ? null : <Count>{title}</Count>;
}
