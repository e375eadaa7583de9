/** One other end: its verdict with what passes, by IP version where these differ; it leads to the path. */

import { app, appState, useApp } from '../../app/index.ts';
import type { ReachableEntry, ReachableQuestion } from '../../engine/index.ts';
import { reachTexts, ruleTexts } from '../../i18n/index.ts';
import type { ResourceId } from '../../model/index.ts';
import { useLanguage, useTexts } from '../../ui/index.ts';
import { Glyph, KindTile, Mark } from '../parts/Glyph.tsx';
import { Unbroken } from '../parts/LinkedSentence.tsx';
import { useNameOf } from '../parts/names.ts';
import { questionOf, wayOf, type Item, type Source } from './list.ts';
import { openWay } from './way.ts';
import { entryText, type Words } from './words.ts';
import styles from './Reach.module.css';

interface ReachRowProps {
  readonly item: Item;
  readonly source: Source;
  readonly question: ReachableQuestion;
  /** What the list is about. */
  readonly about: ResourceId;
}

const order = ['reachable', 'partial', 'undetermined', 'blocked', 'not-applicable'];

/** The verdict that a row of both versions has at its head: the better one. */
const bestOf = (entries: readonly ReachableEntry[]): ReachableEntry | undefined =>
  entries.toSorted((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict))[0];

export function ReachRow({ item, source, question, about }: ReachRowProps) {
  const reach = useTexts(reachTexts);
  const rules = useTexts(ruleTexts);
  const language = useLanguage();
  const nameOf = useNameOf();
  const kind = useApp(({ design }) => design.resources[item.id]?.kind);
  const words: Words = { reach, rules, language };
  const entries = item.rows.map(source.entryAt);
  const best = bestOf(entries);
  if (!best) return null;
  const isAlike = entries.every(
    (entry) => entry.verdict === best.verdict && entryText(entry, words) === entryText(best, words),
  );
  const asked = questionOf(question, best);
  const ring = (): void => app.setView({ hovered: [item.id, about].filter((id) => id !== 'internet') });
  const text = entryText(best, words);
  return (
    <li>
      <button
        type="button"
        className={styles.row}
        title={reach.showPath(nameOf(asked.from), nameOf(asked.to))}
        onClick={() => openWay(wayOf(appState().design, question, best), about)}
        onPointerEnter={ring}
        onFocus={ring}
        onPointerLeave={() => app.setView({ hovered: [] })}
        onBlur={() => app.setView({ hovered: [] })}
      >
        {kind ? (
          <KindTile kind={kind} />
        ) : (
          <span className={styles.globe}>
            <Glyph name="globe" size={16} />
          </span>
        )}
        <b className={styles.name}>{nameOf(item.id)}</b>
        {isAlike ? (
          <>
            <Verdict entry={best} words={words} />
            {text !== '' && (
              <span className={styles.traffic}>
                <Unbroken>{text}</Unbroken>
              </span>
            )}
          </>
        ) : (
          entries.map((entry) => <FamilyLine key={entry.family} entry={entry} words={words} />)
        )}
      </button>
    </li>
  );
}

interface EntryProps {
  readonly entry: ReachableEntry;
  readonly words: Words;
}

/** Nobody has said that a closed way should be open: it is a fact and no fault. */
function Verdict({ entry: { verdict }, words: { reach } }: EntryProps) {
  if (verdict === 'not-applicable') return null;
  return (
    <span className={styles.verdict}>
      <Mark of={verdict === 'blocked' ? 'blocked-as-fact' : verdict} size={14} />
      {reach[verdict]}
    </span>
  );
}

function FamilyLine({ entry, words }: EntryProps) {
  return (
    <span className={styles.family}>
      <span className={styles.version}>{`IPv${entry.family}`}</span>
      <Verdict entry={entry} words={words} />
      <span className={styles.familyTraffic}>
        <Unbroken>{entryText(entry, words)}</Unbroken>
      </span>
    </span>
  );
}
