/** The outline: the design as a tree that is the canvas's equal for reading, selecting and going about. */

import { ChevronDown, ChevronRight } from 'lucide-react';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useApp, type Badge } from '../../app/index.ts';
import { findingTexts } from '../../i18n/index.ts';
import { classes, Icon, SearchField, useText, useTexts } from '../../ui/index.ts';
import { KindTile, Mark, Tile } from '../parts/Glyph.tsx';
import { goTo } from '../parts/ResourceLink.tsx';
import {
  filtered,
  folderGlyphs,
  pathTo,
  rowsOf,
  startsClosed,
  treeOf,
  type KnownTiers,
  type Row,
  type RowSubject,
  type TreeNode,
} from './tree.ts';
import { useMedia } from '../shell/useMedia.ts';
import { useRowWindow } from './useRowWindow.ts';
import styles from './Outline.module.css';

export default function Outline() {
  const { palette } = useText();
  const [query, setQuery] = useState('');
  const tree = useTree();
  const shown = useMemo(() => filtered(tree, query), [tree, query]);
  return (
    <>
      <SearchField label={palette.outlineSearch} value={query} onChange={setQuery} />
      {shown.length > 0 ? (
        <Tree nodes={shown} isSearching={query.trim() !== ''} />
      ) : (
        <p className={styles.empty}>{tree.length === 0 ? palette.outlineEmpty : palette.outlineNothing}</p>
      )}
    </>
  );
}

function useTree() {
  const design = useApp((state) => state.design);
  const answers = useApp((state) => state.answers.tiers);
  return useMemo(() => {
    const tiers: KnownTiers = Object.fromEntries(
      Object.entries(answers).map(([id, { families }]) => [id, { 4: families[4].tier, 6: families[6].tier }]),
    );
    return treeOf(design, tiers);
  }, [design, answers]);
}

function Tree({
  nodes,
  isSearching,
}: {
  readonly nodes: ReturnType<typeof treeOf>;
  readonly isSearching: boolean;
}) {
  const { palette } = useText();
  const selection = useApp((state) => state.selection);
  const badges = useApp((state) => state.answers.badges);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const [current, setCurrent] = useState<string | undefined>(undefined);
  const list = useRef<HTMLDivElement>(null);

  const isOpen = (node: TreeNode) =>
    isSearching || (startsClosed(node) ? opened.has(node.key) : !closed.has(node.key));
  const rows = rowsOf(nodes, isOpen);

  const setOpen = (key: string, open: boolean) => {
    const withKey = (set: ReadonlySet<string>) => new Set([...set, key]);
    const withoutKey = (set: ReadonlySet<string>) => new Set([...set].filter((other) => other !== key));
    setClosed(open ? withoutKey : withKey);
    setOpened(open ? withKey : withoutKey);
  };

  // What is selected elsewhere comes into sight here.
  const selected = selection[0];
  useEffect(() => {
    if (selected === undefined) return;
    const above = pathTo(nodes, selected);
    if (!above) return;
    const keys = above.map(({ key }) => key);
    setClosed((set) => new Set([...set].filter((key) => !keys.includes(key))));
    setOpened((set) => new Set([...set, ...keys]));
    setCurrent(selected);
    // oxlint-disable-next-line react/exhaustive-deps -- the tree is new with every edit; only another selection opens it
  }, [selected]);

  const isCoarse = useIsCoarse();
  const rowHeight = isCoarse ? 44 : 27;
  const { first, end } = useRowWindow(list, rows.length, rowHeight);

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

  useEffect(() => {
    showRow(rows.findIndex(({ node }) => node.key === selected));
    // oxlint-disable-next-line react/exhaustive-deps -- only another selection or other rows move the list
  }, [selected, rows.length]);

  // A row that was scrolled to takes the focus once it stands on the page.
  const [wanted, setWanted] = useState<string | undefined>(undefined);
  useEffect(() => {
    if (wanted === undefined) return;
    const row = list.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(wanted)}"]`);
    if (!row) return;
    row.focus({ preventScroll: true });
    setWanted(undefined);
  }, [wanted, first, end]);

  const stop = rows.some(({ node }) => node.key === current) ? current : rows[0]?.node.key;

  const focusRow = (key: string | undefined) => {
    if (key === undefined) return;
    setCurrent(key);
    showRow(rows.findIndex(({ node }) => node.key === key));
    setWanted(key);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const index = rows.findIndex(({ node }) => node.key === stop);
    const row = rows[index];
    if (!row) return;
    const target = keyTarget(event.key, rows, index);
    if (target !== undefined) {
      event.preventDefault();
      event.stopPropagation();
      focusRow(target);
    } else if (event.key === 'ArrowRight' && row.expanded === false) setOpen(row.node.key, true);
    else if (event.key === 'ArrowLeft' && row.expanded === true) setOpen(row.node.key, false);
    else if (event.key === 'Enter' || event.key === ' ') choose(row);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const choose = ({ node, expanded }: Row) => {
    if (node.subject.kind === 'resource') goTo(node.subject.id);
    else if (expanded !== undefined) setOpen(node.key, !expanded);
  };

  return (
    <div
      ref={list}
      role="tree"
      aria-label={palette.outlineTree}
      className={styles.tree}
      onKeyDown={onKeyDown}
    >
      <div style={{ height: first * rowHeight }} />
      {rows.slice(first, end).map((row) => {
        const { node, level, position, size, expanded } = row;
        const { subject } = node;
        const isSelected = subject.kind === 'resource' && selection.includes(subject.id);
        const badge = subject.kind === 'resource' ? badges[subject.id] : undefined;
        return (
          <div
            key={node.key}
            role="treeitem"
            data-key={node.key}
            aria-level={level}
            aria-posinset={position}
            aria-setsize={size}
            aria-selected={isSelected}
            {...(expanded === undefined ? {} : { 'aria-expanded': expanded })}
            tabIndex={node.key === stop ? 0 : -1}
            className={classes(styles.row, isSelected && styles.selected)}
            style={{ paddingLeft: 6 + (level - 1) * 14 }}
            onClick={() => {
              setCurrent(node.key);
              choose(row);
            }}
          >
            <span
              className={styles.twist}
              onClick={(event) => {
                if (expanded === undefined) return;
                event.stopPropagation();
                setOpen(node.key, !expanded);
              }}
            >
              {expanded !== undefined && <Icon of={expanded ? ChevronDown : ChevronRight} size={12} />}
            </span>
            <RowTile subject={subject} />
            <span className={styles.name} title={node.name}>
              <RowName subject={subject} name={node.name} />
            </span>
            {'count' in subject && <span className={styles.count}>{subject.count}</span>}
            {badge && <RowBadge badge={badge} />}
          </div>
        );
      })}
      <div style={{ height: (rows.length - end) * rowHeight }} />
    </div>
  );
}

/** A finger needs higher rows than a pointer. */
const useIsCoarse = (): boolean => useMedia('(pointer: coarse)');

function keyTarget(key: string, rows: readonly Row[], index: number): string | undefined {
  const row = rows[index];
  switch (key) {
    case 'ArrowDown':
      return rows[Math.min(index + 1, rows.length - 1)]?.node.key;
    case 'ArrowUp':
      return rows[Math.max(index - 1, 0)]?.node.key;
    case 'Home':
      return rows[0]?.node.key;
    case 'End':
      return rows.at(-1)?.node.key;
    case 'ArrowRight':
      return row?.expanded === true ? rows[index + 1]?.node.key : undefined;
    case 'ArrowLeft':
      return row?.expanded === true
        ? undefined
        : rows.slice(0, index).findLast(({ level }) => level === (row?.level ?? 0) - 1)?.node.key;
    default:
      return undefined;
  }
}

function RowTile({ subject }: { readonly subject: RowSubject }) {
  switch (subject.kind) {
    case 'resource':
      return <KindTile kind={subject.of} {...(subject.frame ? { frame: subject.frame } : {})} />;
    case 'folder':
      return <KindTile kind={subject.of} />;
    case 'internet':
      return <Tile glyph={folderGlyphs.internet} colour="c-gen" look="filled" />;
    case 'region':
      return <Tile glyph={folderGlyphs.region} colour="region" look="box" />;
    case 'others':
      return <Tile glyph={folderGlyphs.others} colour="c-gen" look="filled" />;
  }
}

function RowName({
  subject,
  name,
}: {
  readonly subject: RowSubject;
  readonly name: string | undefined;
}): string {
  const { palette } = useText();
  switch (subject.kind) {
    case 'resource':
      return name ?? subject.id;
    case 'internet':
      return palette.internet;
    case 'region':
      return palette.region(subject.region);
    case 'others':
      return palette.others;
    case 'folder':
      return folderName(palette, subject);
  }
}

const folderName = (
  palette: ReturnType<typeof useText>['palette'],
  { of }: Extract<RowSubject, { kind: 'folder' }>,
): string => {
  if (of === 'routeTable') return palette.routeTables;
  return of === 'securityGroup' ? palette.groups : palette.acls;
};

function RowBadge({ badge }: { readonly badge: Badge }) {
  const findings = useTexts(findingTexts);
  return <Mark of={badge.severity} size={14} label={findings[badge.severity]} />;
}
