/** How much room the lines of a VPC will need between its rows and columns. */

import { edgesOf, zoneOf, type DrawingFacts, type Tiers } from '../drawing/index.ts';
import { containerOf, type ResourceId } from '../model/index.ts';

export interface Demand {
  /** Cards and gates that routes lead to. */
  readonly targets: ReadonlySet<ResourceId>;
  /** How many lines may run side by side in a gutter of a VPC. */
  readonly tracksOf: (vpcId: ResourceId) => number;
}

/** Targets of one VPC: by the column that the line begins in, and those that lines cross columns for. */
interface Lines {
  readonly byColumn: Map<string, Set<string>>;
  readonly across: Set<ResourceId>;
}

/** A route that leads nowhere is drawn in the gutter with its symbol: it takes the room of so many lines. */
const STUB = 2;

/** What begins in one column rarely meets in one gutter. */
const MOST_OF_COLUMN = 4;

/** Reads from the lines of a design what room to leave for them. */
export function demandOf(facts: DrawingFacts, tiers: Tiers): Demand {
  const { design } = facts;
  const targets = new Set<ResourceId>();
  const linesOfVpc = new Map<ResourceId, Lines>();
  for (const { from, to, style } of edgesOf(facts, tiers)) {
    const source = design.resources[from];
    if (source?.kind !== 'subnet') continue;
    if (style === 'route' && to !== undefined) targets.add(to);
    const vpcId = containerOf(design, source);
    if (vpcId === undefined) continue;
    const lines: Lines = linesOfVpc.get(vpcId) ?? { byColumn: new Map(), across: new Set() };
    linesOfVpc.set(vpcId, lines);
    const zone = zoneOf(source) ?? '';
    lines.byColumn.set(zone, (lines.byColumn.get(zone) ?? new Set<string>()).add(to ?? style));
    const columnOfTarget = to === undefined ? undefined : zoneOfCard(facts, to);
    if (to !== undefined && columnOfTarget !== undefined && columnOfTarget !== zone) lines.across.add(to);
  }
  const room = (ends: ReadonlySet<string>): number => {
    let tracks = 0;
    for (const end of ends) tracks += Object.hasOwn(design.resources, end) ? 1 : STUB;
    return Math.min(tracks, MOST_OF_COLUMN);
  };
  return {
    targets,
    tracksOf: (vpcId) => {
      const lines = linesOfVpc.get(vpcId);
      return lines === undefined
        ? 0
        : Math.max(lines.across.size + 1, ...[...lines.byColumn.values()].map(room));
    },
  };
}

/** The column of the subnet that a card stands in; undefined for a gate. */
function zoneOfCard({ design }: DrawingFacts, id: ResourceId): string | undefined {
  const card = design.resources[id];
  const container = card && containerOf(design, card);
  const subnet = container === undefined ? undefined : design.resources[container];
  return subnet?.kind === 'subnet' ? (zoneOf(subnet) ?? '') : undefined;
}
