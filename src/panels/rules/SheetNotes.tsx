/** Below a table: what the row under the keys is there for, which rows decide nothing. */

import { useApp } from '../../app/index.ts';
import { ruleTexts } from '../../i18n/index.ts';
import { Button, classes, useTexts } from '../../ui/index.ts';
import { Mark } from '../parts/Glyph.tsx';
import { Unbroken } from '../parts/LinkedSentence.tsx';
import { useExplain } from '../parts/names.ts';
import { removeRow, shownRows, type ShownRow } from './editing.ts';
import { useDrafts } from './drafts.ts';
import { hintText, rowSentence } from './row-words.ts';
import type { Sheet } from './sheet.ts';
import { useStandings } from './useRowUse.ts';
import styles from './Rules.module.css';

interface SheetNotesProps {
  readonly sheet: Sheet;
  readonly of: 'routes' | 'rules';
  /** The row that the keys are on. */
  readonly row: ShownRow | undefined;
}

export function SheetNotes({ sheet, of, row }: SheetNotesProps) {
  return (
    <div className={styles.notes}>
      <RowNote sheet={sheet} of={of} row={row} />
      <IdleNotes sheet={sheet} of={of} />
    </div>
  );
}

/** Shown only while the answer is about the very row that is typed, on the very design that is shown. */
export function Hint({ sheet }: { readonly sheet: Sheet }) {
  const text = useTexts(ruleTexts);
  const explain = useExplain();
  const trial = useApp(({ view }) => view.ruleTrial);
  const answer = useApp((state) => state.trialAnswer);
  const version = useApp((state) => state.version);
  const isCurrent = trial !== undefined && answer?.trial === trial && answer.version === version;
  if (!isCurrent || trial.sheet !== sheet.key) return null;
  return (
    <p className={classes(styles.note, styles.info)} role="status">
      <Mark of="note" size={13} ground="accent-weak" />
      <span>
        <Unbroken>{hintText(answer.value, trial.what ?? text.thisRow, text, explain)}</Unbroken>
      </span>
    </p>
  );
}

function RowNote({ sheet, of, row }: SheetNotesProps) {
  const text = useTexts(ruleTexts);
  const explain = useExplain();
  const standing = useStandings(sheet.id)(row?.index);
  const isTyping = useApp(({ view }) => view.ruleTrial !== undefined);
  if (row?.kind !== 'saved' || row.draft || isTyping || standing.value.kind === 'idle') return null;
  const sentence = rowSentence(standing.value, row.name[explain.language], of, text, explain);
  if (sentence === undefined) return null;
  return (
    <p className={classes(styles.note, standing.isStale && styles.stale)}>
      <span>
        <Unbroken>{sentence}</Unbroken>
      </span>
    </p>
  );
}

function IdleNotes({ sheet, of }: Omit<SheetNotesProps, 'row'>) {
  const text = useTexts(ruleTexts);
  const explain = useExplain();
  const standings = useStandings(sheet.id);
  const drafts = useDrafts(sheet.key);
  return shownRows(sheet, drafts).map((row) => {
    const { value, isStale } = standings(row.index);
    const sentence =
      value.kind === 'idle' && row.kind === 'saved'
        ? rowSentence(value, row.name[explain.language], of, text, explain)
        : undefined;
    if (sentence === undefined) return null;
    return (
      <p key={row.key} className={classes(styles.note, isStale && styles.stale)}>
        <Mark of="not-applicable" size={13} />
        <span>
          <Unbroken>{sentence}</Unbroken>{' '}
          <Button look="inline" onClick={() => removeRow(sheet, row)}>
            {text.removeIt}
          </Button>
        </span>
      </p>
    );
  });
}
