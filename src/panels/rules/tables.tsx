/** The three tables of rules: routes of a table, rules of a group, entries of a network ACL; in the drawer and in the inspector. */

import { useCallback, useMemo } from 'react';
import { ruleTexts } from '../../i18n/index.ts';
import type { Design, ResourceId } from '../../model/index.ts';
import { useLanguage, useTexts } from '../../ui/index.ts';
import type { FlowDirection } from '../inspector/acl.ts';
import { entrySheet } from './entry-sheet.ts';
import { routeSheet } from './route-sheet.ts';
import { RouteState, RuleUse } from './RowStatus.tsx';
import type { Standing } from './row-words.ts';
import { ruleSheet } from './rule-sheet.ts';
import { SheetTable, type ShownColumn } from './SheetTable.tsx';
import { useRoutes, useStandings } from './useRowUse.ts';

interface TableProps {
  readonly id: ResourceId;
  /** `narrow`: beside the canvas, without the column of what is worked out. */
  readonly width: 'wide' | 'narrow';
  /** The rule that a path comes to, as its hop names it. */
  readonly decides?: string | undefined;
}

interface DirectedProps extends TableProps {
  readonly direction: FlowDirection;
}

export function RoutesTable({ id, width, decides }: TableProps) {
  const text = useTexts(ruleTexts);
  const language = useLanguage();
  const routes = useRoutes(id);
  const build = useCallback((design: Design) => routeSheet(design, id, language), [id, language]);
  const shown = useMemo(
    (): ShownColumn => ({
      label: text.state,
      heading: width === 'wide' ? 'shown' : 'unseen',
      least: width === 'wide' ? 88 : 'whole',
      cell: (row) => <RouteState id={id} row={row} look={width === 'wide' ? 'words' : 'mark'} />,
    }),
    [id, width, text],
  );
  return (
    <SheetTable
      build={build}
      width={width}
      decides={decides}
      shown={shown}
      isQuiet={({ index }) =>
        routes?.value.some((route) => route.index === index && route.state === 'shadowed') === true
      }
      of="routes"
    />
  );
}

/** A row that lets nothing through and stops nothing. */
const isQuiet = ({ kind }: Standing): boolean => ['idle', 'closed', 'unused'].includes(kind);

/** The column of what each row is there for, where there is room for it. */
function useUsedBy(
  id: ResourceId,
  width: TableProps['width'],
  end: 'from' | 'to' | undefined,
): ShownColumn | undefined {
  const text = useTexts(ruleTexts);
  return useMemo(
    () =>
      width === 'wide'
        ? {
            label: text.usedBy,
            heading: 'shown',
            least: 108,
            cell: (row) => <RuleUse id={id} row={row} end={end} />,
          }
        : undefined,
    [id, width, end, text],
  );
}

export function RulesTable({ id, direction, width, decides }: DirectedProps) {
  const language = useLanguage();
  const standings = useStandings(id);
  const build = useCallback(
    (design: Design) => ruleSheet(design, id, direction, language),
    [id, direction, language],
  );
  const usedBy = useUsedBy(id, width, direction === 'inbound' ? 'from' : 'to');
  return (
    <SheetTable
      build={build}
      width={width}
      decides={decides}
      shown={usedBy}
      isQuiet={({ index }) => isQuiet(standings(index).value)}
      of="rules"
    />
  );
}

export function EntriesTable({ id, direction, width, decides }: DirectedProps) {
  const language = useLanguage();
  const standings = useStandings(id);
  const build = useCallback(
    (design: Design) => entrySheet(design, id, direction, language),
    [id, direction, language],
  );
  const usedBy = useUsedBy(id, width, undefined);
  return (
    <SheetTable
      build={build}
      width={width}
      decides={decides}
      shown={usedBy}
      isQuiet={({ index }) => isQuiet(standings(index).value)}
      of="rules"
    />
  );
}
