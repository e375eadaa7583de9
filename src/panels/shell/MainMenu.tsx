/** The menu behind the logo: files, layout, and on a small page language and theme. */

import {
  ChevronDown,
  Download,
  FilePlus2,
  FileText,
  FolderOpen,
  Languages,
  LayoutGrid,
  Save,
  SaveAll,
  type LucideIcon,
} from 'lucide-react';
import { app, canRun, commandById, runCommand, useApp } from '../../app/index.ts';
import { Icon, Menu, MenuChoices, MenuItem, MenuSeparator, useLanguage, useText } from '../../ui/index.ts';
import { pickFolder } from '../files/FilePickers.tsx';
import { openDialog } from './dialogs.ts';
import { switchLanguage, themeChoices } from './settings.ts';
import { shortcutText } from './shortcuts.ts';
import { useIsSmall } from './useMedia.ts';
import styles from './MainMenu.module.css';

export function MainMenu() {
  const text = useText();
  const { shell, files } = text;
  const isSmall = useIsSmall();
  const theme = useApp(({ view }) => view.theme);
  const hasReport = useApp(({ report }) => report !== undefined);
  return (
    <Menu
      label={shell.menu}
      trigger={(props) => (
        <button {...props} type="button" className={styles.logo} aria-label={shell.menu} data-region-entry="">
          <svg width="24" height="24" viewBox="0 0 24 24" aria-hidden="true">
            <rect width="24" height="24" rx="6" fill="var(--accent-fill)" />
            <path
              d="M6 7h12v10H6zM6 12h12M12 7v10"
              fill="none"
              stroke="var(--on-accent)"
              strokeWidth="1.8"
              strokeLinejoin="round"
            />
          </svg>
          <Icon of={ChevronDown} size={14} />
        </button>
      )}
    >
      <CommandItem id="new" icon={FilePlus2} />
      <CommandItem id="open" icon={FileText} />
      <MenuItem icon={FolderOpen} onSelect={pickFolder}>
        {files.openFolder}
      </MenuItem>
      <CommandItem id="save" icon={Save} />
      <CommandItem id="save-as" icon={SaveAll} />
      <CommandItem id="export" icon={Download} />
      {hasReport && (
        <MenuItem icon={FileText} onSelect={() => openDialog('report')}>
          {files.reviewShow}
        </MenuItem>
      )}
      <MenuSeparator />
      <CommandItem id="tidy" icon={LayoutGrid} />
      {isSmall && (
        <>
          <MenuSeparator />
          <MenuItem icon={Languages} onSelect={switchLanguage}>
            {shell.otherLanguage}
          </MenuItem>
          <MenuSeparator />
          <MenuChoices
            label={shell.theme}
            value={theme}
            choices={themeChoices(text)}
            onChange={(next) => app.setView({ theme: next })}
          />
        </>
      )}
    </Menu>
  );
}

/** A command of the registry as a row of the menu. */
function CommandItem({ id, icon }: { readonly id: string; readonly icon: LucideIcon }) {
  const language = useLanguage();
  const command = commandById(id);
  if (!command) return null;
  const [shortcut] = command.shortcuts ?? [];
  return (
    <MenuItem
      icon={icon}
      disabled={!canRun(command)}
      shortcut={shortcut === undefined ? undefined : shortcutText(shortcut)}
      onSelect={() => runCommand(command)}
    >
      {command.label[language]}
    </MenuItem>
  );
}
