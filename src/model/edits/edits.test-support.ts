/** A design built by edits alone, with names instead of ids, so that a case of a test is one line. */

import { emptyDesign, nameOf, type Design, type Kind, type Resource, type ResourceId } from '../design.ts';
import { addResource } from './add.ts';
import { rename } from './members.ts';
import type { Random } from './identity.ts';

/** The same numbers at every run. */
export function seeded(seed = 1): Random {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
}

/** The id of the resource with that name; the name itself when there is none, so that a test fails readably. */
export const idOf = (design: Design, name: string): ResourceId =>
  Object.entries(design.resources).find(([, resource]) => nameOf(resource) === name)?.[0] ?? name;

export function named(design: Design, name: string): Resource | undefined {
  return design.resources[idOf(design, name)];
}

/** Adds `kind name` in `container` for each line, such as `subnet web in prod`. */
export function drawn(lines: readonly string[], start: Design = emptyDesign('test')): Design {
  const random = seeded();
  let design = start;
  for (const line of lines) {
    const [, kind = '', name = '', container] = /^(\w+) (\S+)(?: in (\S+))?$/.exec(line) ?? [];
    const added = addResource(
      design,
      { kind: kind as Kind, ...(container === undefined ? {} : { under: idOf(design, container) }) },
      random,
    );
    if (!added.ok) throw new Error(`${line}: ${added.problem.message.en}`);
    design = rename(added.value.design, added.value.id, name);
  }
  return design;
}
