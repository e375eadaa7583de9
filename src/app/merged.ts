/** Changing a part of a plain object whose members may be absent. */

/** The object with the changes; a member that is given as undefined is absent afterwards. */
export function merged<Shape extends object>(
  before: Shape,
  change: { readonly [Name in keyof Shape]?: unknown },
): Shape {
  const next = { ...before, ...change };
  for (const [name, value] of Object.entries(next)) {
    if (value === undefined) delete next[name as keyof Shape];
  }
  return next as Shape;
}
