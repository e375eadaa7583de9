/** Brings a path into the part of the canvas that is left beside the panel. */

import { useEffect } from 'react';
import type { ReachAnswer } from '../../engine/index.ts';
import { app, appState, shownFamily, stepsOf, useApp, witnessOf, type PathAnswer } from '../../app/index.ts';
import { cardOf, factsOf } from '../../drawing/index.ts';
import type { Design } from '../../model/index.ts';
import { INTERNET } from './ends.ts';

/** What the path goes through, as the canvas calls it; an address outside is the internet. */
function wayOf(reach: ReachAnswer, design: Design): readonly string[] {
  const facts = factsOf(design);
  const shown = shownFamily(reach, appState().view.path.ipVersion);
  const endKey = (end: 'from' | 'to'): string => {
    const key = cardOf(facts, (shown && witnessOf(reach, shown.answer, end)) ?? reach[end].id);
    return Object.hasOwn(design.resources, key) ? key : INTERNET;
  };
  const places = (shown ? stepsOf(shown.answer) : []).map(({ at, resource }) =>
    cardOf(facts, at ?? resource),
  );
  return [...new Set([endKey('from'), endKey('to'), ...places])];
}

/** A question that is still being written would move the view at every key. */
const CALM = 400;

/** @param answer the answer that is shown */
export function useShownWay(answer: PathAnswer | undefined): void {
  const asked = answer?.question;
  const question = asked && [asked.from, asked.to, asked.protocol, asked.port].join(' ');
  // A drawer that opens takes its part of the canvas.
  const isDrawerOpen = useApp(({ view }) => view.drawerOpen);
  const shown = question && `${question} ${isDrawerOpen}`;
  useEffect(() => {
    if (shown === undefined) return undefined;
    const timer = setTimeout(() => {
      const { design, pathAnswer } = appState();
      if (pathAnswer?.result.ok === true) app.reveal(wayOf(pathAnswer.result.value, design), 'whole');
    }, CALM);
    return () => clearTimeout(timer);
  }, [shown]);
}
