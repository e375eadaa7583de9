/** The outline: the design as a tree that is the canvas's equal for reading, selecting, changing and going about. */

import { useMemo, useState } from 'react';
import { useApp } from '../../app/index.ts';
import { SearchField, useText } from '../../ui/index.ts';
import { Tree } from './Tree.tsx';
import { filtered, treeOf, type KnownTiers } from './tree.ts';
import styles from './Outline.module.css';

export default function Outline() {
  const { palette } = useText();
  const [query, setQuery] = useState('');
  const tree = useTree();
  const shown = useMemo(() => filtered(tree, query), [tree, query]);
  return (
    <>
      <SearchField label={palette.outlineSearch} value={query} onChange={setQuery} />
      {shown.length > 0 ? (
        <Tree nodes={shown} isSearching={query.trim() !== ''} />
      ) : (
        <p className={styles.empty}>{tree.length === 0 ? palette.outlineEmpty : palette.outlineNothing}</p>
      )}
    </>
  );
}

function useTree() {
  const design = useApp((state) => state.design);
  const answers = useApp((state) => state.answers.tiers);
  const zones = useApp(({ view }) => view.zoneRows);
  return useMemo(() => {
    const tiers: KnownTiers = Object.fromEntries(
      Object.entries(answers).map(([id, { families }]) => [
        id,
        {
          4: families[4].tier,
          6: families[6].tier,
          undetermined: ([4, 6] as const).filter((family) => families[family].undetermined),
        },
      ]),
    );
    return treeOf(design, tiers, zones);
  }, [design, answers, zones]);
}
