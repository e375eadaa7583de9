/** Designs to start from, drawn as they are, and the blank canvas below them. */

import { Box } from 'lucide-react';
import { app, canvasPort, loadFiles } from '../../app/index.ts';
import { startTexts } from '../../i18n/index.ts';
import { templates, type Template } from '../../learn/index.ts';
import { Button, Icon, Kbd, useLanguage, useTexts } from '../../ui/index.ts';
import { startDrawing } from '../shell/dialogs.ts';
import { useIsDark } from '../shell/settings.ts';
import styles from './Templates.module.css';

/** What was pressed goes with the page of templates: the keys are on the canvas from then on. */
async function begin(template: Template): Promise<void> {
  const { openTemplate } = await loadFiles();
  await openTemplate(app, template);
  requestAnimationFrame(() => canvasPort()?.focus());
}

export default function Templates() {
  const texts = useTexts(startTexts);
  const language = useLanguage();
  const theme = useIsDark() ? 'dark' : 'light';
  return (
    <section aria-labelledby="templates">
      <h3 className={styles.heading} id="templates">
        {texts.templates} <small>{texts.templatesBody}</small>
      </h3>
      <ul className={styles.cards}>
        {templates.map((template) => {
          const { id, title, body, pictures, because } = template;
          return (
            <li key={id}>
              <button type="button" className={styles.card} onClick={() => void begin(template)}>
                <span className={styles.picture}>
                  <img src={pictures[theme]} alt="" width={182} height={98} />
                </span>
                <span className={styles.words}>
                  <b>{title[language]}</b>
                  <span>{body[language]}</span>
                  <span className={styles.intents}>{texts.intents(Object.keys(because).length)}</span>
                </span>
              </button>
            </li>
          );
        })}
      </ul>
      <div className={styles.blank}>
        <span className={styles.tile}>
          <Icon of={Box} size={20} />
        </span>
        <b>{texts.blank}</b>
        <p>
          {texts.blankBefore} <Kbd>B</Kbd> {texts.blankAfter}
        </p>
        <Button look="link" onClick={startDrawing}>
          {texts.startDrawing}
        </Button>
      </div>
    </section>
  );
}
