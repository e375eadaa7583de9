/** One row of the outline: what it is, its name to be read or written, its tier, its worst finding. */

import { ChevronDown, ChevronRight } from 'lucide-react';
import { app, useApp, type Badge } from '../../app/index.ts';
import { tierLooks } from '../../drawing/index.ts';
import { findingTexts } from '../../i18n/index.ts';
import { definitionOf, known, rename, type ResourceId } from '../../model/index.ts';
import { classes, Icon, TextField, useLanguage, useText, useTexts } from '../../ui/index.ts';
import { Glyph, KindTile, Mark, Tile } from '../parts/Glyph.tsx';
import { rowName } from './row-names.ts';
import { folderGlyphs, type Row, type RowSubject } from './tree.ts';
import styles from './Outline.module.css';

interface OutlineRowProps {
  readonly row: Row;
  readonly isStop: boolean;
  readonly isSelected: boolean;
  readonly isRenaming: boolean;
  /** The worst finding of the row, or of what is folded away in it. */
  readonly badge: (Badge & { readonly inside: boolean }) | undefined;
  readonly onFocused: (row: Row) => void;
  readonly onPress: (row: Row, how: 'only' | 'toggle' | 'range') => void;
  readonly onToggle: (row: Row) => void;
  readonly onRenamed: () => void;
}

export function OutlineRow({
  row,
  isStop,
  isSelected,
  isRenaming,
  badge,
  onFocused,
  onPress,
  onToggle,
  onRenamed,
}: OutlineRowProps) {
  const text = useText();
  const language = useLanguage();
  const { node, level, position, size, expanded } = row;
  const { subject } = node;
  const id = subject.kind === 'resource' ? subject.id : undefined;
  const findings = useTexts(findingTexts);
  const inside = badge?.inside === true ? text.palette.inside(findings[badge.severity]) : undefined;
  const about = [useAbout(subject), inside]
    .filter((words) => words !== undefined && words !== '')
    .join(text.shell.listComma);
  const name = rowName(text, language, node);
  return (
    <div
      role="treeitem"
      data-key={node.key}
      {...(id === undefined ? {} : { 'data-resource': id })}
      {...(isStop ? { 'data-region-entry': '' } : {})}
      aria-level={level}
      aria-posinset={position}
      aria-setsize={size}
      aria-selected={isSelected}
      {...(about === '' ? {} : { 'aria-description': about })}
      {...(expanded === undefined ? {} : { 'aria-expanded': expanded })}
      tabIndex={isStop ? 0 : -1}
      className={classes(styles.row, isSelected && styles.selected)}
      style={{ paddingLeft: 4 + (level - 1) * 10 }}
      onFocus={(event) => {
        if (event.target === event.currentTarget) onFocused(row);
      }}
      onClick={(event) =>
        onPress(row, event.shiftKey ? 'range' : event.ctrlKey || event.metaKey ? 'toggle' : 'only')
      }
      onDoubleClick={() => {
        if (id !== undefined) app.setView({ editing: { id, field: 'name', place: 'outline' } });
      }}
    >
      <span
        className={styles.twist}
        onClick={(event) => {
          if (expanded === undefined) return;
          event.stopPropagation();
          onToggle(row);
        }}
      >
        {expanded !== undefined && <Icon of={expanded ? ChevronDown : ChevronRight} size={12} />}
      </span>
      <RowTile subject={subject} />
      {isRenaming && id !== undefined ? (
        <NameField id={id} name={name} onDone={onRenamed} />
      ) : (
        <span className={styles.name} title={name}>
          {name}
        </span>
      )}
      {'count' in subject && <span className={styles.count}>{subject.count}</span>}
      {subject.kind === 'resource' && subject.tier && <TierMark tier={subject.tier} />}
      {badge && <RowBadge badge={badge} />}
    </div>
  );
}

/** What a glance at the row tells beside its name: kind, tier, address. */
function useAbout(subject: RowSubject): string {
  const { palette, shell } = useText();
  const language = useLanguage();
  const resource = useApp(({ design }) =>
    subject.kind === 'resource' ? design.resources[subject.id] : undefined,
  );
  if (subject.kind === 'region' || subject.kind === 'zone') return palette[subject.kind];
  if (subject.kind !== 'resource' || !resource) return '';
  const { tier } = subject;
  const members = new Map<string, unknown>(Object.entries(resource));
  const place = ['cidrBlock', 'privateIpAddress', 'publicIp'].map((name) => known(members.get(name)));
  return [
    definitionOf(resource.kind).label[language],
    tier ? tierLooks[tier].word[language] : undefined,
    place.find((value) => typeof value === 'string'),
  ]
    .filter((word) => typeof word === 'string')
    .join(shell.listComma);
}

interface NameFieldProps {
  readonly id: ResourceId;
  readonly name: string;
  readonly onDone: () => void;
}

function NameField({ id, name, onDone }: NameFieldProps) {
  const { palette, shell } = useText();
  return (
    <span
      className={styles.field}
      // The field's keys and clicks are its own, not the tree's.
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Enter' && event.currentTarget.querySelector('[aria-invalid="true"]') === null) {
          onDone();
        }
      }}
      onClick={(event) => event.stopPropagation()}
      onFocus={(event) => {
        if (event.target instanceof HTMLInputElement) event.target.select();
      }}
      onBlur={() => app.setView({ editing: undefined })}
    >
      <TextField
        autoFocus
        label={palette.renameRow(name)}
        value={name}
        check={(written) => (written === '' ? shell.nameMissing : undefined)}
        onCommit={(next) =>
          app.edit({ en: `Rename ${name}`, ja: `${name} の名前の変更` }, (design) => rename(design, id, next))
        }
        onCancel={onDone}
      />
    </span>
  );
}

function RowTile({ subject }: { readonly subject: RowSubject }) {
  switch (subject.kind) {
    case 'resource': {
      const frame = subject.of === 'subnet' ? tierLooks[subject.tier ?? 'isolated'].color : undefined;
      return <KindTile kind={subject.of} {...(frame ? { frame } : {})} />;
    }
    case 'folder':
      return <KindTile kind={subject.of} />;
    case 'internet':
      return <Tile glyph={folderGlyphs.internet} colour="c-gen" look="filled" />;
    case 'region':
      return <Tile glyph={folderGlyphs.region} colour="region" look="box" />;
    case 'zone':
      return <Tile glyph={folderGlyphs.zone} colour="az" look="box" />;
    case 'others':
      return <Tile glyph={folderGlyphs.others} colour="c-gen" look="filled" />;
  }
}

/** The row's description says the word. */
function TierMark({ tier }: { readonly tier: keyof typeof tierLooks }) {
  const language = useLanguage();
  const { glyph, color, word } = tierLooks[tier];
  return (
    <span className={styles.tier} style={{ color: `var(--${color}-text)` }} title={word[language]}>
      <Glyph name={glyph} size={14} />
    </span>
  );
}

function RowBadge({ badge }: { readonly badge: Badge & { readonly inside: boolean } }) {
  const findings = useTexts(findingTexts);
  // What lies inside is told by the row's description: its name stays its own.
  return badge.inside ? (
    <span className={styles.inside}>
      <Mark of={badge.severity} size={14} />
    </span>
  ) : (
    <Mark of={badge.severity} size={14} label={findings[badge.severity]} />
  );
}
