/** The page's one store and its verbs: every change of the design goes through `edit`, which makes it undoable. */

import { createStore, type StoreApi } from 'zustand/vanilla';
import {
  applyActions,
  held,
  patchesBetween,
  touchedIds,
  type Design,
  type DesignPatch,
  type LocalText,
  type ResourceId,
} from '../model/index.ts';
import type { TitledFix } from './answers.ts';
import { merged } from './merged.ts';
import { completed, refitted } from './placing.ts';
import {
  initialState,
  type AppState,
  type FileState,
  type FocusRequest,
  type HistoryStep,
  type Notice,
  type View,
} from './state.ts';

const tooSmall: LocalText = {
  en: 'This window is too small to draw in. Make it at least 800 px wide.',
  ja: 'このウィンドウは編集には小さすぎます。幅を 800 px 以上にしてください。',
};

const HISTORY_LIMIT = 200;
const NOTICE_LIMIT = 2;

/** What the analyzer and the autosave are told: patches on the version before, or a whole other design. */
export type DesignChange =
  | { readonly kind: 'patched'; readonly version: number; readonly patches: readonly DesignPatch[] }
  | { readonly kind: 'replaced'; readonly version: number; readonly design: Design };

export interface Store {
  readonly api: StoreApi<AppState>;
  /**
   * One undoable step. `recipe` makes the next design from the present one; returning the same design is
   * no step. Steps in a row with the same `group` (one gesture, one field being typed in) become one.
   */
  readonly edit: (label: LocalText, recipe: (design: Design) => Design, group?: string) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly select: (ids: readonly ResourceId[]) => void;
  /** Changes a part of the view; a member given as undefined is cleared. */
  readonly setView: (change: { readonly [Name in keyof View]?: View[Name] | undefined }) => void;
  /** Puts another design on the canvas; one undo brings the former one back, unless this is no step of the person's. */
  readonly openDesign: (design: Design, file: Partial<FileState>, history?: 'kept' | 'forgotten') => void;
  readonly applyFix: (fix: TitledFix) => void;
  readonly previewFix: (fix: TitledFix | undefined) => void;
  /** Brings resources into view: zooms to them, or pans there if they are off the screen. */
  readonly reveal: (ids: readonly ResourceId[], how?: FocusRequest['how']) => void;
  readonly setFile: (file: { readonly [Name in keyof FileState]?: FileState[Name] | undefined }) => void;
  readonly notify: (notice: Omit<Notice, 'id'>) => void;
  readonly dismissNotice: (id: number) => void;
  readonly announce: (text: LocalText) => void;
  readonly onDesignChange: (listener: (change: DesignChange) => void) => () => void;
}

/** What the browser keeps a design under: unlike any other. */
export const newDesignKey = (): string =>
  `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 10)}`;

const openElsewhere: LocalText = {
  en: 'Another tab has this design open. Take it over to change it here.',
  ja: 'このデザインは別のタブで開かれています。ここで編集するには引き継いでください。',
};

/** A store of its own; the page has one, tests make their own. */
export function createAppStore(start: Partial<AppState> = {}): Store {
  const api = createStore<AppState>(() => {
    const state = { ...initialState, ...start };
    return { ...state, design: held(state.design) };
  });
  const listeners = new Set<(change: DesignChange) => void>();
  let serial = 0;
  const nextSerial = () => {
    serial += 1;
    return serial;
  };

  const tell = (change: DesignChange) => {
    for (const listener of listeners) listener(change);
  };

  /** Sets a design that came from another by an edit, and tells who keeps a copy. */
  const step = (after: Design, rest: Pick<AppState, 'history'> & { readonly file?: FileState }) => {
    const before = api.getState();
    const version = before.version + 1;
    const patches = patchesBetween(before.design, after);
    const selection = before.selection.filter((id) => Object.hasOwn(after.resources, id));
    api.setState({
      ...rest,
      design: after,
      version,
      // What they would take back is no longer the last step.
      notices: before.notices.filter(({ command }) => command !== 'undo'),
      selection: selection.length === before.selection.length ? before.selection : selection,
      view: merged(before.view, { preview: undefined }),
    });
    tell({ kind: 'patched', version, patches });
    return patches;
  };

  const edit: Store['edit'] = (label, recipe, group) => {
    const { design: before, history, file, notices } = api.getState();
    if (file.elsewhere) {
      if (!notices.some(({ message }) => message === openElsewhere)) {
        notify({ tone: 'info', message: openElsewhere, command: 'take-over' });
      }
      return;
    }
    if (api.getState().view.looking === 'on') {
      if (!notices.some(({ message }) => message === tooSmall)) notify({ tone: 'info', message: tooSmall });
      return;
    }
    const made = recipe(before);
    if (made === before) return;
    const after = refitted(before, held(made));
    const last = history.undo.at(-1);
    const merges =
      last !== undefined && group !== undefined && last.group === group && history.redo.length === 0;
    const taken: HistoryStep = merges
      ? { ...last, label, after }
      : { label, before, after, ...(group === undefined ? {} : { group }) };
    const kept = merges ? history.undo.slice(0, -1) : history.undo;
    step(after, { history: { undo: [...kept, taken].slice(-HISTORY_LIMIT), redo: [] } });
  };

  /** Says in the live region what was undone or redone, and pans to it. */
  const travelled = (words: LocalText, patches: readonly DesignPatch[], label: LocalText) => {
    const text = { en: `${words.en}: ${label.en}`, ja: `${words.ja}: ${label.ja}` };
    announce(text);
    api.setState({ travelled: { text, serial: nextSerial() } });
    const { resources } = api.getState().design;
    const present = touchedIds(patches).filter((id) => Object.hasOwn(resources, id));
    if (present.length > 0) reveal(present, 'pan if hidden');
  };

  const undo = () => {
    const { history } = api.getState();
    const last = history.undo.at(-1);
    if (!last) return;
    const patches = step(last.before, {
      history: { undo: history.undo.slice(0, -1), redo: [...history.redo, last] },
      ...(last.files ? { file: last.files.before } : {}),
    });
    travelled({ en: 'Undone', ja: '元に戻しました' }, patches, last.label);
  };

  const redo = () => {
    const { history } = api.getState();
    const next = history.redo.at(-1);
    if (!next) return;
    const patches = step(next.after, {
      history: { undo: [...history.undo, next], redo: history.redo.slice(0, -1) },
      ...(next.files ? { file: next.files.after } : {}),
    });
    travelled({ en: 'Redone', ja: 'やり直しました' }, patches, next.label);
  };

  const select: Store['select'] = (ids) => {
    const before = api.getState().selection;
    if (before.length === ids.length && before.every((id, index) => id === ids[index])) return;
    api.setState({ selection: ids });
  };

  const setView: Store['setView'] = (change) => {
    const { view } = api.getState();
    const changed = Object.entries(change).some(([name, value]) => view[name as keyof View] !== value);
    if (changed) api.setState({ view: merged(view, change) });
  };

  const openDesign: Store['openDesign'] = (given, opened, past = 'kept') => {
    const design = held(given);
    const before = api.getState();
    const version = before.version + 1;
    const file: FileState = { name: design.name, saveState: 'none', key: newDesignKey(), ...opened };
    const made: HistoryStep = {
      label: { en: `Open ${design.name}`, ja: `${design.name} を開く` },
      before: before.design,
      after: design,
      files: { before: before.file, after: file },
    };
    const isWorthKeeping = past === 'kept' && Object.keys(before.design.resources).length > 0;
    api.setState({
      design,
      version,
      selection: [],
      view: merged(before.view, {
        preview: undefined,
        editing: undefined,
        openFinding: undefined,
        hop: undefined,
        hovered: [],
        path: { ...before.view.path, from: '', to: '' },
        // A path is about what was open before.
        ...(before.view.right === 'path' ? { right: 'inspector', lens: 'topology' } : {}),
      }),
      history: { undo: isWorthKeeping ? [...before.history.undo, made].slice(-HISTORY_LIMIT) : [], redo: [] },
      file,
    });
    clearPathAnswer();
    tell({ kind: 'replaced', version, design });
  };

  const clearPathAnswer = () => api.setState((state) => merged(state, { pathAnswer: undefined }), true);

  const applyFix: Store['applyFix'] = (fix) => {
    edit(fix.title, (design) => completed(applyActions(design, fix.actions)));
  };

  const previewFix: Store['previewFix'] = (fix) => setView({ preview: fix });

  const reveal: Store['reveal'] = (ids, how = 'fit') =>
    setView({ focusRequest: { ids, how, serial: nextSerial() } });

  const setFile: Store['setFile'] = (file) => {
    const before = api.getState().file;
    const changed = Object.entries(file).some(([name, value]) => before[name as keyof FileState] !== value);
    if (changed) api.setState({ file: merged(before, file) });
  };

  const notify: Store['notify'] = (notice) =>
    api.setState(({ notices }) => ({
      // The same word twice is said once.
      notices: [
        ...notices.filter(({ message }) => message.en !== notice.message.en),
        { ...notice, id: nextSerial() },
      ].slice(-NOTICE_LIMIT),
    }));

  const dismissNotice: Store['dismissNotice'] = (id) =>
    api.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }));

  const announce: Store['announce'] = (text) =>
    api.setState({ announcement: { text, serial: nextSerial() } });

  const onDesignChange: Store['onDesignChange'] = (listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };

  return {
    api,
    edit,
    undo,
    redo,
    select,
    setView,
    openDesign,
    applyFix,
    previewFix,
    reveal,
    setFile,
    notify,
    dismissNotice,
    announce,
    onDesignChange,
  };
}
