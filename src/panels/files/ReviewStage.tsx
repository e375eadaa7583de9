/** The lower half of the review: how it will look, or the place of a file that was asked for. */

import { ArrowLeft } from 'lucide-react';
import { useEffect, useState } from 'react';
import { loadFiles, type Excerpt, type PickedFile } from '../../app/index.ts';
import { reviewTexts } from '../../i18n/index.ts';
import type { Design } from '../../model/index.ts';
import { Button, classes, useLanguage, useTexts } from '../../ui/index.ts';
import { useIsDark } from '../shell/settings.ts';
import { usePreview } from './pictures.ts';
import type { Place } from './review-words.ts';
import styles from './Review.module.css';

interface StageProps {
  /** Absent: nothing can be opened. */
  readonly design: Design | undefined;
  readonly caption: string;
  readonly files: readonly PickedFile[];
  readonly place: Place | undefined;
  readonly onBack: () => void;
}

export function Stage({ design, caption, files, place, onBack }: StageProps) {
  const texts = useTexts(reviewTexts);
  if (place) return <Source files={files} place={place} onBack={onBack} />;
  return (
    <section className={styles.stage} aria-label={texts.preview}>
      <h3 className={styles.stageTitle}>
        {texts.preview} {design && <small>{caption}</small>}
      </h3>
      <div className={styles.frame}>
        {design ? <Picture design={design} /> : <p className={styles.empty}>{texts.previewNothing}</p>}
      </div>
    </section>
  );
}

function Picture({ design }: { readonly design: Design }) {
  const texts = useTexts(reviewTexts);
  const language = useLanguage();
  const theme = useIsDark() ? 'dark' : 'light';
  const address = usePreview(design, { theme, language, size: 'large' });
  return address === undefined ? null : <img className={styles.picture} src={address} alt={texts.preview} />;
}

/** The lines around a place, with that line marked. */
function Source({ files, place, onBack }: Pick<StageProps, 'files' | 'onBack'> & { readonly place: Place }) {
  const texts = useTexts(reviewTexts);
  const [excerpt, setExcerpt] = useState<Excerpt | undefined>(undefined);
  const { file, line, column } = place;
  useEffect(() => {
    let isWanted = true;
    const source = files.find(({ path }) => path === file);
    if (source) {
      void loadFiles()
        .then(({ excerptOf }) => excerptOf(source, line, column))
        .then((found) => {
          if (isWanted) setExcerpt(found);
        });
    }
    return () => {
      isWanted = false;
    };
  }, [files, file, line, column]);
  return (
    <section className={styles.stage} aria-label={texts.lineOf(file, line)}>
      <h3 className={styles.stageTitle}>
        <span className={styles.grow}>{texts.lineOf(file, line)}</span>
        <Button look="link" icon={ArrowLeft} onClick={onBack}>
          {texts.backToPreview}
        </Button>
      </h3>
      <ol className={styles.source} tabIndex={0} aria-label={texts.lineOf(file, line)}>
        {excerpt?.lines.map((text, index) => {
          const number = excerpt.first + index;
          return (
            <li
              key={number}
              className={classes(styles.line, number === excerpt.line && styles.marked)}
              {...(number === excerpt.line ? { 'aria-current': true } : {})}
            >
              <span className={styles.number}>{number}</span>
              <code>{text}</code>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
