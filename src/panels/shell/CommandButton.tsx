/** A command as a button that its icon and tooltip name. */

import type { LucideIcon } from 'lucide-react';
import { commandById, runCommand, useApp, whyNotNow } from '../../app/index.ts';
import { IconButton, useLanguage } from '../../ui/index.ts';
import { shortcutText } from './shortcuts.ts';

interface CommandButtonProps {
  readonly id: string;
  readonly icon: LucideIcon;
  readonly side?: 'top' | 'right' | 'bottom';
  readonly size?: 'normal' | 'small';
  readonly pressed?: boolean;
  /** Words of its own, where those of the list of commands are not the place's. */
  readonly label?: string;
}

export function CommandButton({ id, icon, side, size, pressed, label }: CommandButtonProps) {
  const language = useLanguage();
  const command = commandById(id);
  const isPossible = useApp((state) => command !== undefined && whyNotNow(command, state) === undefined);
  if (!command) return null;
  const [keys] = command.shortcuts ?? [];
  return (
    <IconButton
      label={label ?? command.label[language]}
      icon={icon}
      disabled={!isPossible}
      {...(keys === undefined ? {} : { shortcut: shortcutText(keys), 'aria-keyshortcuts': ariaKeys(keys) })}
      {...(side ? { side } : {})}
      {...(size ? { size } : {})}
      {...(pressed === undefined ? {} : { pressed })}
      onClick={() => runCommand(command)}
    />
  );
}

/** `Ctrl Shift Z` as assistive technology is told of it. */
const ariaKeys = (keys: string): string => keys.replace('Ctrl', 'Control').replaceAll(' ', '+');
