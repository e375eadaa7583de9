/** What and where a resource is, in a few words: `Instance in public-a, 10.0.0.20`. */

import { commandTexts } from '../../i18n/index.ts';
import {
  containerOf,
  definitionOf,
  known,
  titleOf,
  type Design,
  type Language,
  type ResourceId,
} from '../../model/index.ts';

const ownMembers = ['privateIpAddress', 'cidrBlock', 'publicIp'] as const;

export function placeWords(design: Design, id: ResourceId, language: Language): string {
  const resource = Object.hasOwn(design.resources, id) ? design.resources[id] : undefined;
  if (!resource) return '';
  const text = commandTexts[language];
  const kind = definitionOf(resource.kind).label[language];
  const vpcId = 'vpcId' in resource ? known(resource.vpcId) : undefined;
  const container = containerOf(design, resource) ?? (typeof vpcId === 'string' ? vpcId : undefined);
  const place =
    container !== undefined && Object.hasOwn(design.resources, container)
      ? text.inPlace(kind, titleOf(design, container))
      : kind;
  const members = new Map<string, unknown>(Object.entries(resource));
  const own = ownMembers.map((name) => known(members.get(name))).find((value) => typeof value === 'string');
  return typeof own === 'string' ? `${place}${language === 'ja' ? '、' : ', '}${own}` : place;
}
