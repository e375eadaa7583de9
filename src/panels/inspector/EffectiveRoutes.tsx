/** The routes that hold for a subnet in the order that decides, with those marked that make its tier, and where an address goes. */

import { lazy, Suspense, useId, useMemo, useState } from 'react';
import { app, useApp, useTiers } from '../../app/index.ts';
import { tierLooks } from '../../drawing/index.ts';
import type { RouteChoice, RouteStanding } from '../../engine/index.ts';
import { inspectorTexts, ruleTexts } from '../../i18n/index.ts';
import { tableOf, type ResourceId } from '../../model/index.ts';
import { Button, classes, TextField, useLanguage, useTexts } from '../../ui/index.ts';
import { Mark } from '../parts/Glyph.tsx';
import { useNameOf } from '../parts/names.ts';
import { Section } from '../parts/Section.tsx';
import tables from '../parts/TableParts.module.css';
import { subnetOf } from '../rules/subject.ts';
import { useRoutes } from '../rules/useRowUse.ts';
import { useWatched } from '../rules/useWatched.ts';
import { hasImplied } from './acl.ts';
import { checkAddress } from './checks.ts';
import { isReached } from './relations.ts';
import { destinationText } from './routes.ts';
import type { DetailProps } from './tabs.tsx';
import styles from './Inspector.module.css';

const GetsThrough = lazy(() => import('./GetsThrough.tsx'));

interface EffectiveRoutesProps {
  /** The subnet. */
  readonly id: ResourceId;
  /** Leads to the table, where it can be written in. */
  readonly onEdit?: () => void;
}

/** Of a thing in a subnet: what its traffic follows. */
export function EffectiveTab(props: DetailProps) {
  const inspector = useTexts(inspectorTexts);
  const subnet = useApp(({ design }) => subnetOf(design, props.id));
  return (
    <>
      {subnet === undefined ? (
        <Section>
          <p className={styles.hint}>{inspector.noSubnet}</p>
        </Section>
      ) : (
        <EffectiveRoutes id={subnet} />
      )}
      {isReached(props.resource.kind) && (
        <Suspense fallback={null}>
          <GetsThrough {...props} />
        </Suspense>
      )}
    </>
  );
}

export function EffectiveRoutes({ id, onEdit }: EffectiveRoutesProps) {
  const inspector = useTexts(inspectorTexts);
  const rules = useTexts(ruleTexts);
  const design = useApp((state) => state.design);
  const nameOfId = useNameOf();
  const [address, setAddress] = useState('');
  const table = useMemo(() => tableOf(design, id)?.id, [design, id]);
  const answer = useLookup(table, address);
  if (table === undefined) {
    return (
      <Section heading={inspector.effectiveRoutes}>
        <p className={styles.hint}>{hasImplied(design, id) ? inspector.impliedTable : inspector.noTable}</p>
      </Section>
    );
  }
  return (
    <Section
      heading={onEdit ? inspector.effectiveRoutes : rules.effective}
      end={
        onEdit && (
          <Button look="link" onClick={onEdit}>
            {inspector.editTable(nameOfId(table))}
          </Button>
        )
      }
    >
      <RoutesInOrder subnet={id} table={table} won={answer?.routes.map(keyOf) ?? []} />
      <WhereTo table={table} address={address} onAddress={setAddress} />
      {answer && <Destination address={address} answer={answer} />}
    </Section>
  );
}

/** Implied routes have no place in the document: only their destinations tell them apart. */
const keyOf = ({ index, destination }: Pick<RouteStanding, 'index' | 'destination'>): string =>
  `${index} ${destination}`;

interface RoutesInOrderProps {
  readonly subnet: ResourceId;
  readonly table: ResourceId;
  /** The routes that win for the address that is looked up. */
  readonly won: readonly string[];
}

function RoutesInOrder({ subnet, table, won }: RoutesInOrderProps) {
  const inspector = useTexts(inspectorTexts);
  const rules = useTexts(ruleTexts);
  const design = useApp((state) => state.design);
  const tiers = useTiers(subnet);
  const routes = useRoutes(table);
  useWatched({ table, groups: [], acl: undefined }, 'standing');
  const deciding = new Set(
    ([4, 6] as const).flatMap((family) =>
      (tiers?.families[family].because ?? []).flatMap((reason) =>
        reason.kind === 'route' && reason.table === table ? [reason.destination] : [],
      ),
    ),
  );
  const fill = tiers && `var(--${tierLooks[tiers.families[4].tier].fill})`;
  if (!routes) return <p className={styles.hint}>{rules.pending}</p>;
  return (
    <table className={classes(tables.table, routes.isStale && tables.stale)}>
      <thead>
        <tr>
          <th scope="col" className={tables.half}>
            {inspector.destination}
          </th>
          <th scope="col">{inspector.target}</th>
          <th scope="col" className={tables.mark}>
            <span className={tables.unseen}>{inspector.state}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {routes.value.map((route) => {
          const decides = deciding.has(route.destination);
          const wins = won.includes(keyOf(route));
          const isQuiet = route.state === 'shadowed' || route.state === 'refused';
          return (
            <tr
              key={keyOf(route)}
              className={classes(decides && tables.strong, isQuiet && tables.quiet, wins && tables.wins)}
              style={decides && !wins ? { background: fill } : undefined}
            >
              <td>{destinationText(design, route.destination)}</td>
              <td className={tables.cut}>
                <TargetName route={route} />
              </td>
              <td className={tables.mark}>
                <RouteMark route={route} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function TargetName({ route }: { readonly route: RouteStanding }) {
  const rules = useTexts(ruleTexts);
  const inspector = useTexts(inspectorTexts);
  const nameOfId = useNameOf();
  if (route.state === 'local') return rules.local;
  if (route.targetId === '') return <span className={tables.faint}>{inspector.unknownValue}</span>;
  return (
    <>
      {nameOfId(route.targetId)}
      {route.state === 'propagated' && <span className={tables.faint}> {rules.propagated}</span>}
      {route.state === 'shadowed' && (
        <span className={tables.faint}> {rules.winsBy((route.by ?? []).join(', '))}</span>
      )}
    </>
  );
}

const marks = {
  local: 'reachable',
  active: 'reachable',
  propagated: 'reachable',
  blackhole: 'error',
  refused: 'error',
  unknown: 'undetermined',
  shadowed: 'not-applicable',
} as const;

function RouteMark({ route }: { readonly route: RouteStanding }) {
  const rules = useTexts(ruleTexts);
  const label = route.state === 'local' ? rules.active : rules[route.state];
  return <Mark of={marks[route.state]} size={14} label={label} />;
}

/** An address that a person may want to know of. */
const EXAMPLE = '10.0.10.17';

interface WhereToProps {
  readonly table: ResourceId;
  readonly address: string;
  readonly onAddress: (address: string) => void;
}

function WhereTo({ table, address, onAddress }: WhereToProps) {
  const rules = useTexts(ruleTexts);
  const language = useLanguage();
  const id = useId();
  const look = (written: string): void => {
    onAddress(written);
    app.setView({ routeLookup: written === '' ? undefined : { table, address: written } });
  };
  return (
    <div className={styles.whereTo}>
      <label htmlFor={id}>{rules.whereTo}</label>
      <TextField
        id={id}
        value={address}
        placeholder={EXAMPLE}
        check={(written) =>
          written === ''
            ? undefined
            : checkAddress(written, written.includes(':') ? 6 : 4, language, undefined)
        }
        onCommit={look}
      />
    </div>
  );
}

/** The answer while it is about this address, this table and the design that is shown. */
function useLookup(table: ResourceId | undefined, address: string): RouteChoice | undefined {
  const version = useApp((state) => state.version);
  const answer = useApp((state) => state.lookupAnswer);
  const isCurrent =
    answer?.version === version && answer.lookup.address === address && answer.lookup.table === table;
  return isCurrent && address !== '' ? answer.value : undefined;
}

interface DestinationProps {
  readonly address: string;
  readonly answer: RouteChoice;
}

function Destination({ address, answer: { routes, because } }: DestinationProps) {
  const rules = useTexts(ruleTexts);
  const nameOfId = useNameOf();
  const design = useApp((state) => state.design);
  const [route] = routes;
  const words = (): string => {
    if (because || routes.length > 1) return rules.goesEither(address);
    if (!route) return rules.noRoute(address);
    const destination = destinationText(design, route.destination);
    switch (route.state) {
      case 'local':
        return rules.staysLocal(address, destination);
      case 'blackhole':
        return rules.goesNowhere(address, destination);
      case 'unknown':
        return rules.goesEither(address);
      case 'active':
      case 'propagated':
      case 'refused':
      case 'shadowed':
        return rules.goesTo(address, destination, nameOfId(route.targetId));
    }
  };
  return (
    <p className={styles.whereToAnswer} role="status">
      {words()}
    </p>
  );
}
