/** The published JSON Schema of a design file, made from the kinds (D-12). */

import { toJsonSchema, type JsonSchema } from '@valibot/to-json-schema';
import type * as v from 'valibot';
import {
  commonFields,
  DESIGN_SCHEMA,
  definitionOf,
  kindNames,
  unknownSchema,
  type Field,
  type Kind,
} from '../../model/index.ts';
import {
  boxSchema,
  coverageSchema,
  defaultsSchema,
  intentSchema,
  muteSchema,
  noteSchema,
  settingsSchema,
} from './sections.ts';

const UNKNOWN = '#/$defs/unknown';

/** One of our schemas as a part of the whole. */
function part(schema: v.GenericSchema): JsonSchema {
  const { $schema: _dialect, ...rest } = toJsonSchema(schema, {
    target: 'draft-2020-12',
    overrideSchema: ({ valibotSchema }) =>
      valibotSchema === unknownSchema && schema !== unknownSchema ? { $ref: UNKNOWN } : undefined,
  });
  return rest;
}

function member(field: Field): JsonSchema {
  return {
    description: field.label.en,
    ...(field.options ? { examples: [...field.options] } : {}),
    ...(field.defaultValue === undefined ? {} : { default: field.defaultValue as boolean | number | string }),
    anyOf: [part(field.schema), { $ref: UNKNOWN }],
  };
}

function kindSchema(kind: Kind): JsonSchema {
  const { label, fields } = definitionOf(kind);
  return {
    title: label.en,
    type: 'object',
    properties: {
      kind: { const: kind },
      ...Object.fromEntries(
        Object.entries<Field>({ ...commonFields, ...fields }).map(([name, field]) => [name, member(field)]),
      ),
    },
    required: ['kind'],
    additionalProperties: true,
  };
}

const mapOf = (schema: v.GenericSchema): JsonSchema => ({
  type: 'object',
  additionalProperties: part(schema),
});

/** The whole schema as the text of `design.schema.json`. */
export function designSchemaText(): string {
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:vpc-designer:schema:${DESIGN_SCHEMA.replace('vpc-designer/', '')}`,
    title: 'VPC Designer design',
    type: 'object',
    properties: {
      schema: { const: DESIGN_SCHEMA },
      name: { type: 'string' },
      resources: {
        type: 'object',
        propertyNames: { minLength: 1, maxLength: 256 },
        additionalProperties: { $ref: '#/$defs/resource' },
      },
      layout: mapOf(boxSchema),
      intents: mapOf(intentSchema),
      notes: mapOf(noteSchema),
      muted: { type: 'array', items: part(muteSchema) },
      settings: part(settingsSchema),
      defaults: part(defaultsSchema),
      coverage: { type: 'array', items: part(coverageSchema) },
    },
    required: ['schema', 'name', 'resources'],
    additionalProperties: true,
    $defs: {
      unknown: part(unknownSchema),
      resource: {
        type: 'object',
        properties: { kind: { type: 'string' } },
        required: ['kind'],
        // A kind that is not listed is one of a later version.
        allOf: kindNames.map((kind) => ({
          if: { properties: { kind: { const: kind } } },
          // oxlint-disable-next-line unicorn/no-thenable -- JSON Schema's own word
          then: { $ref: `#/$defs/${kind}` },
        })),
      },
      ...Object.fromEntries(kindNames.map((kind) => [kind, kindSchema(kind)])),
    },
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}
