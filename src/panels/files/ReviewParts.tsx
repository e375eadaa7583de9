/** The tabs of the review: what was read, what was not understood, what that leaves open, what contradicts. */

import { useState } from 'react';
import type { ReadReport, Reading, UndeterminedPaths } from '../../app/index.ts';
import { explainFact, reviewTexts, type ExplainContext } from '../../i18n/index.ts';
import { definitionOf, isKind } from '../../model/index.ts';
import { Count, Tabs, useLanguage, useTexts } from '../../ui/index.ts';
import { KindTile, Mark } from '../parts/Glyph.tsx';
import { placeOf, type Place } from './review-words.ts';
import styles from './Review.module.css';

type Part = 'read' | 'notUnderstood' | 'undetermined' | 'conflicts';

interface PartsProps {
  readonly report: ReadReport;
  /** Absent where there is nothing to ask. */
  readonly undetermined: UndeterminedPaths | 'working' | undefined;
  readonly conflicts: Reading['addition'] | undefined;
  /** Shows a place of a file; absent where the files are at hand no more. */
  readonly onPlace: ((place: Place) => void) | undefined;
}

export function Parts({ report, undetermined, conflicts, onPlace }: PartsProps) {
  const texts = useTexts(reviewTexts);
  const { notUnderstood, notes } = report;
  const [part, setPart] = useState<Part>(notUnderstood.length > 0 ? 'notUnderstood' : 'read');
  const resources = Object.values(report.counts).reduce((sum, count) => sum + count, 0);
  const contradictions =
    notes.filter(({ code }) => code === 'contradiction').length +
    (conflicts ? conflicts.conflicts.length + conflicts.renamed.length : 0);
  const paths = undetermined === 'working' ? undefined : undetermined;
  const open = paths?.count;
  return (
    <Tabs
      label={texts.parts}
      value={part}
      onChange={setPart}
      panelClassName={styles.panel}
      tabs={[
        { value: 'read', label: texts.read, extra: <Count>{resources}</Count> },
        {
          value: 'notUnderstood',
          label: texts.notUnderstood,
          extra: <Count tone={notUnderstood.length > 0 ? 'unk' : 'plain'}>{notUnderstood.length}</Count>,
        },
        ...(undetermined
          ? [
              {
                value: 'undetermined' as const,
                label: texts.undetermined,
                extra: paths ? (
                  <Count tone={open === 0 ? 'plain' : 'unk'}>
                    {open === undefined ? texts.many : open === 0 ? 0 : texts.paths(open)}
                  </Count>
                ) : undefined,
              },
            ]
          : []),
        {
          value: 'conflicts',
          label: texts.conflicts,
          extra: <Count tone={contradictions > 0 ? 'warn' : 'plain'}>{contradictions}</Count>,
        },
      ]}
    >
      {part === 'read' && <Read report={report} />}
      {part === 'notUnderstood' && <NotUnderstood report={report} onPlace={onPlace} />}
      {part === 'undetermined' && paths && <Undetermined paths={paths} />}
      {part === 'undetermined' && !paths && <p className={styles.empty}>{texts.working}</p>}
      {part === 'conflicts' && <Conflicts report={report} addition={conflicts} />}
    </Tabs>
  );
}

/** Counts by kind, then what was assumed and what was done to the input. */
function Read({ report }: { readonly report: ReadReport }) {
  const texts = useTexts(reviewTexts);
  const language = useLanguage();
  const { counts, assumptions } = report;
  const notes = report.notes.filter(({ code }) => code !== 'contradiction');
  return (
    <>
      <ul className={styles.kinds}>
        {Object.entries(counts)
          .filter(([, count]) => count > 0)
          .map(([kind, count]) => (
            <li key={kind} className={styles.kind}>
              {isKind(kind) && <KindTile kind={kind} />}
              <span>{isKind(kind) ? definitionOf(kind).label[language] : kind}</span>
              <span className={styles.amount}>{count}</span>
            </li>
          ))}
      </ul>
      {notes.length > 0 && (
        <>
          <h3 className={styles.subheading}>{texts.done}</h3>
          <ul>
            {notes.map(({ file, code, text }) => (
              <Item key={`${file} ${code} ${text.en}`} mark="note" what={text[language]} place={file} />
            ))}
          </ul>
        </>
      )}
      {assumptions.length > 0 && (
        <>
          <h3 className={styles.subheading}>{texts.assumed}</h3>
          <ul>
            {assumptions.map(({ resource, what }) => (
              <Item key={`${resource} ${what.en}`} mark="note" what={what[language]} place={resource} />
            ))}
          </ul>
        </>
      )}
    </>
  );
}

interface ItemProps {
  readonly mark: 'note' | 'undetermined' | 'warning';
  readonly what: string;
  readonly why?: string;
  readonly place: string;
  readonly onPlace?: (() => void) | undefined;
}

function Item({ mark, what, why, place, onPlace }: ItemProps) {
  const texts = useTexts(reviewTexts);
  return (
    <li className={styles.item}>
      <Mark of={mark} size={15} />
      <div className={styles.grow}>
        <p className={why === undefined ? styles.plain : styles.what}>{what}</p>
        {why !== undefined && <p className={styles.format}>{why}</p>}
      </div>
      {onPlace ? (
        <button
          type="button"
          className={styles.jump}
          title={texts.showPlace(place)}
          aria-label={texts.showPlace(place)}
          onClick={onPlace}
        >
          {place}
        </button>
      ) : (
        <code className={styles.place}>{place}</code>
      )}
    </li>
  );
}

function NotUnderstood({ report, onPlace }: Pick<PartsProps, 'report' | 'onPlace'>) {
  const texts = useTexts(reviewTexts);
  const language = useLanguage();
  if (report.notUnderstood.length === 0) return <p className={styles.empty}>{texts.allUnderstood}</p>;
  return (
    <ul>
      {report.notUnderstood.map(({ file, place, code, what, why }) => {
        const target = placeOf(file, place);
        // The line is what a person goes to; the pointer behind it is for those who look at the text.
        const short = target ? `${file}:${target.line}` : place === '' ? file : `${file}: ${place}`;
        return (
          <Item
            key={`${file} ${place} ${code} ${what.en}`}
            mark="undetermined"
            what={what[language]}
            why={why[language]}
            place={short}
            onPlace={target && onPlace ? () => onPlace(target) : undefined}
          />
        );
      })}
    </ul>
  );
}

function Undetermined({ paths: { count, some } }: { readonly paths: UndeterminedPaths }) {
  const texts = useTexts(reviewTexts);
  const language = useLanguage();
  if (count === undefined) return <p className={styles.empty}>{texts.tooManyPaths}</p>;
  if (count === 0) return <p className={styles.empty}>{texts.allDetermined}</p>;
  const context: ExplainContext = { language, nameOf: (id) => id };
  const called = (name: string): string => (name === 'internet' ? texts.internet : name);
  return (
    <ul>
      {some.map(({ from, to, fromName, toName, unknowns }) => (
        <Item
          key={`${from} ${to}`}
          mark="undetermined"
          what={`${called(fromName)} → ${called(toName)}`}
          why={[...new Set(unknowns.map((unknown) => explainFact(unknown, context)))].join(
            language === 'ja' ? '、' : '; ',
          )}
          place={unknowns[0]?.obtain ?? ''}
        />
      ))}
      {count > some.length && <li className={styles.empty}>{texts.morePaths(count - some.length)}</li>}
    </ul>
  );
}

function Conflicts({
  report,
  addition,
}: {
  readonly report: ReadReport;
  readonly addition: Reading['addition'] | undefined;
}) {
  const texts = useTexts(reviewTexts);
  const language = useLanguage();
  const told = report.notes.filter(({ code }) => code === 'contradiction');
  const { conflicts = [], renamed = [] } = addition ?? {};
  if (told.length + conflicts.length + renamed.length === 0) {
    return <p className={styles.empty}>{texts.noConflicts}</p>;
  }
  return (
    <ul>
      {conflicts.map(({ resource, member, before, after }) => (
        <Item
          key={`${resource} ${member.en}`}
          mark="warning"
          what={texts.conflict(member[language], before[language], after[language])}
          place={resource}
        />
      ))}
      {renamed.map((text) => (
        <Item key={text.en} mark="warning" what={text[language]} place="" />
      ))}
      {told.map(({ file, text }) => (
        <Item key={`${file} ${text.en}`} mark="warning" what={text[language]} place={file} />
      ))}
    </ul>
  );
}
