/** Controls for a reference and for a list of them. */

import { useId } from 'react';
import { useApp } from '../../../app/index.ts';
import { inspectorTexts } from '../../../i18n/index.ts';
import { isUnknown } from '../../../model/index.ts';
import { Combobox, useLanguage, useTexts } from '../../../ui/index.ts';
import { useNameOf } from '../../parts/names.ts';
import { Row } from '../../parts/Section.tsx';
import { addToNewGroup, changeMember } from '../members.ts';
import styles from '../Inspector.module.css';
import { useFieldLabel } from './field-label.ts';
import type { ControlProps } from './props.ts';
import { Adder, candidates, RemovableList, takesGroups } from './reference-lists.tsx';

export function ReferenceControl({ id, name, field, value }: ControlProps) {
  const inspector = useTexts(inspectorTexts);
  const label = useFieldLabel(name, field);
  const inputId = useId();
  const design = useApp((state) => state.design);
  const nameOfId = useNameOf();
  return (
    <Row label={label} htmlFor={inputId}>
      <Combobox
        id={inputId}
        label={label}
        text={typeof value === 'string' ? nameOfId(value) : ''}
        placeholder={isUnknown(value) ? inspector.unknownValue : inspector.none}
        nothing={inspector.noMatches}
        suggestions={[{ value: '', label: inspector.none }, ...candidates(design, id, field)]}
        onPick={(next) => changeMember(id, name, field, next === '' ? undefined : next)}
      />
    </Row>
  );
}

/** Stands for a group that is made when it is chosen; no id is empty. */
const NEW = '';

const textsOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];

export function ReferencesControl({ id, name, field, value }: ControlProps) {
  const inspector = useTexts(inspectorTexts);
  const language = useLanguage();
  const design = useApp((state) => state.design);
  const chosen = textsOf(value);
  const label = field.label[language];
  const set = (next: readonly string[]) =>
    changeMember(id, name, field, next.length === 0 ? undefined : next);
  if (isUnknown(value)) return <p className={styles.hint}>{inspector.unknownValue}</p>;
  return (
    <>
      <RemovableList
        ids={chosen}
        empty={inspector.none}
        onRemove={(gone) => set(chosen.filter((other) => other !== gone))}
      />
      <Adder
        label={`${inspector.addReference}: ${label}`}
        suggestions={[
          ...candidates(design, id, field).filter(({ value: other }) => !chosen.includes(other)),
          ...(takesGroups(field) ? [{ value: NEW, label: inspector.newGroup }] : []),
        ]}
        onPick={(added) => {
          if (added === NEW) addToNewGroup(id, name, chosen);
          else set([...chosen, added]);
        }}
      />
    </>
  );
}
