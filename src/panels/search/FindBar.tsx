/** Finding in the design: what fits rings on the canvas, Enter goes from one to the next, Escape gives the focus back. */

import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { app, canvasPort, useApp } from '../../app/index.ts';
import { commandTexts } from '../../i18n/index.ts';
import { titleOf, type ResourceId } from '../../model/index.ts';
import { IconButton, SearchField, useLanguage, useTexts } from '../../ui/index.ts';
import { KindTile } from '../parts/Glyph.tsx';
import { closeFind } from '../shell/dialogs.ts';
import { endTypeAhead } from '../shell/type-ahead.ts';
import { entriesOf, find } from './find.ts';
import { placeWords } from './place-words.ts';
import styles from './FindBar.module.css';

/** `asked` counts how often the search was asked for: again brings the caret back into it. */
export default function FindBar({ asked }: { readonly asked: number }) {
  const text = useTexts(commandTexts);
  const design = useApp((state) => state.design);
  const [query, setQuery] = useState('');
  const [at, setAt] = useState<number | undefined>(undefined);
  const field = useRef<HTMLInputElement>(null);
  const [before] = useState(() => document.activeElement);
  const entries = useMemo(() => entriesOf(design), [design]);
  const found = useMemo(() => find(entries, query), [entries, query]);
  const current = at === undefined ? undefined : found[at];

  useEffect(() => {
    field.current?.focus();
    field.current?.select();
    const ahead = endTypeAhead();
    if (ahead !== '') setQuery(ahead);
  }, [asked]);

  useEffect(() => {
    app.setView({ found });
    return () => app.setView({ found: [] });
  }, [found]);

  const go = (step: 1 | -1) => {
    const { length } = found;
    if (length === 0) return;
    const next = at === undefined ? (step > 0 ? 0 : length - 1) : (at + step + length) % length;
    const id = found[next];
    setAt(next);
    if (id === undefined) return;
    app.select([id]);
    app.reveal([id], 'pan if hidden');
  };

  const close = () => {
    closeFind();
    if (before instanceof HTMLElement && before.isConnected && before !== document.body) before.focus();
    else canvasPort()?.focus();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' || event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      go(event.key === 'ArrowUp' || (event.key === 'Enter' && event.shiftKey) ? -1 : 1);
    }
  };

  const count =
    found.length === 0
      ? text.findNothing
      : at === undefined
        ? text.findAny(found.length)
        : text.findCount(at + 1, found.length);

  return (
    <search
      className={styles.bar}
      aria-label={text.find}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        close();
      }}
    >
      <div className={styles.row}>
        <div className={styles.field}>
          <SearchField
            ref={field}
            label={text.findHint}
            value={query}
            onChange={(next) => {
              setQuery(next);
              setAt(undefined);
            }}
            onKeyDown={onKeyDown}
          />
        </div>
        <IconButton
          label={text.findPrevious}
          icon={ChevronUp}
          size="small"
          shortcut="Shift Enter"
          disabled={found.length === 0}
          onClick={() => go(-1)}
        />
        <IconButton
          label={text.findNext}
          icon={ChevronDown}
          size="small"
          shortcut="Enter"
          disabled={found.length === 0}
          onClick={() => go(1)}
        />
        <IconButton label={text.findClose} icon={X} size="small" shortcut="Esc" onClick={close} />
      </div>
      {query.trim() !== '' && (
        <p className={styles.state} role="status">
          <span className={styles.count}>{count}</span>
          {current !== undefined && <Match id={current} />}
        </p>
      )}
    </search>
  );
}

/** What the search stands at. */
function Match({ id }: { readonly id: ResourceId }) {
  const language = useLanguage();
  const design = useApp((state) => state.design);
  const kind = design.resources[id]?.kind;
  if (!kind) return null;
  return (
    <span className={styles.match}>
      <KindTile kind={kind} />
      <b>{titleOf(design, id)}</b>
      <span className={styles.place}>{placeWords(design, id, language)}</span>
    </span>
  );
}
