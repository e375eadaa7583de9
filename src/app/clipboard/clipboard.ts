/** Copy, cut and paste: our own words on the clipboard, so that they go from tab to tab and from machine to machine. */

import { formOf, overlaps, parentKeyOf } from '../../drawing/index.ts';
import {
  copyOut,
  cutOut,
  paste as pasteInto,
  titleOf,
  type Clip,
  type Design,
  type LocalText,
  type ResourceId,
} from '../../model/index.ts';
import { placedAll } from '../placing.ts';
import { ports } from '../ports.ts';
import type { Store } from '../store.ts';
import { clipText, looksLikeClip, readClip } from './clip-text.ts';

/** Where the browser keeps what was copied for tabs of its own, should it refuse its clipboard. */
const SHELF = 'vpc-designer.clipboard';

/** Storage may be refused altogether: then only the clipboard is left. */
function shelve(text: string): void {
  try {
    window.localStorage.setItem(SHELF, text);
  } catch {
    // Too large, or not allowed.
  }
}

export function shelved(): string | undefined {
  try {
    return window.localStorage.getItem(SHELF) ?? undefined;
  } catch {
    return undefined;
  }
}

function nameFor(design: Design, ids: readonly ResourceId[]): LocalText {
  const [first] = ids;
  if (first !== undefined && ids.length === 1) {
    const name = titleOf(design, first);
    return { en: name, ja: name };
  }
  return { en: `${ids.length} resources`, ja: `${ids.length} 件のリソース` };
}

/** What goes to the clipboard: the words that we read again, and the design that a picture is drawn of. */
export interface Taken {
  readonly text: string;
  readonly design: Design;
}

/** What the selection is on the clipboard; undefined where nothing is selected. */
export function copied(store: Store): Taken | undefined {
  const { design, selection } = store.api.getState();
  const clip = copyOut(design, selection);
  if (!clip) return undefined;
  const text = clipText(clip);
  shelve(text);
  const name = nameFor(design, clip.roots);
  store.announce({ en: `${name.en} copied`, ja: `${name.ja} をコピーしました` });
  return { text, design: clip.design };
}

/** The same, with the selection gone. */
export function cut(store: Store): Taken | undefined {
  const { design, selection } = store.api.getState();
  const { clip, removed } = cutOut(design, selection);
  for (const message of removed.kept) store.notify({ tone: 'info', message });
  if (!clip) return undefined;
  const text = clipText(clip);
  shelve(text);
  const name = nameFor(design, clip.roots);
  store.edit({ en: `Cut ${name.en}`, ja: `${name.ja} の切り取り` }, () => removed.design);
  store.announce({ en: `${name.en} cut`, ja: `${name.ja} を切り取りました` });
  return { text, design: clip.design };
}

export type PasteHow = 'here' | 'in place';
/** By key under the pointer; by menu where the menu was opened; from the outline into what is selected. */
export type PasteFrom = 'key' | 'menu' | 'outline';

/** Pastes a text that is a clip; out: whether it was one. */
export function paste(store: Store, text: string, how: PasteHow, from: PasteFrom): boolean {
  const clip = looksLikeClip(text) ? readClip(text) : undefined;
  if (!clip) return false;
  const { design, selection } = store.api.getState();
  // Who works in the outline means the row there, wherever the pointer was left.
  const isFree = how === 'here' && from !== 'outline';
  const spot = isFree ? ports.canvas?.spot(from === 'key' ? 'now' : 'last') : undefined;
  const under = spot ? spot.under : how === 'here' ? selection[0] : undefined;
  const made = pasteInto(design, clip, under === undefined ? {} : { under }, Math.random);
  if (!made.ok) {
    store.notify({ tone: 'info', message: made.problem.message });
    return true;
  }
  const { ids, missing, notes } = made.value;
  const name = nameFor(made.value.design, ids);
  const label = { en: `Paste ${name.en}`, ja: `${name.ja} の貼り付け` };
  const placed = placedFor(made.value.design, design, clip, ids, how, spot?.at);
  store.edit(label, () => placed);
  store.select(ids);
  const { design: after } = store.api.getState();
  store.announce({
    en: `${name.en} pasted${blockOf(after, ids)}`,
    ja: `${name.ja} を貼り付けました${blockOf(after, ids)}`,
  });
  for (const message of notes) store.notify({ tone: 'info', message, command: 'undo' });
  if (missing.length > 0) {
    store.notify({
      tone: 'info',
      message: {
        en: `${name.en} pasted. Not found here: ${missing.join(', ')}.`,
        ja: `${name.ja} を貼り付けました。ここにないもの: ${missing.join('、')}。`,
      },
      command: 'undo',
    });
  }
  store.reveal(ids, 'pan if hidden');
  return true;
}

/** `, 10.0.1.0/24` of what has one. */
function blockOf(design: Design, [only, ...others]: readonly ResourceId[]): string {
  const resource = only === undefined || others.length > 0 ? undefined : design.resources[only];
  if (resource?.kind !== 'vpc' && resource?.kind !== 'subnet') return '';
  return typeof resource.cidrBlock === 'string' ? `, ${resource.cidrBlock}` : '';
}

/** Gives pasted things their places: under the pointer, where they were, or at the best spot. */
function placedFor(
  design: Design,
  before: Design,
  clip: Clip,
  ids: readonly ResourceId[],
  how: PasteHow,
  at: { readonly x: number; readonly y: number } | undefined,
): Design {
  const drawn = ids.filter((id) => {
    const resource = design.resources[id];
    return resource !== undefined && formOf(resource) !== 'none';
  });
  if (at && ports.canvas) return ports.canvas.land(design, drawn, at);
  const keepsPlace = how === 'in place' || clip.cut !== undefined;
  const others = drawn.filter((id) => !keepsPlace || !isFree(design, before, id));
  return placedAll(design, others);
}

/** Whether a thing stands clear of all that was there before it. */
function isFree(design: Design, before: Design, id: ResourceId): boolean {
  const box = design.layout[id];
  if (!box) return false;
  const parent = parentKeyOf(design, design.layout, id);
  return Object.entries(before.layout).every(
    ([key, other]) =>
      key === id || parentKeyOf(before, before.layout, key) !== parent || !overlaps(box, other, 8),
  );
}
