import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { definitionOf, emptyDesign, kindNames, type Design, type Resource } from '../../model/index.ts';
import everything from './fixtures/everything.vpcd.json?raw';
import twoTier from './fixtures/two-tier.vpcd.json?raw';
import { readDesign, writeDesign, type DesignReading } from './index.ts';

function reading(text: string): DesignReading {
  const result = readDesign(text);
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}

/** A design file around some resources. */
const file = (resources: unknown, rest: object = {}): string =>
  JSON.stringify({
    schema: 'vpc-designer/design@1',
    name: 'x',
    resources,
    layout: {},
    intents: {},
    notes: {},
    ...rest,
  });

const told = (text: string): string[] =>
  reading(text).notUnderstood.map(({ code, place }) => `${code} ${place.replace(/^\d+:\d+ ?/, '')}`);

describe('a design file', () => {
  it('D-3 survives reading and writing byte for byte', () => {
    const { design, notUnderstood, notes, readOnly } = reading(twoTier);
    expect(writeDesign(design)).toBe(twoTier);
    expect([notUnderstood, notes, readOnly]).toEqual([[], [], undefined]);
  });

  it('D-10, B-30 keeps unknown kinds, members and top-level members, and names them', () => {
    const { design } = reading(everything);
    expect(writeDesign(design)).toBe(everything);
    expect(told(everything)).toEqual([
      'unknown-kind /resources/fl-1',
      'unknown-member /resources/i-1/color',
      'unknown-member /resources/i-1/shape',
      'unknown-member /$editor',
      'unknown-member /zoo',
    ]);
    expect(Object.keys(design.foreign ?? {})).toEqual(['fl-1']);
    expect(Object.keys(design.extra ?? {})).toEqual(['$editor', 'zoo']);
  });

  it.each<[string, unknown, unknown]>([
    [
      'defaults are left out',
      { kind: 'vpc', enableDnsSupport: true, instanceTenancy: 'default' },
      { kind: 'vpc' },
    ],
    [
      'what differs from the default stays',
      { kind: 'vpc', enableDnsSupport: false },
      { kind: 'vpc', enableDnsSupport: false },
    ],
    [
      'an explicit false that AWS would not choose stays',
      { kind: 'instance', associatePublicIpAddress: false },
      { kind: 'instance', associatePublicIpAddress: false },
    ],
    [
      'sets are sorted',
      { kind: 'instance', securityGroupIds: ['sg-b', 'sg-a', 'sg-B'] },
      { kind: 'instance', securityGroupIds: ['sg-B', 'sg-a', 'sg-b'] },
    ],
    [
      'lists keep their order',
      { kind: 'networkInterface', ipv6Addresses: ['2001:db8::2', '2001:db8::1'] },
      { kind: 'networkInterface', ipv6Addresses: ['2001:db8::2', '2001:db8::1'] },
    ],
    [
      "members stand in the kind's order",
      { cidrBlock: '10.0.0.0/16', tags: { b: '1', a: '2' }, zzz: 1, kind: 'vpc', aaa: 2 },
      { kind: 'vpc', tags: { a: '2', b: '1' }, cidrBlock: '10.0.0.0/16', aaa: 2, zzz: 1 },
    ],
    [
      'members of a rule stand in order',
      {
        kind: 'securityGroup',
        rules: [{ cidrIpv4: '10.0.0.0/8', ipProtocol: 'tcp', toPort: 2, fromPort: 1 }],
      },
      {
        kind: 'securityGroup',
        rules: [{ ipProtocol: 'tcp', fromPort: 1, toPort: 2, cidrIpv4: '10.0.0.0/8' }],
      },
    ],
  ])('D-3 %s', (_name, resource, expected) => {
    const written = writeDesign(reading(file({ a: resource })).design);
    const { resources } = JSON.parse(written) as { resources: { a: unknown } };
    expect(JSON.stringify(resources.a)).toBe(JSON.stringify(expected));
  });

  it.each([
    [100, 1],
    [101, 3],
  ])('D-3 a resource of %i columns with its comma takes %i lines', (columns, lines) => {
    const frame = '    "vpc-1": {"kind": "vpc", "region": ""},'.length;
    const written = writeDesign(
      reading(file({ 'vpc-1': { kind: 'vpc', region: 'r'.repeat(columns - frame) } })).design,
    );
    const all = written.split('\n');
    expect(all.findIndex((line) => line === '  },') - all.findIndex((line) => line.includes('vpc-1'))).toBe(
      lines === 1 ? 1 : lines + 1,
    );
  });

  it('D-3 ids stand in code-point order, the same whatever the order of the document', () => {
    const vpc = { kind: 'vpc' as const };
    const ids = ['b', 'a', '10', '9', 'B', '\u{1F600}', '\uFF21'];
    const forward = writeDesign({
      ...emptyDesign('x'),
      resources: Object.fromEntries(ids.map((id) => [id, vpc])),
    });
    const backward = writeDesign({
      ...emptyDesign('x'),
      resources: Object.fromEntries(ids.toReversed().map((id) => [id, vpc])),
    });
    expect(forward).toBe(backward);
    expect([...forward.matchAll(/^ {4}"(.+?)"/gm)].map(([, id]) => id)).toEqual([
      '10',
      '9',
      'B',
      'a',
      'b',
      '\uFF21',
      '\u{1F600}',
    ]);
  });

  it('D-5 positions are whole, and false flags are not said', () => {
    const design: Design = {
      ...emptyDesign('x'),
      layout: { a: { height: 4, width: 3.4, y: -0.2, x: 0.6, collapsed: false, pinned: true } },
    };
    expect(writeDesign(design)).toContain(
      '    "a": {"x": 1, "y": 0, "width": 3, "height": 4, "pinned": true}\n',
    );
  });

  it.each<[string, unknown, string[], unknown]>([
    [
      'a wrong type is unknown',
      { kind: 'vpc', enableDnsSupport: 'yes' },
      ['bad-member /resources/a/enableDnsSupport'],
      { enableDnsSupport: { $unknown: { why: 'not a valid value', was: 'yes' } } },
    ],
    [
      'a null is unknown',
      { kind: 'subnet', vpcId: null },
      ['bad-member /resources/a/vpcId'],
      { vpcId: { $unknown: { why: 'not a valid value', was: null } } },
    ],
    [
      'the smallest part that may be unknown is',
      { kind: 'routeTable', routes: [{ destinationCidrBlock: '0.0.0.0/0', gatewayId: 7 }] },
      ['bad-member /resources/a/routes/0/gatewayId'],
      {
        routes: [
          {
            destinationCidrBlock: '0.0.0.0/0',
            gatewayId: { $unknown: { why: 'not a valid value', was: 7 } },
          },
        ],
      },
    ],
    [
      'else the whole member is',
      { kind: 'networkAcl', associations: [{ subnetId: 1 }] },
      ['bad-member /resources/a/associations/0/subnetId'],
      { associations: { $unknown: { why: 'not a valid value', was: [{ subnetId: 1 }] } } },
    ],
    [
      'a damaged unknown is unknown',
      { kind: 'vpc', cidrBlock: { $unknown: 1 } },
      ['bad-member /resources/a/cidrBlock'],
      { cidrBlock: { $unknown: { why: 'not a valid value', was: { $unknown: 1 } } } },
    ],
    [
      'an unknown value of an enumeration is kept',
      { kind: 'natGateway', connectivityType: 'quantum' },
      [],
      { connectivityType: 'quantum' },
    ],
    ['B-18 a dangling reference is kept', { kind: 'subnet', vpcId: 'vpc-gone' }, [], { vpcId: 'vpc-gone' }],
    [
      'B-11 tags called constructor and toString',
      { kind: 'vpc', tags: { constructor: 'a', toString: 'b' } },
      [],
      { tags: { constructor: 'a', toString: 'b' } },
    ],
    ['a number as a tag is text', { kind: 'vpc', tags: { size: 3 } }, [], { tags: { size: '3' } }],
    [
      'a list as a tag is left out',
      { kind: 'vpc', tags: { size: [] } },
      ['bad-tag /resources/a/tags/size'],
      { tags: {} },
    ],
    [
      'B-14 a port as text',
      { kind: 'securityGroup', rules: [{ ipProtocol: 'tcp', fromPort: '443', toPort: 443.0 }] },
      [],
      { rules: [{ ipProtocol: 'tcp', fromPort: 443, toPort: 443 }] },
    ],
    [
      'B-14 a port over 65535',
      { kind: 'securityGroup', rules: [{ ipProtocol: 'tcp', fromPort: 1, toPort: 70000 }] },
      ['bad-ports /resources/a/rules/0'],
      {
        rules: [
          {
            ipProtocol: 'tcp',
            fromPort: { $unknown: { why: 'ports out of range', was: 1 } },
            toPort: { $unknown: { why: 'ports out of range', was: 70000 } },
          },
        ],
      },
    ],
    [
      'B-14 a port below 0 in an ACL',
      {
        kind: 'networkAcl',
        entries: [{ ruleNumber: 1, protocol: '6', ruleAction: 'allow', portRange: { from: -2, to: 5 } }],
      },
      ['bad-ports /resources/a/entries/0/portRange'],
      {
        entries: [
          {
            ruleNumber: 1,
            protocol: {
              $unknown: { why: 'ports out of range', was: { protocol: '6', portRange: { from: -2, to: 5 } } },
            },
            ruleAction: 'allow',
          },
        ],
      },
    ],
    [
      'B-14 a rule number out of range',
      { kind: 'networkAcl', entries: [{ ruleNumber: 40000, protocol: '6', ruleAction: 'allow' }] },
      ['bad-rule-number /resources/a/entries/0/ruleNumber'],
      {
        entries: {
          $unknown: {
            why: 'not a valid value',
            was: [{ ruleNumber: 40000, protocol: '6', ruleAction: 'allow' }],
          },
        },
      },
    ],
    [
      'the text limit',
      { kind: 'vpc', region: 'x'.repeat(4097) },
      ['too-long /resources/a/region'],
      { region: { $unknown: { why: 'longer than 4096 characters' } } },
    ],
    [
      'B-32 secrets are removed',
      {
        kind: 'vpc',
        userData: 'c2g=',
        x: { preSharedKey: 'k', environment: { variables: {} } },
        tags: { userData: 'mine' },
      },
      ['unknown-member /resources/a/x'],
      { x: {}, tags: { userData: 'mine' } },
    ],
  ])('%s', (_name, resource, problems, expected) => {
    const { design } = reading(file({ a: resource }));
    expect(told(file({ a: resource }))).toEqual(problems);
    const { kind: _kind, ...members } = design.resources['a'] as Resource;
    expect(members).toEqual(expected);
  });

  it.each<[string, unknown, string[]]>([
    ['a resource that is none', 7, ['bad-resource /resources/a']],
    ['a resource without a kind', { cidrBlock: 'x' }, ['bad-resource /resources/a']],
  ])('%s is kept apart', (_name, resource, problems) => {
    expect(told(file({ a: resource }))).toEqual(problems);
    expect(reading(file({ a: resource })).design.foreign).toEqual({ a: resource });
  });

  it.each([
    ['i'.repeat(256), true],
    ['i'.repeat(257), false],
    ['Stack/LogicalId', true],
    ['module.net["blue"].aws_subnet.a[0]', true],
    ['line\nbreak', false],
    ['\u202Eright to left', false],
    ['', false],
    ['toString', true],
  ])('D-4 the id %j', (id, isGood) => {
    const { design } = reading(file({ [id]: { kind: 'vpc' } }));
    expect(Object.hasOwn(design.resources, id)).toBe(isGood);
    expect(Object.hasOwn(design.foreign ?? {}, id)).toBe(!isGood);
  });

  it.each<[string, string, string[]]>([
    ['no JSON', 'hello', ['no-json ']],
    ['no schema', '{"name":"x"}', ['no-schema ']],
    ['another schema', '{"schema":"vpc-designer/reach@1"}', ['no-schema ']],
    [
      'B-12 a key given twice',
      '{"schema":"vpc-designer/design@1",\n"name":"a","name":"b"}',
      ['duplicate-key 2:12'],
    ],
    [
      'B-11 __proto__',
      '{"schema":"vpc-designer/design@1","resources":{"__proto__":{"kind":"vpc"}}}',
      ['forbidden-key 1:48'],
    ],
    [
      'B-10 depth 65',
      `{"schema":"vpc-designer/design@1","x":${'['.repeat(64)}${']'.repeat(64)}}`,
      ['too-deep 1:102'],
    ],
    [
      'D-11 too many resources',
      file({ a: { kind: 'vpc' }, b: { kind: 'vpc' }, c: { kind: 'vpc' } }),
      ['too-many-resources '],
    ],
  ])('is refused: %s', (_name, text, problems) => {
    const limits = { bytes: 1e6, resources: 2, comfortableResources: 1 };
    const result = readDesign(text, { limits });
    expect(result.ok).toBe(false);
    expect(
      result.ok ? [] : result.problem.map(({ code, place }) => `${code} ${place.split(' ')[0]}`),
    ).toEqual(problems);
  });

  it('D-10 a newer version is read-only', () => {
    const { readOnly, notUnderstood, design } = reading(
      file({ a: { kind: 'vpc' } }).replace('design@1', 'design@2'),
    );
    expect(readOnly).toBe('newer-version');
    expect(notUnderstood[0]).toMatchObject({ code: 'newer-version', place: '1:11 /schema' });
    expect(Object.keys(design.resources)).toEqual(['a']);
  });

  it('B-2 a file that ends too early keeps whole resources, covers nothing and is read-only', () => {
    const { readOnly, notUnderstood, design } = reading(
      twoTier.slice(0, twoTier.indexOf('"rtb-xq1n8m4"') + 60),
    );
    expect(readOnly).toBe('incomplete');
    expect(notUnderstood.map(({ code }) => code)).toEqual(['truncated']);
    expect(Object.keys(design.resources).at(-1)).toBe('rtb-xg3h7j5');
    expect(design.coverage).toEqual([]);
  });

  it.each<[string, object, string[]]>([
    ['a layout without a place', { layout: { a: { x: 1 } } }, ['bad-entry /layout/a']],
    ['an intent that is text', { intents: { a: 'x' } }, ['bad-entry /intents/a']],
    ['a note of another kind', { notes: { a: { kind: 'html', text: 'x' } } }, ['bad-entry /notes/a']],
    ['mutes that are no list', { muted: {} }, ['bad-entry /muted']],
    [
      'a coverage of another source',
      { coverage: [{ kinds: [], source: 'hearsay' }] },
      ['bad-entry /coverage/0'],
    ],
    ['layout that is a list', { layout: [] }, ['bad-entry /layout']],
  ])('names %s', (_name, rest, problems) => {
    expect(told(file({}, rest))).toEqual(problems);
  });

  it('an intent may give its port as a number', () => {
    expect(reading(file({}, { intents: { a: { port: 443 } } })).design.intents['a']).toEqual({ port: '443' });
  });
});

describe('addresses in a design', () => {
  const member = (name: string, text: string): { value: unknown; codes: string[] } => {
    const result = reading(
      file({ a: { kind: 'securityGroup', rules: [{ ipProtocol: '-1', [name]: text }] } }),
    );
    const resource = result.design.resources['a'] as unknown as { rules: Record<string, unknown>[] };
    return {
      value: resource.rules[0]?.[name],
      codes: [
        ...result.notUnderstood.map(({ why }) => why.en.split('. ')[0] ?? ''),
        ...result.notes.map(({ code }) => code),
      ],
    };
  };

  it.each([
    ['cidrIpv4', '10.0.0.0/16', '10.0.0.0/16', []],
    ['cidrIpv4', '10.0.1.5/16', '10.0.0.0/16', ['host-bits']],
    ['cidrIpv6', '2001:DB8:0:0:0::/56', '2001:db8::/56', []],
    ['cidrIpv6', '0::0/0', '::/0', []],
  ])('B-16, B-17 %s %s is %s', (name, text, expected, codes) => {
    expect(member(name, text)).toEqual({ value: expected, codes });
  });

  it.each([
    ['cidrIpv4', '10.0.0.0/33', '/33 is no prefix length: 0 to 32 for IPv4, 0 to 128 for IPv6'],
    ['cidrIpv4', '10.0.0.0', 'The prefix length is missing, for example /24'],
    ['cidrIpv4', '010.0.0.1/32', '010 has a leading zero'],
    ['cidrIpv4', '10.1/16', 'This is no address or block'],
    ['cidrIpv4', '0x0a.1.1.1/32', 'This is no address or block'],
    ['cidrIpv4', ' 10.0.0.0/16', 'This is no address or block'],
    ['cidrIpv4', '１０.0.0.0/16', 'This is no address or block'],
    ['cidrIpv4', '300.0.0.0/16', '300 is over 255'],
    ['cidrIpv4', '::/0', 'It is of the other address family'],
    ['cidrIpv6', 'fe80::1%eth0/64', 'Zone ids such as %eth0 are not allowed'],
    ['cidrIpv6', '::ffff:10.0.0.1/128', 'This is an IPv4 address inside an IPv6 address'],
    ['cidrIpv6', '2001::1::2/64', 'The text has :: twice'],
  ])('B-16, B-17 %s %s is unknown', (name, text, why) => {
    const { value, codes } = member(name, text);
    expect(value).toEqual({ $unknown: { why: 'not a valid block', was: text } });
    expect(codes).toEqual([why]);
  });
});

// B-11: `__proto__` as a key is refused when it is read, so no written file holds one.
const plainKeys = fc.string().filter((key) => key !== '__proto__');
const anyJson = fc.jsonValue().filter((value) => !JSON.stringify(value).includes('"__proto__":'));

/** Any value that a member's schema allows, for the shapes that the kinds use. */
const anyResource: fc.Arbitrary<Resource> = fc
  .constantFrom(...kindNames)
  .chain((kind) =>
    fc
      .record(
        Object.fromEntries(
          Object.entries(definitionOf(kind).fields).map(([name, field]) => [
            name,
            valueFor(name, field.control),
          ]),
        ),
        { requiredKeys: [] },
      )
      .chain((members) =>
        fc
          .record(
            { tags: fc.dictionary(plainKeys, fc.string()), region: fc.string(), zeta: anyJson },
            { requiredKeys: [] },
          )
          .map((common) => ({ kind, ...common, ...members })),
      ),
  );

function valueFor(name: string, control: string): fc.Arbitrary<unknown> {
  const block = fc
    .tuple(fc.nat(255), fc.integer({ min: 8, max: 16 }))
    .map(([a, length]) => `${a}.0.0.0/${length}`);
  if (control === 'cidr4') return block;
  if (control === 'address4') return fc.ipV4();
  if (control === 'switch') return fc.boolean();
  if (control === 'number') return fc.nat();
  if (control === 'references') return fc.array(fc.string());
  if (control === 'text' || control === 'select' || control === 'reference') return fc.string();
  if (name === 'entries' || name === 'rules') return fc.constant({ $unknown: { why: 'not told' } });
  if (name === 'routes') return fc.array(fc.record({ destinationCidrBlock: block, gatewayId: fc.string() }));
  return fc.constant({ $unknown: { why: 'hidden' } });
}

describe('round trips', () => {
  it('write ∘ read is the identity on written bytes', () => {
    const ids = fc.string({
      minLength: 1,
      maxLength: 20,
      unit: fc.constantFrom('a', 'B', '7', '-', '日', '😀', '/'),
    });
    fc.assert(
      fc.property(fc.dictionary(ids, anyResource), fc.string(), (resources, name) => {
        const text = writeDesign({ ...emptyDesign(name), resources });
        const again = readDesign(text);
        expect(again.ok && writeDesign(again.value.design)).toBe(text);
      }),
    );
  });
});
