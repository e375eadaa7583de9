/** Keeps the question of the path as an intent: what must be, and goes on being checked. */

import { Flag } from 'lucide-react';
import type { ReachAnswer } from '../../engine/index.ts';
import { app, appState, useApp } from '../../app/index.ts';
import { intentTexts, pathTexts } from '../../i18n/index.ts';
import type { Language } from '../../model/index.ts';
import { Button, Menu, MenuItem, useTexts } from '../../ui/index.ts';
import { sentenceOf } from '../intents/sentence.ts';
import { explainIn, readableName, useExplain } from '../parts/names.ts';
import { intentOf, withIntent, type Expectation } from './intent.ts';

/** Always in this order: what stands where must not depend on the answer. */
const choices: readonly Expectation[] = ['reachable', 'blocked'];

export function SaveIntent({ reach }: { readonly reach: ReachAnswer }) {
  const path = useTexts(pathTexts);
  const intents = useTexts(intentTexts);
  const context = useExplain();
  const question = useApp(({ view }) => view.path);
  return (
    <Menu
      label={path.saveIntent}
      trigger={(props) => (
        <Button {...props} look="quiet">
          {path.saveIntent}
        </Button>
      )}
    >
      {choices.map((expect) => (
        <MenuItem key={expect} icon={Flag} onSelect={() => save(reach, expect)}>
          {sentenceOf(intentOf(question, expect), intents, context)}
        </MenuItem>
      ))}
    </Menu>
  );
}

function save({ from, to }: ReachAnswer, expect: Expectation): void {
  const { design, view } = appState();
  const label = (language: Language) =>
    pathTexts[language].intentLabel(
      readableName(design, from.id, language),
      readableName(design, to.id, language),
    );
  const saved = (language: Language) =>
    pathTexts[language].intentSaved(
      sentenceOf(intentOf(view.path, expect), intentTexts[language], explainIn(design, language)),
    );
  app.edit({ en: label('en'), ja: label('ja') }, (before) => withIntent(before, view.path, expect));
  // Where it stands there already, nothing was done that could be undone.
  const isNew = appState().design !== design;
  app.notify({
    tone: 'info',
    message: { en: saved('en'), ja: saved('ja') },
    ...(isNew ? { command: 'undo' } : {}),
  });
}
