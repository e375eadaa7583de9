/** The entries of a network ACL in one direction as a sheet, lowest number first, with the final deny that AWS implies. */

import { inspectorTexts, ruleTexts } from '../../i18n/index.ts';
import {
  known,
  resourceOfKind,
  setField,
  titleOf,
  vpcOf,
  type Design,
  type Language,
  type NetworkAclEntry,
  type ResourceId,
} from '../../model/index.ts';
import { entriesOf, nextRuleNumber, type FlowDirection, type NumberedEntry } from '../inspector/acl.ts';
import { checkBlock, checkRuleNumber, checkTraffic } from '../inspector/checks.ts';
import { changedEntry, entryBlock, entryTraffic, newEntry } from '../inspector/entries.ts';
import { localBlocksOf } from '../inspector/routes.ts';
import { parseTraffic, type Traffic } from '../inspector/traffic.ts';
import { movedEntries } from './acl-order.ts';
import type { Column, Sheet, SheetRow, Texts } from './sheet.ts';
import { blockSuggestions, trafficSuggestions } from './suggestions.tsx';
import { ruleName, trafficText } from './traffic-text.ts';

interface Place {
  readonly design: Design;
  readonly id: ResourceId;
  readonly direction: FlowDirection;
  readonly language: Language;
}

/** The word for an action in a language. */
const actionWord = (action: string, language: Language): string =>
  action === 'allow' || action === 'deny' ? inspectorTexts[language][action] : action;

/** The action that a word of any language means. */
function actionOf(text: string): 'allow' | 'deny' | undefined {
  const isWord = (action: 'allow' | 'deny'): boolean =>
    [action, inspectorTexts.en[action], inspectorTexts.ja[action]].includes(text.toLowerCase());
  if (isWord('allow')) return 'allow';
  return isWord('deny') ? 'deny' : undefined;
}

function columnsOf({ design, id, direction, language }: Place, entries: readonly NumberedEntry[]): Column[] {
  const text = ruleTexts[language];
  const inspector = inspectorTexts[language];
  return [
    {
      id: 'number',
      label: inspector.number,
      least: 'whole',
      entry: 'free',
      suggestions: () => [],
      nothing: '',
      check: (written, _, at) => {
        const taken = entries.flatMap(({ entry, index }) => (index === at ? [] : [entry.ruleNumber]));
        return checkRuleNumber(written, taken, nextRuleNumber(entries), language);
      },
    },
    {
      id: 'action',
      label: inspector.action,
      least: 'whole',
      entry: 'choice',
      suggestions: () =>
        (['allow', 'deny'] as const).map((action) => ({
          value: inspector[action],
          label: inspector[action],
        })),
      nothing: text.choicesOnly,
      check: (written) => (actionOf(written) === undefined ? text.notAnAction(written) : undefined),
    },
    {
      id: 'traffic',
      label: inspector.traffic,
      least: 72,
      placeholder: 'TCP 443',
      entry: 'free',
      suggestions: () => trafficSuggestions(language),
      nothing: inspector.writeTraffic,
      check: (written) => checkTraffic(written, language),
    },
    {
      id: 'block',
      isTopic: true,
      least: 80,
      label: direction === 'inbound' ? inspector.source : inspector.ruleDestination,
      placeholder: '10.0.0.0/16',
      entry: 'free',
      suggestions: () => blockSuggestions(design, id, language),
      nothing: text.writeBlock,
      check: (written) => checkBlock(written, undefined, language),
    },
  ];
}

function changeEntries(
  design: Design,
  id: ResourceId,
  change: (entries: readonly NetworkAclEntry[]) => readonly NetworkAclEntry[],
): Design {
  const acl = resourceOfKind(design, id, 'networkAcl');
  if (!acl) return design;
  const entries = known(acl.entries) ?? [];
  const next = change(entries);
  return next === entries ? design : setField(design, id, 'entries', next);
}

function readTraffic(text: string): Traffic | undefined {
  for (const { anyTraffic } of [inspectorTexts.en, inspectorTexts.ja]) {
    const parsed = parseTraffic(text, anyTraffic);
    if (parsed.ok) return parsed.value;
  }
  return undefined;
}

function putEntry(
  design: Design,
  id: ResourceId,
  direction: FlowDirection,
  index: number | undefined,
  texts: Texts,
  changed: readonly string[],
): Design {
  const traffic = readTraffic(texts['traffic'] ?? '');
  const block = texts['block'] ?? '';
  const ruleNumber = Number(texts['number']);
  const ruleAction = actionOf(texts['action'] ?? '') ?? 'deny';
  if (index === undefined) {
    if (!traffic) return design;
    const entry = newEntry({ ruleNumber, direction, ruleAction, traffic, block });
    return changeEntries(design, id, (entries) => [...entries, entry]);
  }
  const change = {
    ...(changed.includes('number') ? { ruleNumber } : {}),
    ...(changed.includes('action') ? { ruleAction } : {}),
    ...(changed.includes('traffic') && traffic ? { traffic } : {}),
    ...(changed.includes('block') ? { block } : {}),
  };
  return changeEntries(design, id, (entries) =>
    entries.map((entry, at) => (at === index ? changedEntry(entry, change) : entry)),
  );
}

/** The entries of an ACL in a direction; undefined when it is no ACL. */
export function entrySheet(
  design: Design,
  id: ResourceId,
  direction: FlowDirection,
  language: Language,
): Sheet | undefined {
  const acl = resourceOfKind(design, id, 'networkAcl');
  if (!acl) return undefined;
  const text = ruleTexts[language];
  const inspector = inspectorTexts[language];
  const all = inspector.anyTraffic;
  const title = titleOf(design, id);
  const entries = entriesOf(acl, direction);
  const next = nextRuleNumber(entries);
  const rows = entries.map(({ entry, index }): SheetRow => {
    const traffic = entryTraffic(entry);
    const texts = {
      number: String(entry.ruleNumber),
      action: actionWord(entry.ruleAction, language),
      traffic: traffic ? trafficText(traffic, all) : '',
      block: entryBlock(entry) ?? '',
    };
    return {
      key: [index, texts.action, texts.traffic, texts.block].join(' '),
      index,
      name: ruleName(texts.number),
      texts,
    };
  });
  const hasIpv6 = localBlocksOf(design, vpcOf(design, id)).some((block) => block.includes(':'));
  // One final deny for each family that the VPC has.
  const final = ['0.0.0.0/0', ...(hasIpv6 ? ['::/0'] : [])].map((block): SheetRow => ({
    key: `* ${block}`,
    index: undefined,
    name: ruleName('*'),
    texts: { number: '*', action: inspector.deny, traffic: all, block },
  }));
  return {
    id,
    key: `${id} ${direction}`,
    columns: columnsOf({ design, id, direction, language }, entries),
    rows: [...rows, ...final],
    blank: { number: String(next), action: inspector.allow, traffic: '', block: '' },
    words: {
      table: direction === 'inbound' ? text.inboundOf(title) : text.outboundOf(title),
      add: inspector.addEntry(next),
      newRow: { en: ruleTexts.en.newRule, ja: ruleTexts.ja.newRule },
    },
    edits: {
      put: (before, index, texts, changed) => putEntry(before, id, direction, index, texts, changed),
      remove: (before, index) => changeEntries(before, id, (list) => list.filter((_, at) => at !== index)),
      move: (before, index, by) => {
        const present = resourceOfKind(before, id, 'networkAcl');
        return present
          ? changeEntries(before, id, (list) => movedEntries(present, list, direction, index, by))
          : before;
      },
    },
    labels: {
      change: (name) => ({ en: `Change ${name.en} of ${title}`, ja: `${title} の${name.ja} を変更` }),
      add: (texts) => ({
        en: `Add rule ${texts['number'] ?? ''} to ${title}`,
        ja: `${title} にルール ${texts['number'] ?? ''} を追加`,
      }),
      remove: (name) => ({ en: `Remove ${name.en} of ${title}`, ja: `${title} の${name.ja} を削除` }),
      move: (name) => ({ en: `Move ${name.en} of ${title}`, ja: `${title} の${name.ja} を移動` }),
    },
  };
}
