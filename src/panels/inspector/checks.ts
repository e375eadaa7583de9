/** Whether a typed address, block, port text or rule number will do, in the sentence that a field shows. */

import { fieldProblem, fieldTexts, inspectorTexts } from '../../i18n/index.ts';
import {
  freeAddress,
  known,
  resourceOfKind,
  titleOf,
  type Design,
  type Language,
  type ResourceId,
} from '../../model/index.ts';
import {
  cidrHasAddress,
  formatCidr,
  parseAddress,
  parseCidr,
  parseCidrLoosely,
  type Family,
} from '../../net/index.ts';
import { ownersIn } from './taken.ts';
import { parseTraffic } from './traffic.ts';

const blockExamples: Readonly<Record<Family, string>> = { 4: '172.16.30.0/24', 6: '2001:db8:1::/64' };
const addressExamples: Readonly<Record<Family, string>> = { 4: '10.0.1.20', 6: '2001:db8:1::20' };

/** The block that an address without a prefix length most likely means: a whole one, or in a rule the one address. */
function likelyBlock(address: string, isRule: boolean): string | undefined {
  const isNew = address.includes(':');
  if (isNew ? address.endsWith('::') : address.endsWith('.0')) return `${address}/${isNew ? 64 : 24}`;
  return isRule ? `${address}/${isNew ? 128 : 32}` : undefined;
}

/** A block of a family, or in a rule of either; host bits are refused with the block that was meant. */
export function checkBlock(
  written: string,
  family: Family | undefined,
  language: Language,
): string | undefined {
  const fields = fieldTexts[language];
  const spoken = family ?? (written.includes(':') ? 6 : 4);
  const example = blockExamples[spoken];
  const parsed = parseCidrLoosely(written);
  if (!parsed.ok) {
    const { problem } = parsed;
    const meant = problem.code === 'no-prefix' ? likelyBlock(problem.part, family === undefined) : undefined;
    return fieldProblem(problem, { family: spoken, example: meant ?? example }, language);
  }
  const { cidr, hostBits } = parsed.value;
  if (family !== undefined && cidr.family !== family) {
    return family === 4 ? fields.wrongFamily4(example) : fields.wrongFamily6(example);
  }
  return hostBits ? fields.hostBits(written, formatCidr(cidr)) : undefined;
}

interface Place {
  readonly design: Design;
  readonly id: ResourceId;
  readonly subnetId: ResourceId;
}

/** An address of a family; with a place, one that is free in that subnet (AD-9). */
export function checkAddress(
  written: string,
  family: Family,
  language: Language,
  place: Place | undefined,
): string | undefined {
  const fields = fieldTexts[language];
  const parsed = parseAddress(written);
  if (!parsed.ok) return fieldProblem(parsed.problem, { family, example: addressExamples[family] }, language);
  if (parsed.value.family !== family) {
    return family === 4 ? fields.wrongFamily4(addressExamples[4]) : fields.wrongFamily6(addressExamples[6]);
  }
  if (!place) return undefined;
  const { design, id, subnetId } = place;
  const written4 = known(resourceOfKind(design, subnetId, 'subnet')?.cidrBlock);
  const block = written4 === undefined ? undefined : parseCidr(written4);
  if (block?.ok !== true) return undefined;
  const { value } = parsed.value;
  const { first, last } = block.value;
  const free = freeAddress(design, subnetId) ?? addressExamples[4];
  if (!cidrHasAddress(block.value, family, value)) {
    return fields.outsideSubnet(written, titleOf(design, subnetId), formatCidr(block.value));
  }
  if (value < first + 4n || value === last) return fields.reservedAddress(written, free);
  const owner = ownersIn(design, subnetId).get(value);
  return owner === undefined || owner === id
    ? undefined
    : fields.takenAddress(written, titleOf(design, owner), free);
}

export function checkTraffic(written: string, language: Language): string | undefined {
  const fields = fieldTexts[language];
  const inspector = inspectorTexts[language];
  const parsed = parseTraffic(written, inspector.anyTraffic);
  if (parsed.ok) return undefined;
  const { problem } = parsed;
  switch (problem.code) {
    case 'protocol':
      return fields.protocolUnknown(problem.part);
    case 'port':
      return problem.part === '' ? fields.trafficMissing : fields.portRange(problem.part);
    case 'port-order':
      return fields.portOrder(problem.part, problem.other);
    case 'icmp':
      return fields.icmpRange(problem.part);
  }
}

const LAST_RULE_NUMBER = 32_766;

/** A rule number that no other entry of the same direction has (NA-1). */
export function checkRuleNumber(
  written: string,
  taken: readonly number[],
  free: number,
  language: Language,
): string | undefined {
  const fields = fieldTexts[language];
  const number = Number(written);
  if (!/^\d+$/.test(written) || number < 1 || number > LAST_RULE_NUMBER)
    return fields.ruleNumberRange(written);
  return taken.includes(number) ? fields.ruleNumberTaken(written, String(free)) : undefined;
}
