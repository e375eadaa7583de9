/** The palette: every kind that can be drawn, in groups, as its declaration says. */

import { useRef, useState, type KeyboardEvent } from 'react';
import { definitionOf, kindNames, type Kind, type Language, type PaletteGroup } from '../../model/index.ts';
import { Compound, Kbd, SearchField, useLanguage, useRovingFocus, useText } from '../../ui/index.ts';
import { KindTile } from '../parts/Glyph.tsx';
import { placeInSelection, usePaletteDrag } from './drag.ts';
import styles from './Palette.module.css';

const groups: readonly PaletteGroup[] = ['containers', 'gateways', 'compute', 'connections', 'rules'];

interface Entry {
  readonly kind: Kind;
  readonly label: string;
  readonly order: number;
  readonly shortcut?: string;
}

/** The kinds of a group whose label holds what was searched for. */
function entriesOf(group: PaletteGroup, language: Language, query: string): readonly Entry[] {
  return kindNames
    .flatMap((kind): Entry[] => {
      const { palette, label } = definitionOf(kind);
      if (palette?.group !== group) return [];
      const { order, shortcut } = palette;
      return [{ kind, label: label[language], order, ...(shortcut === undefined ? {} : { shortcut }) }];
    })
    .filter(({ kind, label }) =>
      [label, kind].some((name) => name.toLowerCase().includes(query.toLowerCase())),
    )
    .sort((left, right) => left.order - right.order);
}

export function Palette() {
  const { palette } = useText();
  const language = useLanguage();
  const [query, setQuery] = useState('');
  const list = useRef<HTMLDivElement>(null);
  const rove = useRovingFocus();

  const shown = groups
    .map((group) => ({ group, entries: entriesOf(group, language, query.trim()) }))
    .filter(({ entries }) => entries.length > 0);
  const first = shown[0]?.entries[0]?.kind;

  const intoList = (event: KeyboardEvent) => {
    if (event.key === 'Escape') setQuery('');
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      list.current?.querySelector<HTMLElement>('[data-roving]')?.focus();
    }
    if (event.key === 'Enter' && first !== undefined && query !== '') placeInSelection(first);
  };

  return (
    <>
      <SearchField
        label={palette.search}
        value={query}
        onChange={setQuery}
        shortcut="/"
        onKeyDown={intoList}
      />
      <div ref={list} className={styles.list} onKeyDown={rove}>
        {shown.map(({ group, entries }) => (
          <section key={group} aria-label={palette[group]}>
            <h2 className={styles.heading}>{palette[group]}</h2>
            <ul>
              {entries.map((entry) => (
                <li key={entry.kind}>
                  <PaletteItem entry={entry} isFirst={entry.kind === first} />
                </li>
              ))}
            </ul>
          </section>
        ))}
        {shown.length === 0 && <p className={styles.nothing}>{palette.nothing}</p>}
      </div>
    </>
  );
}

function PaletteItem({ entry, isFirst }: { readonly entry: Entry; readonly isFirst: boolean }) {
  const { palette } = useText();
  const { kind, label, shortcut } = entry;
  const drag = usePaletteDrag(kind);
  return (
    <button
      type="button"
      data-roving=""
      data-kind={kind}
      tabIndex={isFirst ? 0 : -1}
      title={palette.placeHint}
      aria-keyshortcuts={shortcut}
      className={styles.item}
      {...drag}
    >
      <KindTile kind={kind} />
      <span className={styles.label}>
        <Compound>{label}</Compound>
      </span>
      {shortcut !== undefined && <Kbd>{shortcut}</Kbd>}
    </button>
  );
}
