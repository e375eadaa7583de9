/** The rules of security groups, changed cell by cell: of a group itself, or of every group that a resource has. */

import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { app, useApp } from '../../app/index.ts';
import { factsOf } from '../../drawing/index.ts';
import { fieldTexts, inspectorTexts } from '../../i18n/index.ts';
import {
  known,
  resourceOfKind,
  resourcesOfKind,
  setField,
  titleOf,
  vpcOf,
  type Design,
  type LocalText,
  type Resource,
  type ResourceId,
  type SecurityGroupRule,
} from '../../model/index.ts';
import {
  Button,
  classes,
  Combobox,
  IconButton,
  Segments,
  type Suggestion,
  useLanguage,
  useTexts,
} from '../../ui/index.ts';
import { KindTile } from '../parts/Glyph.tsx';
import { ResourceLink } from '../parts/ResourceLink.tsx';
import { Section } from '../parts/Section.tsx';
import tables from '../parts/TableParts.module.css';
import type { FlowDirection } from './acl.ts';
import { checkBlock } from './checks.ts';
import { TrafficCell } from './TrafficCell.tsx';
import {
  changedRule,
  peerMembers,
  peerOf,
  peersIn,
  peerText,
  rulesOf,
  trafficMembers,
  trafficOf,
  type IndexedRule,
} from './rules.ts';
import type { DetailProps } from './tabs.tsx';
import type { Traffic } from './traffic.ts';
import styles from './Inspector.module.css';

export function GroupTab({ id }: DetailProps) {
  const [direction, setDirection] = useState<FlowDirection>('inbound');
  return (
    <>
      <Section>
        <DirectionSwitch direction={direction} onChange={setDirection} />
      </Section>
      <Section>
        <RulesTable id={id} direction={direction} />
      </Section>
    </>
  );
}

/** The groups of a resource: its own, or those of its interfaces. */
function groupsOf(design: Design, id: ResourceId, resource: Resource): readonly ResourceId[] {
  const own = 'securityGroupIds' in resource ? (known(resource.securityGroupIds) ?? []) : [];
  const interfaces = factsOf(design).interfacesOfCard.get(id) ?? [];
  const theirs = interfaces.flatMap((eni) => known(eni.securityGroupIds) ?? []);
  return [...new Set([...own, ...theirs])];
}

export function GroupsTab({ id, resource }: DetailProps) {
  const inspector = useTexts(inspectorTexts);
  const design = useApp((state) => state.design);
  const [direction, setDirection] = useState<FlowDirection>('inbound');
  const groups = groupsOf(design, id, resource);
  if (groups.length === 0) {
    return (
      <Section>
        <p className={styles.hint}>{inspector.noGroups}</p>
      </Section>
    );
  }
  return (
    <>
      <Section>
        <DirectionSwitch direction={direction} onChange={setDirection} />
      </Section>
      {groups.map((group) => (
        <Section key={group}>
          <p className={styles.line}>
            <KindTile kind="securityGroup" />
            <ResourceLink id={group} />
            <span className={styles.detail}>{inspector.everyGroupCounts}</span>
          </p>
          <RulesTable id={group} direction={direction} />
        </Section>
      ))}
    </>
  );
}

interface DirectionSwitchProps {
  readonly direction: FlowDirection;
  readonly onChange: (direction: FlowDirection) => void;
}

export function DirectionSwitch({ direction, onChange }: DirectionSwitchProps) {
  const inspector = useTexts(inspectorTexts);
  return (
    <Segments
      fill
      size="small"
      label={inspector.direction}
      value={direction}
      onChange={onChange}
      segments={[
        { value: 'inbound', label: inspector.inbound },
        { value: 'outbound', label: inspector.outbound },
      ]}
    />
  );
}

function setRules(
  id: ResourceId,
  label: LocalText,
  change: (rules: readonly SecurityGroupRule[]) => readonly SecurityGroupRule[],
): void {
  app.edit(label, (design) => {
    const group = resourceOfKind(design, id, 'securityGroup');
    return group ? setField(design, id, 'rules', change(known(group.rules) ?? [])) : design;
  });
}

function RulesTable({ id, direction }: { readonly id: ResourceId; readonly direction: FlowDirection }) {
  const inspector = useTexts(inspectorTexts);
  const group = useApp(({ design }) => resourceOfKind(design, id, 'securityGroup'));
  const [adding, setAdding] = useState(false);
  if (!group) return null;
  const rules = rulesOf(group, direction);
  return (
    <>
      {(rules.length > 0 || adding) && (
        <table className={classes(tables.table, tables.editable)}>
          <thead>
            <tr>
              <th scope="col" className={tables.traffic}>
                {inspector.traffic}
              </th>
              <th scope="col">{direction === 'inbound' ? inspector.source : inspector.ruleDestination}</th>
              <th scope="col" className={tables.narrow}>
                <span className={tables.unseen}>{inspector.removeColumn}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rules.map((item, position) => (
              <RuleRow
                key={`${item.index} ${item.rule.securityGroupRuleId ?? ''}`}
                id={id}
                item={item}
                number={position + 1}
                direction={direction}
              />
            ))}
            {adding && <NewRule id={id} direction={direction} onDone={() => setAdding(false)} />}
          </tbody>
        </table>
      )}
      {rules.length === 0 && !adding && (
        <p className={styles.hint}>
          {direction === 'inbound' ? inspector.noInboundRules : inspector.noOutboundRules}
        </p>
      )}
      {!adding && (
        <Button look="link" icon={Plus} className={tables.add} onClick={() => setAdding(true)}>
          {inspector.addRule}
        </Button>
      )}
    </>
  );
}

interface RuleRowProps {
  readonly id: ResourceId;
  readonly item: IndexedRule;
  /** Its number among those of its direction, as findings and paths say it. */
  readonly number: number;
  readonly direction: FlowDirection;
}

function RuleRow({ id, item, number, direction }: RuleRowProps) {
  const inspector = useTexts(inspectorTexts);
  const design = useApp((state) => state.design);
  const { rule, index } = item;
  const title = titleOf(design, id);
  const change = (next: Parameters<typeof changedRule>[1]) =>
    setRules(
      id,
      { en: `Change rule ${number} of ${title}`, ja: `${title} のルール ${number} を変更` },
      (rules) => rules.map((other, at) => (at === index ? changedRule(other, next) : other)),
    );
  return (
    <tr>
      <td className={tables.field}>
        <TrafficCell traffic={trafficOf(rule)} onTraffic={(traffic) => change({ traffic })} />
      </td>
      <td className={tables.field}>
        <PeerCell id={id} peer={peerOf(rule)} direction={direction} onPeer={(peer) => change({ peer })} />
      </td>
      <td className={tables.narrow}>
        <IconButton
          label={inspector.removeRule(String(number))}
          icon={X}
          size="small"
          onClick={() =>
            setRules(
              id,
              { en: `Remove rule ${number} of ${title}`, ja: `${title} のルール ${number} を削除` },
              (rules) => rules.filter((_, at) => at !== index),
            )
          }
        />
      </td>
    </tr>
  );
}

interface NewRuleProps {
  readonly id: ResourceId;
  readonly direction: FlowDirection;
  readonly onDone: () => void;
}

/** A row that is not in the design yet: it goes there when both cells are right. */
function NewRule({ id, direction, onDone }: NewRuleProps) {
  const inspector = useTexts(inspectorTexts);
  const design = useApp((state) => state.design);
  const [traffic, setTraffic] = useState<Traffic | undefined>(undefined);
  const [peer, setPeer] = useState<string | undefined>(undefined);
  const title = titleOf(design, id);

  const add = (nextTraffic: Traffic | undefined, nextPeer: string | undefined) => {
    setTraffic(nextTraffic);
    setPeer(nextPeer);
    if (!nextTraffic || nextPeer === undefined) return;
    const rule: SecurityGroupRule = {
      ...(direction === 'outbound' ? { isEgress: true } : {}),
      ...trafficMembers(nextTraffic),
      ...peerMembers(nextPeer),
    };
    setRules(id, { en: `Add a rule to ${title}`, ja: `${title} にルールを追加` }, (rules) => [
      ...rules,
      rule,
    ]);
    onDone();
  };

  return (
    <tr>
      <td className={tables.field}>
        <TrafficCell autoFocus traffic={traffic} onTraffic={(next) => add(next, peer)} />
      </td>
      <td className={tables.field}>
        <PeerCell id={id} peer={peer} direction={direction} onPeer={(next) => add(traffic, next)} />
      </td>
      <td className={tables.narrow}>
        <IconButton label={inspector.cancelRow} icon={X} size="small" onClick={onDone} />
      </td>
    </tr>
  );
}

const EVERYWHERE: readonly string[] = ['0.0.0.0/0', '::/0'];

interface PeerCellProps {
  readonly id: ResourceId;
  readonly peer: string | undefined;
  readonly direction: FlowDirection;
  readonly onPeer: (peer: string) => void;
}

function PeerCell({ id, peer, direction, onPeer }: PeerCellProps) {
  const inspector = useTexts(inspectorTexts);
  const fields = useTexts(fieldTexts);
  const language = useLanguage();
  const design = useApp((state) => state.design);
  const label = direction === 'inbound' ? inspector.source : inspector.ruleDestination;
  const check = (written: string): string | undefined => {
    const looksLikeBlock = /^[0-9a-f:.]*[.:][0-9a-f:./]*$/i.test(written);
    return looksLikeBlock
      ? checkBlock(written, undefined, language)
      : fields.unknownSource(written, '10.0.0.0/16');
  };
  return (
    <Combobox
      look={peer === undefined ? 'field' : 'quiet'}
      label={label}
      text={peer === undefined ? '' : peerText(design, peer)}
      placeholder={inspector.peerPlaceholder}
      nothing={inspector.writeBlock}
      suggestions={peerSuggestions(design, id)}
      onPick={onPeer}
      free={{ check, onText: onPeer }}
    />
  );
}

/** Everywhere, the blocks of the VPC, its groups, and prefix lists. */
function peerSuggestions(design: Design, id: ResourceId): readonly Suggestion[] {
  const vpc = vpcOf(design, id);
  const block = vpc === undefined ? undefined : known(resourceOfKind(design, vpc, 'vpc')?.cidrBlock);
  return [
    ...EVERYWHERE.map((value) => ({ value, label: value })),
    ...(vpc === undefined || block === undefined
      ? []
      : [{ value: block, label: block, detail: titleOf(design, vpc) }]),
    ...peersIn(design, vpc).map(({ id: group, name }) => ({
      value: group,
      label: name,
      ...(name === group ? {} : { detail: group }),
      mark: <KindTile kind="securityGroup" />,
    })),
    ...resourcesOfKind(design, 'managedPrefixList').map(([list]) => ({
      value: list,
      label: titleOf(design, list),
      detail: list,
      mark: <KindTile kind="managedPrefixList" />,
    })),
  ];
}
