/** What is done with a finding: opened, muted with a reason, shown as a path. */

import { app, appState, ringOf, runCommand, type FindingAnswer } from '../../app/index.ts';
import { findingTexts } from '../../i18n/index.ts';
import { setMute, type Language, type Mute } from '../../model/index.ts';
import { readableName } from '../parts/names.ts';

/** Rings what a finding is about while the rest dims. */
export const ring = (finding: FindingAnswer | undefined): void =>
  app.setView({ hovered: finding ? ringOf(appState().design, finding) : [] });

/** Opens a finding: its resources are selected and brought into view. */
export function openFinding(finding: FindingAnswer): void {
  const { design } = appState();
  app.setView({ openFinding: finding.key, preview: undefined, proof: undefined });
  const concerned = ringOf(design, finding);
  const first = Object.hasOwn(design.resources, finding.resource) ? finding.resource : concerned[0];
  if (first !== undefined) app.select([first]);
  app.reveal(concerned.length > 0 ? concerned : [finding.resource]);
}

export const closeFinding = (): void =>
  app.setView({ openFinding: undefined, preview: undefined, proof: undefined, hovered: [] });

const label = (finding: FindingAnswer, word: 'muteStep' | 'unmuteStep') => {
  const { design } = appState();
  const told = (language: Language) =>
    findingTexts[language][word](`${finding.id}, ${readableName(design, finding.resource, language)}`);
  return { en: told('en'), ja: told('ja') };
};

/** Accepts the finding; the reason stays in the design. */
export const mute = (finding: FindingAnswer, acceptance: Pick<Mute, 'reason' | 'until'>): void =>
  app.edit(label(finding, 'muteStep'), (design) =>
    setMute(design, finding.id, finding.resource, {
      ...acceptance,
      ...(finding.inputs === undefined ? {} : { inputs: finding.inputs }),
    }),
  );

export const unmute = (finding: FindingAnswer): void =>
  app.edit(label(finding, 'unmuteStep'), (design) =>
    setMute(design, finding.id, finding.resource, undefined),
  );

/** Opens the path that shows the finding to be true. */
export function showProof({ proof }: FindingAnswer): void {
  if (!proof) return;
  runCommand('find-path');
  app.setView({
    path: {
      from: proof.from,
      to: proof.to,
      protocol: proof.protocol ?? 'tcp',
      port: proof.port ?? '',
      ipVersion: proof.ipVersion ?? 'both',
    },
    pickingEnd: undefined,
    hop: undefined,
  });
}
