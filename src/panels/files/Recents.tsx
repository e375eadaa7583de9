/** What the browser keeps: each opens again, and can be taken out for good. */

import { FileText, X } from 'lucide-react';
import { useState } from 'react';
import { forgetRecent, openRecent, useApp, type RecentDesign } from '../../app/index.ts';
import { startTexts } from '../../i18n/index.ts';
import { Button, Icon, IconButton, useLanguage, useTexts } from '../../ui/index.ts';
import { shownName } from '../shell/untitled.ts';
import { timeWords } from './time-words.ts';
import styles from './Recents.module.css';

const FIRST = 4;

export default function Recents() {
  const texts = useTexts(startTexts);
  const recents = useApp((state) => state.recents);
  const [isWhole, setIsWhole] = useState(false);
  const filled = recents.filter(({ resources }) => resources > 0);
  if (filled.length === 0) return null;
  const shown = isWhole ? filled : filled.slice(0, FIRST);
  return (
    <section className={styles.section} aria-labelledby="recents">
      <h3 className={styles.heading} id="recents">
        {texts.recent} <small>{texts.recentBody}</small>
      </h3>
      <ul className={styles.list}>
        {shown.map((recent) => (
          <Recent key={recent.key} recent={recent} />
        ))}
      </ul>
      {shown.length < filled.length && (
        <Button look="link" onClick={() => setIsWhole(true)}>
          {texts.more(filled.length - shown.length)}
        </Button>
      )}
    </section>
  );
}

function Recent({ recent }: { readonly recent: RecentDesign }) {
  const texts = useTexts(startTexts);
  const language = useLanguage();
  const [isAsking, setIsAsking] = useState(false);
  const { key, resources, savedAt } = recent;
  const name = shownName(recent.name, language);
  return (
    <li className={styles.row}>
      <button
        type="button"
        className={styles.open}
        title={texts.open(name)}
        onClick={() => void openRecent(key)}
      >
        <Icon of={FileText} />
        <b>{name}</b>
        <span>{texts.facts(resources, timeWords(savedAt, Date.now(), language))}</span>
      </button>
      {isAsking ? (
        <>
          <span className={styles.really}>{texts.really}</span>
          <Button size="small" onClick={() => void forgetRecent(key)}>
            {texts.yes}
          </Button>
          <Button look="quiet" size="small" autoFocus onClick={() => setIsAsking(false)}>
            {texts.no}
          </Button>
        </>
      ) : (
        <IconButton label={texts.remove(name)} icon={X} size="small" onClick={() => setIsAsking(true)} />
      )}
    </li>
  );
}
