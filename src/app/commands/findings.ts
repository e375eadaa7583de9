/** Walking through the findings and applying the fix that is shown. */

import type { FindingAnswer, TitledFix } from '../answers.ts';
import { ringOf } from '../concerned.ts';
import type { AppState } from '../state.ts';
import type { Command, CommandContext } from './_command.ts';

const open = ({ answers }: AppState): readonly FindingAnswer[] =>
  answers.findings.filter(({ muted, causedBy }) => !muted && causedBy === undefined);

/** The findings in the order in which they are walked through: as they are listed, else worst first. */
function inOrder(state: AppState): readonly FindingAnswer[] {
  const { listedFindings } = state.view;
  if (!listedFindings) return open(state);
  const known = new Map(state.answers.findings.map((finding) => [finding.key, finding]));
  return listedFindings.flatMap((key) => known.get(key) ?? []);
}

const hasFindings = (state: AppState): boolean => open(state).length > 0;

const step =
  (by: 1 | -1) =>
  ({ store, state }: CommandContext): void => {
    const list = inOrder(state);
    const at = list.findIndex(({ key }) => key === state.view.openFinding);
    const next = list[at < 0 ? (by > 0 ? 0 : list.length - 1) : (at + by + list.length) % list.length];
    if (!next) return;
    const ring = ringOf(state.design, next);
    store.setView({
      openFinding: next.key,
      drawerOpen: true,
      drawerTab: 'findings',
      preview: undefined,
      proof: undefined,
      hovered: ring,
    });
    store.select([next.resource]);
    store.reveal(ring.length > 0 ? ring : [next.resource]);
    store.announce(next.message);
  };

/** The fix that is previewed, else the one that is looked at, else the first of the finding that is open. */
function shownFix(state: AppState): TitledFix | undefined {
  const { preview, weighed } = state.view;
  if (preview ?? weighed) return preview ?? weighed;
  return open(state).find(({ key }) => key === state.view.openFinding)?.fixes[0];
}

export const commands: readonly Command[] = [
  {
    id: 'next-finding',
    group: 'findings',
    icon: 'down',
    label: { en: 'Next finding', ja: '次の指摘' },
    shortcuts: ['J'],
    when: hasFindings,
    otherwise: { en: 'There are no findings.', ja: '指摘はありません。' },
    run: step(1),
  },
  {
    id: 'previous-finding',
    group: 'findings',
    icon: 'up',
    label: { en: 'Previous finding', ja: '前の指摘' },
    shortcuts: ['K'],
    when: hasFindings,
    otherwise: { en: 'There are no findings.', ja: '指摘はありません。' },
    run: step(-1),
  },
  {
    id: 'apply-fix',
    group: 'findings',
    icon: 'apply',
    label: { en: 'Apply the shown fix', ja: '表示中の直し方を適用' },
    shortcuts: ['Ctrl .'],
    when: (state) => shownFix(state) !== undefined,
    otherwise: {
      en: 'Open a finding that has a fix first.',
      ja: '先に直し方のある指摘を開いてください。',
    },
    run: ({ store, state }) => {
      const fix = shownFix(state);
      if (fix) store.applyFix(fix);
    },
  },
];
