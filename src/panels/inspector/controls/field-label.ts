/** The label of a member in the reader's language, shorter where the heading above says the rest. */

import { inspectorTexts } from '../../../i18n/index.ts';
import type { Field } from '../../../model/index.ts';
import { useLanguage, useTexts } from '../../../ui/index.ts';

export function useFieldLabel(name: string, field: Field): string {
  const inspector = useTexts(inspectorTexts);
  const language = useLanguage();
  if (name === 'cidrBlock') return inspector.cidr;
  if (name === 'availabilityZone') return inspector.zone;
  if (name === 'privateIpAddress') return inspector.privateIpv4;
  return field.label[language];
}
