/** What a finding was about when it was accepted: told as a short text, so that it returns when that has changed. */

import type { Design, Resource, ResourceId } from '../model/index.ts';
import type { RawFinding, Severity } from './_finding.ts';

/** How a thing is called, and where it was read, changes nothing that a person has accepted. */
const NOT_FACTS = new Set(['tags', 'description', 'provenance']);

/** Members sorted, so that the same facts read from another file are the same text. */
const plain = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .filter(([member]) => !NOT_FACTS.has(member))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([member, each]) => [member, plain(each)]);
};

/** 53 bits are plenty to tell one design's states apart (cyrb53). */
function digest(text: string): string {
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (let place = 0; place < text.length; place += 1) {
    const code = text.charCodeAt(place);
    high = Math.imul(high ^ code, 2_654_435_761);
    low = Math.imul(low ^ code, 1_597_334_677);
  }
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909);
  return (4_294_967_296 * (2_097_151 & low) + (high >>> 0)).toString(36);
}

const digests = new WeakMap<Resource, string>();

function factsOf(design: Design, id: ResourceId): string {
  const resource = Object.hasOwn(design.resources, id) ? design.resources[id] : undefined;
  if (!resource) return '';
  const known = digests.get(resource) ?? digest(JSON.stringify(plain(resource)));
  digests.set(resource, known);
  return known;
}

/** One thing that a finding says of a resource. */
export interface Said {
  readonly key: string;
  readonly severity: Severity;
  readonly raw: RawFinding;
}

/** All that a finding says of one resource, and the facts of whatever is concerned. */
export function inputsOf(design: Design, said: readonly Said[]): string {
  const concerned = new Set(said.flatMap(({ raw }) => [raw.resource, ...(raw.related ?? [])]));
  const lines = [
    ...said.map(({ key, severity }) => `${key} ${severity}`),
    ...[...concerned].map((id) => `${id} ${factsOf(design, id)}`),
  ];
  return digest(lines.sort().join('\n'));
}
