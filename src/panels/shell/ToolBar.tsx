/** The tools that float over the canvas. */

import { Hand, MousePointer2, Route, Spline, type LucideIcon } from 'lucide-react';
import { app, useApp, type Tool } from '../../app/index.ts';
import { Button, classes, IconButton, useText } from '../../ui/index.ts';
import { openPath } from './lenses.ts';
import { useIsSmall } from './useMedia.ts';
import styles from './Floating.module.css';

export function ToolBar() {
  const { shell } = useText();
  const tool = useApp(({ view }) => view.tool);
  const isPath = useApp(({ view }) => view.right === 'path');
  const isSmall = useIsSmall();
  const tools: readonly {
    readonly tool: Tool;
    readonly label: string;
    readonly icon: LucideIcon;
    readonly key: string;
  }[] = [
    { tool: 'select', label: shell.toolSelect, icon: MousePointer2, key: 'V' },
    { tool: 'hand', label: shell.toolHand, icon: Hand, key: 'H' },
    { tool: 'connect', label: shell.toolConnect, icon: Spline, key: 'C' },
  ];
  return (
    <div role="toolbar" aria-label={shell.tools} className={classes(styles.float, styles.tools)}>
      {tools.map((entry) => (
        <IconButton
          key={entry.tool}
          label={entry.label}
          icon={entry.icon}
          shortcut={entry.key}
          side="top"
          pressed={tool === entry.tool}
          onClick={() => app.setView({ tool: entry.tool })}
        />
      ))}
      {isSmall ? (
        <IconButton
          label={shell.findPath}
          icon={Route}
          shortcut="P"
          side="top"
          pressed={isPath}
          onClick={openPath}
        />
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
