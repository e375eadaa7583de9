/** What was read from files: what is there, what was not understood, which facts are missing, what was assumed. */

import { useState } from 'react';
import { useApp, type ReadReport } from '../../app/index.ts';
import { transferTexts, type TextsOf } from '../../i18n/index.ts';
import { definitionOf, isKind } from '../../model/index.ts';
import { Button, Count, Dialog, Tabs, useLanguage, useText, useTexts } from '../../ui/index.ts';
import { CopyBlock } from '../parts/CopyBlock.tsx';
import { KindTile, Mark } from '../parts/Glyph.tsx';
import { ResourceLink } from '../parts/ResourceLink.tsx';
import { closeDialog } from '../shell/dialogs.ts';
import styles from './ImportReport.module.css';

type Part = 'read' | 'notUnderstood' | 'assumptions';

export default function ImportReport() {
  const report = useApp((state) => state.report);
  return report ? <Report report={report} /> : null;
}

function Report({ report }: { readonly report: ReadReport }) {
  const files = useTexts(transferTexts);
  const { notUnderstood, assumptions, notes } = report;
  const [part, setPart] = useState<Part>(notUnderstood.length > 0 ? 'notUnderstood' : 'read');
  const resources = Object.values(report.counts).reduce((sum, count) => sum + count, 0);
  const names = new Set(report.files.map(({ file }) => file));
  const assumed = assumptions.length + notes.length;
  return (
    <Dialog
      title={files.reviewTitle}
      description={files.reviewSummary(names.size, resources)}
      onClose={closeDialog}
      footer={
        <>
          {notUnderstood.length > 0 && (
            <span className={styles.stays}>
              <Mark of="undetermined" size={14} />
              {files.reviewStays(notUnderstood.length)}
            </span>
          )}
          <Button look="primary" className={styles.done} onClick={closeDialog}>
            {files.reviewDone}
          </Button>
        </>
      }
    >
      <div className={styles.columns}>
        <div className={styles.left}>
          <h3 className={styles.heading}>{files.reviewFiles}</h3>
          <Files report={report} />
          <Missing report={report} />
        </div>
        <div className={styles.right}>
          <Tabs
            label={files.reviewTabs}
            value={part}
            onChange={setPart}
            panelClassName={styles.panel}
            tabs={[
              { value: 'read', label: files.reviewRead, extra: <Count>{resources}</Count> },
              {
                value: 'notUnderstood',
                label: files.reviewNotUnderstood,
                extra: (
                  <Count tone={notUnderstood.length > 0 ? 'unk' : 'plain'}>{notUnderstood.length}</Count>
                ),
              },
              { value: 'assumptions', label: files.reviewAssumptions, extra: <Count>{assumed}</Count> },
            ]}
          >
            {part === 'read' && <Kinds report={report} />}
            {part === 'notUnderstood' && <NotUnderstood report={report} />}
            {part === 'assumptions' && <Assumptions report={report} />}
          </Tabs>
        </div>
      </div>
    </Dialog>
  );
}

interface PartProps {
  readonly report: ReadReport;
}

function Files({ report }: PartProps) {
  const files = useTexts(transferTexts);
  const { shell } = useText();
  const doubtful = new Set(report.notUnderstood.map(({ file }) => file));
  return (
    <ul className={styles.files} aria-label={files.reviewFiles} tabIndex={0}>
      {report.files.map(({ file, format, resources }) => (
        <li key={`${file} ${format ?? ''}`} className={styles.file}>
          <Mark of={format === undefined ? 'blocked' : doubtful.has(file) ? 'undetermined' : 'reachable'} />
          <div className={styles.fileWords}>
            <p className={styles.fileName}>{file}</p>
            <p className={styles.format}>
              {format === undefined ? files.notAFormat : formatWords(format, files)}
            </p>
          </div>
          <span className={styles.amount}>
            {format === undefined ? files.skipped : shell.resources(resources)}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** `aws-cli describe-vpcs` as people say it. */
function formatWords(format: string, files: TextsOf<typeof transferTexts>): string {
  const [name, command] = format.split(' ');
  if (name === 'aws-cli' && command !== undefined) return files.fromCli(command);
  return format === 'design' ? files.savedDesign : format;
}

function Missing({ report }: PartProps) {
  const files = useTexts(transferTexts);
  const language = useLanguage();
  const { missing } = report;
  if (missing.length === 0) return null;
  return (
    <div className={styles.missing}>
      <h3 className={styles.missingHeading}>{files.reviewMissing(missing.length)}</h3>
      <ul className={styles.facts}>
        {missing.map(({ fact }) => (
          <li key={fact.en}>{fact[language]}</li>
        ))}
      </ul>
      <p className={styles.format}>{files.reviewMissingBody}</p>
      <CopyBlock commands={[...new Set(missing.map(({ obtain }) => obtain))]} />
    </div>
  );
}

function Kinds({ report }: PartProps) {
  const language = useLanguage();
  return (
    <ul className={styles.kinds}>
      {Object.entries(report.counts)
        .filter(([, count]) => count > 0)
        .map(([kind, count]) => (
          <li key={kind} className={styles.kind}>
            {isKind(kind) && <KindTile kind={kind} />}
            <span>{isKind(kind) ? definitionOf(kind).label[language] : kind}</span>
            <span className={styles.amount}>{count}</span>
          </li>
        ))}
    </ul>
  );
}

function NotUnderstood({ report }: PartProps) {
  const files = useTexts(transferTexts);
  const language = useLanguage();
  if (report.notUnderstood.length === 0) return <p className={styles.empty}>{files.reviewAllUnderstood}</p>;
  return (
    <ul>
      {report.notUnderstood.map(({ file, place, code, what, why }) => (
        <li key={`${file} ${place} ${code} ${what.en}`} className={styles.item}>
          <Mark of="undetermined" size={15} />
          <div className={styles.grow}>
            <p className={styles.what}>{what[language]}</p>
            <p className={styles.format}>{why[language]}</p>
          </div>
          <code className={styles.place}>{place === '' ? file : `${file}:${place}`}</code>
        </li>
      ))}
    </ul>
  );
}

function Assumptions({ report }: PartProps) {
  const files = useTexts(transferTexts);
  const language = useLanguage();
  const { assumptions, notes } = report;
  if (assumptions.length + notes.length === 0)
    return <p className={styles.empty}>{files.reviewNoAssumptions}</p>;
  return (
    <ul>
      {notes.map(({ file, code, text }) => (
        <li key={`${file} ${code} ${text.en}`} className={styles.item}>
          <Mark of="note" size={15} />
          <p className={styles.grow}>{text[language]}</p>
          <code className={styles.place}>{file}</code>
        </li>
      ))}
      {assumptions.map(({ resource, what }) => (
        <li key={`${resource} ${what.en}`} className={styles.item}>
          <Mark of="note" size={15} />
          <p className={styles.grow}>{what[language]}</p>
          <span className={styles.place}>
            <ResourceLink id={resource} />
          </span>
        </li>
      ))}
    </ul>
  );
}
