/** How the members of a kind are declared: type, default, label, control and references in one value each. */

import * as v from 'valibot';
import type { LocalText } from './text.ts';
import { unknownSchema } from './unknown.ts';

/** What becomes of a reference when its target is removed. */
export type OnTargetRemoved =
  /** The resource goes too: a subnet with its VPC. */
  | 'removeSelf'
  /** The list item that holds the reference goes: an association, an attachment. */
  | 'removeItem'
  /** The member is cleared. */
  | 'clear'
  /** It stays and dangles, as in AWS: a route becomes a blackhole. */
  | 'dangle';

export interface Reference {
  /** Members from the resource down; `*` stands for every item of a list. */
  readonly path: readonly string[];
  readonly to: readonly string[];
  readonly onTargetRemoved: OnTargetRemoved;
}

/** The control that edits a member; lists that have a table of their own name it. */
export type Control =
  | 'text'
  | 'number'
  | 'switch'
  | 'select'
  | 'cidr4'
  | 'cidr6'
  | 'address4'
  | 'address6'
  | 'reference'
  | 'references'
  | 'routes'
  | 'associations'
  | 'rules'
  | 'entries'
  | 'prefixes'
  | 'hidden';

/** Whose word counts where a switch is absent: another member, of the resource itself or of what `via` refers to. */
export interface Follows {
  /** What absence is called. */
  readonly label: LocalText;
  readonly via?: string;
  readonly member: string;
}

export interface Field<Schema extends v.GenericSchema = v.GenericSchema> {
  readonly schema: Schema;
  readonly label: LocalText;
  readonly control: Control;
  /** What AWS takes when the member is absent; never written to a file. */
  readonly defaultValue?: unknown;
  readonly options?: readonly string[];
  /** A switch of three states: absent it follows, and both yes and no are written. */
  readonly follows?: Follows;
  /** What the member refers to; the path goes from the member down and may be absent. */
  readonly references?: readonly (Omit<Reference, 'path'> & Partial<Pick<Reference, 'path'>>)[];
  /** The order of the list carries no meaning; files sort it. */
  readonly isSet?: true;
  readonly required?: true;
}

interface Extra {
  readonly control?: Control;
  readonly required?: true;
}

export const text = (label: LocalText, extra: Extra & { readonly defaultValue?: string } = {}) => ({
  schema: v.string(),
  label,
  control: 'text' as Control,
  ...extra,
});

export const integer = (label: LocalText, extra: Extra & { readonly defaultValue?: number } = {}) => ({
  schema: v.number(),
  label,
  control: 'number' as Control,
  ...extra,
});

export const flag = (label: LocalText, defaultValue?: boolean, extra: Extra = {}) => ({
  schema: v.boolean(),
  label,
  control: 'switch' as Control,
  ...(defaultValue === undefined ? {} : { defaultValue }),
  ...extra,
});

/** A switch that takes another member's word while it is absent. */
export const followingFlag = (label: LocalText, follows: Follows) => ({
  schema: v.boolean(),
  label,
  control: 'switch' as Control,
  follows,
});

/** An enumeration of the API. Values that are not on the list are kept as text. */
export const choice = (label: LocalText, options: readonly string[], defaultValue?: string) => ({
  schema: v.string(),
  label,
  control: 'select' as Control,
  options,
  ...(defaultValue === undefined ? {} : { defaultValue }),
});

export const reference = (
  label: LocalText,
  to: readonly string[],
  onTargetRemoved: OnTargetRemoved,
  extra: Extra = {},
) => ({
  schema: v.string(),
  label,
  control: 'reference' as Control,
  references: [{ to, onTargetRemoved }],
  ...extra,
});

export const references = (
  label: LocalText,
  to: readonly string[],
  onTargetRemoved: 'removeItem' | 'dangle',
) => ({
  schema: v.array(v.string()),
  label,
  control: 'references' as Control,
  references: [{ path: ['*'], to, onTargetRemoved }],
  isSet: true as const,
});

export const textList = (label: LocalText, control: Control) => ({
  schema: v.array(v.string()),
  label,
  control,
});

/** Any other shape. References inside are given with their path from the member down. */
export const structure = <Schema extends v.GenericSchema>(
  label: LocalText,
  schema: Schema,
  extra: {
    readonly control?: Control;
    readonly references?: readonly Reference[];
    readonly isSet?: true;
    readonly required?: true;
  } = {},
) => ({ schema, label, control: 'hidden' as Control, ...extra });

/** A member that its source may not have told. */
export const orUnknown = <Schema extends v.GenericSchema>(schema: Schema) => v.union([schema, unknownSchema]);
