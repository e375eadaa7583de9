/** The button at the end of a row that removes it, and says what would open or close without it. */

import { X } from 'lucide-react';
import { ruleTexts } from '../../i18n/index.ts';
import { IconButton, useTexts } from '../../ui/index.ts';
import { useExplain } from '../parts/names.ts';
import type { ShownRow } from './editing.ts';
import { rowSentence } from './row-words.ts';
import { useStandings } from './useRowUse.ts';
import styles from './Sheet.module.css';

interface RemoveRowProps {
  /** The table, group or ACL. */
  readonly id: string;
  readonly row: ShownRow;
  readonly onRemove: (row: ShownRow) => void;
}

export function RemoveRow({ id, row, onRemove }: RemoveRowProps) {
  const text = useTexts(ruleTexts);
  const explain = useExplain();
  const { value } = useStandings(id)(row.index);
  const name = row.name[explain.language];
  const label = text.removeRow(name);
  const sentence =
    value.kind === 'carries' || value.kind === 'holds-back'
      ? rowSentence(value, name, 'rules', text, explain)
      : undefined;
  return (
    <IconButton
      label={label}
      icon={X}
      size="small"
      side="left"
      tabIndex={-1}
      className={styles.remove}
      {...(sentence === undefined
        ? {}
        : { 'data-tip': text.removing(label, sentence), 'aria-description': sentence })}
      onClick={(event) => {
        event.stopPropagation();
        onRemove(row);
      }}
    />
  );
}
