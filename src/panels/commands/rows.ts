/** What the command palette lists for what was written: resources to go to, things to do, findings. */

import {
  allCommands,
  compareSeverity,
  whyNotNow,
  type AppState,
  type Command,
  type CommandGroup,
  type FindingAnswer,
} from '../../app/index.ts';
import { titleOf, type Language, type ResourceId } from '../../model/index.ts';
import { find, type Entry } from '../search/find.ts';
import { fit, fitAny, type Fit } from '../search/fuzzy.ts';
import { placeWords } from '../search/place-words.ts';

export type Section = 'goTo' | 'about' | 'do' | 'findings';

export type Subject =
  | { readonly kind: 'resource'; readonly id: ResourceId }
  /** `on`: the resource that is selected for it first. */
  | { readonly kind: 'command'; readonly command: Command; readonly on?: ResourceId }
  | { readonly kind: 'finding'; readonly finding: FindingAnswer };

export interface PaletteRow {
  readonly key: string;
  readonly section: Section;
  readonly label: string;
  readonly ranges: Fit['ranges'];
  readonly detail: string;
  readonly subject: Subject;
  /** Why it can't be chosen now. */
  readonly problem?: string;
}

interface Scored extends PaletteRow {
  readonly score: number;
}

export interface PaletteInput {
  readonly state: AppState;
  readonly entries: readonly Entry[];
  readonly query: string;
  readonly language: Language;
  /** The resource that the list was narrowed to by Tab. */
  readonly about?: ResourceId;
}

/** As many of each as stand together without scrolling; a list of one sort shows more. */
const SHOWN = { goTo: 6, do: 7, findings: 4 } as const;
const SHOWN_ALONE = 60;

const scopes: Readonly<Record<string, Section>> = { '>': 'do', '@': 'goTo', '!': 'findings' };

/** The sign before the words, and the words. */
export function readQuery(query: string): { readonly only: Section | undefined; readonly words: string } {
  const text = query.normalize('NFKC').trimStart();
  const only = scopes[text.charAt(0)];
  return only === undefined ? { only, words: text.trim() } : { only, words: text.slice(1).trim() };
}

export function paletteRows(input: PaletteInput): readonly PaletteRow[] {
  const { only, words } = readQuery(input.query);
  if (input.about !== undefined) return bestFirst(commandsOn(input, input.about, words, 'about'));
  switch (only) {
    case 'goTo':
      return resources(input, words).slice(0, SHOWN_ALONE);
    case 'findings':
      return findings(input, words).slice(0, SHOWN_ALONE);
    case 'do':
      return words === '' ? everyCommand(input) : bestFirst(commands(input, words));
    case 'about':
    case undefined:
      return words === '' ? [...onSelection(input), ...possible(input)] : mixed(input, words);
  }
}

const bestFirst = (rows: readonly Scored[]): readonly Scored[] =>
  rows.toSorted(
    (a, b) => Number(a.problem !== undefined) - Number(b.problem !== undefined) || b.score - a.score,
  );

const possible = (input: PaletteInput): readonly PaletteRow[] =>
  everyCommand(input).filter(({ problem }) => problem === undefined);

/** What can be done with the only selected resource stands first. */
function onSelection(input: PaletteInput): readonly PaletteRow[] {
  const [id] = input.state.selection;
  if (id === undefined || input.state.selection.length > 1) return [];
  return commandsOn(input, id, '', 'about').slice(0, SHOWN.do);
}

/** What is asked for most of a resource that was named. */
const foremost: readonly string[] = ['path-from-here', 'show-exposure', 'who-reaches', 'edit-route-table'];

const rankOf = ({ subject }: PaletteRow): number => {
  const rank = subject.kind === 'command' ? foremost.indexOf(subject.command.id) : -1;
  return rank < 0 ? foremost.length : rank;
};

const foremostFirst = (a: PaletteRow, b: PaletteRow): number => rankOf(a) - rankOf(b);

/** What fits best decides which sort stands first. */
function mixed(input: PaletteInput, words: string): readonly PaletteRow[] {
  const found = resources(input, words).slice(0, SHOWN.goTo);
  const [first] = found;
  const own =
    first?.subject.kind === 'resource'
      ? commandsOn(input, first.subject.id, '', 'do').toSorted(foremostFirst).slice(0, foremost.length)
      : [];
  const named = bestFirst(commands(input, words));
  const isAboutFirst = (first?.score ?? 0) >= (named[0]?.score ?? 0);
  const doable = isAboutFirst ? [...own, ...named] : [...named, ...own];
  const groups = [found, doable.slice(0, SHOWN.do), findings(input, words).slice(0, SHOWN.findings)];
  const best = (rows: readonly Scored[]) => Math.max(0, ...rows.map(({ score }) => score));
  const order = isAboutFirst ? groups : groups.toSorted((a, b) => best(b) - best(a));
  return order.flat();
}

function resources({ state, entries, language }: PaletteInput, words: string): readonly Scored[] {
  const row = ({ id, title }: Entry, score: number, ranges: Fit['ranges']): Scored => ({
    key: `resource ${id}`,
    section: 'goTo',
    label: title,
    ranges,
    detail: placeWords(state.design, id, language),
    subject: { kind: 'resource', id },
    score,
  });
  if (words === '') return entries.map((entry) => row(entry, 0, []));
  const exact = find(entries, words);
  const place = new Map(exact.map((id, index) => [id, 900 - index]));
  return entries
    .flatMap((entry): Scored[] => {
      const own = fit(words, entry.title);
      const score = Math.max(own?.score ?? 0, isAddress(words) ? (place.get(entry.id) ?? 0) : 0);
      if (score > 0) return [row(entry, score, own?.ranges ?? [])];
      // Found by its id, address or tag alone.
      return place.has(entry.id) ? [row(entry, 150, [])] : [];
    })
    .sort((a, b) => b.score - a.score);
}

const isAddress = (words: string): boolean => /^[\da-f.:/]+$/i.test(words) && /[.:]/.test(words);

function commandRow(command: Command, state: AppState, language: Language, found: Fit): Scored {
  const problem = whyNotNow(command, state)?.[language];
  return {
    key: `command ${command.id}`,
    section: 'do',
    label: command.label[language],
    ranges: found.ranges,
    detail: problem ?? '',
    subject: { kind: 'command', command },
    score: found.score,
    ...(problem === undefined ? {} : { problem }),
  };
}

/** Commands by their label in the page's language, then by the other language's and by other words. */
function commands({ state, language }: PaletteInput, words: string): readonly Scored[] {
  return allCommands.flatMap((command): Scored[] => {
    const { label } = command;
    const other = language === 'ja' ? label.en : label.ja;
    const found = fitAny(words, [label[language], other, ...(command.words ?? [])]);
    return found ? [commandRow(command, state, language, found)] : [];
  });
}

/** What is asked for most stands first. */
const groups: readonly CommandGroup[] = ['tools', 'view', 'edit', 'file', 'findings', 'add'];

/** Everything that there is, group by group; what can't be done now comes last. */
const everyCommand = ({ state, language }: PaletteInput): readonly Scored[] =>
  bestFirst(
    allCommands
      .toSorted((a, b) => groups.indexOf(a.group) - groups.indexOf(b.group))
      .map((command) => commandRow(command, state, language, { score: 0, ranges: [] })),
  );

/** What can be done with a resource, as if it were the only one that is selected. */
function commandsOn(
  { state, language }: PaletteInput,
  id: ResourceId,
  words: string,
  section: 'about' | 'do',
): readonly Scored[] {
  const chosen: AppState = { ...state, selection: [id] };
  const name = titleOf(state.design, id);
  // What is said of a resource in a sentence of its own comes before what is done to anything.
  const order = allCommands.toSorted((a, b) => Number(b.about !== undefined) - Number(a.about !== undefined));
  return order.flatMap((command): Scored[] => {
    if (!takesOne(command, state, chosen)) return [];
    const text = command.about?.(name)[language];
    const label = text ?? command.label[language];
    const found = fitAny(words, [label, command.label.en, command.label.ja]);
    if (!found) return [];
    return [
      {
        key: `command ${command.id} ${id}`,
        section,
        label,
        ranges: found.ranges,
        detail: text === undefined ? name : '',
        subject: { kind: 'command', command, on: id },
        score: found.score,
      },
    ];
  });
}

/** Whether a command works on what is selected: by what it takes, or because only a selection makes it possible. */
function takesOne(command: Command, state: AppState, chosen: AppState): boolean {
  if (whyNotNow(command, chosen)) return false;
  return command.on !== undefined || whyNotNow(command, { ...state, selection: [] }) !== undefined;
}

/** The worst first, and of those that are equally bad the one that fits best. */
function findings({ state, language }: PaletteInput, words: string): readonly Scored[] {
  return state.answers.findings
    .filter(({ muted, causedBy }) => !muted && causedBy === undefined)
    .flatMap((finding) => {
      const name = titleOf(state.design, finding.resource);
      const message = withoutIds(finding.message[language], [finding.resource, ...finding.related]);
      const found = fitAny(words, [message, name, finding.id, ...finding.alsoKnownAs]);
      if (!found) return [];
      return [
        {
          key: `finding ${finding.key}`,
          section: 'findings',
          label: message,
          ranges: found.ranges,
          detail: message.includes(name) ? '' : name,
          subject: { kind: 'finding', finding } as const,
          score: found.score * 0.9,
        } as const,
      ];
    })
    .sort(
      (a, b) => compareSeverity(a.subject.finding.severity, b.subject.finding.severity) || b.score - a.score,
    );
}

const withoutIds = (sentence: string, ids: readonly string[]): string =>
  ids.reduce((text, id) => text.replaceAll(` (${id})`, ''), sentence);
