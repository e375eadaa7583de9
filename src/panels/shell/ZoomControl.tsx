/** The zoom that floats over the canvas. */

import { Maximize, Minus, Plus } from 'lucide-react';
import { runCommand, useApp } from '../../app/index.ts';
import { classes, IconButton, useText } from '../../ui/index.ts';
import { useIsSmall } from './useMedia.ts';
import styles from './Floating.module.css';

export function ZoomControl() {
  const { shell } = useText();
  const percent = useApp(({ view }) => Math.round(view.zoom * 100));
  const isSmall = useIsSmall();
  return (
    <div role="group" aria-label={shell.zoom} className={classes(styles.float, styles.zoom)}>
      <IconButton
        label={shell.zoomOut}
        icon={Minus}
        size="small"
        side="top"
        onClick={() => runCommand('zoom-out')}
      />
      <button type="button" className={styles.percent} onClick={() => runCommand('zoom-100')}>
        {shell.percent(percent)}
      </button>
      <IconButton
        label={shell.zoomIn}
        icon={Plus}
        size="small"
        side="top"
        onClick={() => runCommand('zoom-in')}
      />
      {!isSmall && (
        <IconButton
          label={shell.zoomFit}
          icon={Maximize}
          size="small"
          side="top"
          shortcut="Shift 1"
          onClick={() => runCommand('fit')}
        />
      )}
    </div>
  );
}
