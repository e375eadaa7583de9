/** Keeps the question of the path as an intent: what must be, and goes on being checked. */

import { Flag } from 'lucide-react';
import type { ReachAnswer, Verdict } from '../../engine/index.ts';
import { app, appState } from '../../app/index.ts';
import { pathTexts } from '../../i18n/index.ts';
import { Button, Menu, MenuItem, useTexts } from '../../ui/index.ts';
import { readableName } from '../parts/names.ts';
import { withIntent, type Expectation } from './intent.ts';

const present: Readonly<Partial<Record<Verdict, Expectation>>> = {
  reachable: 'reachable',
  partial: 'reachable',
  blocked: 'blocked',
};

export function SaveIntent({ reach }: { readonly reach: ReachAnswer }) {
  const path = useTexts(pathTexts);
  const words = { reachable: path.mustReach, blocked: path.mustBlock } as const;
  const now = present[reach.verdict];
  // What holds now comes first.
  const choices: readonly Expectation[] =
    now === 'blocked' ? ['blocked', 'reachable'] : ['reachable', 'blocked'];
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
          {words[expect]}
        </MenuItem>
      ))}
    </Menu>
  );
}

function save({ from, to }: ReachAnswer, expect: Expectation): void {
  const { design, view } = appState();
  const label = (language: 'en' | 'ja') =>
    pathTexts[language].intentLabel(
      readableName(design, from.id, language),
      readableName(design, to.id, language),
    );
  app.edit({ en: label('en'), ja: label('ja') }, (before) => withIntent(before, view.path, expect));
  app.notify({ tone: 'info', message: { en: pathTexts.en.intentSaved, ja: pathTexts.ja.intentSaved } });
}
