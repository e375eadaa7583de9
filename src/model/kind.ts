/** What a resource kind is: one declaration from which form, palette, outline, files and schema follow. */

import { structure, text, type Field, type Reference } from './field.ts';
import * as v from 'valibot';
import type { LocalText } from './text.ts';
import type { Unknown } from './unknown.ts';

/** How a kind stands on the canvas (forms of the visual language). */
export type Form = 'container' | 'card' | 'gate' | 'none';

/** The group in the palette, in the order they are shown. */
export type PaletteGroup = 'containers' | 'gateways' | 'compute' | 'connections' | 'rules';

export type Category = 'compute' | 'network' | 'security' | 'general';

export interface KindDefinition {
  readonly kind: string;
  /** AWS's prefix: ids made here start with it. */
  readonly idPrefix: string;
  readonly label: LocalText;
  readonly form: Form;
  readonly category: Category;
  /** The kind it stands in and the member that says which; `member` may be a path with `*`. */
  readonly standsIn?: { readonly kind: string; readonly member: readonly string[] };
  readonly palette?: { readonly group: PaletteGroup; readonly order: number; readonly shortcut?: string };
  readonly fields: Readonly<Record<string, Field>>;
}

/** Members that every kind has. */
export const commonFields = {
  tags: structure({ en: 'Tags', ja: 'タグ' }, v.record(v.string(), v.string())),
  ownerId: text({ en: 'Account', ja: 'AWS アカウント' }, { control: 'hidden' }),
  region: text({ en: 'Region', ja: 'リージョン' }, { control: 'hidden' }),
  arn: text({ en: 'ARN', ja: 'ARN' }, { control: 'hidden' }),
  state: text({ en: 'State', ja: '状態' }, { control: 'hidden' }),
  provenance: structure(
    { en: 'Source', ja: '読み取り元' },
    v.looseObject({
      format: v.exactOptional(v.string()),
      file: v.exactOptional(v.string()),
      path: v.exactOptional(v.string()),
      line: v.exactOptional(v.number()),
      address: v.exactOptional(v.string()),
    }),
  ),
} satisfies Record<string, Field>;

type Members<Fields extends Readonly<Record<string, Field>>> = {
  readonly [Name in keyof Fields]?: DeepReadonly<v.InferOutput<Fields[Name]['schema']>> | Unknown;
};

export type DeepReadonly<Value> = Value extends Unknown
  ? Unknown
  : Value extends readonly (infer Item)[]
    ? readonly DeepReadonly<Item>[]
    : Value extends object
      ? { readonly [Key in keyof Value]: DeepReadonly<Value[Key]> }
      : Value;

/** The document's shape of a kind: every member may be absent (an unfinished drawing) or unknown. */
export type ResourceOf<Definition extends KindDefinition> = {
  readonly kind: Definition['kind'];
} & Members<Omit<typeof commonFields, 'tags' | 'provenance'>> & {
    readonly tags?: Readonly<Record<string, string>>;
    readonly provenance?: {
      readonly format?: string;
      readonly file?: string;
      readonly path?: string;
      readonly line?: number;
      readonly address?: string;
    };
  } & Members<Definition['fields']>;

export const defineKind = <const Definition extends KindDefinition>(definition: Definition): Definition =>
  definition;

/** Every reference of a kind, with its whole path. */
export function referencesOf(definition: KindDefinition): Reference[] {
  return Object.entries(definition.fields).flatMap(([name, field]) =>
    (field.references ?? []).map((entry) => ({
      path: [name, ...(entry.path ?? [])],
      to: entry.to,
      onTargetRemoved: entry.onTargetRemoved,
    })),
  );
}
