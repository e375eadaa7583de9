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
}

interface ClipboardProps {
  readonly onCopy: (event: ClipboardEvent) => void;
  readonly onPaste: (event: ClipboardEvent) => void;
}

export function useClipboard({ build, sheet, rows, at, isEditing }: ClipboardOptions): ClipboardProps {
  return {
    onCopy: (event) => {
      const row = rows.find(({ key }) => key === at.row);
      if (!sheet || !row || isEditing) return;
      event.preventDefault();
      event.stopPropagation();
      event.clipboardData.setData('text/plain', copiedRow(sheet, textsOf(row)));
    },
    onPaste: (event) => {
      const cells = pastedCells(event.clipboardData.getData('text/plain'));
      // One plain text goes into the field that is open.
      if (!sheet || (!cells && isEditing)) return;
      event.preventDefault();
      event.stopPropagation();
      if (!cells) return;
      const { saved, left } = pasteRows(build, (present) => pastedRows(present, cells, at.column));
      app.announce({ en: ruleTexts.en.pasted(saved, left), ja: ruleTexts.ja.pasted(saved, left) });
    },
  };
}
