/** Controls for texts, numbers, switches and choices. */

import { useId } from 'react';
import { fieldTexts, inspectorTexts } from '../../../i18n/index.ts';
import { useApp } from '../../../app/index.ts';
import { isUnknown, vpcOf, zonesOf, type Design, type ResourceId } from '../../../model/index.ts';
import { Combobox, Select, Switch, TextField, useLanguage, useTexts } from '../../../ui/index.ts';
import { Row } from '../../parts/Section.tsx';
import { changeMember } from '../members.ts';
import styles from '../Inspector.module.css';
import { useFieldLabel } from './field-label.ts';
import { inheritedValue } from './inherited.ts';
import type { ControlProps } from './props.ts';

/** What may well stand in a member, besides anything else. */
const suggestions: Readonly<Record<string, (design: Design, id: ResourceId) => readonly string[]>> = {
  availabilityZone: (design, id) => {
    const vpc = vpcOf(design, id);
    return vpc === undefined ? [] : zonesOf(design, vpc);
  },
};

export function TextControl(props: ControlProps) {
  const { id, name, field, value } = props;
  const inspector = useTexts(inspectorTexts);
  const label = useFieldLabel(name, field);
  const inputId = useId();
  const design = useApp((state) => state.design);
  const suggested = suggestions[name]?.(design, id);
  const told = typeof value === 'string' ? value : '';
  const placeholder = isUnknown(value) ? inspector.unknownValue : undefined;
  const commit = (next: string) => changeMember(id, name, field, next === '' ? undefined : next);
  return (
    <Row label={label} htmlFor={inputId}>
      {suggested ? (
        <Combobox
          id={inputId}
          label={label}
          text={told}
          nothing={inspector.noMatches}
          suggestions={suggested.map((zone) => ({ value: zone, label: zone }))}
          onPick={commit}
          free={{ check: () => undefined, onText: commit }}
          {...(placeholder === undefined ? {} : { placeholder })}
        />
      ) : (
        <TextField
          id={inputId}
          value={told}
          onCommit={commit}
          {...(placeholder === undefined ? {} : { placeholder })}
        />
      )}
    </Row>
  );
}

export function NumberControl({ id, name, field, value }: ControlProps) {
  const fields = useTexts(fieldTexts);
  const inspector = useTexts(inspectorTexts);
  const label = useFieldLabel(name, field);
  const inputId = useId();
  const check = (text: string) =>
    text === '' || /^\d+$/.test(text) ? undefined : fields.notANumber(text, '1');
  return (
    <Row label={label} htmlFor={inputId}>
      <TextField
        id={inputId}
        numeric
        value={typeof value === 'number' ? String(value) : ''}
        check={check}
        onCommit={(text) => changeMember(id, name, field, text === '' ? undefined : Number(text))}
        {...(isUnknown(value) ? { placeholder: inspector.unknownValue } : {})}
      />
    </Row>
  );
}

export function SwitchControl({ id, name, field, resource, value }: ControlProps) {
  const label = useFieldLabel(name, field);
  const inputId = useId();
  const inherited = useApp(({ design }) => inheritedValue(design, resource, name));
  const checked = typeof value === 'boolean' ? value : (inherited ?? field.defaultValue === true);
  return (
    <div className={styles.switchRow}>
      <label htmlFor={inputId}>{label}</label>
      <Switch id={inputId} checked={checked} onChange={(next) => changeMember(id, name, field, next)} />
    </div>
  );
}

export function SelectControl({ id, name, field, value }: ControlProps) {
  const inspector = useTexts(inspectorTexts);
  const language = useLanguage();
  const label = useFieldLabel(name, field);
  const inputId = useId();
  const told = typeof value === 'string' ? value : '';
  const byDefault = typeof field.defaultValue === 'string' ? field.defaultValue : undefined;
  const options = [...new Set([...(field.options ?? []), ...(told === '' ? [] : [told])])];
  const optional = byDefault === undefined ? [{ value: '', label: inspector.none }] : [];
  return (
    <Row label={label} htmlFor={inputId}>
      <Select
        id={inputId}
        lang={language}
        value={told === '' ? (byDefault ?? '') : told}
        options={[...optional, ...options.map((option) => ({ value: option, label: option }))]}
        onChange={(next) => changeMember(id, name, field, next === '' ? undefined : next)}
      />
    </Row>
  );
}
