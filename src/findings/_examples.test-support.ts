/** Examples of a finding as a table: a network in the tests' notation, and what is said about it. */

import { expect, it } from 'vitest';
import { network } from '../engine/notation.test-support.ts';
import { compile } from '../engine/index.ts';
import { applyActions, type Design, type Intent, type Resource } from '../model/index.ts';
import {
  beginCheck,
  checkDesign,
  type CheckOptions,
  type FindingAnswer,
  type FindingDefinition,
} from './index.ts';

export interface Example {
  /** What is special about it. */
  readonly what: string;
  readonly lines: string;
  /** Keys without the finding's own id; none where it must be silent. */
  readonly speaks: readonly string[];
  /** English titles of the fixes offered for the first key. */
  readonly fixes?: readonly string[];
  readonly names?: Readonly<Record<string, string>>;
  readonly intents?: Readonly<Record<string, Intent>>;
  readonly change?: (design: Design) => Design;
  readonly options?: CheckOptions;
}

/** Gives Name tags to resources. */
export function withNames(design: Design, names: Readonly<Record<string, string>>): Design {
  const resources: Record<string, Resource> = { ...design.resources };
  for (const [id, name] of Object.entries(names)) {
    const resource = resources[id];
    if (resource) resources[id] = { ...resource, tags: { ...resource.tags, Name: name } };
  }
  return { ...design, resources };
}

export function designOf(
  base: string,
  { lines, names = {}, intents = {}, change = (same) => same }: Example,
): Design {
  return change({ ...withNames(network(base, lines), names), intents });
}

/** Says the finding's examples as tests, and tries each offered fix once more. */
export function examples({ id }: FindingDefinition, base: string, list: readonly Example[]): void {
  it.each(list)('$what', (example) => {
    const design = designOf(base, example);
    const keys = (of: Design): string[] =>
      beginCheck(compile(of), of, example.options)
        .answers.filter((answer) => answer.id === id)
        .map((answer) => answer.key);
    expect(keys(design).sort()).toEqual(example.speaks.map((key) => `${id}:${key}`).sort());
    if (!example.fixes) return;
    const answers = checkDesign(compile(design), design, example.options);
    const found = answers.find((answer) => answer.key === `${id}:${example.speaks[0] ?? ''}`);
    expect(found?.fixes.map((fix) => fix.title.en)).toEqual(example.fixes);
    for (const fix of found?.fixes ?? [])
      expect(keys(applyActions(design, fix.actions))).not.toContain(found?.key);
  });
}

/** Everything said about a network, as `severity key`. */
export const told = (design: Design, options?: CheckOptions): string[] =>
  checkDesign(compile(design), design, options).map((answer) => `${answer.severity} ${answer.key}`);

/** The answer with a key. */
export function answerOf(design: Design, key: string, options?: CheckOptions): FindingAnswer {
  const answer = checkDesign(compile(design), design, options).find((each) => each.key === key);
  if (!answer) throw new Error(`nothing is said as ${key}`);
  return answer;
}

/** Two zones, each with a public and an inner subnet, and one NAT gateway. */
export const SHOP = `
vpc v 10.0.0.0/16
subnet pub-a 10.0.0.0/24 in v az 1a
subnet pub-c 10.0.1.0/24 in v az 1c
subnet app-a 10.0.10.0/24 in v az 1a
subnet app-c 10.0.11.0/24 in v az 1c
igw g on v
nat n in pub-a 10.0.0.5 eip 203.0.113.5
table main in v: main
table public in v: pub-a, pub-c ; 0.0.0.0/0 > g
table private in v: app-a ; 0.0.0.0/0 > n
`;
