/** A typed address or block that cannot be read, in a sentence with a right example. */

import type { Language } from '../model/index.ts';
import type { AddressProblem, Family } from '../net/index.ts';
import { fields as fieldTexts } from './texts/fields.ts';

export interface FieldExample {
  readonly family: Family;
  /** A right value for this field. */
  readonly example: string;
}

/** What is wrong and what would be right. */
export function fieldProblem(
  problem: AddressProblem,
  { family, example }: FieldExample,
  language: Language,
): string {
  const fields = fieldTexts[language];
  const { part } = problem;
  switch (problem.code) {
    case 'empty':
      return fields.empty(example);
    case 'not-an-address':
      return family === 4 ? fields.notAnIpv4Block(part, example) : fields.notAnIpv6Block(part, example);
    case 'octet-range':
      return fields.octetRange(part, example);
    case 'leading-zero':
      return fields.leadingZero(part, example);
    case 'zone-id':
      return fields.zoneId(part, example);
    case 'ipv4-mapped':
      return fields.ipv4Mapped(example);
    case 'two-compressions':
      return fields.twoCompressions(example);
    case 'no-prefix':
      return fields.noPrefix(part, example);
    case 'prefix-range':
      return family === 4 ? fields.prefixRange4(part, example) : fields.prefixRange6(part, example);
  }
}
