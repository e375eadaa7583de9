/** What a rule between two groups is to let through: written, or picked from what is open there and what is usual. */

import { Flag } from 'lucide-react';
import { useMemo, useState } from 'react';
import { app, makeConnection, useApp } from '../../app/index.ts';
import { commandTexts } from '../../i18n/index.ts';
import {
  resourceOfKind,
  titleOf,
  type Design,
  type ResourceId,
  type RuleTraffic,
} from '../../model/index.ts';
import { Icon, Kbd, useTexts } from '../../ui/index.ts';
import { peerOf, rulesOf, trafficOf } from '../inspector/rules.ts';
import { commonTraffic, formatTraffic, parseTraffic, type Traffic } from '../inspector/traffic.ts';
import { fitAny } from '../search/fuzzy.ts';
import { closeDialog } from '../shell/dialogs.ts';
import { PickDialog, type PickRow, type PickSection } from './PickDialog.tsx';

/** The word that all traffic is written and read by here. */
const ALL = 'All';

/** Each traffic that the group lets in, and whether it does so from the other group. */
function openIn(
  design: Design,
  group: ResourceId,
  from: ResourceId,
): ReadonlyMap<string, 'theirs' | 'others'> {
  const found = new Map<string, 'theirs' | 'others'>();
  const owner = resourceOfKind(design, group, 'securityGroup');
  for (const { rule } of owner ? rulesOf(owner, 'inbound') : []) {
    const traffic = trafficOf(rule);
    if (!traffic) continue;
    const text = formatTraffic(traffic, ALL);
    const isTheirs = peerOf(rule) === from;
    if (isTheirs || !found.has(text)) found.set(text, isTheirs ? 'theirs' : 'others');
  }
  return found;
}

const asRule = ({ protocol, from, to }: Traffic): RuleTraffic => ({
  ipProtocol: protocol,
  ...(from === undefined ? {} : { fromPort: from }),
  ...(to === undefined ? {} : { toPort: to }),
});

export default function AllowDialog() {
  const text = useTexts(commandTexts);
  const design = useApp((state) => state.design);
  const allowing = useApp(({ view }) => view.allowing);
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const { from = '', to = '' } = allowing ?? {};
  const open = useMemo(() => openIn(design, to, from), [design, to, from]);
  if (!allowing) return null;

  const [source, target] = [titleOf(design, from), titleOf(design, to)];
  const rowOf = (traffic: string, name: string): PickRow & { readonly score: number } => {
    const found = fitAny(query, [traffic, name]);
    const isAllowed = open.get(traffic) === 'theirs';
    return {
      key: traffic,
      label: traffic,
      ranges: found?.ranges ?? [],
      detail: isAllowed ? text.allowedNow : name,
      mark: <Icon of={Flag} />,
      score: found?.score ?? -1,
      ...(isAllowed ? { disabled: true } : {}),
    };
  };
  const nameOf = (traffic: string): string => commonTraffic.find((each) => each.text === traffic)?.name ?? '';
  const present = [...open.keys()].map((traffic) => rowOf(traffic, nameOf(traffic)));
  const usual = commonTraffic.flatMap((each) => (open.has(each.text) ? [] : rowOf(each.text, each.name)));
  const written = parseTraffic(query, ALL);
  const own = written.ok ? formatTraffic(written.value, ALL) : undefined;
  const isListed = [...present, ...usual].some(({ key }) => key === own);
  const fitting = (rows: readonly (PickRow & { readonly score: number })[]) =>
    rows.filter(({ score }) => score >= 0).toSorted((a, b) => b.score - a.score);
  const sections: readonly PickSection[] = [
    {
      key: 'own',
      heading: text.allowOwn,
      rows: own === undefined || isListed ? [] : [{ ...rowOf(own, text.allowRule(target, source)) }],
    },
    { key: 'open', heading: text.allowOpen(target), rows: fitting(present) },
    { key: 'usual', heading: text.allowUsual, rows: fitting(usual) },
  ].filter(({ rows }) => rows.length > 0);
  const chosen = sections.flatMap(({ rows }) => rows)[active];
  const title = text.allowTitle(source, target);

  return (
    <PickDialog
      title={title}
      ask={`${title}: ${text.allowAsk}`}
      query={query}
      onQuery={(next) => {
        setQuery(next);
        setActive(0);
      }}
      sections={sections}
      active={active}
      onActive={setActive}
      onPick={({ key }) => {
        closeDialog();
        const traffic = parseTraffic(key, ALL);
        if (traffic.ok) makeConnection(app, from, to, asRule(traffic.value));
      }}
      onClose={closeDialog}
      nothing={text.allowNothing}
      footer={
        <span>
          <Kbd>Enter</Kbd> {chosen ? `${chosen.label}: ${text.allowRule(target, source)}` : text.run}
        </span>
      }
    />
  );
}
