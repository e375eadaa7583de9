/** Copy, cut and paste by key come as events of the browser, which asks for no permission then; by menu they are asked for. */

import type * as ClipboardModule from './clipboard/index.ts';
import type { Store } from './store.ts';

type Clipboard = typeof ClipboardModule;

let here: Clipboard | undefined;
let coming: Promise<Clipboard> | undefined;

async function fetched(): Promise<Clipboard> {
  coming ??= import('./clipboard/index.ts');
  here = await coming;
  return here;
}

const isInField = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest('input, textarea, select, [contenteditable="true"], [role="dialog"], [role="menu"]') !==
    null;

const isInOutline = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[role="tree"]') !== null;

/** Text that is marked on the page is what is meant to be copied. */
const hasMarkedText = (): boolean => {
  const marked = window.getSelection();
  return marked !== null && !marked.isCollapsed && marked.toString().trim() !== '';
};

/** Listens to the whole page; fields and marked text keep their own clipboard. */
export function listenToClipboard(store: Store): () => void {
  let how: 'here' | 'in place' = 'here';
  void fetched();

  const onCopy = (event: ClipboardEvent) => {
    if (!here || event.defaultPrevented || isInField(event.target) || hasMarkedText()) return;
    const taken = event.type === 'cut' ? here.cut(store) : here.copied(store);
    if (!taken) return;
    event.clipboardData?.setData('text/plain', taken.text);
    event.preventDefault();
    void here.writePicture(taken, store.api.getState().view.language);
  };
  const onPaste = (event: ClipboardEvent) => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (event.defaultPrevented || isInField(event.target)) return;
    const from = isInOutline(event.target) ? 'outline' : 'key';
    if (here?.paste(store, text, how, from) === true) event.preventDefault();
  };
  // Safari asks first whether there is anything to copy or a place to paste.
  const onBefore = (event: Event) => {
    if (!isInField(event.target) && !hasMarkedText()) event.preventDefault();
  };
  const before = ['beforecopy', 'beforecut', 'beforepaste'];
  const onKey = (event: KeyboardEvent) => {
    how = event.shiftKey ? 'in place' : 'here';
  };
  for (const type of before) document.addEventListener(type, onBefore);
  document.addEventListener('copy', onCopy);
  document.addEventListener('cut', onCopy);
  document.addEventListener('paste', onPaste);
  window.addEventListener('keydown', onKey, true);
  return () => {
    for (const type of before) document.removeEventListener(type, onBefore);
    document.removeEventListener('copy', onCopy);
    document.removeEventListener('cut', onCopy);
    document.removeEventListener('paste', onPaste);
    window.removeEventListener('keydown', onKey, true);
  };
}

/** Copies or cuts the selection from a menu. What the clipboard refuses is kept for the tabs of this browser. */
export async function copyByMenu(store: Store, how: 'copy' | 'cut'): Promise<void> {
  const clipboard = await fetched();
  const taken = how === 'cut' ? clipboard.cut(store) : clipboard.copied(store);
  if (!taken) return;
  await navigator.clipboard?.writeText(taken.text).catch(() => undefined);
  await clipboard.writePicture(taken, store.api.getState().view.language);
}

/** Pastes from a menu: what the clipboard holds, or what was copied last in this browser. */
export async function pasteByMenu(
  store: Store,
  how: 'here' | 'in place',
  from: 'menu' | 'outline',
): Promise<void> {
  const clipboard = await fetched();
  const text = await navigator.clipboard?.readText?.().catch(() => undefined);
  if (text !== undefined && clipboard.paste(store, text, how, from)) return;
  const kept = clipboard.shelved();
  if (kept !== undefined && clipboard.paste(store, kept, how, from)) return;
  store.notify({
    tone: 'info',
    message: {
      en: 'There is nothing to paste. Copy a resource first.',
      ja: '貼り付けるものがありません。先にリソースをコピーしてください。',
    },
  });
}
