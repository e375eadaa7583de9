/** The routes that hold for a subnet, longest prefix first, with those marked that make its tier. */

import { useMemo } from 'react';
import { useApp, useTiers } from '../../app/index.ts';
import { tierLooks } from '../../drawing/index.ts';
import { inspectorTexts } from '../../i18n/index.ts';
import { resourceOfKind, tableOf, type ResourceId } from '../../model/index.ts';
import { Button, useTexts } from '../../ui/index.ts';
import { Mark } from '../parts/Glyph.tsx';
import { useNameOf } from '../parts/names.ts';
import { Section } from '../parts/Section.tsx';
import tables from '../parts/TableParts.module.css';
import { destinationText, effectiveRoutes, type EffectiveRoute } from './routes.ts';
import styles from './Inspector.module.css';

interface EffectiveRoutesProps {
  readonly id: ResourceId;
  readonly onEdit: () => void;
}

export function EffectiveRoutes({ id, onEdit }: EffectiveRoutesProps) {
  const inspector = useTexts(inspectorTexts);
  const design = useApp((state) => state.design);
  const nameOfId = useNameOf();
  const tiers = useTiers(id);
  const table = useMemo(() => tableOf(design, id)?.id, [design, id]);
  const resource = table === undefined ? undefined : resourceOfKind(design, table, 'routeTable');
  if (table === undefined || !resource) {
    return (
      <Section heading={inspector.effectiveRoutes}>
        <p className={styles.hint}>{inspector.noTable}</p>
      </Section>
    );
  }
  const deciding = new Set(
    [4, 6].flatMap((family) =>
      (tiers?.families[family === 4 ? 4 : 6].because ?? []).flatMap((reason) =>
        reason.kind === 'route' && reason.table === table ? [reason.destination] : [],
      ),
    ),
  );
  const fill = tiers && `var(--${tierLooks[tiers.families[4].tier].fill})`;
  return (
    <Section
      heading={inspector.effectiveRoutes}
      end={
        <Button look="link" onClick={onEdit}>
          {inspector.editTable(nameOfId(table))}
        </Button>
      }
    >
      <table className={tables.table}>
        <thead>
          <tr>
            <th scope="col">{inspector.destination}</th>
            <th scope="col">{inspector.target}</th>
            <th scope="col" className={tables.mark}>
              <span className={tables.unseen}>{inspector.state}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {effectiveRoutes(design, resource).map((route) => {
            const decides = deciding.has(route.destination);
            return (
              <tr
                key={`${route.destination} ${route.target}`}
                className={decides ? tables.strong : undefined}
                style={decides ? { background: fill } : undefined}
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
    </Section>
  );
}

function TargetName({ route }: { readonly route: EffectiveRoute }) {
  const inspector = useTexts(inspectorTexts);
  const nameOfId = useNameOf();
  if (route.state === 'local') return inspector.local;
  if (route.target === '') return <span className={tables.faint}>{inspector.unknownValue}</span>;
  return (
    <>
      {nameOfId(route.target)}
      {route.state === 'propagated' && <span className={tables.faint}> {inspector.propagated}</span>}
    </>
  );
}

function RouteMark({ route }: { readonly route: EffectiveRoute }) {
  const inspector = useTexts(inspectorTexts);
  if (route.state === 'blackhole') return <Mark of="error" size={14} label={inspector.blackhole} />;
  if (route.state === 'unknown') return <Mark of="undetermined" size={14} label={inspector.unknownValue} />;
  return <Mark of="reachable" size={14} label={inspector.active} />;
}
