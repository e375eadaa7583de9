/** Random questions about single ends and one port of a random network. */

import type { Dice } from './dice.test-support.ts';
import type { RandomNetwork } from './random.test-support.ts';

const FAR = ['8.8.8.8', '203.0.113.200', '198.51.100.9', '9.9.9.9'];

const FAR6 = ['2600::1', '2001:db8:ff::9'];

export interface RandomQuestion {
  readonly from: string;
  readonly to: string;
  readonly protocol: string;
  readonly port?: string;
  readonly sourcePort?: string;
  readonly ipVersion: '4' | '6';
}

/** A random question about single ends and one port of a random network. */
export function randomQuestion(of: RandomNetwork, { roll, chance, pick }: Dice): RandomQuestion {
  const ipVersion = of.endsOf[4].length === 0 || (of.endsOf[6].length > 1 && chance(50)) ? '6' : '4';
  // Now and then an end without the family.
  const ends =
    chance(3) || of.endsOf[ipVersion === '6' ? 6 : 4].length === 0
      ? of.ends
      : of.endsOf[ipVersion === '6' ? 6 : 4];
  const isSixth = ipVersion === '6';
  const far = isSixth ? FAR6 : FAR;
  const shape = roll(10);
  const held = of.addresses.filter((address) => address.includes(':') === isSixth);
  const from = shape < 2 ? pick(far) : pick(ends);
  let to = shape < 5 ? pick(ends) : shape < 8 || held.length === 0 ? pick(far) : pick(held);
  if (isSixth && shape === 7) to = `64:ff9b::${pick(['808:808', 'cb00:71c8', 'a00:105'])}`;
  if (shape < 2) to = held.length > 0 && chance(40) ? pick(held) : pick(ends);
  const protocol = pick(['tcp', 'tcp', 'tcp', 'udp', 'icmp', '47']);
  const isPorted = protocol === 'tcp' || protocol === 'udp';
  return {
    from,
    to,
    protocol,
    ipVersion,
    ...(isPorted ? { port: pick(['443', '443', '80', '22', '5432', '45000', '65535', '1', '33000']) } : {}),
    ...(protocol === 'icmp' && chance(50)
      ? { port: isSixth ? pick(['128/0', '2/0', '1/0']) : pick(['8/0', '3/4', '11/0']) }
      : {}),
    ...(isPorted && chance(30)
      ? { sourcePort: pick(['1024', '40000', '32768-60999', '443', '1024-65535', '61000']) }
      : {}),
  };
}

/** Whether both ends of a question are one interface. */
export const asksItself = (lines: readonly string[], one: RandomQuestion): boolean =>
  one.from === one.to ||
  lines.some((line) => line.split(' ')[1] === one.from && line.split(' ').includes(one.to));

/** As the question is written in a corpus. */
export const questionText = (one: RandomQuestion): string =>
  [
    `? ${one.from} > ${one.to} ${one.protocol}`,
    one.port,
    one.sourcePort === undefined ? undefined : `from ${one.sourcePort}`,
    `v${one.ipVersion}`,
  ]
    .filter((word) => word !== undefined)
    .join(' ');
