/** A design without the ids and account numbers of its owner, for pictures that go to others. */

import type { Design, ResourceId } from '../model/index.ts';

/** As AWS gives ids, and as drawn resources have them: a prefix and a tail. */
const ID =
  /(?<![0-9A-Za-z-])([a-z]{1,12}(?:-[a-z]{1,12}){0,3})-(?:[0-9a-f]{17}|[0-9a-f]{8}|x[0-9a-z]{7}(?:-\d+)?)(?![0-9A-Za-z-])/g;
const ACCOUNT = /(?<!\d)\d{12}(?!\d)/g;

/** A route to one of these tells what it is by its prefix alone, also where the target itself is not there. */
const TELLING: ReadonlySet<string> = new Set(['igw', 'vpce']);

/** Replaces ids and account numbers in any text: the same one by the same word every time. */
export function idHider({ resources }: Design): (text: string) => string {
  const counts = new Map<string, number>();
  const next = (kind: string): number => {
    const number = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, number);
    return number;
  };
  const names = new Map<string, string>(
    Object.entries(resources).map(([id, { kind }]) => [id, `${kind}.${next(kind)}`]),
  );
  const nameFor = (id: string, make: () => string): string => {
    const known = names.get(id);
    if (known !== undefined) return known;
    const made = make();
    names.set(id, made);
    return made;
  };
  // Ids that do not look like one, such as those of code, are replaced where they stand alone.
  return (text) =>
    names.get(text) ??
    text
      .replaceAll(ID, (id, prefix: string) =>
        nameFor(id, () => `${prefix}${TELLING.has(prefix) ? '-' : '.'}hidden.${next(`hidden ${prefix}`)}`),
      )
      .replaceAll(ACCOUNT, (account) => nameFor(account, () => `account-${next('account')}`));
}

/** The design with other ids, all references kept, and without the paths of the files that it came from. */
export function hideIds(design: Design): Design {
  const hide = idHider(design);
  // Interfaces and zones that nothing names are known by what they belong to.
  const hideKey = (key: string): string => {
    const [, prefix = '', owner = '', rest = ''] = /^(eni:|az:)([^/]+)(.*)$/s.exec(key) ?? [];
    return prefix === '' ? hide(key) : prefix + hide(owner) + hide(rest);
  };
  const walk = (value: unknown): unknown => {
    if (typeof value === 'string') return hideKey(value);
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).flatMap(([name, inner]) =>
        name === 'provenance' ? [] : [[name, walk(inner)] as const],
      ),
    );
  };
  const inKeys = <Value>(map: Readonly<Record<string, Value>>): Record<string, Value> =>
    Object.fromEntries(Object.entries(map).map(([key, value]) => [hideKey(key), value]));
  // Texts are replaced by texts: no type changes.
  const inside = <Value>(value: Value): Value => walk(value) as Value;
  // What this version does not know may hold anything.
  const { foreign: _foreign, extra: _extra, ...known } = design;
  return {
    ...inside(known),
    name: hide(design.name),
    resources: inKeys<Design['resources'][ResourceId]>(inside(design.resources)),
    layout: inKeys(design.layout),
  };
}
