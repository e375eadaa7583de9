/** How many intents hold and a new one from a template, at the right end of the drawer's tabs. */

import { Plus } from 'lucide-react';
import { useApp } from '../../app/index.ts';
import { intentTexts } from '../../i18n/index.ts';
import { Button, Menu, MenuItem, useTexts } from '../../ui/index.ts';
import { useTemplates } from './useTemplates.ts';
import styles from './Intents.module.css';

export default function IntentsControls() {
  const texts = useTexts(intentTexts);
  const all = useApp(({ design }) => Object.keys(design.intents).length);
  const held = useApp(({ answers }) => answers.intents.filter((intent) => intent.held === true).length);
  const templates = useTemplates();
  return (
    <>
      {all > 0 && <span className={styles.count}>{texts.heldCount(held, all)}</span>}
      <Menu
        label={texts.add}
        align="end"
        trigger={(props) => (
          <Button {...props} look="quiet" size="small" icon={Plus}>
            {texts.add}
          </Button>
        )}
      >
        {templates.map(({ id, words, begin }) => (
          <MenuItem key={id} onSelect={begin}>
            {words}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
