import { describe, expect, it } from 'vitest';
import published from '../../../public/design.schema.json?raw';
import everything from './fixtures/everything.vpcd.json?raw';
import twoTier from './fixtures/two-tier.vpcd.json?raw';
import { designSchemaText } from './json-schema.test-support.ts';
import { schemaErrors } from './schema-validator.test-support.ts';

const schema = JSON.parse(published) as Readonly<Record<string, unknown>>;

describe('D-12 the published schema', () => {
  it('is the one of the kinds (else run: node scripts/make-schema.mjs)', () => {
    expect(published).toBe(designSchemaText());
  });

  it.each([
    ['two-tier', twoTier],
    ['everything', everything],
  ])('takes the fixture %s', (_name, text) => {
    expect(schemaErrors(schema, JSON.parse(text))).toEqual([]);
  });

  it.each([
    ['another version', '"vpc-designer/design@1"', '"vpc-designer/design@9"', '/schema const'],
    ['a name that is a number', '"bookshop"', '7', '/name type'],
    ['a reference that is a number', '"subnet-xc5v9b3",', '7,', '/resources/nat-xm7c2f9/subnetId anyOf'],
    [
      'a route that is text',
      '{"destinationCidrBlock": "0.0.0.0/0", "gatewayId"',
      '"a route", {"gatewayId"',
      '/resources/rtb-xq1n8m4/routes anyOf',
    ],
    ['a resource without a kind', '"kind": "vpc",', '', '/resources/vpc-xw0e4r7 required'],
    ['a box without a width', '"width": 600, ', '', '/layout/vpc-xw0e4r7 required'],
  ])('refuses %s', (_name, from, to, error) => {
    expect(twoTier).toContain(from);
    expect(schemaErrors(schema, JSON.parse(twoTier.replace(from, to)))).toContain(error);
  });
});
