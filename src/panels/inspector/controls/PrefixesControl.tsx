/** Lists of blocks, each written in place. */

import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { fieldTexts, inspectorTexts } from '../../../i18n/index.ts';
import { isUnknown } from '../../../model/index.ts';
import { Button, IconButton, TextField, useLanguage, useTexts } from '../../../ui/index.ts';
import { Row } from '../../parts/Section.tsx';
import { checkBlock } from '../checks.ts';
import { changeMember } from '../members.ts';
import styles from '../Inspector.module.css';
import { useFieldLabel } from './field-label.ts';
import type { ControlProps } from './props.ts';

/** The member of an item that is the block. */
const blockMembers: Readonly<Record<string, string>> = {
  cidrBlockAssociationSet: 'cidrBlock',
  ipv6CidrBlockAssociationSet: 'ipv6CidrBlock',
};

/** Lists of blocks: items with one member that is the block. */
export function PrefixesControl({ id, name, field, value }: ControlProps) {
  const inspector = useTexts(inspectorTexts);
  const fields = useTexts(fieldTexts);
  const language = useLanguage();
  const label = useFieldLabel(name, field);
  const items: readonly Record<string, unknown>[] = Array.isArray(value) ? value : [];
  const member = blockMembers[name] ?? 'cidr';
  const blocks = items.map((item) => item[member]);
  const family = name.startsWith('ipv6') ? 6 : name.startsWith('cidr') ? 4 : undefined;
  const checkTwice = (text: string, own: number | undefined): string | undefined =>
    blocks.some((block, index) => index !== own && block === text) ? fields.sameBlock(text) : undefined;
  const set = (next: readonly Record<string, unknown>[]) =>
    changeMember(id, name, field, next.length === 0 ? undefined : next);
  const [adding, setAdding] = useState(false);
  return (
    <Row label={label}>
      {isUnknown(value) && <p className={styles.hint}>{inspector.unknownValue}</p>}
      <ul>
        {blocks.map((block, index) => {
          const written = typeof block === 'string' ? block : inspector.unknownValue;
          return (
            <li key={`${index} ${written}`} className={styles.removable}>
              <span className={styles.grow}>
                <TextField
                  look="quiet"
                  label={`${label} ${index + 1}`}
                  value={typeof block === 'string' ? block : ''}
                  {...(typeof block === 'string' ? {} : { placeholder: inspector.unknownValue })}
                  check={(text) => checkBlock(text, family, language) ?? checkTwice(text, index)}
                  onCommit={(text) =>
                    set(items.map((item, other) => (other === index ? { ...item, [member]: text } : item)))
                  }
                />
              </span>
              <IconButton
                label={inspector.removeBlock(written)}
                icon={X}
                size="small"
                onClick={() => set(items.filter((_, other) => other !== index))}
              />
            </li>
          );
        })}
      </ul>
      {adding ? (
        <NewBlock
          label={`${inspector.addBlock}: ${label}`}
          check={(text) => checkBlock(text, family, language) ?? checkTwice(text, undefined)}
          onDone={(block) => {
            setAdding(false);
            if (block !== undefined) set([...items, { [member]: block }]);
          }}
        />
      ) : (
        <Button
          look="link"
          size="small"
          icon={Plus}
          aria-label={`${inspector.addBlock}: ${label}`}
          onClick={() => setAdding(true)}
        >
          {inspector.addReference}
        </Button>
      )}
    </Row>
  );
}

interface NewBlockProps {
  readonly label: string;
  readonly check: (text: string) => string | undefined;
  readonly onDone: (block: string | undefined) => void;
}

const NewBlock = ({ label, check, onDone }: NewBlockProps) => (
  <TextField
    autoFocus
    label={label}
    value=""
    check={(text) => check(text)}
    onCommit={onDone}
    onCancel={() => onDone(undefined)}
  />
);
