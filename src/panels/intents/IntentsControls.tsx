/** How many intents hold, at the right end of the drawer's tabs. */

import { useApp } from '../../app/index.ts';
import { intentTexts } from '../../i18n/index.ts';
import { useTexts } from '../../ui/index.ts';
import styles from './Intents.module.css';

export default function IntentsControls() {
  const texts = useTexts(intentTexts);
  const all = useApp(({ design }) => Object.keys(design.intents).length);
  const held = useApp(({ answers }) => answers.intents.filter((intent) => intent.held === true).length);
  return all === 0 ? null : <span className={styles.count}>{texts.heldCount(held, all)}</span>;
}
