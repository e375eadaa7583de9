/** What a reader of one command is: how its answer is told, and how its elements become facts. */

import type { Kind } from '../../model/index.ts';
import type { Log, RawMembers } from '../resource/index.ts';
import type { JsonObject } from '../text/index.ts';
import { problem } from '../words/index.ts';
import { textOf, type Item } from './item.ts';

/** What one element of an answer tells of a resource. */
export interface Fact {
  readonly kind: Kind;
  readonly id: string;
  /** Members in the document's spelling, unchecked. */
  readonly members: RawMembers;
  /** Members that several elements make together: each adds its item. */
  readonly items?: Readonly<Record<string, unknown>>;
  /**
   * How deep the view is: a deeper one wins member by member (C-16). 0: a side remark, 1: the command about
   * the kind, 2: a command about that member alone; below 0: what stands where nobody tells.
   */
  readonly depth: number;
  /** Account and Region where the element says them; the VPC where only it does. */
  readonly ownerId?: string | undefined;
  readonly region?: string | undefined;
  readonly vpcId?: string | undefined;
}

/** What a reader may know beside the element, and where it puts what it finds. */
export interface Reading {
  readonly log: Log;
  readonly add: (fact: Fact) => void;
  /** An element that AWS still lists though it is gone (C-12). */
  readonly leaveOut: (key: string, state: string) => void;
  /** A value that AWS sets where nobody tells it. */
  readonly assume: (resource: string, code: 'dns-support' | 'dns-hostnames') => void;
  /** A zone's name and id. */
  readonly zone: (name: string, id: string) => void;
  /** The account that asked. */
  readonly caller: (accountId: string) => void;
  /** The object around the answer's list, with what was added beside it. */
  readonly around: JsonObject;
  /** The file's path and the command's arguments: hints for answers that do not say what they are about. */
  readonly hints: readonly string[];
}

/** How a capture asks a command: a list once a Region, or about each thing of a list. */
export type Capture =
  | {
      readonly ask: 'list';
      /** The filter that narrows the list to one VPC. */
      readonly vpcFilter?: string;
      /** `--filters` unless the command calls the option by another name. */
      readonly filterOption?: '--filter' | '--filters';
    }
  | {
      readonly ask: 'each';
      /** The command that lists the things, and the query that takes their ids out of its answer. */
      readonly of: { readonly command: string; readonly ids: string };
      /** The option that takes the id. */
      readonly option: string;
      /** One question for each of these, where a question tells one attribute alone. */
      readonly attributes?: readonly string[];
    };

export interface CommandReader {
  /** The top-level member of the answer; absent where the answer is one bare object. */
  readonly key?: string;
  /** The member without which an element tells nothing: an output that lacks it everywhere was reshaped (C-3). */
  readonly mark: string;
  /** As typed after `aws`: `ec2` is left out. */
  readonly command: string;
  /** Absent: another reader's question brings it, or a capture does without. */
  readonly capture?: Capture;
  /** Kinds of which a whole answer leaves out nothing (D-8). */
  readonly covers: readonly Kind[];
  /** Whether a bare element is of this command (C-2): by the members that only it has. */
  readonly isElement?: (value: JsonObject) => boolean;
  readonly read: (item: Item, reading: Reading) => void;
}

/** The element's id, or undefined with a word about the element that lacks it. */
export function idOf(item: Item, name: string, { log }: Reading): string | undefined {
  const id = textOf(item, name);
  if (id === undefined) log.problems.push(problem('no-id', { member: name }, { pointer: item.pointer }));
  return id;
}

/** The state member, stored only where it is not the healthy one. */
export function stateUnless(
  item: Item,
  name: string,
  healthy: readonly string[],
): { readonly state?: string } {
  const state = textOf(item, name);
  return state === undefined || healthy.includes(state) ? {} : { state };
}
