/** The left panel: the palette and the outline, or a rail that opens either. */

import { ListTree, Plus } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { app, useApp, type LeftTab } from '../../app/index.ts';
import { classes, IconButton, Splitter, Tabs, useText } from '../../ui/index.ts';
import { Palette } from '../palette/Palette.tsx';
import { regionProps } from './regions.ts';
import { useIsNarrow } from './useMedia.ts';
import styles from './SidePanels.module.css';

interface LeftPanelProps {
  readonly width: number;
  readonly onResize: (width: number) => void;
  /** On a narrow page: the panel that lies over the canvas while the rail's button is down. */
  readonly flyout: LeftTab | undefined;
  readonly onFlyout: (tab: LeftTab | undefined) => void;
}

const Outline = lazy(() => import('../outline/Outline.tsx'));

function LeftContent({ tab }: { readonly tab: LeftTab }) {
  return (
    <div className={styles.tab} data-left={tab}>
      {tab === 'add' ? (
        <Palette />
      ) : (
        <Suspense fallback={null}>
          <Outline />
        </Suspense>
      )}
    </div>
  );
}

export const LEFT = { normal: 204, min: 180, max: 360 } as const;

export function LeftPanel({ width, onResize, flyout, onFlyout }: LeftPanelProps) {
  const { shell } = useText();
  const tab = useApp(({ view }) => view.leftTab);
  const isNarrow = useIsNarrow();

  if (isNarrow) return <Rail flyout={flyout} onFlyout={onFlyout} />;
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

function Rail({ flyout, onFlyout }: Pick<LeftPanelProps, 'flyout' | 'onFlyout'>) {
  const { shell } = useText();
  const toggle = (tab: LeftTab) => onFlyout(flyout === tab ? undefined : tab);
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
          pressed={flyout === 'add'}
          onClick={() => toggle('add')}
        />
        <IconButton
          label={shell.outline}
          icon={ListTree}
          side="right"
          pressed={flyout === 'outline'}
          onClick={() => toggle('outline')}
        />
      </div>
      {flyout && (
        <div
          className={styles.flyout}
          onKeyDown={(event) => {
            if (event.key === 'Escape') onFlyout(undefined);
          }}
        >
          <LeftContent tab={flyout} />
        </div>
      )}
    </aside>
  );
}
