/** The left panel: the palette and the outline, or a rail that opens either. */

import { Command, ListTree, Plus, Search } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { app, useApp, type LeftTab } from '../../app/index.ts';
import { classes, IconButton, Splitter, Tabs, useLanguage, useText } from '../../ui/index.ts';
import { saveDesign } from '../files/actions.ts';
import { useIsEmpty } from '../parts/design-facts.ts';
import { Palette } from '../palette/Palette.tsx';
import { CommandButton } from './CommandButton.tsx';
import { setFlyout, useFlyout } from './dialogs.ts';
import { PanelBoundary } from './PanelBoundary.tsx';
import { focusSoon, regionProps } from './regions.ts';
import { shortcutText } from './shortcuts.ts';
import { useIsNarrow } from './useMedia.ts';
import styles from './SidePanels.module.css';

interface LeftPanelProps {
  readonly width: number;
  readonly onResize: (width: number) => void;
}

const Outline = lazy(() => import('../outline/Outline.tsx'));

function LeftContent({ tab }: { readonly tab: LeftTab }) {
  const language = useLanguage();
  return (
    <div className={styles.tab} data-left={tab}>
      {tab === 'add' ? (
        <Palette />
      ) : (
        <PanelBoundary language={language} onSave={saveDesign}>
          <Suspense fallback={null}>
            <Outline />
          </Suspense>
        </PanelBoundary>
      )}
    </div>
  );
}

export const LEFT = { normal: 204, min: 180, max: 360 } as const;

export function LeftPanel({ width, onResize }: LeftPanelProps) {
  const { shell } = useText();
  const tab = useApp(({ view }) => view.leftTab);
  const isNarrow = useIsNarrow();

  if (isNarrow) return <Rail />;
  return (
    <aside
      className={classes(styles.side, styles.left)}
      aria-label={shell.leftPanel}
      {...regionProps('left')}
    >
      <Tabs
        label={shell.leftPanel}
        tabs={[
          { value: 'add', label: shell.add, icon: Plus },
          { value: 'outline', label: shell.outline, icon: ListTree },
        ]}
        value={tab}
        onChange={(leftTab) => app.setView({ leftTab })}
        panelClassName={styles.content}
      >
        <LeftContent tab={tab} />
      </Tabs>
      <Splitter label={shell.leftPanelEdge} edge="right" size={width} {...LEFT} onResize={onResize} />
    </aside>
  );
}

/** What the panel lies folded into: its tabs, the search and every command. */
function Rail() {
  const { shell } = useText();
  const flyout = useFlyout();
  const isEmpty = useIsEmpty();
  const isCarrying = useApp(({ view }) => view.paletteDrag !== undefined);
  const toggle = (tab: LeftTab) => setFlyout(flyout === tab ? undefined : tab);
  return (
    <aside
      className={classes(styles.side, styles.left)}
      aria-label={shell.leftPanel}
      {...regionProps('left')}
    >
      <div className={styles.rail}>
        <IconButton
          label={shell.add}
          icon={Plus}
          side="right"
          shortcut={shortcutText('Alt 1')}
          pressed={flyout === 'add'}
          onClick={() => toggle('add')}
        />
        <IconButton
          label={shell.outline}
          icon={ListTree}
          side="right"
          shortcut={shortcutText('Alt 2')}
          pressed={flyout === 'outline'}
          onClick={() => toggle('outline')}
        />
        {!isEmpty && <CommandButton id="find" icon={Search} side="right" />}
        <span className={styles.railSpace} />
        <CommandButton id="command-palette" icon={Command} side="right" />
      </div>
      {flyout && (
        <div
          className={classes(styles.flyout, isCarrying && styles.carrying)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || event.defaultPrevented) return;
            event.preventDefault();
            setFlyout(undefined);
            focusSoon(() => document.querySelector<HTMLElement>('[data-region="left"] button'));
          }}
        >
          <LeftContent tab={flyout} />
        </div>
      )}
    </aside>
  );
}
