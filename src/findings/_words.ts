/** Fills the sentences of findings, in both languages at once. */

import {
  impliedByVpc,
  nameOf,
  type Design,
  type Language,
  type LocalText,
  type ResourceId,
} from '../model/index.ts';
import type { Values } from './_finding.ts';

/** `short`: the name alone where nothing else is called so. `full`: the name, and the id in brackets. */
export type Naming = 'short' | 'full';

export type Namer = (id: ResourceId, language: Language) => string;

/** How resources are called in sentences. */
export function namer(design: Design, naming: Naming): Namer {
  const bearers = new Map<string, number>();
  for (const resource of Object.values(design.resources)) {
    const name = nameOf(resource);
    if (name !== undefined) bearers.set(name, (bearers.get(name) ?? 0) + 1);
  }
  return function name(id, language): string {
    // The one interface that a drawn instance implies is told by its instance.
    const owner = id.startsWith('eni:') ? id.slice('eni:'.length) : id;
    const resource = Object.hasOwn(design.resources, owner) ? design.resources[owner] : undefined;
    const implied = resource ? undefined : impliedByVpc(owner);
    if (implied) return implied.text[language].replace('{vpc}', () => name(implied.vpc, language));
    const called = resource && nameOf(resource);
    if (called === undefined || called === owner) return owner;
    return naming === 'short' && bearers.get(called) === 1 ? called : `${called} (${owner})`;
  };
}

const AND: Readonly<Record<Language, string>> = { en: ', ', ja: '、' };

const japanese = /[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]/u;

/** Joins pieces; the space that the sentence keeps beside a value goes where Japanese meets Japanese. */
function join(pieces: readonly string[]): string {
  let text = '';
  for (const piece of pieces) {
    const meet = japanese.test(text.trimEnd().at(-1) ?? '') && japanese.test(piece.trimStart().at(0) ?? '');
    text = meet ? text.trimEnd() + piece.trimStart() : text + piece;
  }
  return text;
}

/** Half a sentence, to stand inside another. */
const isFragment = (sentence: string): boolean => !/[.!?]$/u.test(sentence);

function fill(sentence: string, language: Language, values: Values, name: Namer): string {
  const pieces = sentence.split(/(\{\w+\})/u).map((piece) => {
    if (!piece.startsWith('{')) return piece;
    const value = values[piece.slice(1, -1)];
    if (value === undefined) throw new Error(`no value for ${piece} in "${sentence}"`);
    if (typeof value === 'string') return value;
    return 'ids' in value ? value.ids.map((id) => name(id, language)).join(AND[language]) : value[language];
  });
  const kept = pieces.filter((piece) => piece !== '');
  if (language === 'ja') return join(kept);
  // Words of ours may begin the sentence; a name is never changed.
  const first = values[/^\{(\w+)\}/u.exec(sentence)?.[1] ?? ''];
  const text = kept.join('');
  return typeof first === 'object' && 'en' in first && !isFragment(sentence)
    ? text.charAt(0).toUpperCase() + text.slice(1)
    : text;
}

/** A sentence with its values, in every language. */
export const say = (sentence: LocalText, values: Values, name: Namer): LocalText => ({
  en: fill(sentence.en, 'en', values, name),
  ja: fill(sentence.ja, 'ja', values, name),
});

export const same = (text: string): LocalText => ({ en: text, ja: text });

/** `80, 443, 1024–65535` */
export const portsText = (ports: readonly (readonly [number, number])[]): string =>
  ports.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`)).join(', ');

/** What is wrong with a route's target, after `is` in English. */
const STATES: Readonly<Record<string, LocalText>> = {
  absent: { en: 'gone', ja: '存在しません' },
  deleted: { en: 'deleted', ja: '削除済みです' },
  deleting: { en: 'being deleted', ja: '削除中です' },
  detached: { en: 'not attached to the VPC', ja: 'VPC にアタッチされていません' },
  available: { en: 'not attached to anything', ja: 'どこにもアタッチされていません' },
  detaching: { en: 'being detached', ja: 'デタッチ中です' },
  'in-another-vpc': { en: 'in another VPC', ja: '別の VPC にあります' },
  'several-interfaces': {
    en: 'an instance with several network interfaces',
    ja: 'ネットワークインターフェイスを複数持つインスタンスです',
  },
  pending: { en: 'not ready yet', ja: 'まだ準備中です' },
  failed: { en: 'failed', ja: '失敗しています' },
  stopped: { en: 'stopped', ja: '停止しています' },
  blackhole: { en: 'marked as a blackhole', ja: 'ブラックホールと記録されています' },
};

export const stateText = (state: string): LocalText =>
  Object.hasOwn(STATES, state) ? (STATES[state] ?? same(state)) : { en: state, ja: `${state} です` };

export const SIDE: Readonly<Record<'in' | 'out', LocalText>> = {
  in: { en: 'inbound', ja: 'インバウンド' },
  out: { en: 'outbound', ja: 'アウトバウンド' },
};
