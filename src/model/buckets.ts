/**
 * A record of many entries, kept in buckets by a hash of the key, so that the next version of it copies one
 * bucket instead of all entries. To its readers it is a plain record that can't be written to.
 */

type Entries<Value> = Readonly<Record<string, Value>>;
type Bucket<Value> = Record<string, Value>;

/** What stands behind a record in buckets. */
export interface Buckets<Value> {
  readonly buckets: readonly Readonly<Bucket<Value>>[];
  /** The keys as they came, which is the order that readers see. */
  readonly order: readonly string[];
}

const COUNT = 256;

/** Fewer entries than this are copied as quickly as a bucket is found. */
const WORTHWHILE = 256;

/** The bucket of a key. */
function bucketOf(key: string): number {
  let hash = 0;
  for (let index = 0; index < key.length; index += 1)
    hash = (Math.imul(hash, 31) + key.charCodeAt(index)) | 0;
  // Ids of one kind differ in a few digits: mixing spreads them.
  return Math.imul(hash ^ (hash >>> 15), 0x9e3779b1) >>> 24;
}

const kept = new WeakMap<object, Buckets<unknown>>();

/** What stands behind a record, if it is kept in buckets. */
export const bucketsOf = <Value>(record: Entries<Value>): Buckets<Value> | undefined =>
  kept.get(record) as Buckets<Value> | undefined;

const valueIn = <Value>(buckets: Buckets<Value>['buckets'], key: string | symbol): Value | undefined => {
  const bucket = typeof key === 'string' ? buckets[bucketOf(key)] : undefined;
  return bucket !== undefined && Object.hasOwn(bucket, key) ? bucket[key as string] : undefined;
};

const isIn = (buckets: Buckets<unknown>['buckets'], key: string | symbol): boolean =>
  typeof key === 'string' && Object.hasOwn(buckets[bucketOf(key)] ?? {}, key);

/** How a record in buckets answers to those who read it as a plain one. */
const reading = <Value>(
  buckets: Buckets<Value>['buckets'],
  order: () => readonly string[],
): ProxyHandler<Record<string, Value>> => ({
  get: (target, key) => (isIn(buckets, key) ? valueIn(buckets, key) : (Reflect.get(target, key) as unknown)),
  has: (target, key) => isIn(buckets, key) || Reflect.has(target, key),
  getOwnPropertyDescriptor: (_, key) =>
    isIn(buckets, key)
      ? { value: valueIn(buckets, key), enumerable: true, configurable: true, writable: true }
      : undefined,
  ownKeys: () => [...order()],
});

const refuse = (): never => {
  throw new TypeError('A record in buckets is changed by making the next one.');
};

/** The record that shows these buckets. */
export function recordOf<Value>(state: Buckets<Value>): Entries<Value> {
  const record = new Proxy<Record<string, Value>>(
    {},
    {
      ...reading(state.buckets, () => state.order),
      set: refuse,
      defineProperty: refuse,
      deleteProperty: refuse,
    },
  );
  kept.set(record, state);
  return record;
}

/** The same entries in the same order, in buckets where that is worth it. */
export function bucketed<Value>(record: Entries<Value>): Entries<Value> {
  if (bucketsOf(record)) return record;
  const order = Object.keys(record);
  if (order.length < WORTHWHILE) return record;
  const buckets = Array.from({ length: COUNT }, (): Bucket<Value> => ({}));
  for (const key of order) {
    const bucket = buckets[bucketOf(key)];
    if (bucket) bucket[key] = record[key] as Value;
  }
  return recordOf({ buckets, order });
}

/** The same entries as an object that can be cloned and posted. */
export const flat = <Value>(record: Entries<Value>): Entries<Value> =>
  bucketsOf(record) ? { ...record } : record;

/**
 * A record over drafted buckets that may be written to, and the order of its keys afterwards.
 * The buckets are written through; the order is the caller's to keep.
 */
export function writable<Value>(
  buckets: Bucket<Value>[],
  before: readonly string[],
): { readonly record: Record<string, Value>; readonly order: () => readonly string[] } {
  let order = before;
  const put = (key: string, value: Value): boolean => {
    const bucket = buckets[bucketOf(key)];
    if (!bucket) return false;
    if (!Object.hasOwn(bucket, key)) order = [...order, key];
    bucket[key] = value;
    return true;
  };
  const record = new Proxy<Record<string, Value>>(
    {},
    {
      ...reading(buckets, () => order),
      set: (_, key, value: Value) => typeof key === 'string' && put(key, value),
      defineProperty: (_, key, { value }) => typeof key === 'string' && put(key, value as Value),
      deleteProperty: (_, key) => {
        if (typeof key !== 'string' || !isIn(buckets, key)) return true;
        order = order.filter((other) => other !== key);
        return Reflect.deleteProperty(buckets[bucketOf(key)] ?? {}, key);
      },
    },
  );
  return { record, order: () => order };
}

/**
 * The keys whose values differ between two records by identity: first those that went, then those that
 * changed or came, in the order of the later record.
 */
export function changedKeys<Value>(before: Entries<Value>, after: Entries<Value>): string[] {
  if (before === after) return [];
  const [old, fresh] = [bucketsOf(before), bucketsOf(after)];
  if (!old || !fresh) return differing(before, after);
  const changed = fresh.buckets.flatMap((bucket, index) => {
    const former = old.buckets[index] ?? {};
    return former === bucket ? [] : differing(former, bucket);
  });
  if (old.order === fresh.order) return changed;
  const all = new Set(changed);
  return [
    ...changed.filter((key) => !isIn(fresh.buckets, key)),
    ...fresh.order.filter((key) => all.has(key)),
  ];
}

function differing<Value>(before: Entries<Value>, after: Entries<Value>): string[] {
  const changed: string[] = [];
  let stayed = 0;
  const keys = Object.keys(after);
  for (const key of keys) {
    const isOld = Object.hasOwn(before, key);
    if (isOld) stayed += 1;
    if (!isOld || before[key] !== after[key]) changed.push(key);
  }
  const former = Object.keys(before);
  // Most edits take nothing away: then nobody has to be looked for.
  if (former.length === stayed) return changed;
  return [...former.filter((key) => !Object.hasOwn(after, key)), ...changed];
}
