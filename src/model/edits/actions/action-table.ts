/** How one API action changes a draft, and how its parameters are read. */

import type { AwsAction } from '../../action.ts';
import type { DesignDraft } from '../draft.ts';

/** Changes the draft in place; leaves it alone when the resource or a needed parameter is missing. */
export type Apply = (draft: DesignDraft, resource: string, parameters: AwsAction['parameters']) => void;

export type ActionTable = Readonly<Record<string, Apply>>;

export function textOf(parameters: AwsAction['parameters'], name: string): string | undefined {
  const value = parameters[name];
  return typeof value === 'string' ? value : undefined;
}

export function numberOf(parameters: AwsAction['parameters'], name: string): number | undefined {
  const value = parameters[name];
  if (typeof value === 'number') return value;
  return typeof value === 'string' && /^-?[0-9]+$/.test(value) ? Number(value) : undefined;
}

export function flagOf(parameters: AwsAction['parameters'], name: string): boolean | undefined {
  const value = parameters[name];
  if (typeof value === 'boolean') return value;
  if (value === 'true') return true;
  return value === 'false' ? false : undefined;
}

/** The named parameters that are given, as they come. */
export function given<Name extends string>(
  parameters: AwsAction['parameters'],
  names: readonly Name[],
): { [Key in Name]?: string } {
  const found: { [Key in Name]?: string } = {};
  for (const name of names) {
    const value = textOf(parameters, name);
    if (value !== undefined) found[name] = value;
  }
  return found;
}
