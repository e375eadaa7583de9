/** The top bar: menu, file, undo, lenses, language, theme, export. */

import { ChevronDown, Download, Moon, Redo2, Search, Sun, Undo2 } from 'lucide-react';
import { app, useApp } from '../../app/index.ts';
import {
  Button,
  IconButton,
  Menu,
  MenuChoices,
  Segments,
  useLanguage,
  useText,
  Icon,
} from '../../ui/index.ts';
import { useIsEmpty } from '../parts/design-facts.ts';
import { CommandButton } from './CommandButton.tsx';
import { FileName } from './FileName.tsx';
import { chooseLens, lensChoices } from './lenses.ts';
import { MainMenu } from './MainMenu.tsx';
import { openExport } from './dialogs.ts';
import { regionProps } from './regions.ts';
import { shortcutText } from './shortcuts.ts';
import { switchLanguage, themeChoices, useIsDark } from './settings.ts';
import { useIsSmall, useIsTiny } from './useMedia.ts';
import styles from './TopBar.module.css';

export function TopBar() {
  const text = useText();
  const { shell } = text;
  const isSmall = useIsSmall();
  const isTiny = useIsTiny();
  const isEmpty = useIsEmpty();
  return (
    <header className={styles.bar} aria-label={shell.topBar} {...regionProps('top')}>
      <MainMenu />
      <FileName />
      {!isTiny && (
        <>
          <span className={styles.divider} />
          <History />
        </>
      )}
      <span className={styles.space} />
      <Lenses />
      <span className={styles.space} />
      <CommandButton id="find" icon={Search} />
      {!isSmall && (
        <>
          <Button look="quiet" size="small" title={shell.switchLanguage} onClick={switchLanguage}>
            {shell.otherLanguage}
          </Button>
          <ThemeMenu />
          <span className={styles.divider} />
        </>
      )}
      <Button look="primary" icon={Download} disabled={isEmpty} onClick={openExport}>
        {shell.export}
      </Button>
      <Progress />
    </header>
  );
}

function History() {
  const { shell } = useText();
  const language = useLanguage();
  const undone = useApp(({ history }) => history.undo.at(-1)?.label);
  const redone = useApp(({ history }) => history.redo.at(-1)?.label);
  return (
    <>
      <IconButton
        label={undone ? shell.undoStep(undone[language]) : shell.undo}
        icon={Undo2}
        shortcut={shortcutText('Ctrl Z')}
        disabled={!undone}
        onClick={app.undo}
      />
      <IconButton
        label={redone ? shell.redoStep(redone[language]) : shell.redo}
        icon={Redo2}
        shortcut={shortcutText('Ctrl Shift Z')}
        disabled={!redone}
        onClick={app.redo}
      />
    </>
  );
}

function Lenses() {
  const text = useText();
  const lens = useApp(({ view }) => view.lens);
  const isEmpty = useIsEmpty();
  const isSmall = useIsSmall();
  const choices = lensChoices(text);
  if (!isSmall) {
    return (
      <Segments
        label={text.shell.lens}
        segments={choices}
        value={lens}
        onChange={chooseLens}
        disabled={isEmpty}
      />
    );
  }
  const chosen = choices.find(({ value }) => value === lens);
  return (
    <Menu
      label={text.shell.lens}
      align="center"
      trigger={(props) => (
        <Button {...props} {...(chosen ? { icon: chosen.icon } : {})} disabled={isEmpty}>
          {chosen?.label}
          <Icon of={ChevronDown} size={14} />
        </Button>
      )}
    >
      <MenuChoices label={text.shell.lens} value={lens} choices={choices} onChange={chooseLens} />
    </Menu>
  );
}

function ThemeMenu() {
  const text = useText();
  const theme = useApp(({ view }) => view.theme);
  const isDark = useIsDark();
  return (
    <Menu
      label={text.shell.theme}
      align="end"
      trigger={(props) => <IconButton {...props} label={text.shell.theme} icon={isDark ? Sun : Moon} />}
    >
      <MenuChoices
        label={text.shell.theme}
        value={theme}
        choices={themeChoices(text)}
        onChange={(next) => app.setView({ theme: next })}
      />
    </Menu>
  );
}

/** Long work shows as a thin bar under the top bar; the status bar says what it is. */
function Progress() {
  const language = useLanguage();
  const busy = useApp((state) => state.busy);
  if (!busy) return null;
  const { label, done, total } = busy;
  const isCounted = done !== undefined && total !== undefined && total > 0;
  return (
    <div
      role="progressbar"
      aria-label={label[language]}
      {...(isCounted ? { 'aria-valuenow': done, 'aria-valuemin': 0, 'aria-valuemax': total } : {})}
      className={styles.progress}
    >
      <span
        className={isCounted ? styles.part : styles.moving}
        {...(isCounted ? { style: { width: `${(done / total) * 100}%` } } : {})}
      />
    </div>
  );
}
