/** The entries of a network ACL in the order that decides, changed cell by cell; its own, or a subnet's. */

import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { app, useApp } from '../../app/index.ts';
import { inspectorTexts } from '../../i18n/index.ts';
import {
  known,
  resourceOfKind,
  setField,
  titleOf,
  type LocalText,
  type NetworkAclEntry,
  type ResourceId,
} from '../../model/index.ts';
import {
  Button,
  classes,
  Combobox,
  IconButton,
  Select,
  TextField,
  useLanguage,
  useTexts,
} from '../../ui/index.ts';
import { KindTile } from '../parts/Glyph.tsx';
import { ResourceLink } from '../parts/ResourceLink.tsx';
import { Section } from '../parts/Section.tsx';
import tables from '../parts/TableParts.module.css';
import { aclOf, entriesOf, nextRuleNumber, type FlowDirection, type NumberedEntry } from './acl.ts';
import { checkBlock, checkRuleNumber } from './checks.ts';
import { changedEntry, entryBlock, entryTraffic, newEntry } from './entries.ts';
import { DirectionSwitch } from './GroupRules.tsx';
import { TrafficCell } from './TrafficCell.tsx';
import type { DetailProps } from './tabs.tsx';
import type { Traffic } from './traffic.ts';
import styles from './Inspector.module.css';

export function AclTab({ id }: DetailProps) {
  return <Entries id={id} />;
}

/** The ACL that a subnet follows, by name or as the default one of its VPC. */
export function AppliedAclTab({ id }: DetailProps) {
  const inspector = useTexts(inspectorTexts);
  const design = useApp((state) => state.design);
  const acl = aclOf(design, id);
  if (acl === undefined) {
    return (
      <Section>
        <p className={styles.hint}>{inspector.noAcl}</p>
      </Section>
    );
  }
  const isDefault = resourceOfKind(design, acl, 'networkAcl')?.isDefault === true;
  return (
    <>
      <Section>
        <p className={styles.line}>
          <KindTile kind="networkAcl" />
          <ResourceLink id={acl} />
          {isDefault && <span className={styles.detail}>{inspector.defaultAcl}</span>}
        </p>
      </Section>
      <Entries id={acl} />
    </>
  );
}

function setEntries(
  id: ResourceId,
  label: LocalText,
  change: (entries: readonly NetworkAclEntry[]) => readonly NetworkAclEntry[],
): void {
  app.edit(label, (design) => {
    const acl = resourceOfKind(design, id, 'networkAcl');
    return acl ? setField(design, id, 'entries', change(known(acl.entries) ?? [])) : design;
  });
}

function Entries({ id }: { readonly id: ResourceId }) {
  const inspector = useTexts(inspectorTexts);
  const [direction, setDirection] = useState<FlowDirection>('inbound');
  const [adding, setAdding] = useState(false);
  const acl = useApp(({ design }) => resourceOfKind(design, id, 'networkAcl'));
  if (!acl) return null;
  const entries = entriesOf(acl, direction);
  const next = nextRuleNumber(entries);
  return (
    <>
      <Section>
        <DirectionSwitch direction={direction} onChange={setDirection} />
      </Section>
      <Section>
        <table className={classes(tables.table, tables.editable)}>
          <thead>
            <tr>
              <th scope="col" className={tables.number}>
                {inspector.number}
              </th>
              <th scope="col" className={tables.action}>
                {inspector.action}
              </th>
              <th scope="col">
                {inspector.trafficAnd(direction === 'inbound' ? inspector.source : inspector.ruleDestination)}
              </th>
              <th scope="col" className={tables.narrow}>
                <span className={tables.unseen}>{inspector.removeColumn}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {entries.map((item) => (
              <EntryRow key={item.index} id={id} item={item} entries={entries} direction={direction} />
            ))}
            {adding && (
              <NewEntry id={id} number={next} direction={direction} onDone={() => setAdding(false)} />
            )}
            <tr className={tables.quiet}>
              <td className={tables.number}>*</td>
              <td>{inspector.deny}</td>
              <td>{inspector.anyTraffic}</td>
              <td />
            </tr>
          </tbody>
        </table>
        {!adding && (
          <Button look="link" icon={Plus} className={tables.add} onClick={() => setAdding(true)}>
            {inspector.addEntry(next)}
          </Button>
        )}
      </Section>
    </>
  );
}

interface EntryRowProps {
  readonly id: ResourceId;
  readonly item: NumberedEntry;
  readonly entries: readonly NumberedEntry[];
  readonly direction: FlowDirection;
}

function EntryRow({ id, item, entries, direction }: EntryRowProps) {
  const inspector = useTexts(inspectorTexts);
  const language = useLanguage();
  const title = useApp(({ design }) => titleOf(design, id));
  const { entry, index } = item;
  const number = String(entry.ruleNumber);
  const taken = entries.flatMap((other) => (other.index === index ? [] : [other.entry.ruleNumber]));
  const change = (next: Parameters<typeof changedEntry>[1]) =>
    setEntries(
      id,
      { en: `Change rule ${number} of ${title}`, ja: `${title} のルール ${number} を変更` },
      (list) => list.map((other, at) => (at === index ? changedEntry(other, next) : other)),
    );
  return (
    <tr>
      <td className={tables.field}>
        <TextField
          look="quiet"
          numeric
          label={inspector.number}
          value={number}
          check={(written) => checkRuleNumber(written, taken, nextRuleNumber(entries), language)}
          onCommit={(written) => change({ ruleNumber: Number(written) })}
        />
      </td>
      <td className={tables.field}>
        <ActionSelect value={entry.ruleAction} onChange={(ruleAction) => change({ ruleAction })} />
      </td>
      <td className={tables.field}>
        <TrafficCell traffic={entryTraffic(entry)} onTraffic={(traffic) => change({ traffic })} />
        <BlockCell block={entryBlock(entry)} direction={direction} onBlock={(block) => change({ block })} />
      </td>
      <td className={tables.narrow}>
        <IconButton
          label={inspector.removeRule(number)}
          icon={X}
          size="small"
          onClick={() =>
            setEntries(
              id,
              { en: `Remove rule ${number} of ${title}`, ja: `${title} のルール ${number} を削除` },
              (list) => list.filter((_, at) => at !== index),
            )
          }
        />
      </td>
    </tr>
  );
}

interface ActionSelectProps {
  readonly value: string;
  readonly onChange: (action: string) => void;
}

function ActionSelect({ value, onChange }: ActionSelectProps) {
  const inspector = useTexts(inspectorTexts);
  return (
    <Select
      look="quiet"
      className={value === 'allow' ? tables.allow : tables.deny}
      aria-label={inspector.action}
      value={value}
      options={[
        { value: 'allow', label: inspector.allow },
        { value: 'deny', label: inspector.deny },
      ]}
      onChange={onChange}
    />
  );
}

interface BlockCellProps {
  readonly block: string | undefined;
  readonly direction: FlowDirection;
  readonly onBlock: (block: string) => void;
}

function BlockCell({ block, direction, onBlock }: BlockCellProps) {
  const inspector = useTexts(inspectorTexts);
  const language = useLanguage();
  return (
    <Combobox
      look={block === undefined ? 'field' : 'quiet'}
      label={direction === 'inbound' ? inspector.source : inspector.ruleDestination}
      text={block ?? ''}
      placeholder="10.0.0.0/16"
      nothing={inspector.writeBlock}
      suggestions={['0.0.0.0/0', '::/0'].map((value) => ({ value, label: value }))}
      onPick={onBlock}
      free={{ check: (written) => checkBlock(written, undefined, language), onText: onBlock }}
    />
  );
}

interface NewEntryProps {
  readonly id: ResourceId;
  readonly number: number;
  readonly direction: FlowDirection;
  readonly onDone: () => void;
}

/** A row that is not in the design yet: it goes there when traffic and block are right. */
function NewEntry({ id, number, direction, onDone }: NewEntryProps) {
  const inspector = useTexts(inspectorTexts);
  const title = useApp(({ design }) => titleOf(design, id));
  const [ruleAction, setAction] = useState('allow');
  const [traffic, setTraffic] = useState<Traffic | undefined>(undefined);
  const [block, setBlock] = useState<string | undefined>(undefined);

  const add = (nextTraffic: Traffic | undefined, nextBlock: string | undefined) => {
    setTraffic(nextTraffic);
    setBlock(nextBlock);
    if (!nextTraffic || nextBlock === undefined) return;
    setEntries(
      id,
      { en: `Add rule ${number} to ${title}`, ja: `${title} にルール ${number} を追加` },
      (list) => [
        ...list,
        newEntry({ ruleNumber: number, direction, ruleAction, traffic: nextTraffic, block: nextBlock }),
      ],
    );
    onDone();
  };

  return (
    <tr>
      <td className={tables.number}>{number}</td>
      <td className={tables.field}>
        <ActionSelect value={ruleAction} onChange={setAction} />
      </td>
      <td className={tables.field}>
        <TrafficCell autoFocus traffic={traffic} onTraffic={(next) => add(next, block)} />
        <BlockCell block={block} direction={direction} onBlock={(next) => add(traffic, next)} />
      </td>
      <td className={tables.narrow}>
        <IconButton label={inspector.cancelRow} icon={X} size="small" onClick={onDone} />
      </td>
    </tr>
  );
}
