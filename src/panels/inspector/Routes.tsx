/** The routes of a table, changed cell by cell; the table itself, or the one that a subnet follows. */

import { Plus, X } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { app, useApp } from '../../app/index.ts';
import { fieldTexts, inspectorTexts } from '../../i18n/index.ts';
import {
  resourceOfKind,
  resourcesOfKind,
  setField,
  tableOf,
  titleOf,
  vpcOf,
  type Design,
  type LocalText,
  type ResourceId,
  type Route,
  type RouteTable,
} from '../../model/index.ts';
import {
  Button,
  classes,
  Combobox,
  IconButton,
  type Suggestion,
  useLanguage,
  useTexts,
} from '../../ui/index.ts';
import { KindTile, Mark } from '../parts/Glyph.tsx';
import { useNameOf } from '../parts/names.ts';
import { ResourceLink } from '../parts/ResourceLink.tsx';
import { Section } from '../parts/Section.tsx';
import tables from '../parts/TableParts.module.css';
import { checkBlock } from './checks.ts';
import {
  changedRoute,
  destinationMember,
  destinationOf,
  destinationText,
  localBlocksOf,
  routesOf,
  stateOf,
  targetOf,
  targetsIn,
  type Target,
} from './routes.ts';
import type { DetailProps } from './tabs.tsx';
import styles from './Inspector.module.css';

export function TableTab({ id }: DetailProps) {
  return (
    <Section>
      <RoutesTable id={id} />
    </Section>
  );
}

/** The table that a subnet follows, by name or as the main one of its VPC. */
export function AppliedTableTab({ id }: DetailProps) {
  const inspector = useTexts(inspectorTexts);
  const design = useApp((state) => state.design);
  const applied = tableOf(design, id);
  if (!applied) {
    return (
      <Section>
        <p className={styles.hint}>{inspector.noTable}</p>
      </Section>
    );
  }
  return (
    <Section>
      <p className={styles.line}>
        <KindTile kind="routeTable" />
        <ResourceLink id={applied.id} />
        <span className={styles.detail}>
          {applied.own
            ? applied.sharedWith > 0 && inspector.sharedWith(applied.sharedWith)
            : inspector.mainTable}
        </span>
      </p>
      <RoutesTable id={applied.id} />
    </Section>
  );
}

function setRoutes(
  table: ResourceId,
  label: LocalText,
  change: (routes: readonly Route[]) => readonly Route[],
): void {
  app.edit(label, (design) => {
    const resource = resourceOfKind(design, table, 'routeTable');
    return resource ? setField(design, table, 'routes', change(routesOf(resource))) : design;
  });
}

function RoutesTable({ id }: { readonly id: ResourceId }) {
  const inspector = useTexts(inspectorTexts);
  const design = useApp((state) => state.design);
  const table = resourceOfKind(design, id, 'routeTable');
  const [adding, setAdding] = useState(false);
  if (!table) return null;
  const routes = routesOf(table);
  const written = new Set(routes.map(destinationOf));
  const locals = localBlocksOf(design, vpcOf(design, id)).filter((block) => !written.has(block));
  return (
    <>
      <table className={classes(tables.table, tables.editable)}>
        <thead>
          <tr>
            <th scope="col">{inspector.destination}</th>
            <th scope="col">{inspector.target}</th>
            <th scope="col" className={tables.narrow}>
              <span className={tables.unseen}>{inspector.removeColumn}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {locals.map((block) => (
            <tr key={block} className={tables.quiet}>
              <td>{block}</td>
              <td>{inspector.local}</td>
              <td />
            </tr>
          ))}
          {routes.map((route, index) => (
            <RouteRow
              key={`${index} ${destinationOf(route) ?? ''}`}
              id={id}
              table={table}
              route={route}
              index={index}
            />
          ))}
          {adding && <NewRoute id={id} table={table} onDone={() => setAdding(false)} />}
        </tbody>
      </table>
      {!adding && (
        <Button look="link" icon={Plus} className={tables.add} onClick={() => setAdding(true)}>
          {inspector.addRoute}
        </Button>
      )}
    </>
  );
}

interface RouteRowProps {
  readonly id: ResourceId;
  readonly table: RouteTable;
  readonly route: Route;
  readonly index: number;
}

function RouteRow({ id, table, route, index }: RouteRowProps) {
  const inspector = useTexts(inspectorTexts);
  const design = useApp((state) => state.design);
  const destination = destinationOf(route) ?? '';
  const shown = destination === '' ? inspector.unknownValue : destinationText(design, destination);
  const title = titleOf(design, id);
  const change = (next: Parameters<typeof changedRoute>[1]) =>
    setRoutes(
      id,
      { en: `Change the route to ${shown} in ${title}`, ja: `${title} の ${shown} へのルートを変更` },
      (routes) => routes.map((other, at) => (at === index ? changedRoute(other, next) : other)),
    );
  return (
    <tr>
      <td className={tables.field}>
        <DestinationCell
          table={table}
          tableId={id}
          own={destination}
          text={shown}
          onDestination={(next) => change({ destination: next })}
        />
      </td>
      <td className={tables.field}>
        <TargetCell table={id} target={targetOf(route)} onTarget={(target) => change({ target })}>
          {stateOf(design, route) === 'blackhole' && (
            <Mark of="error" size={14} label={inspector.blackhole} />
          )}
        </TargetCell>
      </td>
      <td className={tables.narrow}>
        <IconButton
          label={inspector.removeRoute(shown)}
          icon={X}
          size="small"
          onClick={() =>
            setRoutes(
              id,
              {
                en: `Remove the route to ${shown} from ${title}`,
                ja: `${title} から ${shown} へのルートを削除`,
              },
              (routes) => routes.filter((_, at) => at !== index),
            )
          }
        />
      </td>
    </tr>
  );
}

interface NewRouteProps {
  readonly id: ResourceId;
  readonly table: RouteTable;
  readonly onDone: () => void;
}

/** A row that is not in the design yet: it goes there when both cells are right. */
function NewRoute({ id, table, onDone }: NewRouteProps) {
  const inspector = useTexts(inspectorTexts);
  const design = useApp((state) => state.design);
  const [destination, setDestination] = useState('');
  const [target, setTarget] = useState<Target | undefined>(undefined);
  const title = titleOf(design, id);

  const add = (nextDestination: string, nextTarget: Target | undefined) => {
    setDestination(nextDestination);
    setTarget(nextTarget);
    if (nextDestination === '' || !nextTarget) return;
    const route = {
      [destinationMember(nextDestination)]: nextDestination,
      [nextTarget.member]: nextTarget.id,
    };
    setRoutes(
      id,
      {
        en: `Add a route to ${nextDestination} in ${title}`,
        ja: `${title} に ${nextDestination} へのルートを追加`,
      },
      (routes) => [...routes, route],
    );
    onDone();
  };

  return (
    <tr>
      <td className={tables.field}>
        <DestinationCell
          autoFocus
          table={table}
          tableId={id}
          own=""
          text={destination === '' ? '' : destinationText(design, destination)}
          onDestination={(next) => add(next, target)}
        />
      </td>
      <td className={tables.field}>
        <TargetCell table={id} target={target} onTarget={(next) => add(destination, next)} />
      </td>
      <td className={tables.narrow}>
        <IconButton label={inspector.cancelRow} icon={X} size="small" onClick={onDone} />
      </td>
    </tr>
  );
}

const EVERYWHERE: readonly string[] = ['0.0.0.0/0', '::/0'];

interface DestinationCellProps {
  readonly table: RouteTable;
  readonly tableId: ResourceId;
  readonly own: string;
  readonly text: string;
  readonly onDestination: (destination: string) => void;
  readonly autoFocus?: boolean;
}

function DestinationCell({
  table,
  tableId,
  own,
  text,
  onDestination,
  autoFocus = false,
}: DestinationCellProps) {
  const inspector = useTexts(inspectorTexts);
  const fields = useTexts(fieldTexts);
  const language = useLanguage();
  const design = useApp((state) => state.design);
  const others = new Set(
    routesOf(table)
      .map(destinationOf)
      .filter((destination) => destination !== own),
  );
  const suggestions: readonly Suggestion[] = [
    ...EVERYWHERE.map((block) => ({ value: block, label: block })),
    ...resourcesOfKind(design, 'managedPrefixList').map(([list]) => ({
      value: list,
      label: destinationText(design, list),
      detail: list,
      mark: <KindTile kind="managedPrefixList" />,
    })),
  ].filter(({ value }) => !others.has(value));

  const check = (written: string): string | undefined =>
    checkBlock(written, undefined, language) ??
    (others.has(written) ? fields.sameDestination(written, titleOf(design, tableId)) : undefined);

  return (
    <Combobox
      look={own === '' ? 'field' : 'quiet'}
      autoFocus={autoFocus}
      label={inspector.destination}
      text={text}
      placeholder="0.0.0.0/0"
      nothing={inspector.writeBlock}
      suggestions={suggestions}
      onPick={onDestination}
      free={{ check, onText: onDestination }}
    />
  );
}

interface TargetCellProps {
  readonly table: ResourceId;
  readonly target: Target | undefined;
  readonly onTarget: (target: Target) => void;
  readonly children?: ReactNode;
}

function TargetCell({ table, target, onTarget, children }: TargetCellProps) {
  const inspector = useTexts(inspectorTexts);
  const fields = useTexts(fieldTexts);
  const design = useApp((state) => state.design);
  const nameOfId = useNameOf();
  const targets = targetsIn(design, vpcOf(design, table));
  return (
    <Combobox
      look={target ? 'quiet' : 'field'}
      label={inspector.target}
      mark={children}
      text={targetText(target, nameOfId, inspector.local)}
      placeholder={inspector.choose}
      nothing={inspector.noMatches}
      suggestions={targets.map(({ id, kind }) => suggestionOf(design, id, <KindTile kind={kind} />))}
      onPick={(id) => {
        const picked = targets.find((candidate) => candidate.id === id);
        if (picked) onTarget({ member: picked.member, id });
      }}
      free={{ check: (written) => fields.unknownTarget(written), onText: () => undefined }}
    />
  );
}

const targetText = (target: Target | undefined, nameOfId: (id: string) => string, local: string): string => {
  if (!target) return '';
  return target.id === 'local' ? local : nameOfId(target.id);
};

const suggestionOf = (design: Design, id: ResourceId, mark: ReactNode): Suggestion => {
  const label = titleOf(design, id);
  return { value: id, label, ...(label === id ? {} : { detail: id }), mark };
};
