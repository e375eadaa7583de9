/** The rows of the outline and the keys that go through them: one tab stop, arrows, letters, selecting on from row to row. */

import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import {
  app,
  appState,
  commandOfKey,
  compareSeverity,
  runCommand,
  useApp,
  whyNotNow,
  type Badge,
  type Command,
} from '../../app/index.ts';
import type { ResourceId } from '../../model/index.ts';
import { useLanguage, useText } from '../../ui/index.ts';
import { useMedia } from '../shell/useMedia.ts';
import { OutlineRow } from './OutlineRow.tsx';
import { rowName } from './row-names.ts';
import { idsWithin, keyTarget, rowByName, rowsOf, type Row, type TreeNode } from './tree.ts';
import { useFolds } from './useFolds.ts';
import { useRowWindow } from './useRowWindow.ts';
import styles from './Outline.module.css';

interface TreeProps {
  readonly nodes: readonly TreeNode[];
  readonly isSearching: boolean;
}

/** Letters typed sooner than this after one another make one word. */
const TYPING = 700;

export function Tree({ nodes, isSearching }: TreeProps) {
  const text = useText();
  const language = useLanguage();
  const selection = useApp((state) => state.selection);
  const badges = useApp((state) => state.answers.badges);
  const editing = useApp(({ view }) => view.editing);
  const folds = useFolds(nodes, isSearching, selection[0]);
  const [current, setCurrent] = useState(selection[0]);
  const anchor = useRef<string | undefined>(undefined);
  /** What a row of this tree selected first: it has the focus already. */
  const own = useRef<ResourceId | undefined>(undefined);
  const typed = useRef({ text: '', at: 0 });
  const list = useRef<HTMLDivElement>(null);
  const rows = rowsOf(nodes, folds.isOpen);
  const rowHeight = useMedia('(pointer: coarse)') ? 44 : 27;
  const { first, end } = useRowWindow(list, rows.length, rowHeight);
  const renaming = editing?.place === 'outline' ? editing.id : undefined;

  const indexOf = (key: string | undefined) => rows.findIndex(({ node }) => node.key === key);

  /** Scrolls a row into sight, so that it stands on the page. */
  const showRow = (index: number) => {
    const element = list.current;
    if (!element || index < 0) return;
    const top = index * rowHeight;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + rowHeight > element.scrollTop + element.clientHeight) {
      element.scrollTop = top + rowHeight - element.clientHeight;
    }
  };

  // A row that was scrolled to takes the focus once it stands on the page.
  const [wanted, setWanted] = useState<string | undefined>(undefined);
  useEffect(() => {
    if (wanted === undefined) return;
    const row = list.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(wanted)}"]`);
    if (!row) return;
    row.focus({ preventScroll: true });
    setWanted(undefined);
  }, [wanted, first, end]);

  const focusRow = (key: string | undefined) => {
    if (key === undefined) return;
    setCurrent(key);
    showRow(indexOf(key));
    setWanted(key);
  };

  // What is selected or named elsewhere comes into sight here.
  const selected = renaming ?? selection[0];
  const { reveal } = folds;
  useEffect(() => {
    const isOwn = own.current === selected;
    own.current = undefined;
    if (selected === undefined || !reveal(selected) || isOwn) return;
    const focused = document.activeElement?.closest<HTMLElement>('[data-key]')?.dataset['key'];
    const isElsewhere = focused !== undefined && focused !== selected;
    // A copy that was made, a thing that was pasted: the keyboard goes on from there.
    if (isElsewhere && renaming === undefined) focusRow(selected);
    else setCurrent(selected);
    // oxlint-disable-next-line react/exhaustive-deps -- the tree is new with every edit; only another selection opens it
  }, [selected]);
  useEffect(() => {
    showRow(indexOf(selected));
    // oxlint-disable-next-line react/exhaustive-deps -- only another selection or other rows move the list
  }, [selected, rows.length]);

  const stop = indexOf(current) < 0 ? rows[0]?.node.key : current;

  // A row that goes while it has the focus leaves it to the row that takes its place.
  const held = useRef<{ readonly key: string; readonly index: number } | undefined>(undefined);
  useEffect(() => {
    const before = held.current;
    const { activeElement } = document;
    const isHere = list.current?.contains(activeElement) === true;
    if (before && !isHere && indexOf(before.key) < 0 && (!activeElement || activeElement === document.body)) {
      focusRow(rows[Math.min(before.index, rows.length - 1)]?.node.key);
    }
    held.current = isHere && stop !== undefined ? { key: stop, index: indexOf(stop) } : undefined;
  });

  const choose = (ids: readonly ResourceId[]) => {
    app.select(ids);
    [own.current] = ids;
  };

  /** Everything between where selecting began and a row. */
  const selectTo = (key: string) => {
    const [from, to] = [indexOf(anchor.current ?? stop), indexOf(key)].sort((a, b) => a - b);
    const ids = rows.slice(Math.max(from ?? 0, 0), (to ?? 0) + 1).flatMap(({ node }) => idOf(node) ?? []);
    choose(ids);
  };

  const press = ({ node, expanded }: Row, how: 'only' | 'toggle' | 'range') => {
    setCurrent(node.key);
    const id = idOf(node);
    if (how === 'range') {
      selectTo(node.key);
      return;
    }
    anchor.current = node.key;
    if (id === undefined) {
      if (expanded !== undefined) folds.setOpen(node.key, !expanded);
    } else if (how === 'toggle') choose(toggled(id));
    else {
      choose([id]);
      app.reveal([id], 'pan if hidden');
    }
  };

  const go = (target: string, event: KeyboardEvent) => {
    if (event.shiftKey && /^Arrow(Up|Down)$/.test(event.key)) {
      anchor.current ??= stop;
      selectTo(target);
    } else anchor.current = undefined;
    focusRow(target);
  };

  /** Goes to the row whose name begins with the letters; out: whether the key was a letter. */
  const type = (event: KeyboardEvent, index: number): boolean => {
    const isOn = typed.current.text !== '' && event.timeStamp - typed.current.at < TYPING;
    const isLetter = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (!isLetter || (event.key === ' ' && !isOn)) return false;
    // A letter that is a command is one, unless a word is being written; a capital is always a letter.
    if (!isOn && !event.shiftKey && commandOfKey(event.nativeEvent)) return false;
    if (event.shiftKey && /[?/]/.test(event.key)) return false;
    const word = (isOn ? typed.current.text : '') + event.key;
    const found = rowByName(rows, index, word, (node) => rowName(text, language, node));
    // A space that no name goes on with selects.
    if (event.key === ' ' && !found) return false;
    typed.current = { text: word, at: event.timeStamp };
    focusRow(found?.node.key);
    return true;
  };

  /** What the keys of a tree do; out: whether it was one of them. */
  const act = (event: KeyboardEvent, index: number, row: Row): boolean => {
    const isHeld = event.ctrlKey || event.metaKey || event.altKey;
    const target = isHeld ? undefined : keyTarget(event.key, rows, index);
    const id = idOf(row.node);
    if (target !== undefined) go(target, event);
    else if (event.key === ' ') press(row, event.ctrlKey || event.shiftKey ? 'toggle' : 'only');
    else if (event.key === 'ArrowRight' && row.expanded === false) folds.setOpen(row.node.key, true);
    else if (event.key === 'ArrowLeft' && row.expanded === true) folds.setOpen(row.node.key, false);
    else if (event.key === '*') folds.openAll(rows.filter(({ level }) => level === row.level));
    else if (event.key === 'Enter' && id === undefined) press(row, 'only');
    else if (event.key === 'Enter' && id !== undefined) {
      if (!selection.includes(id)) choose([id]);
      runCommand('edit', 'outline');
    } else return false;
    return true;
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const index = indexOf(stop);
    const row = rows[index];
    if (!row || event.nativeEvent.isComposing || /^(Shift|Control|Alt|Meta)$/.test(event.key)) return;
    if (type(event, index)) anchor.current = undefined;
    else {
      typed.current = { text: '', at: 0 };
      if (!act(event, index, row)) {
        const id = idOf(row.node);
        if (id !== undefined && isMeant(event, id)) choose([id]);
        return;
      }
    }
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div
      ref={list}
      role="tree"
      aria-label={text.palette.outlineTree}
      aria-multiselectable
      className={styles.tree}
      onKeyDown={onKeyDown}
    >
      <div style={{ height: first * rowHeight }} />
      {rows.slice(first, end).map((row) => {
        const id = idOf(row.node);
        return (
          <OutlineRow
            key={row.node.key}
            row={row}
            isStop={row.node.key === stop}
            isSelected={id !== undefined && selection.includes(id)}
            isRenaming={id !== undefined && id === renaming}
            badge={badgeOf(row, badges)}
            onFocused={({ node }) => setCurrent(node.key)}
            onPress={press}
            onToggle={({ node, expanded }) => folds.setOpen(node.key, expanded !== true)}
            onRenamed={() => {
              app.setView({ editing: undefined });
              focusRow(row.node.key);
            }}
          />
        );
      })}
      <div style={{ height: (rows.length - end) * rowHeight }} />
    </div>
  );
}

const idOf = ({ subject }: TreeNode): ResourceId | undefined =>
  subject.kind === 'resource' ? subject.id : undefined;

function toggled(id: ResourceId): readonly ResourceId[] {
  const { selection } = appState();
  return selection.includes(id) ? selection.filter((other) => other !== id) : [...selection, id];
}

/** What is done with the selection is done with the row that has the focus, when that is not in it. */
function isMeant(event: KeyboardEvent, id: ResourceId): boolean {
  if (appState().selection.includes(id)) return false;
  const command = commandOfKey(event.nativeEvent);
  if (!command) return false;
  return command.id.startsWith('paste') || needsSelection(command, id);
}

function needsSelection(command: Command, id: ResourceId): boolean {
  const state = appState();
  const without = whyNotNow(command, { ...state, selection: [] });
  return without !== undefined && whyNotNow(command, { ...state, selection: [id] }) === undefined;
}

/** The worst finding of a row; of a closed one, the worst of what is folded away in it. */
function badgeOf({ node, expanded }: Row, badges: Readonly<Record<ResourceId, Badge>>) {
  const id = idOf(node);
  const own = id === undefined ? undefined : badges[id];
  if (own) return { ...own, inside: false };
  if (expanded !== false) return undefined;
  const inside = idsWithin(node).flatMap((other) => badges[other] ?? []);
  const [worst] = inside.toSorted((a, b) => compareSeverity(a.severity, b.severity));
  return worst && { ...worst, inside: true };
}
