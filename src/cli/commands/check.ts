/** `check`: findings, and whether the intents saved with the design hold. */

import { askTiers } from '../../engine/index.ts';
import { checkDesign, type FindingAnswer, type FlowChanges, type OfferedFix } from '../../findings/index.ts';
import { severityWord, type ExplainContext, type Severity } from '../../i18n/explain/index.ts';
import { success, type Result } from '../../net/index.ts';
import { report, type AnswerExit, type Command, type Refusal, type Request } from '../command.ts';
import { readInputDesign, type InputDesign } from '../input.ts';
import { judgeIntents, readIntents, type JudgedIntent } from '../intents.ts';
import { distinct } from '../../i18n/report/index.ts';
import { schemaOf, unknownJson } from '../json.ts';
import { heading, items, title, tone, type Block, type Item, type Line, type Tone } from '../report.ts';
import { allowedLine, unknownBlocks } from '../shared-blocks.ts';
import { sayIn } from '../words.ts';

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'note'];

export const check: Command = {
  name: 'check',
  summary: {
    en: 'Findings, and whether saved intents hold.',
    ja: '指摘と、保存した要件が維持されているか。',
  },
  usage: 'INPUT… [--fail-on SEVERITY] [--intents FILE]',
  options: [
    {
      name: 'fail-on',
      value: 'SEVERITY',
      choices: [...SEVERITIES, 'never'],
      help: {
        en: 'exit code 1 for a finding as grave as this, or for a broken intent; error unless told',
        ja: 'この重大度以上の指摘、または要件の違反があれば終了コード 1。既定は error',
      },
    },
    {
      name: 'intents',
      value: 'FILE',
      help: {
        en: 'more intents: a JSON object by id, or a design file',
        ja: '追加の要件: ID ごとの JSON オブジェクト、またはデザインファイル',
      },
    },
  ],
  run: async (request) => {
    const added = await addedIntents(request);
    if (!added.ok) return added;
    const input = await readInputDesign(request);
    if (!input.ok) return input;
    const { design, network, context } = input.value;
    const findings = checkDesign(network, design, { today: request.io.today });
    const intents = judgeIntents(network, { ...design.intents, ...added.value });
    const unknowns = distinct(
      askTiers(network).flatMap(({ families }) => [families[4].unknowns, families[6].unknowns]),
    );
    const counts = countsOf(findings);
    const json = () => ({
      schema: schemaOf('check'),
      findings: findings.map((finding) => findingJson(finding, context)),
      intents: intents.map(({ id, intent, held }) => ({ id, held, ...intent })),
      unknowns: unknowns.map((missing) => unknownJson(missing, context)),
      summary: counts,
    });
    const blocks = () => [
      ...checkBlocks(findings, intents, counts, input.value),
      ...unknownBlocks([unknowns], context),
    ];
    return success(report(json, blocks, exitOf(request, counts, intents)));
  },
};

async function addedIntents(request: Request): Promise<Result<InputDesign['design']['intents'], Refusal>> {
  const file = request.arguments.values.get('intents');
  return file === undefined ? success({}) : readIntents(file, request);
}

type Counts = Readonly<Record<Severity, number>>;

/** What is folded under its cause, and what was accepted, does not count. */
const counted = (finding: FindingAnswer): boolean =>
  finding.causedBy === undefined && finding.muted === undefined;

function countsOf(findings: readonly FindingAnswer[]): Counts {
  const count = (severity: Severity): number =>
    findings.filter((finding) => counted(finding) && finding.severity === severity).length;
  return { error: count('error'), warning: count('warning'), note: count('note') };
}

function exitOf(
  { arguments: { values } }: Request,
  counts: Counts,
  intents: readonly JudgedIntent[],
): AnswerExit {
  const threshold = values.get('fail-on') ?? 'error';
  if (threshold === 'never') return 0;
  const grave = SEVERITIES.slice(0, SEVERITIES.findIndex((severity) => severity === threshold) + 1);
  const fails = grave.some((severity) => counts[severity] > 0) || intents.some(({ held }) => held === false);
  return fails ? 1 : 0;
}

const findingJson = (finding: FindingAnswer, context: ExplainContext) => ({
  ...finding,
  message: finding.message[context.language],
  fixes: finding.fixes.map(({ id, title: text, actions, opens, closes }) => ({
    id,
    title: text[context.language],
    patch: actions,
    opens,
    closes,
  })),
});

const TONES: Readonly<Record<Severity, Tone>> = { error: 'bad', warning: 'partial', note: 'quiet' };

function checkBlocks(
  findings: readonly FindingAnswer[],
  intents: readonly JudgedIntent[],
  counts: Counts,
  { context }: InputDesign,
): Block[] {
  const say = sayIn(context.language);
  const shown = findings.filter(counted);
  const blocks: Block[] = [title(summaryLine(counts, context))];
  if (shown.length > 0) blocks.push(items(shown.map((finding) => findingItem(finding, findings, context))));
  if (intents.length > 0)
    blocks.push(heading(say('intents')), items(intents.map((one) => intentItem(one, context))));
  const muted = findings.filter((finding) => finding.muted !== undefined);
  if (muted.length > 0) {
    blocks.push(
      heading(say('muted')),
      items(
        muted.map(({ message, muted: mute }) => ({
          line: [message[context.language]],
          notes: [[mute?.reason ?? '']],
        })),
      ),
    );
  }
  return blocks;
}

function summaryLine(counts: Counts, { language }: ExplainContext): string {
  const parts = SEVERITIES.filter((severity) => counts[severity] > 0).map((severity) => {
    const count = counts[severity];
    if (language === 'ja') return `${severityWord(severity, language)} ${count} 件`;
    return `${count} ${severityWord(severity, language)}${count === 1 ? '' : 's'}`;
  });
  return parts.length === 0 ? sayIn(language)('noFindings') : parts.join(language === 'en' ? ', ' : '、');
}

function findingItem(finding: FindingAnswer, all: readonly FindingAnswer[], context: ExplainContext): Item {
  const { language } = context;
  const say = sayIn(language);
  const folded = all.filter(({ causedBy }) => causedBy === finding.key);
  const fixes = finding.fixes.flatMap((fix, index): Line[] => [
    [tone('quiet', `${say(index === 0 ? 'fix' : 'orFix')}: `), fix.title[language]],
    ...effectLines(fix, context),
  ]);
  const also = folded.map((other): Line => [
    tone('quiet', `${say('alsoCauses')}: `),
    other.message[language],
  ]);
  return {
    line: [
      tone(TONES[finding.severity], severityWord(finding.severity, language)),
      `  ${finding.message[language]}`,
      tone('quiet', `  ${finding.id}`),
    ],
    notes: [...fixes, ...also],
  };
}

/** What a fix opens and closes. */
function effectLines({ opens, closes }: OfferedFix, context: ExplainContext): Line[] {
  const say = sayIn(context.language);
  const told = (word: 'opens' | 'closes', changes: FlowChanges): Line[] =>
    changes.total === 0 ? [] : [[tone('quiet', `  ${say(word)}: ${flowsText(changes, context)}`)]];
  return [...told('opens', opens), ...told('closes', closes)];
}

const SHOWN_FLOWS = 3;

function flowsText({ flows, total }: FlowChanges, context: ExplainContext): string {
  const shown = flows
    .slice(0, SHOWN_FLOWS)
    .map(
      ({ from, to, allowed }) =>
        `${context.nameOf(from)} → ${context.nameOf(to)} ${allowedLine(allowed, context)}`,
    );
  const rest = total - shown.length;
  const more = rest <= 0 ? '' : { en: ` and ${rest} more`, ja: ` ほか ${rest} 件` }[context.language];
  return shown.join('; ') + more;
}

function intentItem({ id, intent, held }: JudgedIntent, { language }: ExplainContext): Item {
  const say = sayIn(language);
  const word =
    held === null
      ? tone('unsure', say('cannotTell'))
      : held
        ? tone('good', say('held'))
        : tone('bad', say('broken'));
  const { from = '', to = '', expect = '', because } = intent;
  const ends = [from, to].filter((end) => end !== '').join(' → ');
  return {
    line: [word, `  ${id}: ${ends} ${expect}`],
    notes: because === undefined ? [] : [[tone('quiet', because)]],
  };
}
