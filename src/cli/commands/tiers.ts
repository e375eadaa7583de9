/** `tiers`: which tier every subnet has, in each family, and why. */

import { askTiers, type SubnetTiers, type TierOfFamily } from '../../engine/index.ts';
import { explainReason, tierWord, type ExplainContext } from '../../i18n/explain/index.ts';
import { nameOf, type Design } from '../../model/index.ts';
import { success } from '../../net/index.ts';
import { report, type Command } from '../command.ts';
import { readInputDesign } from '../input.ts';
import { distinct } from '../../i18n/report/index.ts';
import { assumptionJson, reasonJson, schemaOf, unknownJson } from '../json.ts';
import { line, table, tone, type Block, type Line, type Tone } from '../report.ts';
import { assumptionBlocks, unknownBlocks } from '../shared-blocks.ts';
import { sayIn } from '../words.ts';

export const tiers: Command = {
  name: 'tiers',
  summary: {
    en: 'Public, egress, private or isolated: the tier of every subnet, and why.',
    ja: 'パブリック、外向きのみ、プライベート、隔離: 各サブネットの区分とその理由。',
  },
  usage: 'INPUT…',
  options: [],
  run: async (request) => {
    const input = await readInputDesign(request);
    if (!input.ok) return input;
    const { network, design, context } = input.value;
    const subnets = askTiers(network);
    return success(
      report(
        () => ({
          schema: schemaOf('tiers'),
          subnets: subnets.map((subnet) => subnetJson(subnet, design, context)),
        }),
        () => tierBlocks(subnets, context),
      ),
    );
  },
};

function subnetJson({ id, families }: SubnetTiers, design: Design, context: ExplainContext) {
  const resource = design.resources[id];
  const both = [families[4], families[6]];
  return {
    id,
    name: resource === undefined ? undefined : nameOf(resource),
    address: resource?.provenance?.address,
    ipv4: families[4].tier,
    ipv6: families[6].tier,
    because: distinct(both.map(({ because }) => because.map((reason) => reasonJson(reason, context)))),
    families: { 4: familyJson(families[4], context), 6: familyJson(families[6], context) },
  };
}

const familyJson = (family: TierOfFamily, context: ExplainContext) => ({
  because: family.because.map((reason) => reasonJson(reason, context)),
  through: family.through,
  undetermined: family.undetermined,
  unknowns: family.unknowns.map((missing) => unknownJson(missing, context)),
  assumptions: family.assumptions.map((assumption) => assumptionJson(assumption, context)),
});

const TONES: Readonly<Record<TierOfFamily['tier'], Tone>> = {
  public: 'partial',
  egress: 'good',
  private: 'good',
  isolated: 'quiet',
};

function tierBlocks(subnets: readonly SubnetTiers[], context: ExplainContext): Block[] {
  const say = sayIn(context.language);
  if (subnets.length === 0) return [line(say('noSubnets'))];
  const all = subnets.flatMap(({ families }) => [families[4], families[6]]);
  return [
    table(
      subnets.map((subnet): Line[] => [
        [context.nameOf(subnet.id)],
        tierLine(subnet.families[4], context),
        tierLine(subnet.families[6], context),
        [becauseText(subnet, context)],
      ]),
      [say('subnet'), 'IPv4', 'IPv6', say('because')],
    ),
    ...unknownBlocks(
      all.map(({ unknowns }) => unknowns),
      context,
    ),
    ...assumptionBlocks(
      all.map(({ assumptions }) => assumptions),
      context,
    ),
  ];
}

/** Addresses that a subnet does not have need no reason, and no column's worth of words. */
const lacksFamily = ({ because }: TierOfFamily): boolean =>
  because.some((reason) => reason.kind === 'fact' && /^no-ipv[46]-block$/u.test(reason.code));

function tierLine(family: TierOfFamily, context: ExplainContext): Line {
  const { tier, undetermined } = family;
  if (lacksFamily(family)) return [tone('quiet', '–')];
  const word = tierWord(tier, context.language);
  if (!undetermined) return [tone(TONES[tier], word)];
  return [tone('unsure', `${sayIn(context.language)('atLeast')} ${word}`)];
}

function becauseText({ families }: SubnetTiers, context: ExplainContext): string {
  const told = [families[4], families[6]].filter((family) => !lacksFamily(family));
  const reasons = distinct(told.map(({ because }) => because));
  return reasons.map((reason) => explainReason(reason, context)).join('; ');
}
