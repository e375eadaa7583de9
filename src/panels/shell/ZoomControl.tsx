/** The zoom that floats over the canvas. */

import { Maximize, Minus, Plus } from 'lucide-react';
import { runCommand, useApp } from '../../app/index.ts';
import { classes, useText } from '../../ui/index.ts';
import { CommandButton } from './CommandButton.tsx';
import { useIsSmall } from './useMedia.ts';
import styles from './Floating.module.css';

export function ZoomControl() {
  const { shell } = useText();
  const percent = useApp(({ view }) => Math.round(view.zoom * 100));
  const isSmall = useIsSmall();
  return (
    <div role="group" aria-label={shell.zoom} className={classes(styles.float, styles.zoom)}>
      <CommandButton id="zoom-out" icon={Minus} size="small" side="top" />
      <button type="button" className={styles.percent} onClick={() => runCommand('zoom-100')}>
        {shell.percent(percent)}
      </button>
      <CommandButton id="zoom-in" icon={Plus} size="small" side="top" />
      {!isSmall && <CommandButton id="fit" icon={Maximize} size="small" side="top" />}
    </div>
  );
}
