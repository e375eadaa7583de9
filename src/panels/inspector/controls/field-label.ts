/** The label of a member in the reader's language, shorter where the heading above says the rest. */

import { inspectorTexts } from '../../../i18n/index.ts';
import type { Field } from '../../../model/index.ts';
import { useLanguage, useTexts } from '../../../ui/index.ts';

type Shorter = 'cidr' | 'secondaryCidr' | 'ipv6Cidr' | 'zone' | 'privateIpv4' | 'publicIpv4' | 'interface';

/** They stand on one line beside their field. */
const shorter: Readonly<Record<string, Shorter>> = {
  cidrBlock: 'cidr',
  cidrBlockAssociationSet: 'secondaryCidr',
  ipv6CidrBlockAssociationSet: 'ipv6Cidr',
  availabilityZone: 'zone',
  privateIpAddress: 'privateIpv4',
  publicIp: 'publicIpv4',
  associatePublicIpAddress: 'publicIpv4',
  networkInterfaceId: 'interface',
};

export function useFieldLabel(name: string, field: Field): string {
  const inspector = useTexts(inspectorTexts);
  const language = useLanguage();
  const short = Object.hasOwn(shorter, name) ? shorter[name] : undefined;
  return short === undefined ? field.label[language] : inspector[short];
}
