/** Brings a path into the part of the canvas that is left beside the panel. */

import { useEffect } from 'react';
import type { ReachAnswer } from '../../engine/index.ts';
import { app, appState, shownFamily, stepsOf } from '../../app/index.ts';
import { cardOf, factsOf } from '../../drawing/index.ts';
import type { Design } from '../../model/index.ts';
import { INTERNET } from './ends.ts';

/** What the path goes through, as the canvas calls it; an address outside is the internet. */
function wayOf(reach: ReachAnswer, design: Design): readonly string[] {
  const facts = factsOf(design);
  const keyOf = (id: string): string => {
    const key = cardOf(facts, id);
    return Object.hasOwn(design.resources, key) ? key : INTERNET;
  };
  const shown = shownFamily(reach, appState().view.path.ipVersion);
  const places = (shown ? stepsOf(shown.answer) : []).flatMap(({ at, resource }) => at ?? resource);
  const ends = [keyOf(reach.from.id), keyOf(reach.to.id)];
  return [...new Set([...ends, ...places.map((id) => cardOf(facts, id))])];
}

/** @param reach the answer, once it is about what is asked */
export function useShownWay(reach: ReachAnswer | undefined): void {
  const [from, to] = [reach?.from.id, reach?.to.id];
  useEffect(() => {
    const { design, pathAnswer } = appState();
    // Another port goes the same way: the view stays where the person put it.
    if (from === undefined || to === undefined || pathAnswer?.result.ok !== true) return;
    app.reveal(wayOf(pathAnswer.result.value, design), 'whole');
  }, [from, to]);
}
