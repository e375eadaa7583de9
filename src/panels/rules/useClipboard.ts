/** Rows to and from spreadsheets and texts: lines of cells parted by tabs. */

import type { ClipboardEvent } from 'react';
import { app } from '../../app/index.ts';
import { ruleTexts } from '../../i18n/index.ts';
import type { Design } from '../../model/index.ts';
import { pasteRows, textsOf, type ShownRow } from './editing.ts';
import { copiedRow, pastedCells, pastedRows, type Sheet } from './sheet.ts';
import type { CellPlace } from './useGridKeys.ts';

interface ClipboardOptions {
  readonly build: (design: Design) => Sheet | undefined;
  readonly sheet: Sheet | undefined;
  readonly rows: readonly ShownRow[];
  readonly at: CellPlace;
  readonly isEditing: boolean;
  readonly onRemove: (row: ShownRow) => void;
  /** One plain text over a cell that is not open. */
  readonly onText: (text: string) => void;
}

interface ClipboardProps {
  readonly onCopy: (event: ClipboardEvent) => void;
  readonly onCut: (event: ClipboardEvent) => void;
  readonly onPaste: (event: ClipboardEvent) => void;
}

export function useClipboard({
  build,
  sheet,
  rows,
  at,
  isEditing,
  onRemove,
  onText,
}: ClipboardOptions): ClipboardProps {
  /** Copies the row that the keys are on; what is selected on the canvas is left alone. */
  const copy = (event: ClipboardEvent): ShownRow | undefined => {
    const row = rows.find(({ key }) => key === at.row);
    if (!sheet || !row || isEditing) return undefined;
    event.preventDefault();
    event.stopPropagation();
    event.clipboardData.setData('text/plain', copiedRow(sheet, textsOf(row)));
    return row;
  };
  return {
    onCopy: copy,
    onCut: (event) => {
      const row = copy(event);
      if (row && row.kind !== 'fixed') onRemove(row);
    },
    onPaste: (event) => {
      const text = event.clipboardData.getData('text/plain');
      const cells = pastedCells(text);
      // One plain text goes into the field that is open.
      if (!sheet || (!cells && isEditing)) return;
      event.preventDefault();
      event.stopPropagation();
      if (!cells) {
        if (text.trim() !== '') onText(text.trim());
        return;
      }
      const { saved, left } = pasteRows(build, (present) => pastedRows(present, cells, at.column));
      app.announce({ en: ruleTexts.en.pasted(saved, left), ja: ruleTexts.ja.pasted(saved, left) });
    },
  };
}
