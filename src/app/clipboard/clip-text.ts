/** A clip as text and back: what other tabs and machines send is judged like any file before it is used. */

import { readDesign } from '../../formats/index.ts';
import { CLIP_SCHEMA, isKind, type Clip, type ResourceId } from '../../model/index.ts';

type Members = Readonly<Record<string, unknown>>;

const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Written so that its first words say what it is. */
export const clipText = (clip: Clip): string => JSON.stringify({ ...clip, schema: CLIP_SCHEMA }, null, 1);

function outsideOf(value: unknown): Clip['outside'] {
  if (!isMembers(value)) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([id, item]) => {
      if (!isMembers(item) || typeof item['kind'] !== 'string' || !isKind(item['kind'])) return [];
      const { kind, name } = item;
      return [[id, { kind, ...(typeof name === 'string' ? { name } : {}) }]];
    }),
  );
}

const idsIn = (value: unknown): ResourceId[] =>
  Array.isArray(value) ? value.filter((id): id is string => typeof id === 'string') : [];

function tornOf(value: unknown, read: (text: string) => Clip['design'] | undefined): Clip['cut'] {
  if (!isMembers(value) || !Array.isArray(value['torn'])) return undefined;
  const torn = (value['torn'] as readonly unknown[]).flatMap((item) => {
    if (!isMembers(item) || typeof item['id'] !== 'string') return [];
    const { id } = item;
    const [before, after] = [item['before'], item['after']].map(
      (resource) => read(JSON.stringify({ [id]: resource }))?.resources[id],
    );
    return before && after ? [{ id, before, after }] : [];
  });
  return { torn };
}

/** The resources of a text as a design of their own, as far as they can be understood. */
function readResources(resources: string, layout: string, name: string): Clip['design'] | undefined {
  const text = `{"schema":"vpc-designer/design@1","name":${JSON.stringify(name)},"resources":${resources},"layout":${layout}}`;
  const read = readDesign(text);
  return read.ok ? read.value.design : undefined;
}

/** Reads what the clipboard holds; undefined where it is not a clip. */
export function readClip(text: string): Clip | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isMembers(value) || value['schema'] !== CLIP_SCHEMA || !isMembers(value['design'])) return undefined;
  const { resources = {}, layout = {}, name } = value['design'];
  const design = readResources(
    JSON.stringify(resources),
    JSON.stringify(layout),
    typeof name === 'string' ? name : '',
  );
  if (!design) return undefined;
  const roots = idsIn(value['roots']).filter((id) => Object.hasOwn(design.resources, id));
  if (roots.length === 0) return undefined;
  const follows = isMembers(value['follows'])
    ? Object.fromEntries(Object.entries(value['follows']).map(([id, ids]) => [id, idsIn(ids)]))
    : {};
  const cut = tornOf(value['cut'], (one) => readResources(one, '{}', ''));
  return {
    schema: CLIP_SCHEMA,
    design,
    roots,
    outside: outsideOf(value['outside']),
    follows,
    ...(cut ? { cut } : {}),
  };
}

/** Whether a text begins like a clip, told without reading it. */
export const looksLikeClip = (text: string): boolean => text.slice(0, 4096).includes(`"${CLIP_SCHEMA}"`);
