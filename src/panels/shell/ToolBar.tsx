/** The tools that float over the canvas. */

import { Hand, MousePointer2, Route, Spline, type LucideIcon } from 'lucide-react';
import { useApp, type Tool } from '../../app/index.ts';
import { Button, classes, useText } from '../../ui/index.ts';
import { CommandButton } from './CommandButton.tsx';
import { openPath } from './lenses.ts';
import { useIsSmall } from './useMedia.ts';
import styles from './Floating.module.css';

const tools: readonly { readonly tool: Tool; readonly icon: LucideIcon }[] = [
  { tool: 'select', icon: MousePointer2 },
  { tool: 'hand', icon: Hand },
  { tool: 'connect', icon: Spline },
];

export function ToolBar() {
  const { shell } = useText();
  const tool = useApp(({ view }) => view.tool);
  const isPath = useApp(({ view }) => view.right === 'path');
  const isSmall = useIsSmall();
  const isLooking = useApp(({ view }) => view.looking === 'on');
  const shown = isLooking ? tools.filter((entry) => entry.tool !== 'connect') : tools;
  return (
    <div role="toolbar" aria-label={shell.tools} className={classes(styles.float, styles.tools)}>
      {shown.map((entry) => (
        <CommandButton
          key={entry.tool}
          id={`tool-${entry.tool}`}
          icon={entry.icon}
          side="top"
          pressed={tool === entry.tool}
        />
      ))}
      {isSmall ? (
        <CommandButton id="find-path" icon={Route} side="top" pressed={isPath} />
      ) : (
        <>
          <span className={styles.divider} />
          <Button
            look="quiet"
            size="small"
            icon={Route}
            aria-pressed={isPath}
            className={isPath ? styles.on : undefined}
            onClick={openPath}
          >
            {shell.findPath}
          </Button>
        </>
      )}
    </div>
  );
}
