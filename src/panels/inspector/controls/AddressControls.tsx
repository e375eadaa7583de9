/** Controls for address blocks and addresses: a bad one stays in its field with the sentence that says why. */

import { useId, useMemo } from 'react';
import { inspectorTexts } from '../../../i18n/index.ts';
import { useApp } from '../../../app/index.ts';
import {
  checkSubnetBlock,
  checkVpcBlock,
  isUnknown,
  type Design,
  type Kind,
  type Refusal,
  type ResourceId,
} from '../../../model/index.ts';
import { cidrSize, parseCidr, type Result } from '../../../net/index.ts';
import { TextField, useLanguage, useTexts } from '../../../ui/index.ts';
import { Row } from '../../parts/Section.tsx';
import { checkAddress, checkBlock } from '../checks.ts';
import { changeMember } from '../members.ts';
import { takenIn } from '../taken.ts';
import { useFieldLabel } from './field-label.ts';
import type { ControlProps } from './props.ts';

/** Blocks that must fit among others. */
const blockChecks: Readonly<
  Partial<Record<Kind, (design: Design, id: ResourceId, text: string) => Result<string, Refusal>>>
> = { vpc: checkVpcBlock, subnet: checkSubnetBlock };

export function BlockControl({ id, name, field, resource, value }: ControlProps) {
  const inspector = useTexts(inspectorTexts);
  const language = useLanguage();
  const label = useFieldLabel(name, field);
  const inputId = useId();
  const design = useApp((state) => state.design);
  const told = typeof value === 'string' ? value : '';
  const family = field.control === 'cidr6' ? 6 : 4;
  const fits = name === 'cidrBlock' ? blockChecks[resource.kind] : undefined;

  const check = (text: string): string | undefined => {
    if (text === '' && field.required !== true) return undefined;
    if (!fits) return checkBlock(text, family, language);
    const result = fits(design, id, text);
    return result.ok ? undefined : result.problem.message[language];
  };

  const commit = (text: string) => {
    const result = fits?.(design, id, text);
    changeMember(id, name, field, text === '' ? undefined : result?.ok === true ? result.value : text);
  };

  return (
    <Row label={label} htmlFor={inputId}>
      <TextField
        id={inputId}
        value={told}
        check={check}
        onCommit={commit}
        end={resource.kind === 'subnet' ? <FreeAddresses id={id} block={told} /> : undefined}
        {...(field.required === true ? { required: true } : {})}
        {...(isUnknown(value) ? { placeholder: inspector.unknownValue } : {})}
      />
    </Row>
  );
}

/** How many addresses of a subnet are free: all but the five that AWS keeps and those in use (AD-9). */
function FreeAddresses({ id, block }: { readonly id: ResourceId; readonly block: string }) {
  const inspector = useTexts(inspectorTexts);
  const design = useApp((state) => state.design);
  const taken = useMemo(() => takenIn(design, id), [design, id]);
  const parsed = parseCidr(block);
  if (!parsed.ok || parsed.value.family !== 4) return null;
  const free = Number(cidrSize(parsed.value)) - 5 - taken;
  return <>{inspector.free(String(Math.max(0, free)))}</>;
}

export function AddressControl({ id, name, field, resource, value }: ControlProps) {
  const inspector = useTexts(inspectorTexts);
  const language = useLanguage();
  const label = useFieldLabel(name, field);
  const inputId = useId();
  const design = useApp((state) => state.design);
  const told = typeof value === 'string' ? value : '';
  const subnetId =
    'subnetId' in resource && typeof resource.subnetId === 'string' ? resource.subnetId : undefined;
  const isPrivate = name === 'privateIpAddress' && subnetId !== undefined;

  const check = (text: string): string | undefined => {
    if (text === '') return undefined;
    const family = field.control === 'address6' ? 6 : 4;
    return checkAddress(text, family, language, isPrivate ? { design, id, subnetId } : undefined);
  };

  return (
    <Row label={label} htmlFor={inputId}>
      <TextField
        id={inputId}
        value={told}
        check={check}
        onCommit={(text) => changeMember(id, name, field, text === '' ? undefined : text)}
        {...(isUnknown(value) ? { placeholder: inspector.unknownValue } : {})}
      />
    </Row>
  );
}
