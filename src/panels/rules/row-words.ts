/** What an analysis says of a row, in words: the short one of its cell, and the sentence below the table. */

import type {
  ChangedFlow,
  ChangedFlows,
  FlowEffects,
  Idle,
  RouteStanding,
  RowUse,
} from '../../engine/index.ts';
import {
  explainBlocker,
  listed,
  trafficWords,
  type ExplainContext,
  type ruleTexts,
  type TextsOf,
} from '../../i18n/index.ts';

export type RuleWords = TextsOf<typeof ruleTexts>;

/** How a row stands, from what is told of it so far. */
export type Standing =
  | { readonly kind: 'pending' }
  | { readonly kind: 'idle'; readonly idle: Idle }
  /** Paths end without it, or come up. */
  | { readonly kind: 'carries' | 'holds-back'; readonly changes: ChangedFlows }
  | { readonly kind: 'uncertain' | 'nothing' | 'shared' | 'denied-too' | 'unknown' | 'unused' }
  | { readonly kind: 'closed'; readonly use: RowUse };

export function standingOf(idle: Idle | undefined, use: RowUse | undefined): Standing {
  if (idle) return { kind: 'idle', idle };
  if (!use) return { kind: 'pending' };
  const { opens, closes } = use.without;
  if (closes.total > 0) return { kind: 'carries', changes: closes };
  if (opens.total > 0) return { kind: 'holds-back', changes: opens };
  if (closes.uncertain + opens.uncertain > 0) return { kind: 'uncertain' };
  switch (use.path?.state) {
    case undefined:
      return { kind: 'nothing' };
    case 'open':
      return { kind: use.denies ? 'denied-too' : 'shared' };
    case 'closed':
      return { kind: 'closed', use };
    case 'unknown':
    case 'unused':
      return { kind: use.path.state };
  }
}

/** A sentence begins with a capital, where the language has them. */
export const begun = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);

/** At most so many parts of a list of flows. */
const SHOWN = 3;

const trafficOf = ({ allowed }: ChangedFlow, { language }: ExplainContext, words: RuleWords): string => {
  const parts = allowed.map(({ protocol, ports }) =>
    // Every port of a protocol, as the engine spells it, is the protocol.
    trafficWords(protocol, ports === '0-65535' ? undefined : ports, language),
  );
  const all = ['tcp', 'udp', '-1'].every((each) => allowed.some(({ protocol }) => protocol === each));
  if (all) return words.allTraffic;
  // A protocol and its port stay on one line.
  const told = [...new Set(parts)].map((part) => part.replaceAll(' ', '\u00a0'));
  const more = told.length - SHOWN;
  if (more <= 1) return told.join(language === 'en' ? ', ' : '、');
  const kept = told.slice(0, SHOWN).join(language === 'en' ? ', ' : '、');
  return `${kept}${language === 'en' ? ' and ' : '、'}${words.moreTraffic(more)}`;
};

const joined = (names: readonly string[], { language }: ExplainContext): string =>
  language === 'en' ? listed(names) : names.join(names.length === 2 ? ' と ' : '、');

/** A few of several names, and how many more. */
function few(names: readonly string[], words: RuleWords, context: ExplainContext): string {
  const kept = names.slice(0, SHOWN);
  const more = names.length - kept.length;
  return joined(more > 0 ? [...kept, words.moreFlows(more)] : kept, context);
}

/** Flows in as few words as they have: those of the same traffic between the same ends in one. */
export function flowsText(changes: ChangedFlows, words: RuleWords, context: ExplainContext): string {
  const ends = new Map<string, Map<string, Set<string>>>();
  for (const flow of changes.flows) {
    const traffic = trafficOf(flow, context, words);
    const starts = ends.get(traffic) ?? new Map<string, Set<string>>();
    ends.set(traffic, starts);
    const targets = starts.get(flow.from) ?? new Set<string>();
    starts.set(flow.from, targets.add(flow.to));
  }
  const parts: string[] = [];
  for (const [traffic, starts] of ends) {
    const byTargets = new Map<string, { readonly from: string[]; readonly to: readonly string[] }>();
    for (const [from, targets] of starts) {
      const to = [...targets].map(context.nameOf).toSorted();
      const key = to.join('\n');
      const same = byTargets.get(key);
      if (same) same.from.push(context.nameOf(from));
      else byTargets.set(key, { from: [context.nameOf(from)], to });
    }
    for (const { from, to } of byTargets.values())
      parts.push(words.flow(few(from.toSorted(), words, context), few(to, words, context), traffic));
  }
  const kept = parts.slice(0, SHOWN);
  const rest = parts.length - kept.length;
  return [...kept, ...(rest > 0 ? [words.moreFlows(rest)] : [])].join('; ');
}

/** Why a row decides nothing. */
function idleText(idle: Idle, row: string, of: 'routes' | 'rules', words: RuleWords): string {
  if (idle.code === 'refused') return words.idleRefused(row);
  if (idle.code === 'inside-own-subnet') return words.idleOwnSubnet(row);
  const { by, answer } = idle;
  if (of === 'routes') return words.idleRoute(row, words.routesNamed(by.length, by.join(', ')));
  const named = words.rulesNamed(by.length, by.join(', '));
  if (answer === 'both') return words.idleBoth(row, named);
  return answer === 'allow' ? words.idleAllow(row, named) : words.idleDeny(row, named);
}

/** The sentence on a row; undefined while nothing is told. */
export function rowSentence(
  standing: Standing,
  row: string,
  of: 'routes' | 'rules',
  words: RuleWords,
  context: ExplainContext,
): string | undefined {
  switch (standing.kind) {
    case 'pending':
      return undefined;
    case 'idle':
      return begun(idleText(standing.idle, row, of, words));
    case 'carries':
      return words.carries(
        row,
        words.paths(standing.changes.total),
        flowsText(standing.changes, words, context),
      );
    case 'holds-back':
      return words.holdsBack(
        row,
        words.paths(standing.changes.total),
        flowsText(standing.changes, words, context),
      );
    case 'uncertain':
      return begun(words.carriesUncertain(row));
    case 'nothing':
      return begun(words.carriesNothing(row));
    case 'shared':
      return begun(words.shared(row));
    case 'denied-too':
      return begun(words.deniedToo(row));
    case 'unknown':
      return begun(words.openUnknown(row));
    case 'unused':
      return begun(words.unused(row));
    case 'closed': {
      const { path, denies } = standing.use;
      if (denies) return begun(words.deniesNothing(row));
      return path?.state === 'closed' && path.blocker
        ? words.closedBy(row, explainBlocker(path.blocker, context))
        : words.closed(row);
    }
  }
}

/** The other ends of the flows that a row carries, by name, each once. */
export const namesAt = (
  { flows }: ChangedFlows,
  end: 'from' | 'to',
  { nameOf }: Pick<ExplainContext, 'nameOf'>,
): readonly string[] => [...new Set(flows.map((flow) => nameOf(flow[end])))];

/** What a row that is being typed would do: `With this row, 2 paths open: …`. */
export function hintText(
  { opens, closes }: FlowEffects,
  what: string,
  words: RuleWords,
  context: ExplainContext,
): string {
  const parts = [
    ...(opens.total > 0
      ? [words.withOpens(what, words.opens(opens.total), flowsText(opens, words, context))]
      : []),
    ...(closes.total > 0
      ? [
          opens.total > 0
            ? words.alsoCloses(words.closes(closes.total), flowsText(closes, words, context))
            : words.withOpens(what, words.closes(closes.total), flowsText(closes, words, context)),
        ]
      : []),
  ];
  const uncertain = opens.uncertain + closes.uncertain;
  const sure = parts.length === 0 && uncertain === 0 ? [words.changesNothing(what)] : parts;
  return [...sure, ...(uncertain > 0 ? [words.alsoUncertain(uncertain)] : [])].join(
    context.language === 'en' ? ' ' : '',
  );
}

/** The word of a route's state. */
export const routeWord = ({ state }: RouteStanding, words: RuleWords): string => words[state];
