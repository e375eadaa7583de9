/** Addresses and blocks inside a resource: normalised where they can be read, unknown where not (B-16, B-17). */

import {
  formatAddress,
  formatCidr,
  parseAddress,
  parseCidrLoosely,
  type AddressProblem,
  type Family,
} from '../../net/index.ts';
import { addressProblem, readingNote } from '../words/index.ts';
import type { Log } from './log.ts';
import { unreadable } from './unreadable.ts';

interface Meaning {
  readonly form: 'address' | 'cidr';
  readonly families: readonly Family[];
}

const cidr4: Meaning = { form: 'cidr', families: [4] };
const cidr6: Meaning = { form: 'cidr', families: [6] };
const address4: Meaning = { form: 'address', families: [4] };
const address6: Meaning = { form: 'address', families: [6] };

/** What a member holds, by its name: the API uses one name for one thing. */
const MEANINGS: ReadonlyMap<string, Meaning> = new Map([
  ['cidrBlock', cidr4],
  ['destinationCidrBlock', cidr4],
  ['cidrIpv4', cidr4],
  ['ipv4Prefixes', cidr4],
  ['ipv6CidrBlock', cidr6],
  ['destinationIpv6CidrBlock', cidr6],
  ['cidrIpv6', cidr6],
  ['ipv6Prefixes', cidr6],
  ['cidr', { form: 'cidr', families: [4, 6] }],
  ['privateIpAddress', address4],
  ['publicIpAddress', address4],
  ['publicIp', address4],
  ['privateIp', address4],
  ['ipv6Addresses', address6],
]);

/** The text normalised where its member holds an address or block; unknown where it is none. */
export function readAddressText(text: string, member: string, pointer: string, log: Log): unknown {
  const meaning = MEANINGS.get(member);
  return meaning ? readOne(text, meaning, member, pointer, log) : text;
}

function readOne(text: string, meaning: Meaning, member: string, pointer: string, log: Log): unknown {
  const refuse = (reason: Parameters<typeof addressProblem>[0], part: string): unknown => {
    log.problems.push(addressProblem(reason, part, text, member, pointer));
    return unreadable(`not a valid ${meaning.form === 'cidr' ? 'block' : 'address'}`, text);
  };
  const refuseParse = ({ code, part }: AddressProblem): unknown => refuse(code, part);
  if (meaning.form === 'address') {
    const parsed = parseAddress(text);
    if (!parsed.ok) return refuseParse(parsed.problem);
    const { family, value } = parsed.value;
    return meaning.families.includes(family) ? formatAddress(family, value) : refuse('other-family', text);
  }
  const parsed = parseCidrLoosely(text);
  if (!parsed.ok) return refuseParse(parsed.problem);
  const { cidr, hostBits } = parsed.value;
  if (!meaning.families.includes(cidr.family)) return refuse('other-family', text);
  const normal = formatCidr(cidr);
  if (hostBits) log.notes.push(readingNote('host-bits', { member: pointer, text, cidr: normal }));
  return normal;
}
