/** One end of a path: picked from the design or on the canvas, or written as a name, id, address or block. */

import { useMemo, useState } from 'react';
import { app, appState, pathField, useApp } from '../../app/index.ts';
import { pathTexts } from '../../i18n/index.ts';
import { parseAddress } from '../../net/index.ts';
import { Combobox, useTexts } from '../../ui/index.ts';
import { KindTile, Tile } from '../parts/Glyph.tsx';
import { useNameOf } from '../parts/names.ts';
import { endTypeAhead } from '../shell/type-ahead.ts';
import { endMeant, endsOf, INTERNET, isAddress } from './ends.ts';
import { PORT_FIELD, PROTOCOL_FIELD } from './ports.ts';
import { draftFor, setEnd } from './question.ts';
import styles from './PathPanel.module.css';

const internetTile = <Tile glyph="globe" colour="c-gen" look="filled" />;

/** From an end that is there to the next field. */
function goOn(end: 'from' | 'to'): void {
  if (appState().view.path[end] === '') return;
  if (end === 'to') app.setView({ pickingEnd: undefined });
  const next = end === 'from' ? [pathField('to')] : [PORT_FIELD, PROTOCOL_FIELD];
  const fields = next.flatMap((id) => document.getElementById(id) ?? []);
  fields[0]?.focus();
}

export function EndPicker({ end }: { readonly end: 'from' | 'to' }) {
  const path = useTexts(pathTexts);
  const design = useApp((state) => state.design);
  const value = useApp(({ view }) => view.path[end]);
  const isPicking = useApp(({ view }) => view.pickingEnd === end);
  const nameOfId = useNameOf();
  // The panel opens with the caret in the end that is asked for.
  const [isFirst] = useState(isPicking);
  const choices = useMemo(() => endsOf(design, path.internet), [design, path.internet]);
  const suggestions = useMemo(
    () =>
      choices.map(({ kind, ...choice }) => ({
        ...choice,
        mark: kind ? <KindTile kind={kind} /> : internetTile,
      })),
    [choices],
  );
  const kind = Object.hasOwn(design.resources, value) ? design.resources[value]?.kind : undefined;

  return (
    <div className={styles.end}>
      <Combobox
        label={end === 'from' ? path.from : path.to}
        text={value === '' ? '' : nameOfId(value)}
        mark={kind ? <KindTile kind={kind} /> : value === INTERNET ? internetTile : undefined}
        placeholder={isPicking ? path.pickHere : end === 'from' ? path.from : path.to}
        nothing={(written) => {
          const text = written.trim();
          if (parseAddress(text).ok) return path.usedAsAddress(text);
          return isAddress(text) ? path.usedAsBlock(text) : path.nothingFound;
        }}
        suggestions={suggestions}
        onPick={(next) => setEnd(end, next)}
        onDraft={(text) => {
          const meant = text === undefined ? undefined : endMeant(text, choices);
          draftFor(meant === undefined ? undefined : { [end]: meant });
        }}
        autoFocus={isFirst}
        free={{
          check: () => undefined,
          isWhole: isAddress,
          onText: (text) => setEnd(end, endMeant(text, choices) ?? text),
        }}
        className={isPicking ? styles.picking : undefined}
        id={pathField(end)}
        onFocus={() => {
          app.setView({ pickingEnd: end });
          return endTypeAhead();
        }}
        onEntered={() => goOn(end)}
      />
    </div>
  );
}
