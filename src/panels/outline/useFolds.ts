/** Which rows of the outline are open. */

import { useState } from 'react';
import { pathTo, startsClosed, type Row, type TreeNode } from './tree.ts';

/** Open are those that a person opened, all that a search shows, and from the beginning all around the first row. */
export function useFolds(nodes: readonly TreeNode[], isSearching: boolean, first: string | undefined) {
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [opened, setOpened] = useState<ReadonlySet<string>>(
    () => new Set(first === undefined ? [] : pathTo(nodes, first)?.map(({ key }) => key)),
  );

  const without = (set: ReadonlySet<string>, keys: readonly string[]) =>
    new Set([...set].filter((key) => !keys.includes(key)));
  const open = (keys: readonly string[]) => {
    setClosed((set) => without(set, keys));
    setOpened((set) => new Set([...set, ...keys]));
  };
  return {
    isOpen: (node: TreeNode): boolean =>
      isSearching || (startsClosed(node) ? opened.has(node.key) : !closed.has(node.key)),
    setOpen: (key: string, isOpen: boolean) => {
      if (isOpen) {
        open([key]);
        return;
      }
      setClosed((set) => new Set([...set, key]));
      setOpened((set) => without(set, [key]));
    },
    openAll: (rows: readonly Row[]) => open(rows.map(({ node }) => node.key)),
    /** Opens all that a row stands in; out: whether there is such a row. */
    reveal: (key: string): boolean => {
      const above = pathTo(nodes, key);
      if (above) open(above.map((node) => node.key));
      return above !== undefined;
    },
  };
}
