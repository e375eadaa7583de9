/** From the store to what is drawn: the document with a previewed fix in it, its lines, and what stands out. */

import { useEffect, useMemo, useState } from 'react';
import { completed, contradictedIn, useApp, warnedLines } from '../app/index.ts';
import { edgesOf, factsOf, type RoutedEdge } from '../drawing/index.ts';
import { applyActions, type Design } from '../model/index.ts';
import { createModelBuilder, type CanvasModel } from './model.ts';
import { accessibleName } from './names.ts';
import type { Router } from './routing.ts';
import { tierPairs } from './tier-pairs.ts';
import { useCanvas } from './view-state.ts';

export interface Scene {
  readonly model: CanvasModel;
  readonly edges: readonly RoutedEdge[];
  readonly ghostEdges: ReadonlySet<string>;
}

const nothing: ReadonlySet<string> = new Set();

/** Finding ways is not needed for an empty canvas: it is fetched beside the first picture. */
const routing = import('./routing.ts');

function useRouter(): Router | undefined {
  const [route, setRoute] = useState<Router | undefined>(undefined);
  useEffect(() => {
    let isGone = false;
    void routing.then(({ createRouter }) => {
      if (!isGone) setRoute(() => createRouter());
    });
    return () => {
      isGone = true;
    };
  }, []);
  return route;
}

/** The design as it would be with the previewed fix, and what of it is new. */
function usePreviewed(): { readonly shown: Design; readonly ghosts: ReadonlySet<string> } {
  const design = useApp((state) => state.design);
  const preview = useApp(({ view }) => view.preview);
  return useMemo(() => {
    if (!preview) return { shown: design, ghosts: nothing };
    const shown = completed(applyActions(design, preview.actions));
    const ghosts = new Set(Object.keys(shown.resources).filter((id) => !Object.hasOwn(design.resources, id)));
    return { shown, ghosts };
  }, [design, preview]);
}

export function useScene(): Scene {
  const { shown, ghosts } = usePreviewed();
  const committed = useApp((state) => state.design);
  const answers = useApp((state) => state.answers.tiers);
  const findings = useApp((state) => state.answers.findings);
  const badges = useApp((state) => state.answers.badges);
  const language = useApp(({ view }) => view.language);
  const selection = useApp((state) => state.selection);
  const gesture = useCanvas((state) => state.layout);
  const dragged = useCanvas((state) => state.dragged);
  const [build] = useState(createModelBuilder);
  const route = useRouter();

  const family = useApp(({ view }) => (view.lens === 'tiers' ? view.lensFamily : undefined));
  const tiers = useMemo(() => tierPairs(answers, family), [answers, family]);
  const contradicted = useMemo(() => contradictedIn(findings), [findings]);
  const warnings = useMemo(() => warnedLines(findings), [findings]);
  const selected = useMemo(() => new Set(selection), [selection]);
  const layout = gesture ?? shown.layout;

  const model = useMemo(
    () =>
      build({
        design: shown,
        layout,
        tiers,
        contradicted,
        language,
        ghosts,
        selection: selected,
        badges,
        dragged,
        nameOf: (facts, key) => accessibleName({ tiers, badges, language }, facts, key),
      }),
    [build, shown, layout, tiers, contradicted, language, ghosts, selected, dragged, badges],
  );

  // Ways are found anew when the design rests; during a gesture lines stay where they were.
  const { facts, places } = model;
  const isAtRest = layout === shown.layout;
  const [kept, setKept] = useState<readonly RoutedEdge[]>([]);
  const edges = useMemo(
    () => (isAtRest && route ? route(edgesOf(facts, tiers, warnings), facts, places) : undefined),
    [route, isAtRest, facts, places, tiers, warnings],
  );
  if (edges !== undefined && edges !== kept) setKept(edges);

  const ghostEdges = useMemo(() => {
    if (shown === committed) return nothing;
    const before = new Set(edgesOf(factsOf(committed), tiers).map(({ id }) => id));
    return new Set(edgesOf(facts, tiers).flatMap(({ id }) => (before.has(id) ? [] : [id])));
  }, [shown, committed, tiers, facts]);

  return { model, edges: edges ?? kept, ghostEdges };
}
