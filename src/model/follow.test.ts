import { describe, expect, it } from 'vitest';
import { DESIGN_SCHEMA, followedValue, setField, type Design, type Resource } from './index.ts';

const design = (subnet: Partial<Extract<Resource, { kind: 'subnet' }>>, instance = {}): Design => ({
  schema: DESIGN_SCHEMA,
  name: 'test',
  resources: {
    v: { kind: 'vpc', cidrBlock: '10.0.0.0/16' },
    s: { kind: 'subnet', vpcId: 'v', ...subnet },
    i: { kind: 'instance', subnetId: 's', ...instance },
  },
  layout: {},
  intents: {},
  notes: {},
});
const asked = (given: Design, id: string, name: string): boolean | undefined => {
  const resource = given.resources[id];
  return resource && followedValue(given, resource, name);
};

describe('a switch that follows', () => {
  it.each([
    ['the subnet hands out addresses', design({ mapPublicIpOnLaunch: true }), 'i', true],
    ['the subnet does not', design({ mapPublicIpOnLaunch: false }), 'i', false],
    ['the subnet says nothing', design({}), 'i', false],
    [
      'the subnet’s word is not told',
      design({ mapPublicIpOnLaunch: { $unknown: { why: 'x' } } }),
      'i',
      undefined,
    ],
    ['the instance stands nowhere', design({}, { subnetId: 'gone' }), 'i', undefined],
    [
      'AD-4 what was read out of AWS',
      { ...design({ mapPublicIpOnLaunch: true }), coverage: [{ source: 'awsCli', kinds: ['instance'] }] },
      'i',
      undefined,
    ],
  ] as const)('AD-4 %s', (_, given, id, expected) => {
    expect(asked(given, id, 'associatePublicIpAddress')).toBe(expected);
  });

  it('a VPC’s host names follow whether it is the default one', () => {
    const given = design({});
    expect(asked(given, 'v', 'enableDnsHostnames')).toBe(false);
    expect(asked(setField(given, 'v', 'isDefault', true), 'v', 'enableDnsHostnames')).toBe(true);
  });

  it.each([true, false])('%s is written, and taken back again', (said) => {
    const given = design({ mapPublicIpOnLaunch: said });
    const told = setField(given, 'i', 'associatePublicIpAddress', said);
    expect(told.resources['i']).toHaveProperty('associatePublicIpAddress', said);
    expect(setField(told, 'i', 'associatePublicIpAddress', undefined).resources).toEqual(given.resources);
  });
});
