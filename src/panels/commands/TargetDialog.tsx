/** A list of what the selection can be moved to or connected with: those that can't take it say why. */

import { useMemo, useState } from 'react';
import { app, makeConnection, useApp, whyNotConnected } from '../../app/index.ts';
import { sortNaturally } from '../../drawing/index.ts';
import { commandTexts } from '../../i18n/index.ts';
import { definitionOf, titleOf, type Design, type Language, type ResourceId } from '../../model/index.ts';
import { Kbd, useLanguage, useTexts } from '../../ui/index.ts';
import { KindTile } from '../parts/Glyph.tsx';
import { entriesOf, find } from '../search/find.ts';
import { fit } from '../search/fuzzy.ts';
import { placeWords } from '../search/place-words.ts';
import { closeDialog } from '../shell/dialogs.ts';
import { moveTargets, moveTo } from './moving.ts';
import { PickDialog, type PickRow } from './PickDialog.tsx';

interface Target {
  readonly id: ResourceId;
  readonly title: string;
  readonly problem?: string;
}

function targetsOf(
  verb: 'move' | 'connect',
  design: Design,
  ids: readonly ResourceId[],
  language: Language,
  here: string,
): readonly Target[] {
  const [first] = ids;
  if (first === undefined) return [];
  const titled = (id: ResourceId, problem: string | undefined): Target => ({
    id,
    title: titleOf(design, id),
    ...(problem === undefined ? {} : { problem }),
  });
  const all =
    verb === 'move'
      ? moveTargets(design, ids).map(({ id, problem }) =>
          titled(id, problem === 'here' ? here : problem?.[language]),
        )
      : Object.entries(design.resources).flatMap(([id, { kind }]) => {
          const problem = id === first ? undefined : whyNotConnected(design, first, id)?.[language];
          // Tables, groups and lists are named only where they can be connected.
          const isNoise = problem !== undefined && definitionOf(kind).form === 'none';
          return id === first || isNoise ? [] : [titled(id, problem)];
        });
  return sortNaturally(all, ({ title }) => [title]);
}

export default function TargetDialog({ verb }: { readonly verb: 'move' | 'connect' }) {
  const text = useTexts(commandTexts);
  const language = useLanguage();
  const design = useApp((state) => state.design);
  const ids = useApp((state) => state.selection);
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const targets = useMemo(
    () => targetsOf(verb, design, ids, language, text.presentPlace),
    [verb, design, ids, language, text.presentPlace],
  );
  const entries = useMemo(() => entriesOf(design), [design]);

  const exact = new Set(find(entries, query));
  const rows = targets.flatMap(
    ({ id, title, problem }): readonly (PickRow & { readonly score: number })[] => {
      const found = fit(query, title);
      if (!found && !exact.has(id)) return [];
      const kind = design.resources[id]?.kind;
      return [
        {
          key: id,
          label: title,
          ranges: found?.ranges ?? [],
          detail: problem ?? placeWords(design, id, language),
          mark: kind && <KindTile kind={kind} />,
          score: found?.score ?? 1,
          ...(problem === undefined ? {} : { disabled: true }),
        },
      ];
    },
  );
  const sorted = query.trim() === '' ? rows : rows.toSorted((a, b) => b.score - a.score);
  const possible = sorted.filter(({ disabled }) => disabled !== true);
  const others = sorted.filter(({ disabled }) => disabled === true);
  const [first = ''] = ids;
  const name = ids.length === 1 ? titleOf(design, first) : text.menuOfSeveral(ids.length);
  const title = verb === 'move' ? text.moveTitle(name) : text.connectTitle(name);

  return (
    <PickDialog
      title={title}
      ask={`${title}: ${verb === 'move' ? text.moveAsk : text.connectAsk}`}
      query={query}
      onQuery={(next) => {
        setQuery(next);
        setActive(0);
      }}
      sections={[
        { key: 'possible', heading: text.targets, rows: possible },
        { key: 'others', heading: text.notPossible, rows: others },
      ].filter((section) => section.rows.length > 0)}
      active={active}
      onActive={setActive}
      onPick={({ key }) => {
        closeDialog();
        if (verb === 'move') moveTo(app, ids, key);
        else if (makeConnection(app, first, key)) app.reveal([first, key], 'pan if hidden');
      }}
      onClose={closeDialog}
      nothing={text.noTarget}
      footer={
        <>
          <span>
            <Kbd>↑</Kbd> <Kbd>↓</Kbd> {text.move}
          </span>
          <span>
            <Kbd>Enter</Kbd> {text.run}
          </span>
        </>
      }
    />
  );
}
