/** A leg of a path from thing to thing on the canvas, and where each of its steps happens. */

import type { FamilyAnswer, Hop, Leg, ReachAnswer } from '../engine/index.ts';
import { holderOf, toldHops, witnessOf } from '../app/index.ts';
import { cardOf, INTERNET } from '../drawing/index.ts';
import { withAncestors } from './hit.ts';
import type { CanvasModel } from './model.ts';

/** The thing on the canvas that an end of the question is, or that speaks for it there. */
export function endKey(
  model: CanvasModel,
  reach: ReachAnswer,
  answer: FamilyAnswer,
  which: 'from' | 'to',
): string | undefined {
  const end = { id: witnessOf(reach, answer, which) ?? reach[which].id };
  const key =
    end.id === 'internet' || !Object.hasOwn(model.facts.design.resources, cardOf(model.facts, end.id))
      ? INTERNET
      : cardOf(model.facts, end.id);
  return model.places.boxes.has(key) ? key : undefined;
}

/** The card, gate or internet that a hop happens on; undefined for rules and tables, which have no place of their own. */
export function anchorOf(model: CanvasModel, leg: Leg, hop: Hop): string | undefined {
  const holder = holderOf(leg, hop);
  const key = holder === 'internet' ? INTERNET : cardOf(model.facts, holder);
  const form = model.items.get(key)?.form;
  return form === undefined || form === 'container' || form === 'frame' ? undefined : key;
}

export interface Stage {
  readonly from: string;
  readonly to: string;
  /** Hops on the way, and on what it leads to. */
  readonly hops: readonly { readonly hop: Hop; readonly index: number }[];
}

/** Cuts a leg into stages from thing to thing. */
export function stagesOf(model: CanvasModel, leg: Leg, start: string, end: string): Stage[] {
  const stages: Stage[] = [];
  let from = start;
  let hops: { hop: Hop; index: number }[] = [];
  toldHops(leg).forEach((hop, index) => {
    hops.push({ hop, index });
    const anchor = anchorOf(model, leg, hop);
    if (anchor === undefined || anchor === from) return;
    stages.push({ from, to: anchor, hops });
    from = anchor;
    hops = [];
  });
  if (from !== end) stages.push({ from, to: end, hops });
  return stages.flatMap((stage) => throughGate(model, stage));
}

/** Between the internet and a VPC there is one door: a way that never got that far is still drawn through it. */
function throughGate(model: CanvasModel, stage: Stage): Stage[] {
  const inner = stage.from === INTERNET ? stage.to : stage.to === INTERNET ? stage.from : undefined;
  if (inner === undefined || model.items.get(inner)?.form === 'gate') return [stage];
  const vpc = withAncestors(model.places.parentOf, inner).find((key) => model.items.get(key)?.kind === 'vpc');
  const gate = (model.places.childrenOf.get(vpc) ?? []).find(
    (key) => model.items.get(key)?.kind === 'internetGateway',
  );
  if (vpc === undefined || gate === undefined) return [stage];
  const isInward = stage.from === INTERNET;
  return [
    { from: stage.from, to: gate, hops: isInward ? [] : stage.hops },
    { from: gate, to: stage.to, hops: isInward ? stage.hops : [] },
  ];
}

/** Where a step happens: at its card or gate, else in the subnet whose ACL or table decides. */
export function placeOfStep(model: CanvasModel, leg: Leg, hop: Hop): string | undefined {
  const at = hop.at === undefined ? undefined : cardOf(model.facts, hop.at);
  return anchorOf(model, leg, hop) ?? (at !== undefined && model.items.has(at) ? at : undefined);
}
