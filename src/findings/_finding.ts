/** What a finding is: one declaration a file. What it looks for, what it says, how it is put right. */

import type { Fix, ReachQuestion } from '../engine/index.ts';
import type { Kind, LocalText, ResourceId } from '../model/index.ts';
import type { Family } from '../net/index.ts';
import type { FindingContext } from './_context.ts';

export type Severity = 'error' | 'warning' | 'note';

/**
 * When it may be shown while a person draws. `now`: a contradiction in what is already drawn. `joined`: its
 * condition holds a user of the thing, and it waits until the drawing is still. `review`: never by itself.
 */
export type Live = 'now' | 'joined' | 'review';

/** Where the cause lies. Of two findings that one fix ends, the one of the earlier layer leads. */
export const LAYERS = [
  'addressing',
  'association',
  'target',
  'route',
  'gateway',
  'acl',
  'group',
  'label',
] as const;

export type Layer = (typeof LAYERS)[number];

/** A value of a sentence: plain text, words of each language, or resources told by name. */
export type Value = string | LocalText | { readonly ids: readonly ResourceId[] };

export type Values = Readonly<Record<string, Value>>;

/** A way out that has not been tried yet. */
export interface ProposedFix extends Fix {
  readonly title: LocalText;
}

/** One place where a finding speaks. */
export interface RawFinding {
  readonly resource: ResourceId;
  readonly related?: readonly ResourceId[];
  readonly family?: Family;
  /** Tells several findings about one resource apart; part of the key. */
  readonly detail?: string;
  /** What is missing there: findings of one id and resource that share it are the same gap, met by different traffic. */
  readonly gap?: string;
  /** These two where they differ from the definition's. */
  readonly severity?: Severity;
  readonly message?: LocalText;
  readonly values: Values;
  /** A question whose answer shows that it is true: one way that passes, or that does not. */
  readonly proof?: ReachQuestion;
  /** Best first. Worked out only when fixes are asked for. */
  readonly fixes?: () => readonly ProposedFix[];
}

export interface FindingDefinition {
  /** The file's name; never renamed once released. */
  readonly id: string;
  readonly title: LocalText;
  readonly severity: Severity;
  readonly live: Live;
  readonly layer: Layer;
  /** Others of its layer are mostly its consequence. */
  readonly leads?: true;
  /** The page of AWS's documentation that states the rule, below `https://docs.aws.amazon.com/`. */
  readonly reference: string;
  /** The same check in other tools. */
  readonly alsoKnownAs: readonly string[];
  /** Kinds whose change may make it come or go. */
  readonly reads: readonly Kind[];
  /** One sentence; `{name}` stands for a value. */
  readonly message: LocalText;
  readonly find: (context: FindingContext) => Iterable<RawFinding>;
}

export const DOCUMENTATION = 'https://docs.aws.amazon.com/';
