/** Where a resource stands, in words, and the colour of its frame. */

import { useApp } from '../../app/index.ts';
import { shownTiers, tierLooks } from '../../drawing/index.ts';
import { inspectorTexts } from '../../i18n/index.ts';
import { containerOf, definitionOf, known, type Resource, type ResourceId } from '../../model/index.ts';
import { useLanguage, useTexts } from '../../ui/index.ts';
import { useNameOf } from './names.ts';

/** Members that tell one of a kind from another, the best first. */
const tellingMembers = ['availabilityZone', 'privateIpAddress', 'cidrBlock'];

function tellingDetail(resource: Resource): string | undefined {
  const members = new Map<string, unknown>(Object.entries(resource));
  const told = tellingMembers.map((name) => known(members.get(name)));
  return told.find((value): value is string => typeof value === 'string');
}

/** `Subnet in prod, ap-northeast-1a`. */
export function usePlace(resource: Resource): string {
  const inspector = useTexts(inspectorTexts);
  const language = useLanguage();
  const nameOfId = useNameOf();
  const container = useApp(({ design }) => containerOf(design, resource));
  const kind = definitionOf(resource.kind).label[language];
  const place = container === undefined ? kind : inspector.placeIn(kind, nameOfId(container));
  const detail = tellingDetail(resource);
  return detail === undefined ? place : inspector.placeDetail(place, detail);
}

/** The colour of a subnet's tier, for its tile. */
export function useFrame(id: ResourceId, resource: Resource) {
  const tiers = useApp(({ answers }) => answers.tiers[id]);
  if (resource.kind !== 'subnet' || !tiers) return undefined;
  const { 4: ipv4, 6: ipv6 } = tiers.families;
  const pair = {
    4: ipv4.tier,
    6: ipv6.tier,
    undetermined: ([4, 6] as const).filter((family) => tiers.families[family].undetermined),
  };
  return tierLooks[shownTiers(resource, pair).own].color;
}
