/** What controls of references share: what may be referred to, a list to take from, a button that adds. */

import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useApp } from '../../../app/index.ts';
import { inspectorTexts } from '../../../i18n/index.ts';
import {
  isKind,
  resourcesOfKind,
  titleOf,
  vpcOf,
  type Design,
  type Field,
  type Kind,
  type ResourceId,
} from '../../../model/index.ts';
import { Button, Combobox, IconButton, useTexts, type Suggestion } from '../../../ui/index.ts';
import { KindTile } from '../../parts/Glyph.tsx';
import { useNameOf } from '../../parts/names.ts';
import { ResourceLink } from '../../parts/ResourceLink.tsx';
import styles from '../Inspector.module.css';

const kindsOf = (field: Field): readonly Kind[] =>
  (field.references ?? []).flatMap(({ to }) => to).filter(isKind);

/** Whether a member lists security groups. */
export const takesGroups = (field: Field): boolean => kindsOf(field).includes('securityGroup');

/** What a member may refer to: resources of the right kinds in the same VPC, or in none. */
export function candidates(design: Design, id: ResourceId, field: Field): readonly Suggestion[] {
  const vpc = vpcOf(design, id);
  return kindsOf(field).flatMap((kind) =>
    resourcesOfKind(design, kind).flatMap(([other]) => {
      const otherVpc = vpcOf(design, other);
      const fits = other !== id && (vpc === undefined || otherVpc === undefined || otherVpc === vpc);
      return fits ? [suggestionOf(design, other, kind)] : [];
    }),
  );
}

const suggestionOf = (design: Design, id: ResourceId, kind: Kind): Suggestion => {
  const title = titleOf(design, id);
  return {
    value: id,
    label: title,
    ...(title === id ? {} : { detail: id }),
    mark: <KindTile kind={kind} />,
  };
};

interface RemovableListProps {
  readonly ids: readonly string[];
  readonly empty: string;
  readonly onRemove: (id: string) => void;
}

export function RemovableList({ ids, empty, onRemove }: RemovableListProps) {
  const inspector = useTexts(inspectorTexts);
  const design = useApp((state) => state.design);
  const nameOfId = useNameOf();
  if (ids.length === 0) return <p className={styles.hint}>{empty}</p>;
  return (
    <ul>
      {ids.map((id) => {
        const kind = design.resources[id]?.kind;
        return (
          <li key={id} className={styles.removable}>
            {kind && <KindTile kind={kind} />}
            <span className={styles.grow}>
              <ResourceLink id={id} />
            </span>
            <IconButton
              label={inspector.removeReference(nameOfId(id))}
              icon={X}
              size="small"
              onClick={() => onRemove(id)}
            />
          </li>
        );
      })}
    </ul>
  );
}

interface AdderProps {
  readonly label: string;
  readonly suggestions: readonly Suggestion[];
  readonly onPick: (id: string) => void;
}

/** A button that opens to a field; nothing while there is nothing to add. */
export function Adder({ label, suggestions, onPick }: AdderProps) {
  const inspector = useTexts(inspectorTexts);
  const [open, setOpen] = useState(false);
  if (suggestions.length === 0) return null;
  if (!open) {
    return (
      <Button look="link" size="small" icon={Plus} aria-label={label} onClick={() => setOpen(true)}>
        {inspector.addReference}
      </Button>
    );
  }
  return (
    <div
      onBlur={() => setOpen(false)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setOpen(false);
      }}
    >
      <Combobox
        autoFocus
        label={label}
        text=""
        placeholder={inspector.choose}
        nothing={inspector.noMatches}
        suggestions={suggestions}
        onPick={(id) => {
          setOpen(false);
          onPick(id);
        }}
      />
    </div>
  );
}
