/** How shortcuts are written on this machine. */

const isMac = /mac/i.test(navigator.userAgent);

const macKeys: Readonly<Record<string, string>> = { Ctrl: '⌘', Alt: '⌥', Shift: '⇧' };

/** `Ctrl Shift Z` as the keys of this machine. */
export const shortcutText = (keys: string): string =>
  isMac
    ? keys
        .split(' ')
        .map((key) => macKeys[key] ?? key)
        .join('')
    : keys;
