import { describe, expect, it } from 'vitest';
import { describeHeaders, EVERY_HEADER } from '../../net/index.ts';
import type { InterfaceNode, Network } from '../compile/network.ts';
import { compile } from '../index.ts';
import { network } from '../notation.test-support.ts';
import { randomNetwork } from '../random.test-support.ts';
import { internetHalves, type Passing } from './halves.ts';
import { askTrip } from './trip.ts';
import type { TripEnd } from './trip-ends.ts';

type Pair = readonly [from: Extract<TripEnd, { kind: 'interface' }>, to: Extract<TripEnd, { kind: 'face' }>];

/** Every interface with every public address of another VPC. */
function pairsOf({ interfaces }: Network): Pair[] {
  const nodes = [...interfaces.values()].filter((node) => !node.nat);
  return nodes.flatMap((from) =>
    nodes.flatMap((to) =>
      to.vpc === from.vpc
        ? []
        : to.mappings.flatMap((mapping): Pair[] => {
            const [address] = from.addresses[4];
            if (!address) return [];
            return [
              [
                { kind: 'interface', interface: from, address },
                { kind: 'face', face: { kind: 'interface', interface: to, mapping }, set: mapping.public },
              ],
            ];
          }),
    ),
  );
}

const told = ({ yes, maybe, partly }: Passing): unknown => [yes, maybe, partly].map(describeHeaders);

const name = (node: InterfaceNode): string => node.owner;

describe('pairs that meet over the internet', () => {
  it('pass what both halves pass: the same as the pair walked as a whole', () => {
    let joined = 0;
    for (let seed = 1; seed <= 400; seed += 1) {
      const random = randomNetwork(seed);
      if (!random.lines.some((line) => line.startsWith('vpc w'))) continue;
      const compiled = compile(network(...random.lines), { assume: seed % 5 === 0 ? 'nothing' : 'stated' });
      const halves = internetHalves(compiled, EVERY_HEADER);
      for (const [from, to] of pairsOf(compiled)) {
        const both = halves(from, to);
        if (!both) continue;
        joined += 1;
        const whole = askTrip(
          compiled,
          {
            from,
            to,
            family: 4,
            asked: EVERY_HEADER,
            sourcePorts: undefined,
            portText: '',
            protocolText: '',
          },
          'sets-only',
        );
        const pair = `seed ${seed} ${name(from.interface)} > ${name(to.face.kind === 'interface' ? to.face.interface : from.interface)}`;
        expect([pair, told(both)]).toEqual([pair, told(whole)]);
      }
    }
    expect(joined).toBeGreaterThan(300);
  });
});
