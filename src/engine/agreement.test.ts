/**
 * The engine against the simulator on random networks (QUESTIONS, SEED for longer or other runs).
 *
 * | compared | how |
 * | --- | --- |
 * | single ends, one port | same verdict; what is not told may leave the engine undetermined where every reading agrees |
 * | tiers | same tier; so with what is not told |
 * | sets of addresses and ports | what is allowed passes, what is not does not, packet by packet |
 * | matrix, exposure | the same as reach |
 */

import { describe, expect, it } from 'vitest';
import type { Design } from '../model/index.ts';
import type { Family } from '../net/index.ts';
import type { Allowed, FamilyAnswer, ReachQuestion, TierOfFamily, Verdict } from './answers.ts';
import { askExposure, askMatrix, askReach, askTiers, compile, type Network } from './index.ts';
import { judgeWith, namedPorts, speakerOf, type Judged } from './judged.test-support.ts';
import { network } from './notation.test-support.ts';
import {
  asksItself,
  questionText,
  randomQuestion,
  type RandomQuestion,
} from './random-questions.test-support.ts';
import { dice, type Dice } from './dice.test-support.ts';
import { randomNetwork, type RandomNetwork } from './random.test-support.ts';
import { smallest } from './smallest.test-support.ts';
import { inBlock, inBlocks, isPublic, readAddress, readBlock } from './simulator-blocks.test-support.ts';
import { edgesWithin, readFacts } from './simulator-facts.test-support.ts';
import { simulateTier, simulateTierWith, type TierSimulation } from './simulator-tiers.test-support.ts';

const QUESTIONS = Number(process.env['QUESTIONS'] ?? 20_000);
const SEED = Number(process.env['SEED'] ?? 1);
const PER_NETWORK = 30;
const NETWORKS = Math.ceil(QUESTIONS / PER_NETWORK);
const SHOWN = 4;
const LONG = 60_000 + QUESTIONS * 20;

const familyOf = (one: { readonly ipVersion?: string }): Family => (one.ipVersion === '6' ? 6 : 4);

function ask(compiled: Network, question: ReachQuestion): FamilyAnswer | undefined {
  const answer = askReach(compiled, question);
  return answer.ok ? answer.value.families[familyOf({ ipVersion: question.ipVersion ?? '4' })] : undefined;
}

/** Something is not told, or leads where the simulator does not go: there the engine may know less than all readings. */
const isUntold = (design: Design): boolean =>
  design.coverage !== undefined ||
  /\$unknown|"i-gone"|"tgw-1"|"pcx-1"/.test(JSON.stringify(design.resources)) ||
  Object.values(design.resources).some(
    (resource) =>
      (resource.kind === 'instance' && resource.privateIpAddress === undefined) ||
      (resource.kind === 'natGateway' &&
        !JSON.stringify(resource.natGatewayAddresses ?? '').includes('privateIp')) ||
      (resource.kind === 'routeTable' &&
        JSON.stringify(resource.routes ?? '').includes('"p"') &&
        !design.resources['p']),
  );

const agrees = (engine: Verdict | undefined, simulator: Verdict, design: Design): boolean =>
  engine === simulator || (engine === 'undetermined' && simulator !== 'not-applicable' && isUntold(design));

/** The smallest network that still disagrees, as it would stand in a corpus, with both answers. */
function tell(
  lines: readonly string[],
  asked: string,
  compare: (design: Design) => string | undefined,
): string {
  const reason = compare(network(...lines));
  const small = smallest(lines, (fewer) => compare(network(...fewer)) === reason);
  return [`engine and simulator: ${reason ?? 'agree'}`, ...small, asked].join('\n');
}

describe('single ends (18)', () => {
  it(
    'gives the same verdict',
    () => {
      const disagreements: string[] = [];
      const seen = new Map<Verdict, number>();
      let tolerated = 0;
      for (let seed = SEED; seed < SEED + NETWORKS && disagreements.length < SHOWN; seed += 1) {
        const made = randomNetwork(seed);
        const design = network(...made.lines);
        const compiled = compile(design);
        const facts = readFacts(design);
        const thrown = dice(seed * 7919);
        for (let count = 0; count < PER_NETWORK; count += 1) {
          const question = randomQuestion(made, thrown);
          if (asksItself(made.lines, question)) continue;
          const engine = ask(compiled, question)?.verdict;
          const simulator = judgeWith(facts, question, familyOf(question)).verdict;
          seen.set(simulator, (seen.get(simulator) ?? 0) + 1);
          if (engine !== simulator) tolerated += 1;
          if (agrees(engine, simulator, design)) continue;
          disagreements.push(
            tell(made.lines, `seed ${seed} ${questionText(question)}`, (fewer) => differ(fewer, question)),
          );
        }
      }
      expect(disagreements.join('\n\n')).toBe('');
      // The questions are worth asking, and what is not told is the exception.
      for (const verdict of ['reachable', 'blocked', 'undetermined', 'partial'] as const) {
        expect(seen.get(verdict) ?? 0, verdict).toBeGreaterThanOrEqual(
          QUESTIONS < 10_000 ? 0 : QUESTIONS / 6000,
        );
      }
      expect(tolerated).toBeLessThan(QUESTIONS / 50 + 20);
    },
    LONG,
  );
});

function differ(design: Design, question: RandomQuestion): string | undefined {
  const engine = ask(compile(design), question)?.verdict;
  const simulator = judgeWith(readFacts(design), question, familyOf(question)).verdict;
  return agrees(engine, simulator, design) ? undefined : `${engine ?? 'no answer'}, ${simulator}`;
}

const ASCENDING = ['isolated', 'private', 'egress', 'public'];

describe('tiers', () => {
  const compare = (
    engine: TierOfFamily | undefined,
    simulator: TierSimulation,
    design: Design,
  ): string | undefined => {
    if (engine?.tier === simulator.tier && engine.undetermined === simulator.undetermined) return undefined;
    // TI-8: with what is not told, a lower tier may be all that is proven.
    const isLower = engine && ASCENDING.indexOf(engine.tier) <= ASCENDING.indexOf(simulator.tier);
    if (isLower && engine.undetermined && isUntold(design)) return undefined;
    const said = ({ tier, undetermined }: TierSimulation): string =>
      `${tier}${undetermined ? ' undetermined' : ''}`;
    return `${engine ? said(engine) : 'none'}, ${said(simulator)}`;
  };
  const compareOne = (design: Design, subnet: string, family: Family): string | undefined => {
    const engine = askTiers(compile(design)).find((one) => one.id === subnet)?.families[family];
    return compare(engine, simulateTier(design, subnet, family), design);
  };

  it(
    'gives every subnet the same tier',
    () => {
      const disagreements: string[] = [];
      for (let seed = SEED; seed < SEED + NETWORKS && disagreements.length < SHOWN; seed += 1) {
        const made = randomNetwork(seed);
        const design = network(...made.lines);
        const facts = readFacts(design);
        for (const { id, families } of askTiers(compile(design))) {
          for (const family of [4, 6] as const) {
            if (compare(families[family], simulateTierWith(facts, id, family), design) === undefined)
              continue;
            disagreements.push(
              tell(made.lines, `seed ${seed} tier ${id} v${family}`, (fewer) =>
                compareOne(fewer, id, family),
              ),
            );
          }
        }
      }
      expect(disagreements.join('\n\n')).toBe('');
    },
    LONG,
  );
});

describe('sets (9, 18)', () => {
  it(
    'allows exactly the packets that pass',
    () => {
      const disagreements: string[] = [];
      for (let seed = SEED; seed < SEED + NETWORKS / 8 && disagreements.length < SHOWN; seed += 1) {
        const made = randomNetwork(seed);
        const design = network(...made.lines);
        const thrown = dice(seed * 104_729);
        for (let count = 0; count < 4; count += 1) {
          const question = setQuestion(made, thrown);
          const found = wrongPacket(design, question);
          if (found === undefined) continue;
          const asked = `seed ${seed} ? ${question.from} > ${question.to} ${question.protocol ?? ''} ${question.port ?? 'all'} v${question.ipVersion ?? ''}`;
          disagreements.push(tell(made.lines, asked, (fewer) => wrongPacket(fewer, question)));
        }
      }
      expect(disagreements.join('\n\n')).toBe('');
    },
    LONG,
  );
});

/** A question about many addresses or many ports. */
function setQuestion(made: RandomNetwork, { pick, chance }: Dice): ReachQuestion {
  const ipVersion = made.endsOf[6].length > 0 && chance(35) ? '6' : '4';
  const ends = ipVersion === '6' ? made.endsOf[6] : made.endsOf[4];
  const end = pick(ends.length > 0 ? ends : made.ends);
  const blocks =
    ipVersion === '6'
      ? ['internet', '2600::/16', '2001:db8:1::/56', '2001:db8:ff::/48']
      : [
          'internet',
          'internet',
          '8.8.8.0/23',
          '10.0.0.0/22',
          '10.0.1.0/24',
          '203.0.113.192/26',
          '192.168.0.0/24',
        ];
  const protocol = pick(['tcp', 'tcp', 'udp']);
  const port = pick(['443', '1-1000', '22,80,443', 'all', '32760-61010']);
  const far = pick(blocks);
  return {
    ...(far === 'internet' && chance(60) ? { from: far, to: end } : { from: end, to: far }),
    protocol,
    ipVersion,
    ...(port === 'all' ? {} : { port }),
  };
}

const withinPorts = (text: string | undefined, port: number): boolean =>
  text === undefined ||
  text.split(',').some((part) => {
    const [first = '', last = first] = part.split('-');
    return Number(first) <= port && port <= Number(last);
  });

const withinBlocks = (blocks: readonly string[] | undefined, address: string): boolean => {
  if (!blocks) return true;
  const { family, value } = readAddress(address);
  return blocks.some((text) =>
    inBlock(readBlock(text.includes('/') ? text : `${text}/${family === 4 ? 32 : 128}`), family, value),
  );
};

const isAllowed = (allowed: readonly Allowed[], protocol: string, port: number, address: string): boolean =>
  allowed.some(
    (part) =>
      (part.protocol === '-1' || part.protocol === protocol) &&
      withinPorts(part.ports, port) &&
      withinBlocks(part.sources, address) &&
      withinBlocks(part.destinations, address),
  );

const textOf = (family: Family, value: bigint): string => {
  if (family === 4) return [24n, 16n, 8n, 0n].map((shift) => String((value >> shift) & 255n)).join('.');
  return Array.from({ length: 8 }, (_, index) =>
    ((value >> BigInt(112 - 16 * index)) & 0xffffn).toString(16),
  ).join(':');
};

/** A packet that the engine allows and the simulator stops, or the other way round; none when they agree. */
function wrongPacket(design: Design, question: ReachQuestion): string | undefined {
  const answer = ask(compile(design), question);
  if (!answer || answer.verdict === 'not-applicable') return undefined;
  const facts = readFacts(design);
  const family = familyOf({ ipVersion: question.ipVersion ?? '4' });
  const isInward = question.from === 'internet';
  const far = isInward ? question.from : question.to;
  const held = facts.interfaces.flatMap((eni) => eni.addresses.flatMap((one) => [one.value, one.mapped]));
  const faces = facts.nats.map((nat) => nat.address.mapped);
  const sender = speakerOf(facts, question.from);
  const near = facts.interfaces
    .filter((eni) => eni.subnet.vpc.id === sender?.subnet.vpc.id && eni.id !== sender.id)
    .flatMap((eni) => eni.addresses.map((one) => one.value));
  const within =
    far === 'internet' ? facts.named.filter((block) => block.family === family) : [readBlock(far)];
  const extra = family === 4 ? ['8.8.8.8', '9.9.9.9', '203.0.113.200'] : ['2600::1', '2001:db8:ff::9'];
  const offered = [...edgesWithin(facts, within), ...extra.map((text) => readAddress(text).value)];
  const isInside = (value: bigint): boolean => facts.vpcs.some((vpc) => inBlocks(vpc.blocks, family, value));
  const isHeld = (value: bigint): boolean => [...held, ...faces].includes(value);
  const values =
    far === 'internet'
      ? offered.filter((value) => facts.vpcs.every((vpc) => isPublic(vpc, family, value)) && !isHeld(value))
      : // Of a block inside a VPC, the interfaces that stand in it are meant.
        [
          ...offered.filter((value) => !isInside(value)),
          ...near.flatMap((value) => (typeof value === 'bigint' && isInside(value) ? [value] : [])),
        ].filter((value) => inBlock(readBlock(far), family, value));
  const ports = [...new Set([1, 22, 443, 65_535, ...namedPorts(design)])].filter((port) =>
    withinPorts(question.port, port),
  );
  const except = answer.allowed.flatMap((part) => part.except ?? []);
  for (const address of thin(
    values.map((value) => textOf(family, value)),
    7,
  )) {
    // V-3: what the table sends elsewhere on purpose is not asked about.
    if (far === 'internet' && (withinBlocks(except, address) || isUntold(design))) continue;
    for (const port of thin(ports, 6)) {
      const one: ReachQuestion = {
        ...question,
        ...(isInward ? { from: address } : { to: address }),
        port: String(port),
      };
      const { verdict } = judgeOne(facts, one, family, address);
      if (far !== 'internet' && isInside(readAddress(address).value)) {
        // Which interfaces of a block are meant is not told by `allowed`; the verdict is for all of them.
        if (answer.verdict === 'reachable' && verdict === 'blocked') return `all reachable, ${verdict}`;
        if (answer.verdict === 'blocked' && verdict === 'reachable') return `all blocked, ${verdict}`;
        continue;
      }
      const isIn = isAllowed(answer.allowed, question.protocol ?? 'tcp', port, address);
      if (isIn && (verdict === 'blocked' || verdict === 'undetermined')) return `allowed, ${verdict}`;
      if (!isIn && verdict === 'reachable' && !isUntold(design)) return `not allowed, ${verdict}`;
    }
  }
  return undefined;
}

const judgeOne = (
  facts: ReturnType<typeof readFacts>,
  one: ReachQuestion,
  family: Family,
  address: string,
): Judged => {
  // To oneself is no question.
  const { value } = readAddress(address);
  const own = facts.interfaces.find((eni) => eni.id === one.from || eni.id === `eni:${one.from}`);
  if (own?.addresses.some((held) => held.value === value || held.mapped === value))
    return { verdict: 'partial', packets: [] };
  return judgeWith(facts, one, family);
};

/** At most so many, spread over all. */
const thin = <Item>(items: readonly Item[], count: number): Item[] =>
  items.filter((_, index) => items.length <= count || index % Math.ceil(items.length / count) === 0);

describe('matrix and exposure (9)', () => {
  it(
    'pairs are reach',
    () => {
      const disagreements: string[] = [];
      for (let seed = SEED; seed < SEED + NETWORKS / 8 && disagreements.length < SHOWN; seed += 1) {
        const design = network(...randomNetwork(seed).lines);
        const compiled = compile(design);
        const matrix = askMatrix(compiled, { between: 'instances', protocol: 'tcp', port: '443' });
        for (const pair of matrix.ok ? matrix.value.pairs : []) {
          const answer = ask(compiled, {
            from: pair.from,
            to: pair.to,
            protocol: 'tcp',
            port: '443',
            ipVersion: pair.family === 4 ? '4' : '6',
          });
          if (answer?.verdict === pair.verdict) continue;
          disagreements.push(
            `seed ${seed} ${pair.from} > ${pair.to} v${pair.family}: matrix ${pair.verdict}, reach ${answer?.verdict ?? 'none'}`,
          );
        }
      }
      expect(disagreements.join('\n')).toBe('');
    },
    LONG,
  );

  it(
    'what the internet opens is what reach says of it',
    () => {
      const disagreements: string[] = [];
      for (let seed = SEED; seed < SEED + NETWORKS / 8 && disagreements.length < SHOWN; seed += 1) {
        const design = network(...randomNetwork(seed).lines);
        const compiled = compile(design);
        const { inbound } = askExposure(compiled);
        for (const eni of readFacts(design).interfaces) {
          for (const family of [4, 6] as const) {
            const answer = ask(compiled, {
              from: 'internet',
              to: eni.id,
              protocol: '-1',
              ipVersion: family === 4 ? '4' : '6',
            });
            const isOpen =
              answer !== undefined && (answer.verdict === 'reachable' || answer.verdict === 'partial');
            const told = inbound.filter((one) => one.interface === eni.id && one.family === family);
            const isTold = told.some((one) => one.verdict === 'reachable' || one.verdict === 'partial');
            if (isOpen === isTold) continue;
            disagreements.push(
              `seed ${seed} ${eni.id} v${family}: reach ${answer?.verdict ?? 'none'}, exposure ${told.map((one) => one.verdict).join() || 'none'}`,
            );
          }
        }
      }
      expect(disagreements.join('\n')).toBe('');
    },
    LONG,
  );
});
