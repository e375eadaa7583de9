/** What passes between two ends, in a few words. */

import type { Allowed, ReachableEntry } from '../../engine/index.ts';
import { trafficWords, type reachTexts, type ruleTexts, type TextsOf } from '../../i18n/index.ts';
import type { Language } from '../../model/index.ts';

export interface Words {
  readonly reach: TextsOf<typeof reachTexts>;
  readonly rules: TextsOf<typeof ruleTexts>;
  readonly language: Language;
}

/** More protocols than this are counted: a set may have some of each of 250. */
const SHOWN = 4;
/** More addresses than this are counted. */
const NAMED = 2;

const separator = ({ language }: Words): string => (language === 'en' ? '; ' : '、');

const joined = (parts: readonly string[], language: Language): string =>
  parts.join(language === 'en' ? ', ' : '、');

/** A protocol and its ports stay on one line where they are short. */
const onOneLine = (text: string): string => (text.length <= 24 ? text.replaceAll(' ', '\u00A0') : text);

function trafficOf(parts: readonly Allowed[], { reach, rules, language }: Words): string {
  const told = parts.map(({ protocol, ports }) =>
    protocol === '-1'
      ? reach.everything
      : onOneLine(trafficWords(protocol, ports === '0-65535' ? undefined : ports, language)),
  );
  const more = told.length - SHOWN;
  if (more <= 1) return joined(told, language);
  return `${joined(told.slice(0, SHOWN), language)}${language === 'en' ? ' and ' : '、'}${rules.moreTraffic(more)}`;
}

function whereOf({ sources, destinations }: Allowed, { reach, language }: Words): string {
  const blocks = sources ?? destinations;
  if (!blocks) return '';
  const isFrom = sources !== undefined;
  if (blocks.length > NAMED)
    return reach.only(isFrom ? reach.onlyFrom(blocks.length) : reach.onlyTo(blocks.length));
  const named = joined(blocks, language);
  return reach.only(isFrom ? reach.fromBlocks(named) : reach.toBlocks(named));
}

/** Parts by where they are from or to; '' for all of it. */
function byPlace(parts: readonly Allowed[], words: Words): ReadonlyMap<string, readonly Allowed[]> {
  const places = new Map<string, Allowed[]>();
  for (const part of parts) {
    const where = whereOf(part, words);
    const list = places.get(where);
    if (list) list.push(part);
    else places.set(where, [part]);
  }
  return places;
}

/** Traffic, with where it is from or to if that is not all of the end. */
export const trafficText = (parts: readonly Allowed[], words: Words): string =>
  [...byPlace(parts, words)]
    .map(([where, list]) => {
      const traffic = trafficOf(list, words);
      return where === ''
        ? traffic
        : words.language === 'en'
          ? `${traffic} ${where}`
          : `${traffic} (${where})`;
    })
    .join(separator(words));

const isSame = (a: readonly Allowed[], b: readonly Allowed[]): boolean =>
  JSON.stringify(a.map(({ protocol, ports }) => [protocol, ports])) ===
  JSON.stringify(b.map(({ protocol, ports }) => [protocol, ports]));

/** What passes for all, then what passes for some parts besides. */
function sureText({ allowed, everywhere }: ReachableEntry, words: Words): string {
  if (everywhere.length === 0 || isSame(allowed, everywhere)) return trafficText(allowed, words);
  const further = [...byPlace(allowed, words).values()].filter((parts) => !isSame(parts, everywhere)).flat();
  return [trafficText(everywhere, words), trafficText(further, words)].join(separator(words));
}

/** What a row says behind its verdict: what passes, and what may. */
export function entryText(entry: ReachableEntry, words: Words): string {
  const { verdict, narrow, unsure } = entry;
  if (verdict === 'blocked' || verdict === 'not-applicable') return '';
  const { reach } = words;
  const perhaps = trafficText(unsure, words);
  if (verdict === 'undetermined') return perhaps;
  const sure = sureText(entry, words);
  return [
    narrow.length === 0
      ? sure
      : trafficText(narrow, words) === sure
        ? reach.narrow(sure)
        : [sure, reach.narrow(trafficText(narrow, words))].join(separator(words)),
    ...(perhaps === '' ? [] : [reach.unsure(perhaps)]),
  ].join(separator(words));
}
