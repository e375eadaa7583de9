/** The last cell of a row: how a route stands, or what a rule is there for. */

import { Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import type { RouteStanding } from '../../engine/index.ts';
import { ruleTexts } from '../../i18n/index.ts';
import type { ResourceId } from '../../model/index.ts';
import { classes, Icon, Pill, useTexts } from '../../ui/index.ts';
import { Mark } from '../parts/Glyph.tsx';
import { useExplain } from '../parts/names.ts';
import type { ShownRow } from './editing.ts';
import { namesAt, routeWord, rowSentence } from './row-words.ts';
import { useRoutes, useStandings, type Told } from './useRowUse.ts';
import styles from './Rules.module.css';

function NotSaved({ look = 'words' }: { readonly look?: 'words' | 'mark' }): ReactNode {
  const text = useTexts(ruleTexts);
  return (
    <span className={classes(styles.status, styles.no)} title={text.notSaved}>
      <Mark of="error" size={13} />
      <span className={look === 'mark' ? styles.unseen : styles.word}>{text.notSaved}</span>
    </span>
  );
}

/** What is told of an older design stands faintly until it is told anew. */
const stale = ({ isStale }: Told<unknown>): string | undefined => (isStale ? styles.stale : undefined);

/** The words of a row that is typed come when there is something to say: not in one that is still blank. */
const isUnsaved = ({ kind, draft }: ShownRow): boolean => kind === 'fresh' || draft !== undefined;

const tones: Readonly<Record<RouteStanding['state'], string | undefined>> = {
  local: undefined,
  active: styles.ok,
  propagated: styles.ok,
  blackhole: styles.no,
  refused: styles.no,
  unknown: styles.unk,
  shadowed: undefined,
};

const marks = {
  active: 'reachable',
  propagated: 'reachable',
  blackhole: 'error',
  refused: 'error',
  unknown: 'undetermined',
  shadowed: 'not-applicable',
} as const;

interface RouteStateProps {
  readonly id: ResourceId;
  readonly row: ShownRow;
  /** `mark`: the word is read out, and shown when the mark is pointed at. */
  readonly look: 'words' | 'mark';
}

export function RouteState({ id, row, look }: RouteStateProps) {
  const text = useTexts(ruleTexts);
  const routes = useRoutes(id);
  const word = look === 'mark' ? styles.unseen : styles.word;
  if (row.isBlank) return null;
  if (isUnsaved(row)) return <NotSaved look={look} />;
  if (row.kind === 'fixed') {
    return (
      <span className={styles.status} title={text.local}>
        <Icon of={Lock} size={12} />
        <span className={styles.unseen}>{text.local}</span>
      </span>
    );
  }
  const route = routes?.value.find(({ index }) => index === row.index);
  if (!routes || !route) return <span className={styles.status}>{text.pending}</span>;
  const { state } = route;
  return (
    <span className={classes(styles.status, tones[state], stale(routes))} title={routeWord(route, text)}>
      {state === 'local' ? <Icon of={Lock} size={12} /> : <Mark of={marks[state]} size={13} />}
      <span className={word}>{routeWord(route, text)}</span>
    </span>
  );
}

interface RuleUseProps {
  readonly id: ResourceId;
  readonly row: ShownRow;
  /** The end of a flow that its rule names; undefined where only their number is told. */
  readonly end: 'from' | 'to' | undefined;
}

export function RuleUse({ id, row, end }: RuleUseProps) {
  const text = useTexts(ruleTexts);
  const explain = useExplain();
  const told = useStandings(id)(row.index);
  if (row.isBlank) return null;
  if (isUnsaved(row)) return <NotSaved />;
  if (row.kind === 'fixed') return null;
  const sentence = rowSentence(told.value, row.name[explain.language], 'rules', text, explain);
  const standing = told.value;
  const words = (): ReactNode => {
    switch (standing.kind) {
      case 'pending':
        return text.pending;
      case 'idle':
        return text.neverDecides;
      case 'carries':
      case 'holds-back': {
        const [first, ...others] = end ? namesAt(standing.changes, end, explain) : [];
        if (first === undefined) return text.paths(standing.changes.total);
        return others.length === 0 ? first : text.andOthers(first, others.length);
      }
      case 'uncertain':
      case 'unknown':
        return (
          <span className={classes(styles.status, styles.unk)}>
            <Mark of="undetermined" size={13} />
            {text.cannotTell}
          </span>
        );
      case 'closed':
        return (
          <Pill tone="gen" size="small">
            {text.noPath}
          </Pill>
        );
      case 'unused':
        return text.notInUse;
      case 'shared':
      case 'denied-too':
        return text.othersToo;
      case 'nothing':
        return text.nothingNeedsIt;
    }
  };
  return (
    <span
      className={classes(styles.word, stale(told))}
      {...(sentence === undefined ? {} : { title: sentence })}
    >
      {words()}
    </span>
  );
}
