/** How things stand in one go, for those who cannot glance at the status bar. */

import { titleOf, type LocalText } from '../model/index.ts';
import type { AppState } from './state.ts';

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

const analysisWords = ({ answers, version }: AppState): LocalText => {
  if (answers.state === 'failed') return { en: 'Analysis stopped.', ja: '解析が停止しました。' };
  if (answers.version !== version || answers.state === 'running')
    return { en: 'Analysing.', ja: '解析中です。' };
  return { en: 'Analysed.', ja: '解析済みです。' };
};

function findingWords({ answers, news }: AppState): LocalText {
  const open = answers.findings.filter(({ muted, causedBy }) => !muted && causedBy === undefined);
  const of = (severity: string) => open.filter((finding) => finding.severity === severity).length;
  const [errors, warnings, notes] = [of('error'), of('warning'), of('note')];
  const counts: LocalText =
    open.length === 0
      ? { en: 'No findings.', ja: '指摘はありません。' }
      : {
          en: `${counted(errors, 'error', 'errors')}, ${counted(warnings, 'warning', 'warnings')}, ${counted(notes, 'note', 'notes')}.`,
          ja: `エラー ${errors} 件、警告 ${warnings} 件、注記 ${notes} 件です。`,
        };
  const change = news === 'none' ? { en: ' No change in findings.', ja: '指摘に変化はありません。' } : news;
  return change ? { en: `${counts.en} ${change.en.trim()}`, ja: `${counts.ja}${change.ja}` } : counts;
}

/** Analysis, size, findings, what the last edit led to, and what is selected. */
export function statusSentence(state: AppState): LocalText {
  const { design, selection, file } = state;
  const count = Object.keys(design.resources).length;
  if (count === 0) return { en: 'Nothing is drawn yet.', ja: 'まだ何も描かれていません。' };
  const analysis = analysisWords(state);
  const findings = findingWords(state);
  const [first] = selection;
  const selected: LocalText =
    first === undefined
      ? { en: 'Nothing is selected.', ja: '何も選択されていません。' }
      : selection.length === 1
        ? { en: `Selected: ${titleOf(design, first)}.`, ja: `${titleOf(design, first)} を選択中です。` }
        : { en: `${selection.length} resources are selected.`, ja: `${selection.length} 件を選択中です。` };
  const saved: LocalText =
    file.saveState === 'notSaved' ? { en: ' Not saved.', ja: '保存されていません。' } : { en: '', ja: '' };
  return {
    en: `${analysis.en} ${counted(count, 'resource', 'resources')}. ${findings.en} ${selected.en}${saved.en}`,
    ja: `${analysis.ja}リソースは ${count} 件です。${findings.ja}${selected.ja}${saved.ja}`,
  };
}
