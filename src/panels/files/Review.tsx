/** What files say, before anything of it is opened: what is there, what is not understood, how it will look. */

import { Code2, FileText } from 'lucide-react';
import { useCallback, useEffect, useState, type ReactNode } from 'react';
import {
  app,
  loadFiles,
  useApp,
  type Opening,
  type ReadReport,
  type UndeterminedPaths,
} from '../../app/index.ts';
import { reviewTexts } from '../../i18n/index.ts';
import type { Design } from '../../model/index.ts';
import { Button, Dialog, Icon, useLanguage, useTexts } from '../../ui/index.ts';
import { CopyBlock } from '../parts/CopyBlock.tsx';
import { Mark } from '../parts/Glyph.tsx';
import { useIsEmpty } from '../parts/design-facts.ts';
import { closeDialog } from '../shell/dialogs.ts';
import { Parts } from './ReviewParts.tsx';
import { amountOf, formatOf, type Place } from './review-words.ts';
import { Stage } from './ReviewStage.tsx';
import styles from './Review.module.css';

/** What waits for a decision, else what was read last. */
export default function Review() {
  const opening = useApp((state) => state.opening);
  const report = useApp((state) => state.report);
  if (opening) return <Decision opening={opening} />;
  return report ? <Look report={report} /> : null;
}

interface Can {
  readonly open: boolean;
  readonly add: boolean;
}

/** Files that wait: they are added, opened as a design of their own, or left alone. */
function Decision({ opening }: { readonly opening: Opening }) {
  const texts = useTexts(reviewTexts);
  const { reading } = opening;
  const { report, addition, likely } = reading;
  const name = useApp(({ design }) => design.name);
  const isEmpty = useIsEmpty();
  const [place, setPlace] = useState<Place | undefined>(undefined);
  const [can, setCan] = useState<Can>({ open: false, add: false });
  useEffect(() => {
    void loadFiles().then(({ canOpen, canAdd }) => setCan({ open: canOpen(opening), add: canAdd(opening) }));
  }, [opening]);

  const cancel = useCallback(() => {
    closeDialog();
    void loadFiles().then(({ dropOpening }) => dropOpening(app));
  }, []);
  const settle = (how: 'add' | 'new') => {
    closeDialog();
    void loadFiles().then(({ addToOpen, openAsNew }) => (how === 'add' ? addToOpen(app) : openAsNew(app)));
  };
  const added = can.add && !isEmpty ? addition : undefined;
  const isAdding = added !== undefined && (likely === 'add' || !can.open);
  const shown: ReadReport = isAdding ? added.report : report;
  const count = shown.notUnderstood.length;
  const isUsed = can.open || added !== undefined;
  const drawn = isAdding ? added.design : can.open ? report.design : undefined;
  const undetermined = useUndetermined(drawn);

  return (
    <Frame
      report={shown}
      onClose={cancel}
      footer={
        <>
          {count > 0 && (
            <span className={styles.stays}>
              <Mark of={isUsed ? 'undetermined' : 'blocked'} size={14} />
              {isUsed ? texts.stays(count) : texts.unused(count)}
            </span>
          )}
          <span className={styles.space} />
          <Button look="quiet" onClick={cancel}>
            {isUsed ? texts.cancel : texts.close}
          </Button>
          {added && (
            <Button look={isAdding ? 'primary' : 'plain'} onClick={() => settle('add')}>
              <span className={styles.target}>{texts.addTo(name)}</span>
            </Button>
          )}
          {can.open && (
            <Button look={isAdding ? 'plain' : 'primary'} onClick={() => settle('new')}>
              {isEmpty ? texts.open : texts.openAsNew}
            </Button>
          )}
        </>
      }
    >
      <Parts
        key={isAdding ? 'add' : 'new'}
        report={shown}
        undetermined={undetermined}
        conflicts={added}
        onPlace={setPlace}
      />
      <Stage
        design={drawn}
        caption={isAdding ? texts.previewAdded : texts.previewNew}
        files={opening.files}
        place={place}
        onBack={() => setPlace(undefined)}
      />
    </Frame>
  );
}

/** Paths that stay open, worked out after the preview is drawn. */
function useUndetermined(design: Design | undefined): UndeterminedPaths | 'working' | undefined {
  const [paths, setPaths] = useState<UndeterminedPaths | 'working'>('working');
  useEffect(() => {
    let isWanted = true;
    setPaths('working');
    if (design) {
      void loadFiles()
        .then(({ undeterminedOf }) => undeterminedOf(design))
        .then((found) => {
          if (isWanted) setPaths(found);
        });
    }
    return () => {
      isWanted = false;
    };
  }, [design]);
  return design ? paths : undefined;
}

/** The last reading once more: there is nothing to decide. */
function Look({ report }: { readonly report: ReadReport }) {
  const texts = useTexts(reviewTexts);
  return (
    <Frame
      report={report}
      onClose={closeDialog}
      footer={
        <>
          <span className={styles.space} />
          <Button look="primary" onClick={closeDialog}>
            {texts.close}
          </Button>
        </>
      }
    >
      <Parts report={report} undetermined={undefined} conflicts={undefined} onPlace={undefined} />
    </Frame>
  );
}

interface FrameProps {
  readonly report: ReadReport;
  readonly onClose: () => void;
  readonly footer: ReactNode;
  readonly children: ReactNode;
}

function Frame({ report, onClose, footer, children }: FrameProps) {
  const texts = useTexts(reviewTexts);
  const resources = Object.values(report.counts).reduce((sum, count) => sum + count, 0);
  const names = new Set(report.files.map(({ file }) => file));
  return (
    <Dialog
      title={texts.title}
      description={texts.summary(names.size, resources)}
      onClose={onClose}
      footer={footer}
    >
      <div className={styles.columns}>
        <div className={styles.left}>
          <h3 className={styles.heading}>{texts.files}</h3>
          <Files report={report} />
          <Missing missing={report.missing} />
        </div>
        <div className={styles.right}>{children}</div>
      </div>
    </Dialog>
  );
}

function Files({ report }: { readonly report: ReadReport }) {
  const texts = useTexts(reviewTexts);
  const language = useLanguage();
  const problems = new Map<string, number>();
  for (const { file } of report.notUnderstood) problems.set(file, (problems.get(file) ?? 0) + 1);
  return (
    <ul className={styles.files} aria-label={texts.files} tabIndex={0}>
      {report.files.map((row) => {
        const { file, format } = row;
        const count = problems.get(file) ?? 0;
        return (
          <li key={`${file} ${format ?? ''}`} className={styles.file}>
            <Mark of={format === undefined ? 'blocked' : count > 0 ? 'undetermined' : 'reachable'} />
            <span className={styles.kindOfFile}>
              <Icon of={format?.startsWith('aws-cli') ? Code2 : FileText} />
            </span>
            <div className={styles.fileWords}>
              <div>
                <p className={styles.fileName} title={file}>
                  {file}
                </p>
                <p className={styles.format}>{formatOf(row, count, texts)}</p>
              </div>
              <span className={styles.amountOfFile}>{amountOf(row, texts, language)}</span>
            </div>
          </li>
        );
      })}
    </ul>
  );
}

function Missing({ missing }: { readonly missing: ReadReport['missing'] }) {
  const texts = useTexts(reviewTexts);
  const language = useLanguage();
  if (missing.length === 0) return null;
  return (
    <div className={styles.missing}>
      <h3 className={styles.missingHeading}>{texts.missing(missing.length)}</h3>
      <p className={styles.format}>
        {missing.map(({ fact }) => fact[language]).join(language === 'ja' ? '、' : ', ')}
      </p>
      <p className={styles.format}>{texts.missingBody}</p>
      <CopyBlock commands={[...new Set(missing.map(({ obtain }) => obtain))]} />
    </div>
  );
}
