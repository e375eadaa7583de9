/** `exposure`: what the internet can open, who can reach the internet, and by which rule. */

import { askExposure, type InboundExposure, type OutboundExposure } from '../../engine/index.ts';
import { ruleWords, type ExplainContext } from '../../i18n/explain/index.ts';
import { success } from '../../net/index.ts';
import { report, type Command } from '../command.ts';
import { readInputDesign } from '../input.ts';
import { distinct } from '../../i18n/report/index.ts';
import { assumptionJson, schemaOf, unknownJson } from '../json.ts';
import { heading, line, table, tone, type Block, type Line } from '../report.ts';
import { allowedLine, assumptionBlocks, unknownBlocks, verdictMark, verdictTone } from '../shared-blocks.ts';
import { sayIn } from '../words.ts';

export const exposure: Command = {
  name: 'exposure',
  summary: {
    en: 'What the internet can open, who can reach the internet, and by which rule.',
    ja: 'インターネットから接続できるもの、インターネットに接続できるもの、そのルール。',
  },
  usage: 'INPUT…',
  options: [],
  run: async (request) => {
    const input = await readInputDesign(request);
    if (!input.ok) return input;
    const { network, context } = input.value;
    const { inbound, outbound } = askExposure(network);
    const json = () => ({
      schema: schemaOf('exposure'),
      inbound: inbound.map((entry) => ({ ...sharedJson(entry, context), sources: sourcesOf(entry) })),
      outbound: outbound.map((entry) => sharedJson(entry, context)),
    });
    const all = [...inbound, ...outbound];
    return success(
      report(json, () => [
        ...inboundBlocks(inbound, context),
        ...outboundBlocks(outbound, context),
        ...unknownBlocks(
          all.map(({ unknowns }) => unknowns),
          context,
        ),
        ...assumptionBlocks(
          all.map(({ assumptions }) => assumptions),
          context,
        ),
      ]),
    );
  },
};

const sharedJson = (entry: InboundExposure | OutboundExposure, context: ExplainContext) => ({
  ...entry,
  unknowns: entry.unknowns.map((missing) => unknownJson(missing, context)),
  assumptions: entry.assumptions.map((assumption) => assumptionJson(assumption, context)),
});

const sourcesOf = ({ allowed }: InboundExposure): string[] =>
  distinct(allowed.map(({ sources = [] }) => sources));

function inboundBlocks(inbound: readonly InboundExposure[], context: ExplainContext): Block[] {
  const say = sayIn(context.language);
  const title = heading(say('inbound'));
  if (inbound.length === 0) return [title, line(say('nobody'))];
  const rows = inbound.map((entry): Line[] => {
    const sources = sourcesOf(entry);
    const passes = allowedLine(entry.allowed, context);
    return [
      [tone(verdictTone(entry.verdict), verdictMark(entry.verdict))],
      [context.nameOf(entry.resource)],
      [entry.address],
      [entry.oneWay === true ? `${passes} (${say('oneWay')})` : passes],
      [sources.length === 0 ? say('internet') : sources.join(', ')],
      [rulesText(entry.because, context)],
    ];
  });
  return [
    title,
    table(rows, ['', say('resource'), say('address'), say('ports'), say('sources'), say('rules')]),
  ];
}

function outboundBlocks(outbound: readonly OutboundExposure[], context: ExplainContext): Block[] {
  const say = sayIn(context.language);
  const title = heading(say('outbound'));
  if (outbound.length === 0) return [title, line(say('nobody'))];
  const rows = outbound.map((entry): Line[] => [
    [tone(verdictTone(entry.verdict), verdictMark(entry.verdict))],
    [context.nameOf(entry.resource)],
    [`IPv${entry.family}`],
    [allowedLine(entry.allowed, context)],
    [entry.via.map((id) => context.nameOf(id)).join(' → ')],
    [rulesText(entry.because, context)],
  ]);
  return [title, table(rows, ['', say('resource'), 'IP', say('ports'), say('via'), say('rules')])];
}

const rulesText = (because: InboundExposure['because'], context: ExplainContext): string =>
  because
    .map(({ resource, rule }) => {
      const name = context.nameOf(resource);
      return rule === undefined ? name : `${name} ${ruleWords(rule, context.language)}`;
    })
    .join(', ');
