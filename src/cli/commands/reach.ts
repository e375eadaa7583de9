/** `reach`: can one end reach the other, and if not, what blocks it? One question, or a file of them. */

import {
  askReachWithFixes,
  type Network,
  type QuestionProblem,
  type ReachAnswer,
  type ReachQuestion,
  type Verdict,
} from '../../engine/index.ts';
import { explainProblem, type ExplainContext } from '../../i18n/explain/index.ts';
import { failure, success, type Result } from '../../net/index.ts';
import { report, type Answer, type Command, type Refusal, type Request } from '../command.ts';
import { readInputDesign } from '../input.ts';
import { problemJson, reachJson } from '../json.ts';
import { readQueries, type Query } from '../queries.ts';
import { answerBlocks, endText, questionLine } from '../../i18n/report/index.ts';
import { table, type Line } from '../report.ts';
import { verdictSpan } from '../shared-blocks.ts';

const VERDICTS: readonly Verdict[] = ['reachable', 'partial', 'undetermined', 'blocked', 'not-applicable'];

export const reach: Command = {
  name: 'reach',
  summary: {
    en: 'Can one end reach the other? With every hop, all that blocks it, and fixes.',
    ja: '一方から他方に到達できるか。ホップ、すべての阻害要因、直し方を示します。',
  },
  usage: 'INPUT… --from END --to END [--port PORTS] [OPTION…]\nINPUT… --queries FILE',
  options: [
    {
      name: 'from',
      value: 'END',
      help: {
        en: 'where it starts: an id, a name, an address, a CIDR block, internet',
        ja: '送信元: ID、名前、アドレス、CIDR ブロック、internet',
      },
    },
    { name: 'to', value: 'END', help: { en: 'where it goes', ja: '送信先' } },
    {
      name: 'protocol',
      value: 'NAME',
      help: {
        en: 'tcp (unless told), udp, icmp, icmpv6, a number, -1 for all',
        ja: 'tcp (既定)、udp、icmp、icmpv6、番号、すべては -1',
      },
    },
    {
      name: 'port',
      value: 'PORTS',
      help: {
        en: '443, or 80,443, or 1024-65535; all unless told',
        ja: '443、80,443、1024-65535 など。既定はすべて',
      },
    },
    {
      name: 'source-port',
      value: 'PORTS',
      help: {
        en: 'the client’s ports; its system’s own range unless told',
        ja: 'クライアントのポート。既定は OS の範囲',
      },
    },
    {
      name: 'ip-version',
      value: 'VERSION',
      choices: ['4', '6', 'both'],
      help: { en: 'both unless told', ja: '既定は both' },
    },
    {
      name: 'expect',
      value: 'VERDICT',
      choices: VERDICTS,
      help: { en: 'exit code 1 if the verdict is another', ja: '判定が異なる場合は終了コード 1' },
    },
    {
      name: 'queries',
      value: 'FILE',
      help: {
        en: 'a JSON array of {id, from, to, protocol, port, sourcePort, ipVersion}',
        ja: '{id, from, to, protocol, port, sourcePort, ipVersion} の JSON 配列',
      },
    },
  ],
  run: async (request) => {
    const queries = await queriesOf(request);
    if (!queries.ok) return queries;
    const input = await readInputDesign(request);
    if (!input.ok) return input;
    const { network, context } = input.value;
    const expected = request.arguments.values.get('expect');
    return queries.value.kind === 'one'
      ? answerOne(network, queries.value.question, context, expected)
      : success(answerAll(network, queries.value.queries, context, expected));
  },
};

type Asked =
  | { readonly kind: 'one'; readonly question: ReachQuestion }
  | { readonly kind: 'many'; readonly queries: readonly Query[] };

/** What asks a question of its own. */
const ONE_QUESTION = ['from', 'to', 'protocol', 'port', 'source-port', 'ip-version'] as const;

/** Checks the question before any file is read, so that a slip is told at once. */
async function queriesOf(request: Request): Promise<Result<Asked, Refusal>> {
  const { values } = request.arguments;
  const file = values.get('queries');
  if (file !== undefined) {
    const beside = ONE_QUESTION.find((name) => values.has(name));
    if (beside !== undefined) {
      return failure({
        message: {
          en: `--${beside} and --queries exclude each other: the file holds the questions. Leave one of them out.`,
          ja: `--${beside} と --queries は同時に指定できません。質問はファイルから読み取ります。どちらかを外してください。`,
        }[request.language],
      });
    }
    const queries = await readQueries(file, request);
    return queries.ok ? success({ kind: 'many', queries: queries.value }) : queries;
  }
  const from = values.get('from');
  const to = values.get('to');
  if (from === undefined || to === undefined) {
    const missing = from === undefined ? '--from' : '--to';
    return failure({
      message: {
        en: `${missing} is missing. Write for example: --from internet --to i-0abc --port 443`,
        ja: `${missing} がありません。例: --from internet --to i-0abc --port 443`,
      }[request.language],
    });
  }
  const ipVersion = values.get('ip-version');
  const optional = {
    protocol: values.get('protocol'),
    port: values.get('port'),
    sourcePort: values.get('source-port'),
  };
  return success({
    kind: 'one',
    question: {
      from,
      to,
      ...given(optional),
      ...(ipVersion === '4' || ipVersion === '6' || ipVersion === 'both' ? { ipVersion } : {}),
    },
  });
}

/** Without the members that nobody gave. */
const given = (members: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(members).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );

function answerOne(
  network: Network,
  question: ReachQuestion,
  context: ExplainContext,
  expected: string | undefined,
): Result<Answer, Refusal> {
  const answer = askReachWithFixes(network, question);
  if (!answer.ok) {
    return failure({
      message: explainProblem(answer.problem, context),
      notes: candidateLines(answer.problem, context),
    });
  }
  const exit = expected !== undefined && expected !== answer.value.verdict ? 1 : 0;
  return success(
    report(
      () => reachJson(answer.value, context),
      () => answerBlocks(answer.value, context),
      exit,
    ),
  );
}

const candidateLines = (problem: QuestionProblem, context: ExplainContext): string[] =>
  (problem.candidates ?? []).map((candidate) => `${endText(candidate, context)}  ${candidate.kind}`);

/** Every question in its order; those that cannot be asked make the exit code 2, the others are answered. */
function answerAll(
  network: Network,
  queries: readonly Query[],
  context: ExplainContext,
  expected: string | undefined,
): Answer {
  const results = queries.map(({ id, question }) => ({
    id,
    question,
    answer: askReachWithFixes(network, question),
  }));
  const standings = results.map(({ answer }) => {
    if (!answer.ok) return 2;
    return expected !== undefined && expected !== answer.value.verdict ? 1 : 0;
  });
  return report(
    () =>
      results.map(({ id, answer }) =>
        answer.ok ? reachJson(answer.value, context, id) : problemJson(answer.problem, context, id),
      ),
    () => [
      table(
        results.map(({ id, question, answer }) =>
          answer.ok
            ? answerRow(id, answer.value, context)
            : problemRow(id, question, answer.problem, context),
        ),
      ),
    ],
    standings.includes(2) ? 2 : standings.includes(1) ? 1 : 0,
  );
}

const problemRow = (
  id: string,
  { from, to }: ReachQuestion,
  problem: QuestionProblem,
  context: ExplainContext,
): readonly Line[] => [[id], ['!'], [`${from} → ${to}`], [explainProblem(problem, context)]];

const answerRow = (id: string, answer: ReachAnswer, context: ExplainContext): readonly Line[] => [
  [id],
  [verdictSpan(answer.verdict, context)],
  questionLine(answer, context),
  [
    [
      ...new Set(Object.values(answer.families).flatMap(({ blockers }) => blockers.map(({ code }) => code))),
    ].join(', '),
  ],
];
