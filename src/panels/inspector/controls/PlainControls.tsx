/** Controls for texts, numbers, switches and choices. */

import { useId } from 'react';
import { fieldTexts, inspectorTexts, notStated, optionWord, switchTexts } from '../../../i18n/index.ts';
import { useApp } from '../../../app/index.ts';
import {
  followedValue,
  isUnknown,
  vpcOf,
  zonesOf,
  type Design,
  type Follows,
  type ResourceId,
} from '../../../model/index.ts';
import { Combobox, Select, Switch, TextField, useLanguage, useTexts } from '../../../ui/index.ts';
import { Row } from '../../parts/Section.tsx';
import { changeMember } from '../members.ts';
import styles from '../Inspector.module.css';
import { useFieldLabel } from './field-label.ts';
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

export function SwitchControl(props: ControlProps) {
  const { id, name, field, value } = props;
  const label = useFieldLabel(name, field);
  const inputId = useId();
  if (field.follows) return <FollowingSwitch {...props} follows={field.follows} />;
  const checked = typeof value === 'boolean' ? value : field.defaultValue === true;
  return (
    <div className={styles.switchRow}>
      <label htmlFor={inputId}>{label}</label>
      <Switch id={inputId} checked={checked} onChange={(next) => changeMember(id, name, field, next)} />
    </div>
  );
}

/** Three states: what another member says, told in words with what that comes to, or a yes or no of its own. */
function FollowingSwitch({
  id,
  name,
  field,
  resource,
  value,
  follows,
}: ControlProps & { readonly follows: Follows }) {
  const language = useLanguage();
  const { yes, no, followed } = useTexts(switchTexts);
  const inspector = useTexts(inspectorTexts);
  const label = useFieldLabel(name, field);
  const inputId = useId();
  const said = useApp(({ design }) => followedValue(design, resource, name));
  const absent = followed(follows.label[language], said);
  const unknown = isUnknown(value) ? [{ value: '?', label: inspector.unknownValue }] : [];
  return (
    <Row label={label} htmlFor={inputId}>
      <Select
        id={inputId}
        lang={language}
        value={isUnknown(value) ? '?' : typeof value === 'boolean' ? String(value) : ''}
        options={[
          ...unknown,
          { value: '', label: absent },
          { value: 'true', label: yes },
          { value: 'false', label: no },
        ]}
        onChange={(next) =>
          next === '?' ? undefined : changeMember(id, name, field, next === '' ? undefined : next === 'true')
        }
      />
    </Row>
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
  const isUntold = isUnknown(value);
  const absent = isUntold ? inspector.unknownValue : notStated[language];
  const optional = byDefault === undefined || isUntold ? [{ value: '', label: absent }] : [];
  return (
    <Row label={label} htmlFor={inputId}>
      <Select
        id={inputId}
        lang={language}
        value={told === '' && !isUntold ? (byDefault ?? '') : told}
        options={[
          ...optional,
          ...options.map((option) => ({ value: option, label: optionWord(name, option, language) })),
        ]}
        onChange={(next) => changeMember(id, name, field, next === '' ? undefined : next)}
      />
    </Row>
  );
}
