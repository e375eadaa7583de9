/** The right panel: the inspector, or the path and its explanation. */

import { lazy, Suspense } from 'react';
import { useApp, type View } from '../../app/index.ts';
import type { Texts } from '../../i18n/index.ts';
import { classes, Splitter, useLanguage, useText } from '../../ui/index.ts';
import { saveDesign } from '../files/actions.ts';
import { PanelBoundary } from './PanelBoundary.tsx';
import { regionProps } from './regions.ts';
import styles from './SidePanels.module.css';

const Inspector = lazy(() => import('../inspector/Inspector.tsx'));
const PathPanel = lazy(() => import('../path/PathPanel.tsx'));
const ExposurePanel = lazy(() => import('../exposure/ExposurePanel.tsx'));

export const RIGHT = { normal: 308, min: 264, max: 480 } as const;
export const RIGHT_EXPOSURE = { normal: 360, min: 320, max: 560 } as const;
export const RIGHT_PATH = { normal: 392, min: 340, max: 560 } as const;

const sizes = { inspector: RIGHT, path: RIGHT_PATH, exposure: RIGHT_EXPOSURE } as const;

/** What the right panel is called by what it shows. */
export const titleOfRight = (right: View['right'], shell: Texts['shell']): string =>
  right === 'path' ? shell.pathTitle : right === 'exposure' ? shell.exposureTitle : shell.rightPanel;

interface RightPanelProps {
  readonly width: number;
  readonly onResize: (width: number) => void;
}

export function RightPanel({ width, onResize }: RightPanelProps) {
  const { shell } = useText();
  const right = useApp(({ view }) => view.right);
  return (
    <aside
      className={classes(styles.side, styles.right)}
      aria-label={titleOfRight(right, shell)}
      {...regionProps('right')}
    >
      <RightContent />
      <Splitter label={shell.rightPanelEdge} edge="left" size={width} {...sizes[right]} onResize={onResize} />
    </aside>
  );
}

/** What the right panel shows; on a small page the same stands in a sheet. */
export function RightContent() {
  const right = useApp(({ view }) => view.right);
  const language = useLanguage();
  return (
    <PanelBoundary language={language} onSave={saveDesign}>
      <Suspense fallback={null}>
        {right === 'path' ? <PathPanel /> : right === 'exposure' ? <ExposurePanel /> : <Inspector />}
      </Suspense>
    </PanelBoundary>
  );
}
