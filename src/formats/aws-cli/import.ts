/** Reads AWS CLI answers, any number from any accounts and Regions, into resources with their coverage. */

import { unknownBecause, type Coverage, type Design, type Resource } from '../../model/index.ts';
import { byCodePoint } from '../design/index.ts';
import type { FileRead, InputAssumption, MissingInput } from '../report.ts';
import { newLog, withoutDefaults, withoutSecrets, type RawMembers } from '../resource/index.ts';
import type { JsonValue } from '../text/index.ts';
import { assumptionText, problem, readingNote, type Problem, type ReadingNote } from '../words/index.ts';
import { findPlaces, type Place } from './accounts.ts';
import type { Fact } from './command.ts';
import { mergeFacts, type MergedResource, type PlacedFact } from './merge-facts.ts';
import { accountInPath } from './names.ts';
import { coverageOf, missingInputs, type AnsweredPlace } from './missing.ts';
import { onlyPlaceOf, patched, withBackground } from './onto.ts';
import { commandLine, recognise, type Answer, type Hints } from './recognise.ts';

/** One JSON document of an input file. */
export interface CliDocument {
  readonly file: string;
  readonly value: JsonValue;
  /** `broken`: its text ends too early, so what is not in it may well exist. */
  readonly text: 'broken' | 'intact';
  readonly tellProblem: (problem: Problem) => void;
  readonly tellNote: (note: ReadingNote) => void;
}

export interface CliImport {
  readonly resources: Readonly<Record<string, Resource>>;
  readonly coverage: readonly Coverage[];
  readonly files: readonly FileRead[];
  readonly missing: readonly MissingInput[];
  readonly assumptions: readonly InputAssumption[];
}

/** An answer that was read, with what it told. */
interface ReadAnswer {
  readonly command: string;
  readonly file: string;
  readonly group: string;
  readonly whole: boolean;
  readonly told: Place;
  readonly ids: readonly string[];
  readonly kinds: readonly string[];
  readonly count: number;
}

interface Collected {
  readonly facts: PlacedFact[];
  readonly answers: ReadAnswer[];
  readonly callers: Map<string, string>;
  /** Zone ids by folder and name. */
  readonly zones: Map<string, string>;
  readonly assumed: { readonly resource: string; readonly code: 'dns-support' | 'dns-hostnames' }[];
}

const folderOf = (path: string): string => path.replace(/[^/\\]*$/, '');

/** `open`: a design that the answers are going to be added to. What they tell of its resources is told in full. */
export function importAwsCli(documents: readonly CliDocument[], open?: Design): CliImport {
  const collected: Collected = { facts: [], answers: [], callers: new Map(), zones: new Map(), assumed: [] };
  for (const document of documents) readDocument(document, collected);

  const merged = mergeAll(
    collected.facts.map((fact) => ownersView(fact, collected.callers)),
    open,
  );
  const places = findPlaces(withBackground(merged, open), collected.callers, onlyPlaceOf(open));
  const answered = answeredPlaces(collected.answers, (answer) => places.ofAnswer(answer));
  const resources: Record<string, Resource> = {};
  for (const resource of [...merged.values()].sort((a, b) => byCodePoint(a.id, b.id))) {
    const known = openOne(open, resource.kind, resource.id);
    resources[resource.id] =
      known && !isWhole(resource.facts)
        ? withoutDefaults(patched(known, resource))
        : finished(resource, places.of, merged, collected, answered);
  }
  return {
    resources,
    coverage: coverageOf(answered),
    files: filesOf(collected.answers),
    missing: missingInputs(resources, answered),
    assumptions: collected.assumed.flatMap(({ resource, code }) => {
      const member = code === 'dns-support' ? 'enableDnsSupport' : 'enableDnsHostnames';
      const isTold = (merged.get(resource)?.depths.get(member) ?? -1) >= 0;
      return isTold ? [] : [{ resource, what: assumptionText(code) }];
    }),
  };
}

function readDocument(document: CliDocument, collected: Collected): void {
  const { value, removed } = withoutSecrets(document.value);
  if (removed.size > 0) {
    const count = [...removed.values()].reduce((sum, each) => sum + each, 0);
    document.tellNote(readingNote('secrets', { count, names: [...removed.keys()].join(', ') }));
  }
  const { answers, unread, problems, cut } = recognise(value, document.text);
  for (const each of problems) document.tellProblem(each);
  for (const key of cut) document.tellNote(readingNote('cut-output', { key }));
  const group = folderOf(document.file);
  for (const answer of answers) readAnswer(answer, document, group, collected);
  for (const { answer, count, pointer, whole } of unread) {
    const command = commandLine(answer.command);
    if (count > 0 && answer.matters === 'matters') {
      document.tellProblem(problem('not-modelled', { count, key: answer.key, command }, { pointer }));
    } else if (count > 0) document.tellNote(readingNote('beside-paths', { command }));
    const kinds = count === 0 && answer.covers !== undefined ? [answer.covers] : [];
    collected.answers.push({
      command: answer.command,
      file: document.file,
      group,
      whole,
      told: {},
      ids: [],
      kinds,
      count: 0,
    });
  }
}

function readAnswer(answer: Answer, document: CliDocument, group: string, collected: Collected): void {
  const { reader, items, around, hints, whole } = answer;
  const { file, tellProblem, tellNote } = document;
  const log = newLog();
  const gone = new Map<string, { readonly key: string; readonly state: string; readonly count: number }>();
  const ids = new Set<string>();
  const own = new Set<string>();
  for (const item of items) {
    reader.read(item, {
      log,
      add: (fact: Fact) => {
        ids.add(fact.id);
        if (reader.covers.includes(fact.kind)) own.add(fact.id);
        collected.facts.push({
          ...fact,
          ...ownedBy(fact, hints),
          file,
          group,
          pointer: item.pointer,
          tellProblem,
          tellNote,
        });
      },
      leaveOut: (key, state) => {
        const count = (gone.get(`${key} ${state}`)?.count ?? 0) + 1;
        gone.set(`${key} ${state}`, { key, state, count });
      },
      assume: (resource, code) => collected.assumed.push({ resource, code }),
      zone: (name, id) => collected.zones.set(`${group} ${name}`, id),
      caller: (accountId) => collected.callers.set(group, accountId),
      around,
      hints: [file, ...hints.texts],
    });
  }
  for (const each of log.problems) tellProblem(each);
  for (const each of log.notes) tellNote(each);
  for (const each of gone.values()) tellNote(readingNote('left-out-by-state', each));
  const told = {
    ...(hints.accountId === undefined ? {} : { ownerId: hints.accountId }),
    ...(hints.region === undefined ? {} : { region: hints.region }),
  };
  collected.answers.push({
    command: reader.command,
    file,
    group,
    whole,
    told,
    ids: [...ids],
    kinds: reader.covers,
    count: reader.covers.length > 0 ? own.size : items.length,
  });
}

/** What a wrapper says, where the element itself does not. */
const ownedBy = ({ ownerId, region, vpcId }: Fact, hints: Hints): Pick<Fact, 'ownerId' | 'region'> => ({
  ownerId: ownerId ?? (vpcId === undefined ? hints.accountId : undefined),
  region: region ?? hints.region,
});

/** Kinds of which a fact beside the main command makes a resource, if an incomplete one. */
const STUBS: ReadonlySet<string> = new Set([
  'securityGroup',
  'managedPrefixList',
  'vpcBlockPublicAccess',
  'networkInterface',
]);

/** The owner of a shared thing sees it deeper than a participant does (C-16). */
function ownersView(fact: PlacedFact, callers: ReadonlyMap<string, string>): PlacedFact {
  const asker = callers.get(fact.group) ?? accountInPath(fact.file);
  return asker !== undefined && asker === fact.ownerId ? { ...fact, depth: fact.depth + 0.5 } : fact;
}

/** The resource of the open design that the answers are about. */
const openOne = (open: Design | undefined, kind: string, id: string): Resource | undefined => {
  const found = open && Object.hasOwn(open.resources, id) ? open.resources[id] : undefined;
  return found?.kind === kind ? found : undefined;
};

/** The command about the kind itself told of it. */
const isWhole = (facts: readonly PlacedFact[]): boolean => facts.some(({ depth }) => Math.floor(depth) === 1);

function mergeAll(facts: readonly PlacedFact[], open: Design | undefined): Map<string, MergedResource> {
  const byId = new Map<string, PlacedFact[]>();
  for (const fact of facts) {
    const key = `${fact.kind} ${fact.id}`;
    const list = byId.get(key);
    if (list) list.push(fact);
    else byId.set(key, [fact]);
  }
  const merged = new Map<string, MergedResource>();
  for (const list of byId.values()) {
    const [first] = list;
    if (!first) continue;
    if (isWhole(list) || STUBS.has(first.kind) || openOne(open, first.kind, first.id)) {
      merged.set(first.id, mergeFacts(first.kind, first.id, list));
    } else first.tellProblem(problem('no-resource', { id: first.id }, { pointer: first.pointer }));
  }
  return merged;
}

/** The resource as it stands in the document. */
function finished(
  merged: MergedResource,
  placeOf: (id: string) => Place,
  all: ReadonlyMap<string, MergedResource>,
  { zones }: Collected,
  answered: readonly AnsweredPlace[],
): Resource {
  const { kind, id, members, facts } = merged;
  const place = placeOf(id);
  const main = facts.find(({ depth }) => Math.floor(depth) === 1) ?? facts[0];
  const vpcId = facts.map((fact) => fact.vpcId).find((value) => value !== undefined);
  const outer = vpcId !== undefined && vpcId !== id && all.has(vpcId) ? placeOf(vpcId) : {};
  const extra: Record<string, unknown> = {};
  if (place.ownerId !== outer.ownerId && place.ownerId !== undefined) extra['ownerId'] = place.ownerId;
  if (place.region !== outer.region && place.region !== undefined) extra['region'] = place.region;
  if (kind === 'subnet' && members['availabilityZoneId'] === undefined) {
    const zoneId = zones.get(`${main?.group ?? ''} ${String(members['availabilityZone'])}`);
    if (zoneId !== undefined) extra['availabilityZoneId'] = zoneId;
  }
  if (kind === 'securityGroup' && members['vpcId'] === undefined)
    extra['vpcId'] = unknownBecause('describe-security-groups');
  if (kind === 'vpcBlockPublicAccess') Object.assign(extra, blockPublicAccess(members, place, answered));
  const resource: RawMembers = {
    ...members,
    ...extra,
    kind,
    ...(main ? { provenance: { format: 'aws-cli', file: main.file } } : {}),
  };
  // Members were checked against the kind when they were merged; the rest are texts.
  return withoutDefaults(resource as unknown as Resource);
}

/** The half of the setting that no command told is unknown. */
function blockPublicAccess(
  members: RawMembers,
  place: Place,
  answered: readonly AnsweredPlace[],
): RawMembers {
  const command = 'describe-vpc-block-public-access-exclusions';
  const isTold = answered.some(
    ({ place: asked, commands }) =>
      commands.has(command) &&
      (asked.region === undefined || place.region === undefined || asked.region === place.region),
  );
  const mode = members['internetGatewayBlockMode'];
  return {
    ...(mode === undefined
      ? { internetGatewayBlockMode: unknownBecause('describe-vpc-block-public-access-options') }
      : {}),
    ...(isTold || mode === 'off' || members['exclusions'] !== undefined
      ? {}
      : { exclusions: unknownBecause(command) }),
  };
}

/** Answers by the account and Region that were asked. */
function answeredPlaces(
  answers: readonly ReadAnswer[],
  placeOf: (answer: ReadAnswer) => Place | undefined,
): AnsweredPlace[] {
  const places = new Map<
    string,
    { place: Place; commands: Set<string>; cut: Set<string>; kinds: Set<string> }
  >();
  for (const answer of answers) {
    const place = placeOf(answer);
    if (!place) continue;
    const key = `${place.ownerId ?? ''}/${place.region ?? ''}`;
    const entry = places.get(key) ?? { place, commands: new Set(), cut: new Set(), kinds: new Set() };
    places.set(key, entry);
    // Of several pages the last one has no token: together they are whole (C-6).
    if (answer.whole) {
      entry.commands.add(answer.command);
      for (const kind of answer.kinds) entry.kinds.add(kind);
    } else if (!entry.commands.has(answer.command)) entry.cut.add(answer.command);
  }
  return [...places.values()].filter(({ kinds, cut }) => kinds.size > 0 || cut.size > 0);
}

function filesOf(answers: readonly ReadAnswer[]): FileRead[] {
  const rows = new Map<string, FileRead>();
  for (const { file, command, count } of answers) {
    const key = `${file}\n${command}`;
    const before = rows.get(key);
    rows.set(key, { file, format: `aws-cli ${command}`, resources: (before?.resources ?? 0) + count });
  }
  return [...rows.values()];
}
