/** Tells assistive technology what an edit led to: tiers that changed and findings that are new, once things are calm. */

import type { Tier } from '../engine/index.ts';
import { titleOf, type Design, type LocalText } from '../model/index.ts';
import type { Answers, FindingAnswer } from './answers.ts';
import type { Store } from './store.ts';

/** After the last edit; an answer to each key that is pressed would drown everything else. */
const CALM = 700;

const tierWords: Readonly<Record<Tier, LocalText>> = {
  public: { en: 'public', ja: 'パブリック' },
  egress: { en: 'egress only', ja: '外向きのみ' },
  private: { en: 'private', ja: 'プライベート' },
  isolated: { en: 'isolated', ja: '隔離' },
};

/** What changed between two states of the answers, in one sentence; undefined when nothing did. */
export function whatChanged(design: Design, before: Answers, after: Answers): LocalText | undefined {
  const parts: LocalText[] = [];
  for (const [id, { families }] of Object.entries(after.tiers)) {
    const was = Object.hasOwn(before.tiers, id) ? before.tiers[id]?.families[4].tier : undefined;
    const now = families[4].tier;
    if (was === undefined || was === now) continue;
    const name = titleOf(design, id);
    parts.push({
      en: `${name} is now ${tierWords[now].en}.`,
      ja: `${name} は${tierWords[now].ja}になりました。`,
    });
  }
  const known = new Set(before.findings.map(({ key }) => key));
  const fresh = after.findings.filter(({ key, muted }) => !known.has(key) && !muted);
  const left = new Set(after.findings.map(({ key }) => key));
  const solved = before.findings.filter(({ key, muted }) => !left.has(key) && !muted).length;
  const first = fresh[0];
  if (first) parts.push(newFindings(first, fresh.length));
  else if (solved > 0) {
    parts.push({
      en: solved === 1 ? '1 finding is gone.' : `${solved} findings are gone.`,
      ja: `指摘が ${solved} 件なくなりました。`,
    });
  }
  if (parts.length === 0) return undefined;
  return { en: parts.map(({ en }) => en).join(' '), ja: parts.map(({ ja }) => ja).join('') };
}

const severityWords: Readonly<Record<FindingAnswer['severity'], LocalText>> = {
  error: { en: 'error', ja: 'エラー' },
  warning: { en: 'warning', ja: '警告' },
  note: { en: 'note', ja: '注記' },
};

function newFindings(first: FindingAnswer, count: number): LocalText {
  const word = severityWords[first.severity];
  return count === 1
    ? {
        en: `1 new ${word.en}: ${first.message.en}`,
        ja: `新しい${word.ja}が 1 件あります: ${first.message.ja}`,
      }
    : {
        en: `${count} new findings. First: ${first.message.en}`,
        ja: `新しい指摘が ${count} 件あります。最初の 1 件: ${first.message.ja}`,
      };
}

/** Announces after every analysis, when no further edit came for a while. A design just opened is not news. */
export function startAnnouncer(
  { api, announce, onDesignChange }: Store,
  delay: (work: () => void, milliseconds: number) => () => void,
): () => void {
  let told: Answers | undefined;
  let cancel = (): void => undefined;
  const tell = () => {
    const { answers, design } = api.getState();
    if (answers.state !== 'idle') return;
    const sentence = told && whatChanged(design, told, answers);
    told = answers;
    if (sentence) announce(sentence);
  };
  const stopChanges = onDesignChange(({ kind }) => {
    if (kind === 'replaced') told = undefined;
  });
  const stopAnswers = api.subscribe(({ answers }, before) => {
    if (answers === before.answers) return;
    cancel();
    cancel = delay(tell, CALM);
  });
  return () => {
    stopChanges();
    stopAnswers();
    cancel();
  };
}
