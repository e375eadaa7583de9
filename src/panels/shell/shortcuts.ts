/** How shortcuts are written on this machine. */

const isMac = /mac/i.test(navigator.userAgent);

const macKeys: Readonly<Record<string, string>> = { Ctrl: '⌘', Alt: '⌥', Shift: '⇧' };

/** Keys as they are printed on them, where their name is another. */
const printed: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
  ContextMenu: 'Menu',
};

/** `Ctrl Shift Z` as the keys of this machine. */
export const shortcutText = (keys: string): string =>
  keys
    .split(' ')
    .map((key) => (isMac ? macKeys[key] : undefined) ?? printed[key] ?? key)
    .join(isMac ? '' : ' ');
