/** Takes secrets out before anything is stored (D-13), wherever they stand. */

const SECRETS: ReadonlySet<string> = new Set([
  'presharedkey',
  'authkey',
  'customergatewayconfiguration',
  'customerrouterconfig',
  'userdata',
  'masteruserpassword',
  'masterpassword',
  'masterusersecret',
]);

export interface WithoutSecrets<Value> {
  readonly value: Value;
  /** How many were removed, by member name. */
  readonly removed: ReadonlyMap<string, number>;
}

/**
 * A copy without secrets; the same value where there are none. Environment variables are known by their shape, since
 * `Environment` is a common name. Tags are people's own words and stay.
 */
export function withoutSecrets<Value>(value: Value): WithoutSecrets<Value> {
  const removed = new Map<string, number>();
  const walk = (current: unknown): unknown => {
    if (Array.isArray(current)) {
      let isChanged = false;
      const list = current.map((item: unknown) => {
        const clean = walk(item);
        if (clean !== item) isChanged = true;
        return clean;
      });
      return isChanged ? list : current;
    }
    if (typeof current !== 'object' || current === null) return current;
    let copy: Record<string, unknown> | undefined;
    for (const [name, inner] of Object.entries(current)) {
      if (name === 'tags') continue;
      if (isSecret(name, inner)) {
        removed.set(name, (removed.get(name) ?? 0) + 1);
        copy ??= { ...current };
        delete copy[name];
        continue;
      }
      const clean = walk(inner);
      if (clean === inner) continue;
      copy ??= { ...current };
      copy[name] = clean;
    }
    return copy ?? current;
  };
  // Removing members leaves the rest of the value's type as it was: every member may be absent.
  return { value: walk(value) as Value, removed };
}

function isSecret(name: string, value: unknown): boolean {
  if (value === null || value === '') return false;
  const plain = name.toLowerCase();
  if (SECRETS.has(plain)) return true;
  if (plain !== 'environment' || typeof value !== 'object') return false;
  return Array.isArray(value) || 'Variables' in value || 'variables' in value;
}
