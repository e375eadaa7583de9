/** The rules of a security group in one direction as a sheet: protocol, port, and who is meant. */

import { fieldTexts, inspectorTexts, ruleTexts } from '../../i18n/index.ts';
import {
  known,
  resourceOfKind,
  resourcesOfKind,
  setField,
  titleOf,
  vpcOf,
  type Design,
  type Language,
  type ResourceId,
  type SecurityGroupRule,
} from '../../model/index.ts';
import type { FlowDirection } from '../inspector/acl.ts';
import { checkBlock, checkTraffic } from '../inspector/checks.ts';
import {
  changedRule,
  peerMembers,
  peerOf,
  peersIn,
  peerText,
  rulesOf,
  trafficMembers,
  trafficOf,
} from '../inspector/rules.ts';
import { localBlocksOf } from '../inspector/routes.ts';
import { parseTraffic, type Traffic } from '../inspector/traffic.ts';
import { resolved } from './resolve.ts';
import type { Column, Sheet, SheetRow, Texts } from './sheet.ts';
import { peerSuggestions, portSuggestions, protocolSuggestions } from './suggestions.tsx';
import { portText, protocolText, ruleName, trafficWritten } from './traffic-text.ts';

const EXAMPLE = '10.0.0.0/16';

/** What a rule may name by a name of its own: groups of the VPC, and prefix lists. */
const peerIds = (design: Design, group: ResourceId): readonly ResourceId[] => [
  ...peersIn(design, vpcOf(design, group)).map(({ id }) => id),
  ...resourcesOfKind(design, 'managedPrefixList').map(([id]) => id),
];

/** A group of another VPC that is called so, with what may be written instead. */
function foreignGroup(
  design: Design,
  written: string,
): { readonly vpc: string; readonly block: string | undefined } | undefined {
  const ids = resourcesOfKind(design, 'securityGroup').map(([id]) => id);
  const [id] = resolved(design, ids, written);
  const vpc = id === undefined ? undefined : vpcOf(design, id);
  return vpc === undefined ? undefined : { vpc: titleOf(design, vpc), block: localBlocksOf(design, vpc)[0] };
}

const looksLikeBlock = (text: string): boolean => /^[0-9a-f:.]*[.:][0-9a-f:./]*$/i.test(text);

function columnsOf(design: Design, id: ResourceId, direction: FlowDirection, language: Language): Column[] {
  const text = ruleTexts[language];
  const inspector = inspectorTexts[language];
  const fields = fieldTexts[language];
  const all = inspector.anyTraffic;
  return [
    {
      id: 'protocol',
      label: text.protocol,
      least: 64,
      entry: 'free',
      suggestions: () => protocolSuggestions(language),
      nothing: text.choicesOnly,
      adjusts: (written, row) => {
        const isAll = trafficWritten(written, '', all).toLowerCase() === all.toLowerCase();
        const fits = checkTraffic(trafficWritten(written, row['port'] ?? '', all), language) === undefined;
        return isAll || (!fits && row['port'] !== '') ? { port: all } : {};
      },
      check: (written) =>
        written === '' || checkTraffic(written, language) !== undefined
          ? text.notAProtocol(written)
          : undefined,
    },
    {
      id: 'port',
      label: text.port,
      least: 72,
      placeholder: '443',
      entry: 'free',
      together: ['protocol'],
      suggestions: ({ protocol = '' }) => portSuggestions(protocol, language),
      nothing: text.writePort,
      check: (written, row) =>
        written === ''
          ? /^icmp/i.test(row['protocol'] ?? '')
            ? text.typeMissing
            : text.portMissing
          : checkTraffic(trafficWritten(row['protocol'] ?? '', written, all), language),
    },
    {
      id: 'peer',
      isTopic: true,
      least: 96,
      label: direction === 'inbound' ? inspector.source : inspector.ruleDestination,
      placeholder: inspector.peerPlaceholder,
      entry: 'free',
      suggestions: () => peerSuggestions(design, id, language),
      nothing: text.writeBlock,
      check: (written) => {
        if (written === '') return text.sourceMissing(EXAMPLE);
        const [found, other] = resolved(design, peerIds(design, id), written);
        if (other !== undefined) return text.ambiguous(written, other);
        if (found !== undefined) return undefined;
        const foreign = foreignGroup(design, written);
        if (foreign !== undefined) return text.foreignGroup(written, foreign.vpc, foreign.block ?? EXAMPLE);
        return looksLikeBlock(written)
          ? checkBlock(written, undefined, language)
          : fields.unknownSource(written, EXAMPLE);
      },
    },
  ];
}

function changeRules(
  design: Design,
  id: ResourceId,
  change: (rules: readonly SecurityGroupRule[]) => readonly SecurityGroupRule[],
): Design {
  const group = resourceOfKind(design, id, 'securityGroup');
  return group ? setField(design, id, 'rules', change(known(group.rules) ?? [])) : design;
}

function putRule(
  design: Design,
  id: ResourceId,
  direction: FlowDirection,
  index: number | undefined,
  texts: Texts,
  changed: readonly string[],
): Design {
  const traffic = readTraffic(texts);
  const written = texts['peer'] ?? '';
  const peer = resolved(design, peerIds(design, id), written)[0] ?? written;
  if (index === undefined) {
    if (!traffic) return design;
    const rule: SecurityGroupRule = {
      ...(direction === 'outbound' ? { isEgress: true } : {}),
      ...trafficMembers(traffic),
      ...peerMembers(peer),
    };
    return changeRules(design, id, (rules) => [...rules, rule]);
  }
  const isTraffic = changed.includes('protocol') || changed.includes('port');
  const change = {
    ...(isTraffic && traffic ? { traffic } : {}),
    ...(changed.includes('peer') ? { peer } : {}),
  };
  return changeRules(design, id, (rules) =>
    rules.map((rule, at) => (at === index ? changedRule(rule, change) : rule)),
  );
}

/** The words for everything, in whichever language they were written. */
const everything = [inspectorTexts.en.anyTraffic, inspectorTexts.ja.anyTraffic];

function readTraffic(texts: Texts): Traffic | undefined {
  for (const all of everything) {
    const parsed = parseTraffic(trafficWritten(texts['protocol'] ?? '', texts['port'] ?? '', all), all);
    if (parsed.ok) return parsed.value;
  }
  return undefined;
}

/** The rules of a group in a direction; undefined when it is no group. */
export function ruleSheet(
  design: Design,
  id: ResourceId,
  direction: FlowDirection,
  language: Language,
): Sheet | undefined {
  const group = resourceOfKind(design, id, 'securityGroup');
  if (!group) return undefined;
  const text = ruleTexts[language];
  const inspector = inspectorTexts[language];
  const all = inspector.anyTraffic;
  const title = titleOf(design, id);
  const rows = rulesOf(group, direction).map(({ rule, index }, place): SheetRow => {
    const traffic = trafficOf(rule);
    const peer = peerOf(rule);
    const texts = {
      protocol: traffic ? protocolText(traffic, all) : '',
      port: traffic ? portText(traffic, all) : '',
      peer: peer === undefined ? '' : peerText(design, peer),
    };
    return {
      key: [index, texts.protocol, texts.port, texts.peer].join(' '),
      index,
      // Its number among those of its direction, as findings and paths say it.
      name: ruleName(String(place + 1)),
      texts,
    };
  });
  return {
    id,
    key: `${id} ${direction}`,
    columns: columnsOf(design, id, direction, language),
    rows,
    blank: { protocol: 'TCP', port: '', peer: '' },
    words: {
      table: direction === 'inbound' ? text.inboundOf(title) : text.outboundOf(title),
      add: inspector.addRule,
      newRow: { en: ruleTexts.en.newRule, ja: ruleTexts.ja.newRule },
      empty: direction === 'inbound' ? inspector.noInboundRules(title) : inspector.noOutboundRules(title),
    },
    edits: {
      put: (before, index, texts, changed) => putRule(before, id, direction, index, texts, changed),
      remove: (before, index) => changeRules(before, id, (rules) => rules.filter((_, at) => at !== index)),
    },
    labels: {
      change: (name) => ({ en: `Change ${name.en} of ${title}`, ja: `${title} の${name.ja} を変更` }),
      add: () => ({ en: `Add a rule to ${title}`, ja: `${title} にルールを追加` }),
      remove: (name) => ({ en: `Remove ${name.en} of ${title}`, ja: `${title} の${name.ja} を削除` }),
      move: (name) => ({ en: `Move ${name.en} of ${title}`, ja: `${title} の${name.ja} を移動` }),
    },
  };
}
