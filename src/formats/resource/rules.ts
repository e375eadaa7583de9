/** Ports, ICMP types, protocols and rule numbers inside rules: read from text, never clamped (B-14). */

import { problem } from '../words/index.ts';
import type { Log } from './log.ts';
import { unreadable } from './unreadable.ts';

type Members = Readonly<Record<string, unknown>>;

const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Numbers that have a name of their own in a security group rule. */
const PROTOCOL_NAMES: Readonly<Record<string, string>> = {
  '1': 'icmp',
  '6': 'tcp',
  '17': 'udp',
  '58': 'icmpv6',
};
const PROTOCOL_NUMBERS: Readonly<Record<string, string>> = {
  icmp: '1',
  tcp: '6',
  udp: '17',
  icmpv6: '58',
  all: '-1',
};

/** A whole number, also where it is written as text; other values stay as they are. */
const wholeNumber = (value: unknown): unknown =>
  typeof value === 'string' && /^-?[0-9]{1,9}$/.test(value) ? Number(value) : value;

const isWithin = (value: unknown, low: number, high: number): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= low && value <= high;

const asText = (value: unknown): string => (value === undefined ? '' : JSON.stringify(value));

/** A pair of ports or of ICMP type and code: whether it can be one, by protocol. */
function isPair(protocol: unknown, from: unknown, to: unknown): boolean {
  if (from === undefined && to === undefined) return true;
  if (protocol === '-1') return true;
  if (protocol === 'icmp' || protocol === 'icmpv6' || protocol === '1' || protocol === '58') {
    return (from === undefined || isWithin(from, -1, 255)) && (to === undefined || isWithin(to, -1, 255));
  }
  if (from === -1 && to === -1) return true;
  return isWithin(from, 0, 65_535) && isWithin(to, 0, 65_535) && from <= to;
}

function securityGroupRule(rule: Members, pointer: string, log: Log): Members {
  const { ipProtocol, fromPort, toPort, ...rest } = rule;
  if (typeof ipProtocol !== 'string' && typeof ipProtocol !== 'number') return rule;
  const text = String(ipProtocol).toLowerCase();
  const protocol = text === 'all' ? '-1' : (PROTOCOL_NAMES[text] ?? text);
  const from = wholeNumber(fromPort);
  const to = wholeNumber(toPort);
  const isMember = (value: unknown): boolean => value === undefined || isMembers(value);
  if (isMember(from) || isMember(to) || isPair(protocol, from, to)) {
    const ports = {
      ...('fromPort' in rule ? { fromPort: from } : {}),
      ...('toPort' in rule ? { toPort: to } : {}),
    };
    return { ...rest, ipProtocol: protocol, ...ports };
  }
  log.problems.push(problem('bad-ports', { from: asText(fromPort), to: asText(toPort) }, { pointer }));
  const why = 'ports out of range';
  return {
    ...rest,
    ipProtocol: protocol,
    fromPort: unreadable(why, fromPort),
    toPort: unreadable(why, toPort),
  };
}

function networkAclEntry(entry: Members, pointer: string, log: Log): Members {
  const { ruleNumber, protocol, portRange, icmpTypeCode } = entry;
  const number = wholeNumber(ruleNumber);
  const text =
    typeof protocol === 'string' || typeof protocol === 'number' ? String(protocol).toLowerCase() : undefined;
  const plain = text === undefined ? protocol : (PROTOCOL_NUMBERS[text] ?? text);
  const read: Record<string, unknown> = { ...entry };
  if ('ruleNumber' in entry) read['ruleNumber'] = number;
  if ('protocol' in entry) read['protocol'] = plain;
  const pair = (value: unknown, first: string, second: string): unknown => {
    if (!isMembers(value)) return value;
    const numbers = { ...value };
    for (const name of [first, second]) if (name in value) numbers[name] = wholeNumber(value[name]);
    return numbers;
  };
  if ('portRange' in entry) read['portRange'] = pair(portRange, 'from', 'to');
  if ('icmpTypeCode' in entry) read['icmpTypeCode'] = pair(icmpTypeCode, 'type', 'code');
  if ('ruleNumber' in entry && !isWithin(number, 1, 32_766)) {
    log.problems.push(
      problem('bad-rule-number', { number: asText(ruleNumber) }, { pointer: `${pointer}/ruleNumber` }),
    );
    read['ruleNumber'] = unreadable('no rule number', ruleNumber);
  }
  for (const [name, first, second] of [
    ['portRange', 'from', 'to'],
    ['icmpTypeCode', 'type', 'code'],
  ] as const) {
    const value = read[name];
    if (!isMembers(value)) continue;
    const kind = name === 'icmpTypeCode' ? 'icmp' : plain;
    if (isPair(kind, value[first], value[second])) continue;
    log.problems.push(
      problem(
        'bad-ports',
        { from: asText(value[first]), to: asText(value[second]) },
        { pointer: `${pointer}/${name}` },
      ),
    );
    // The range is gone, so the whole entry is: an absent range would mean every port.
    delete read[name];
    read['protocol'] = unreadable('ports out of range', { protocol: plain, [name]: value });
  }
  return read;
}

/** A copy of a member's value with the rules in it checked; other members stay as they are. */
export function withRules(kind: string, member: string, value: unknown, pointer: string, log: Log): unknown {
  const check =
    kind === 'securityGroup' && member === 'rules'
      ? securityGroupRule
      : kind === 'networkAcl' && member === 'entries'
        ? networkAclEntry
        : undefined;
  if (!check || !Array.isArray(value)) return value;
  return value.map((item: unknown, index) =>
    isMembers(item) ? check(item, `${pointer}/${index}`, log) : item,
  );
}
