/** The command palette: everything that can be gone to or done, found by a few letters. */

import { useMemo, useState, type KeyboardEvent, type ReactNode } from 'react';
import {
  app,
  appState,
  canvasPort,
  runCommand,
  useApp,
  type CommandPlace,
  type FindingAnswer,
} from '../../app/index.ts';
import { commandTexts } from '../../i18n/index.ts';
import { titleOf, type ResourceId } from '../../model/index.ts';
import { Icon, Kbd, useLanguage, useTexts } from '../../ui/index.ts';
import { KindTile, Mark } from '../parts/Glyph.tsx';
import { entriesOf } from '../search/find.ts';
import { closeDialog } from '../shell/dialogs.ts';
import { shortcutText } from '../shell/shortcuts.ts';
import { commandIcons } from './icons.ts';
import { PickDialog, type PickSection } from './PickDialog.tsx';
import { paletteRows, type PaletteRow, type Section, type Subject } from './rows.ts';
import styles from './CommandPalette.module.css';

/** Where the focus was before the palette took it. */
function placeBefore(): CommandPlace {
  const before = document.activeElement;
  if (before?.closest('[role="tree"]')) return 'outline';
  return before?.closest('[data-region="canvas"]') ? 'canvas' : 'page';
}

/** After the dialog has given the focus back, so that what is done may move it on. */
const afterwards = (work: () => void): void => {
  closeDialog();
  setTimeout(() => requestAnimationFrame(work), 0);
};

function openFinding(finding: FindingAnswer): void {
  app.setView({ openFinding: finding.key, drawerOpen: true, drawerTab: 'findings', preview: undefined });
  if (Object.hasOwn(appState().design.resources, finding.resource)) app.select([finding.resource]);
  app.reveal([finding.resource, ...finding.related]);
}

function goTo(id: ResourceId): void {
  app.select([id]);
  app.reveal([id], 'pan if hidden');
  canvasPort()?.focus();
}

function perform(subject: Subject, place: CommandPlace): void {
  switch (subject.kind) {
    case 'resource':
      goTo(subject.id);
      break;
    case 'finding':
      openFinding(subject.finding);
      break;
    case 'command':
      if (subject.on !== undefined) app.select([subject.on]);
      runCommand(subject.command, place);
      break;
  }
}

export default function CommandPalette() {
  const text = useTexts(commandTexts);
  const language = useLanguage();
  const state = useApp((now) => now);
  const [place] = useState(placeBefore);
  const [query, setQuery] = useState('');
  const [about, setAbout] = useState<ResourceId | undefined>(undefined);
  const [active, setActive] = useState(0);
  const { design } = state;
  const entries = useMemo(() => entriesOf(design), [design]);
  const rows = paletteRows({ state, entries, query, language, ...(about === undefined ? {} : { about }) });
  const activeRow = rows[active];
  const target = activeRow && resourceOf(activeRow);
  const aboutName = about === undefined ? undefined : titleOf(design, about);
  const targetName = target === undefined ? undefined : titleOf(design, target);

  const ask = (next: string) => {
    setQuery(next);
    setActive(0);
  };
  const narrowTo = (id: ResourceId | undefined) => {
    setAbout(id);
    ask('');
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Tab' && !event.shiftKey && target !== undefined && about === undefined) {
      event.preventDefault();
      narrowTo(target);
    } else if (event.key === 'Backspace' && query === '' && about !== undefined) {
      event.preventDefault();
      narrowTo(undefined);
    }
  };

  const name = aboutName ?? (state.selection[0] === undefined ? '' : titleOf(design, state.selection[0]));
  const headings: Readonly<Record<Section, string>> = {
    goTo: text.goTo,
    about: text.doWith(name),
    do: text.doIt,
    findings: text.findings,
  };

  return (
    <PickDialog
      title={text.palette}
      ask={text.ask}
      query={query}
      onQuery={ask}
      sections={sectionsOf(rows, headings, activeRow)}
      active={active}
      onActive={setActive}
      onPick={({ key }) => {
        const row = rows.find((other) => other.key === key);
        if (row) afterwards(() => perform(row.subject, place));
      }}
      onClose={closeDialog}
      nothing={text.nothing}
      {...(aboutName === undefined ? {} : { before: <span className={styles.about}>{aboutName}</span> })}
      onKeyDown={onKeyDown}
      footer={
        <>
          <span>
            <Kbd>↑</Kbd> <Kbd>↓</Kbd> {text.move}
          </span>
          <span>
            <Kbd>Enter</Kbd> {text.run}
          </span>
          {about !== undefined ? (
            <span>
              <Kbd>Backspace</Kbd> {text.back}
            </span>
          ) : (
            targetName !== undefined && (
              <span className={styles.long}>
                <Kbd>Tab</Kbd> {text.actionsFor(targetName)}
              </span>
            )
          )}
          {about === undefined && (
            <span className={styles.signs}>
              <span>
                <Kbd>&gt;</Kbd> {text.onlyCommands}
              </span>
              <span>
                <Kbd>@</Kbd> {text.onlyResources}
              </span>
              <span>
                <Kbd>!</Kbd> {text.onlyFindings}
              </span>
            </span>
          )}
        </>
      }
    />
  );
}

/** The resource that Tab would narrow to. */
function resourceOf({ subject }: PaletteRow): ResourceId | undefined {
  if (subject.kind === 'resource') return subject.id;
  return subject.kind === 'command' ? subject.on : undefined;
}

/** Rows under their headings, in the order in which they come. */
function sectionsOf(
  rows: readonly PaletteRow[],
  headings: Readonly<Record<Section, string>>,
  active: PaletteRow | undefined,
): readonly PickSection[] {
  const order = [...new Set(rows.map(({ section }) => section))];
  return order.map((section) => ({
    key: section,
    heading: headings[section],
    rows: rows
      .filter((row) => row.section === section)
      .map((row) => {
        const keys = keysOf(row.subject) ?? (row === active ? 'Enter' : undefined);
        return {
          key: row.key,
          label: row.label,
          ranges: row.ranges,
          detail: row.detail,
          mark: <RowMark subject={row.subject} />,
          ...(keys === undefined ? {} : { keys }),
          ...(row.problem === undefined ? {} : { disabled: true }),
        };
      }),
  }));
}

function keysOf(subject: Subject): string | undefined {
  const [keys] = subject.kind === 'command' ? (subject.command.shortcuts ?? []) : [];
  return keys === undefined ? undefined : shortcutText(keys);
}

function RowMark({ subject }: { readonly subject: Subject }): ReactNode {
  const kind = useApp(({ design }) =>
    subject.kind === 'resource' ? design.resources[subject.id]?.kind : undefined,
  );
  switch (subject.kind) {
    case 'resource':
      return kind && <KindTile kind={kind} />;
    case 'finding':
      return <Mark of={subject.finding.severity} />;
    case 'command': {
      const { adds, icon } = subject.command;
      if (adds) return <KindTile kind={adds} />;
      return icon && <Icon of={commandIcons[icon]} />;
    }
  }
}
