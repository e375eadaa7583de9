/** Every shortcut that there is, drawn from the list of commands. */

import { useState } from 'react';
import { allCommands, runCommand, useApp, type CommandGroup } from '../../app/index.ts';
import { commandTexts } from '../../i18n/index.ts';
import type { Language } from '../../model/index.ts';
import { Dialog, Kbd, SearchField, Switch, useLanguage, useTexts } from '../../ui/index.ts';
import { fitAny } from '../search/fuzzy.ts';
import { closeDialog } from '../shell/dialogs.ts';
import { shortcutText } from '../shell/shortcuts.ts';
import { widgetKeys } from './widget-keys.ts';
import styles from './ShortcutSheet.module.css';

type GroupName = CommandGroup | 'canvas' | 'outline';

interface Line {
  readonly label: string;
  readonly keys: readonly string[];
}

const order: readonly GroupName[] = ['tools', 'add', 'edit', 'view', 'findings', 'file', 'canvas', 'outline'];

/** The rows of a group: commands that have keys, or the keys that a place has of its own. */
function linesOf(group: GroupName, language: Language): readonly Line[] {
  if (group === 'canvas' || group === 'outline') {
    return widgetKeys
      .filter(({ where }) => where === group)
      .map(({ label, keys, written }) => ({
        label: label[language],
        keys: written === undefined ? keys : [written],
      }));
  }
  return allCommands
    .filter((command) => command.group === group && command.shortcuts !== undefined)
    .map(({ label, shortcuts = [] }) => ({ label: label[language], keys: shortcuts }));
}

export default function ShortcutSheet() {
  const text = useTexts(commandTexts);
  const language = useLanguage();
  const singleKeys = useApp(({ view }) => view.singleKeys);
  const [query, setQuery] = useState('');
  const headings: Readonly<Record<GroupName, string>> = {
    tools: text.groupTools,
    add: text.groupAdd,
    edit: text.groupEdit,
    view: text.groupView,
    findings: text.groupFindings,
    file: text.groupFile,
    canvas: text.groupCanvas,
    outline: text.groupOutline,
  };
  const groups = order
    .map((group) => ({
      group,
      lines: linesOf(group, language).filter(({ label, keys }) => fitAny(query, [label, keys.join(' ')])),
    }))
    .filter(({ lines }) => lines.length > 0);
  return (
    <Dialog
      title={text.shortcuts}
      onClose={closeDialog}
      footer={
        <div className={styles.setting}>
          <Switch
            label={text.singleKeys}
            checked={singleKeys === 'on'}
            onChange={() => runCommand('single-keys')}
          />
          <span aria-hidden="true">{text.singleKeys}</span>
          <span className={styles.hint}>{text.singleKeysHint}</span>
        </div>
      }
    >
      <div className={styles.search}>
        <SearchField label={text.shortcutsFilter} value={query} onChange={setQuery} />
      </div>
      <div className={styles.groups}>
        {groups.map(({ group, lines }) => (
          <section key={group} className={styles.group} aria-label={headings[group]}>
            <h3 className={styles.heading}>{headings[group]}</h3>
            <dl className={styles.lines}>
              {lines.map(({ label, keys }) => (
                <div key={label} className={styles.line}>
                  <dt>{label}</dt>
                  <dd>
                    {keys.map((key) => (
                      <Kbd key={key}>{key === 'Space' ? text.space : shortcutText(key)}</Kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        {groups.length === 0 && <p className={styles.nothing}>{text.findNothing}</p>}
      </div>
    </Dialog>
  );
}
