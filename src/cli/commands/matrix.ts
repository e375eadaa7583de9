/** `matrix`: every pair of instances, subnets, VPCs, groups or tiers. */

import {
  askMatrix,
  type Allowed,
  type MatrixPair,
  type MatrixQuestion,
  type Tier,
  type Verdict,
} from '../../engine/index.ts';
import { explainProblem, tierWord, type ExplainContext } from '../../i18n/explain/index.ts';
import { failure, success } from '../../net/index.ts';
import { report, type Command } from '../command.ts';
import { readInputDesign } from '../input.ts';
import { distinct } from '../../i18n/report/index.ts';
import { schemaOf } from '../json.ts';
import { line, table, type Block, type Line } from '../report.ts';
import { allowedLine, verdictSpan } from '../shared-blocks.ts';
import { sayIn } from '../words.ts';

const BETWEEN: readonly NonNullable<MatrixQuestion['between']>[] = [
  'instances',
  'subnets',
  'vpcs',
  'groups',
  'tiers',
];

const TIERS: readonly Tier[] = ['public', 'egress', 'private', 'isolated'];

export const matrix: Command = {
  name: 'matrix',
  summary: {
    en: 'Every pair: which can reach which.',
    ja: 'すべての組み合わせについて、どこからどこへ到達できるか。',
  },
  usage: 'INPUT… [--between WHAT] [--protocol NAME] [--port PORTS]',
  options: [
    {
      name: 'between',
      value: 'WHAT',
      choices: BETWEEN,
      help: { en: 'pairs of what; instances unless told', ja: '組み合わせの単位。既定は instances' },
    },
    {
      name: 'protocol',
      value: 'NAME',
      help: {
        en: 'tcp, udp, icmp, icmpv6, a number; all unless told',
        ja: 'tcp、udp、icmp、icmpv6、番号。既定はすべて',
      },
    },
    {
      name: 'port',
      value: 'PORTS',
      help: { en: '443, or 80,443; all unless told', ja: '443、80,443 など。既定はすべて' },
    },
  ],
  run: async (request) => {
    const input = await readInputDesign(request);
    if (!input.ok) return input;
    const { network, context } = input.value;
    const { values } = request.arguments;
    const port = values.get('port');
    // A port without a protocol means TCP, as everywhere.
    const protocol = values.get('protocol') ?? (port === undefined ? undefined : 'tcp');
    const answer = askMatrix(network, {
      between: BETWEEN.find((name) => name === values.get('between')) ?? 'instances',
      ...(protocol === undefined ? {} : { protocol }),
      ...(port === undefined ? {} : { port }),
    });
    if (!answer.ok) return failure({ message: explainProblem(answer.problem, context) });
    const pairs = joinFamilies(answer.value.pairs);
    return success(
      report(
        () => ({ schema: schemaOf('matrix'), pairs: pairs.map(pairJson) }),
        () => pairBlocks(pairs, context),
      ),
    );
  },
};

/** One line a pair: the engine tells its families one by one. */
interface JoinedPair {
  readonly from: string;
  readonly to: string;
  readonly families: readonly MatrixPair[];
}

function joinFamilies(pairs: readonly MatrixPair[]): JoinedPair[] {
  const joined = new Map<string, Map<string, MatrixPair[]>>();
  for (const pair of pairs) {
    const row = joined.get(pair.from) ?? new Map<string, MatrixPair[]>();
    joined.set(pair.from, row);
    const families = row.get(pair.to);
    if (families === undefined) row.set(pair.to, [pair]);
    else families.push(pair);
  }
  return [...joined].flatMap(([from, row]) => [...row].map(([to, families]) => ({ from, to, families })));
}

/** V-2: the better of the families. */
const BEST_FIRST: readonly Verdict[] = ['reachable', 'partial', 'undetermined', 'blocked', 'not-applicable'];

const verdictOf = ({ families }: JoinedPair): Verdict =>
  BEST_FIRST.find((verdict) => families.some((family) => family.verdict === verdict)) ?? 'not-applicable';

const allowedOf = ({ families }: JoinedPair): readonly Allowed[] => {
  const [first, ...others] = families;
  return first !== undefined && others.length === 0
    ? first.allowed
    : distinct(families.map(({ allowed }) => allowed));
};

const pairJson = (pair: JoinedPair) => ({
  from: pair.from,
  to: pair.to,
  verdict: verdictOf(pair),
  allowed: allowedOf(pair),
  families: Object.fromEntries(
    pair.families.map(({ family, verdict, allowed }) => [family, { verdict, allowed }]),
  ),
});

function pairBlocks(pairs: readonly JoinedPair[], context: ExplainContext): Block[] {
  const say = sayIn(context.language);
  if (pairs.length === 0) return [line(say('noPairs'))];
  const rows = pairs.map((pair): Line[] => {
    const verdict = verdictOf(pair);
    const passes =
      verdict === 'reachable' || verdict === 'partial' ? allowedLine(allowedOf(pair), context) : '';
    return [
      [callIt(pair.from, context)],
      [callIt(pair.to, context)],
      [verdictSpan(verdict, context)],
      [passes],
    ];
  });
  return [table(rows, [say('from'), say('to'), say('verdict'), say('ports')])];
}

/** Tiers stand for themselves; everything else goes by its name. */
function callIt(id: string, context: ExplainContext): string {
  const tier = TIERS.find((name) => name === id);
  return tier === undefined ? context.nameOf(id) : tierWord(tier, context.language);
}
