/** One end of a path: picked from the design or on the canvas, or written as a name, id, address or block. */

import { useMemo, useState } from 'react';
import { app, useApp } from '../../app/index.ts';
import { factsOf, sortNaturally } from '../../drawing/index.ts';
import { pathTexts } from '../../i18n/index.ts';
import { known, resourcesOfKind, titleOf, type Design, type Kind } from '../../model/index.ts';
import { Combobox, type Suggestion, useTexts } from '../../ui/index.ts';
import { KindTile, Tile } from '../parts/Glyph.tsx';
import { useNameOf } from '../parts/names.ts';
import styles from './PathPanel.module.css';

const INTERNET = 'internet';

const internetTile = <Tile glyph="globe" colour="c-gen" look="filled" />;

/** What a path may start or end at. */
function endsOf(design: Design, internet: string): readonly Suggestion[] {
  const { cardOfInterface } = factsOf(design);
  const of = (kind: Kind): Suggestion[] =>
    resourcesOfKind(design, kind).flatMap(([id, resource]) => {
      if (cardOfInterface.has(id)) return [];
      const address = 'privateIpAddress' in resource ? known(resource.privateIpAddress) : undefined;
      const block = 'cidrBlock' in resource ? known(resource.cidrBlock) : undefined;
      const detail = address ?? block ?? id;
      return [{ value: id, label: titleOf(design, id), detail, mark: <KindTile kind={kind} /> }];
    });
  const kinds: readonly Kind[] = ['instance', 'networkInterface', 'subnet'];
  return [
    { value: INTERNET, label: internet, mark: internetTile },
    ...kinds.flatMap((kind) => sortNaturally(of(kind), ({ label }) => [label])),
  ];
}

export function EndPicker({ end }: { readonly end: 'from' | 'to' }) {
  const path = useTexts(pathTexts);
  const design = useApp((state) => state.design);
  const value = useApp(({ view }) => view.path[end]);
  const isPicking = useApp(({ view }) => view.pickingEnd === end);
  const nameOfId = useNameOf();
  // The panel opens with the caret in the end that is asked for.
  const [isFirst] = useState(isPicking);
  const suggestions = useMemo(() => endsOf(design, path.internet), [design, path.internet]);
  const kind = design.resources[value]?.kind;

  const set = (next: string) => {
    const { view } = app.api.getState();
    const other = end === 'from' ? 'to' : 'from';
    app.setView({
      path: { ...view.path, [end]: next },
      hop: undefined,
      pickingEnd: next !== '' && view.path[other] === '' ? other : undefined,
    });
  };

  return (
    <div className={styles.end}>
      <Combobox
        label={end === 'from' ? path.from : path.to}
        text={value === '' ? '' : nameOfId(value)}
        mark={kind ? <KindTile kind={kind} /> : value === INTERNET ? internetTile : undefined}
        placeholder={isPicking ? path.pickHere : end === 'from' ? path.from : path.to}
        nothing={path.nothingFound}
        suggestions={suggestions}
        onPick={set}
        autoFocus={isFirst}
        free={{ check: () => undefined, onText: set }}
        className={isPicking ? styles.picking : undefined}
        onFocus={() => app.setView({ pickingEnd: end })}
      />
    </div>
  );
}
