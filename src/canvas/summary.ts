/** What a subnet says in place of its leaves: how many there are, and how many of them findings are about. */

import { formOf, type DrawingFacts, type Places, type Severity } from '../drawing/index.ts';

export interface Summary {
  readonly leaves: number;
  readonly errors: number;
  readonly warnings: number;
}

type Badges = Readonly<Record<string, { readonly severity?: Severity }>>;

/** The summary of each container that leaves stand in, by its key. */
export function summariesOf(
  { design }: DrawingFacts,
  places: Places,
  badges: Badges,
): ReadonlyMap<string, Summary> {
  const summaries = new Map<string, Summary>();
  for (const [container, children] of places.childrenOf) {
    const resource = container === undefined ? undefined : design.resources[container];
    if (container === undefined || resource?.kind !== 'subnet') continue;
    const leaves = children.filter((key) => {
      const child = design.resources[key];
      return child !== undefined && formOf(child) !== 'container';
    });
    const count = (severity: Severity) =>
      leaves.filter((key) => Object.hasOwn(badges, key) && badges[key]?.severity === severity).length;
    summaries.set(container, {
      leaves: leaves.length,
      errors: count('error'),
      warnings: count('warning'),
    });
  }
  return summaries;
}

/** A part of the strip, in shares of its length. */
export interface StripPart {
  readonly tone: 'error' | 'warning' | 'quiet';
  readonly from: number;
  readonly to: number;
}

/** What is seen of a part, however small its share. */
const LEAST_SHARE = 0.06;

/** The strip from left to right: what is wrong first. */
export function stripOf({ leaves, errors, warnings }: Summary): readonly StripPart[] {
  if (leaves === 0) return [];
  const share = (count: number) => (count === 0 ? 0 : Math.max(LEAST_SHARE, count / leaves));
  const error = Math.min(1, share(errors));
  const warning = Math.min(1 - error, share(warnings));
  const parts: StripPart[] = [
    { tone: 'error', from: 0, to: error },
    { tone: 'warning', from: error, to: error + warning },
    { tone: 'quiet', from: error + warning, to: 1 },
  ];
  return parts.filter(({ from, to }) => to > from);
}
