/** Tells assistive technology what an edit led to: tiers that changed and findings that are new, once things are calm. */

import type { Tier } from '../engine/index.ts';
import { listed } from '../i18n/index.ts';
import { titleOf, type Design, type LocalText } from '../model/index.ts';
import type { Answers, FindingAnswer } from './answers.ts';
import { merged } from './merged.ts';
import type { Store } from './store.ts';

/** After the last edit; an answer to each key that is pressed would drown everything else. */
const CALM = 700;

const tierWords: Readonly<Record<Tier, LocalText>> = {
  public: { en: 'public', ja: 'パブリック' },
  egress: { en: 'egress only', ja: '外向きのみ' },
  private: { en: 'private', ja: 'プライベート' },
  isolated: { en: 'isolated', ja: '隔離' },
};

/** What changed between two states of the answers, in one breath; undefined when nothing did. */
export function whatChanged(design: Design, before: Answers, after: Answers): LocalText | undefined {
  const parts: LocalText[] = [...changedTiers(design, before, after)];
  const known = new Set(before.findings.map(({ key }) => key));
  const fresh = after.findings.filter((finding) => !known.has(finding.key) && isOpen(finding));
  const left = new Set(after.findings.map(({ key }) => key));
  const solved = before.findings.filter((finding) => !left.has(finding.key) && isOpen(finding)).length;
  if (fresh.length > 0) parts.push(newFindings(fresh));
  else if (solved > 0) {
    parts.push({
      en: solved === 1 ? '1 finding is gone.' : `${solved} findings are gone.`,
      ja: `指摘が ${solved} 件なくなりました。`,
    });
  }
  if (parts.length === 0) return undefined;
  return { en: parts.map(({ en }) => en).join(' '), ja: parts.map(({ ja }) => ja).join('') };
}

const isOpen = ({ muted, causedBy }: FindingAnswer): boolean => !muted && causedBy === undefined;

/** More names than this are only counted. */
const NAMED = 3;

/** One sentence for each tier that subnets came to. */
function changedTiers(design: Design, before: Answers, after: Answers): LocalText[] {
  const moved = new Map<Tier, string[]>();
  for (const [id, { families }] of Object.entries(after.tiers)) {
    // A subnet that is new begins alone: whoever leads it out before things are calm hears of it all the same.
    const was = Object.hasOwn(before.tiers, id) ? before.tiers[id]?.families[4].tier : 'isolated';
    const { tier } = families[4];
    if (was === tier) continue;
    moved.set(tier, [...(moved.get(tier) ?? []), titleOf(design, id)]);
  }
  return [...moved].map(([tier, names]) => {
    const word = tierWords[tier];
    const isMany = names.length > NAMED;
    return {
      en: isMany
        ? `${names.length} subnets are now ${word.en}.`
        : `${listed(names)} ${names.length === 1 ? 'is' : 'are'} now ${word.en}.`,
      ja: isMany
        ? `${names.length} 個のサブネットが${word.ja}になりました。`
        : `${names.join('、')} は${word.ja}になりました。`,
    };
  });
}

const severities = ['error', 'warning', 'note'] as const;

const severityWords: Readonly<Record<FindingAnswer['severity'], LocalText>> = {
  error: { en: 'error', ja: 'エラー' },
  warning: { en: 'warning', ja: '警告' },
  note: { en: 'note', ja: '注記' },
};

/** How many of each severity, and the sentence of the worst. */
function newFindings(fresh: readonly FindingAnswer[]): LocalText {
  const of = (severity: FindingAnswer['severity']) =>
    fresh.filter((finding) => finding.severity === severity);
  const present = severities.filter((severity) => of(severity).length > 0);
  const worst = present.flatMap(of)[0];
  const counts: LocalText = {
    en: present
      .map((severity) => {
        const { length } = of(severity);
        return `${length} new ${severityWords[severity].en}${length === 1 ? '' : 's'}`;
      })
      .join(', '),
    ja: present.map((severity) => `${severityWords[severity].ja} ${of(severity).length} 件`).join('、'),
  };
  return {
    en: `${counts.en}: ${worst?.message.en ?? ''}`,
    ja: `新しい指摘: ${counts.ja}。${worst?.message.ja ?? ''}`,
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
    const { answers, design, version } = api.getState();
    if (answers.state !== 'idle' || answers.version !== version) return;
    const sentence = told && whatChanged(design, told, answers);
    if (told) api.setState({ news: sentence ?? 'none' });
    told = answers;
    if (sentence) announce(sentence);
  };
  const stopChanges = onDesignChange(({ kind }) => {
    cancel();
    if (kind === 'replaced') {
      told = undefined;
      api.setState((state) => merged(state, { news: undefined }), true);
    }
  });
  const stopAnswers = api.subscribe(({ answers, version }, before) => {
    if (answers === before.answers) return;
    // What is known of a design that was just opened is what later edits are compared with.
    if (!told && answers.state === 'idle' && answers.version === version) told = answers;
    cancel();
    cancel = delay(tell, CALM);
  });
  return () => {
    stopChanges();
    stopAnswers();
    cancel();
  };
}
