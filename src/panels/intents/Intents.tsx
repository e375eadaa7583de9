/** What is expected of the network, each with whether it holds; one click asks its path. */

import { Trash2 } from 'lucide-react';
import { app, useApp, useIsStale, type IntentAnswer, type PathQuestion } from '../../app/index.ts';
import { intentTexts } from '../../i18n/index.ts';
import type { Intent } from '../../model/index.ts';
import { Button, classes, IconButton, useTexts } from '../../ui/index.ts';
import { Mark } from '../parts/Glyph.tsx';
import { useExplain } from '../parts/names.ts';
import { IntentForm } from './IntentForm.tsx';
import { sentenceOf, whyNotHeld } from './sentence.ts';
import { useDrafting } from './templates.ts';
import { useTemplates } from './useTemplates.ts';
import styles from './Intents.module.css';

/** Broken ones first, then those that cannot be told; within each in the order of the file. */
const rank = (answer: IntentAnswer | undefined): number =>
  answer?.held === false ? 0 : answer?.held === true ? 2 : 1;

export default function Intents() {
  const intents = useApp(({ design }) => design.intents);
  const answers = useApp((state) => state.answers.intents);
  const isStale = useIsStale();
  const byId = new Map(answers.map((answer) => [answer.id, answer]));
  const rows = Object.entries(intents).toSorted(
    ([one], [other]) => rank(byId.get(one)) - rank(byId.get(other)),
  );
  const draft = useDrafting((state) => state.draft);
  return (
    <div className={styles.scroll}>
      {draft && <IntentForm draft={draft} />}
      {rows.length === 0 && !draft && <Beginnings />}
      <ul className={classes(isStale && styles.stale)}>
        {rows.map(([id, intent]) => (
          <Row key={id} id={id} intent={intent} answer={byId.get(id)} />
        ))}
      </ul>
    </div>
  );
}

/** What may be expected, while nothing is. */
function Beginnings() {
  const texts = useTexts(intentTexts);
  const templates = useTemplates();
  return (
    <>
      <p className={styles.empty}>{texts.empty}</p>
      <div className={styles.templates}>
        {templates.map(({ id, words, begin }) => (
          <Button key={id} onClick={begin}>
            {words}
          </Button>
        ))}
      </div>
    </>
  );
}

interface RowProps {
  readonly id: string;
  readonly intent: Intent;
  readonly answer: IntentAnswer | undefined;
}

const looks = {
  held: { mark: 'reachable', style: styles.held },
  broken: { mark: 'blocked', style: styles.broken },
  unknown: { mark: 'undetermined', style: styles.unknown },
} as const;

function Row({ id, intent, answer }: RowProps) {
  const texts = useTexts(intentTexts);
  const context = useExplain();
  const state = answer?.held === true ? 'held' : answer?.held === false ? 'broken' : 'unknown';
  const { mark, style } = looks[state];
  const why = whyNotHeld(answer, texts, context);
  const question = pathOf(intent);
  return (
    <li className={styles.row} data-intent={id} data-held={state}>
      <button
        type="button"
        className={styles.main}
        disabled={!question}
        title={question ? texts.showPath : undefined}
        onClick={() => question && ask(question)}
      >
        <span className={classes(styles.state, style)}>
          <Mark of={mark} size={14} />
          {texts[state]}
        </span>
        <span className={styles.words}>
          {sentenceOf(intent, texts, context)}
          {why !== undefined && <span className={styles.why}> {why}</span>}
          {intent.because !== undefined && <small className={styles.because}>{intent.because}</small>}
        </span>
      </button>
      <IconButton
        label={texts.remove}
        icon={Trash2}
        size="small"
        onClick={() =>
          app.edit({ en: 'Remove an intent', ja: '要件の削除' }, (design) => {
            const { [id]: _removed, ...rest } = design.intents;
            return { ...design, intents: rest };
          })
        }
      />
    </li>
  );
}

/** The question of an intent about traffic. */
function pathOf({ from, to, protocol, port, ipVersion, expect }: Intent): PathQuestion | undefined {
  if ((expect !== 'reachable' && expect !== 'blocked') || from === undefined || to === undefined)
    return undefined;
  return {
    from,
    to,
    protocol: protocol ?? 'tcp',
    port: port ?? '',
    ipVersion: ipVersion === '4' || ipVersion === '6' ? ipVersion : 'both',
  };
}

const ask = (path: PathQuestion): void =>
  app.setView({ lens: 'path', right: 'path', rightOpen: true, path, hop: undefined, pickingEnd: undefined });
