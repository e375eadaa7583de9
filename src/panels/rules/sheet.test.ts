import { describe, expect, it } from 'vitest';
import { emptyDesign, type Design, type LocalText } from '../../model/index.ts';
import type { Suggestion } from '../../ui/index.ts';
import { entrySheet } from './entry-sheet.ts';
import { routeSheet } from './route-sheet.ts';
import { ruleSheet } from './rule-sheet.ts';
import {
  fitting,
  isLiteral,
  isNamed,
  pastedCells,
  pastedRows,
  problemsOf,
  type Sheet,
  type Texts,
} from './sheet.ts';

const design: Design = {
  ...emptyDesign('d'),
  resources: {
    'vpc-1': { kind: 'vpc', cidrBlock: '10.0.0.0/16', tags: { Name: 'prod' } },
    'igw-1': { kind: 'internetGateway', attachments: [{ vpcId: 'vpc-1' }], tags: { Name: 'way-out' } },
    'pl-1': { kind: 'managedPrefixList', prefixListName: 'offices', tags: { Name: 'offices' } },
    'rtb-1': {
      kind: 'routeTable',
      vpcId: 'vpc-1',
      routes: [
        { destinationCidrBlock: '0.0.0.0/0', gatewayId: 'igw-1' },
        { destinationCidrBlock: '10.9.0.0/16', transitGatewayId: 'tgw-1' },
      ],
    },
    'sg-1': {
      kind: 'securityGroup',
      vpcId: 'vpc-1',
      tags: { Name: 'web' },
      rules: [
        { ipProtocol: 'tcp', fromPort: 443, toPort: 443, cidrIpv4: '0.0.0.0/0', description: 'front' },
        { ipProtocol: '-1', isEgress: true, cidrIpv4: '0.0.0.0/0' },
        { ipProtocol: 'tcp', fromPort: 22, toPort: 22, referencedGroupInfo: { groupId: 'sg-gone' } },
      ],
    },
    'sg-2': { kind: 'securityGroup', vpcId: 'vpc-1', tags: { Name: 'twin' }, rules: [] },
    'sg-3': { kind: 'securityGroup', vpcId: 'vpc-1', tags: { Name: 'twin' }, rules: [] },
    'vpc-2': { kind: 'vpc', cidrBlock: '10.7.0.0/16', tags: { Name: 'shared' } },
    'sg-4': { kind: 'securityGroup', vpcId: 'vpc-2', tags: { Name: 'far' }, rules: [] },
    'acl-1': {
      kind: 'networkAcl',
      vpcId: 'vpc-1',
      entries: [
        {
          ruleNumber: 110,
          protocol: '6',
          portRange: { from: 1024, to: 65_535 },
          ruleAction: 'deny',
          cidrBlock: '0.0.0.0/0',
        },
        { ruleNumber: 100, protocol: '-1', ruleAction: 'allow', cidrBlock: '10.0.0.0/8' },
        { ruleNumber: 100, egress: true, protocol: '-1', ruleAction: 'allow', cidrBlock: '0.0.0.0/0' },
      ],
    },
  },
};

const must = (sheet: Sheet | undefined): Sheet => {
  if (!sheet) throw new Error('no sheet');
  return sheet;
};
const routes = must(routeSheet(design, 'rtb-1', 'en'));
const rules = must(ruleSheet(design, 'sg-1', 'inbound', 'en'));
const entries = must(entrySheet(design, 'acl-1', 'inbound', 'en'));

const rowTexts = ({ columns, rows }: Sheet): string[] =>
  rows.map(({ texts }) => columns.map(({ id }) => texts[id]).join(' | '));

describe('the rows of a sheet', () => {
  it('are the routes of a table behind the implied local ones, by name', () => {
    expect(rowTexts(routes)).toEqual(['10.0.0.0/16 | local', '0.0.0.0/0 | way-out', '10.9.0.0/16 | tgw-1']);
    expect(routes.rows.map(({ index }) => index)).toEqual([undefined, 0, 1]);
  });

  it('are the rules of one direction, with their places in the document', () => {
    expect(rowTexts(rules)).toEqual(['TCP | 443 | 0.0.0.0/0', 'TCP | 22 | sg-gone']);
    expect(rules.rows.map(({ index }) => index)).toEqual([0, 2]);
    expect(rowTexts(must(ruleSheet(design, 'sg-1', 'outbound', 'ja')))).toEqual([
      'すべて | すべて | 0.0.0.0/0',
    ]);
  });

  it('NA-1: are the entries by number, with the final deny', () => {
    expect(rowTexts(entries)).toEqual([
      '100 | allow | All | 10.0.0.0/8',
      '110 | deny | TCP 1024–65535 | 0.0.0.0/0',
      '* | deny | All | 0.0.0.0/0',
    ]);
  });
});

describe('what is wrong in a row', () => {
  const cases: readonly (readonly [string, Sheet, Texts, string | undefined])[] = [
    ['a right route', routes, { destination: '10.8.0.0/16', target: 'way-out' }, undefined],
    ['a list by its name', routes, { destination: 'offices', target: 'igw-1' }, undefined],
    ['a bad block', routes, { destination: '172.16.300.0/24', target: 'way-out' }, '300 is over 255.'],
    [
      'a destination that is there',
      routes,
      { destination: '0.0.0.0/0', target: 'way-out' },
      'has a route for 0.0.0.0/0',
    ],
    ['no target', routes, { destination: '10.8.0.0/16', target: '' }, 'Choose where the route leads'],
    [
      'a target that is none',
      routes,
      { destination: '10.8.0.0/16', target: 'prod' },
      '“prod” is nothing that',
    ],
    ['a right rule', rules, { protocol: 'TCP', port: '1024–65535', peer: 'web' }, undefined],
    ['all traffic', rules, { protocol: 'All', port: 'All', peer: '::/0' }, undefined],
    ['a ping', rules, { protocol: 'ICMP', port: '8/0', peer: '10.0.0.0/8' }, undefined],
    ['a protocol by its number', rules, { protocol: 'IP 50', port: 'All', peer: '10.0.0.0/8' }, undefined],
    ['a port too high', rules, { protocol: 'TCP', port: '70000', peer: 'web' }, '“70000” is not a port.'],
    ['no port', rules, { protocol: 'TCP', port: '', peer: 'web' }, 'Write a port, for example 443.'],
    [
      'a protocol that is none',
      rules,
      { protocol: 'TCQ', port: '443', peer: 'web' },
      '“TCQ” is not a protocol',
    ],
    [
      'a name of two groups',
      rules,
      { protocol: 'TCP', port: '443', peer: 'twin' },
      'Several are called twin.',
    ],
    ['one of them by its id', rules, { protocol: 'TCP', port: '443', peer: 'sg-3' }, undefined],
    [
      'a group that is none',
      rules,
      { protocol: 'TCP', port: '443', peer: 'wab' },
      '“wab” is neither a block',
    ],
    [
      'a block with host bits',
      rules,
      { protocol: 'TCP', port: '443', peer: '10.0.0.1/8' },
      'Write the block itself: 10.0.0.0/8.',
    ],
    [
      'a group of another VPC',
      rules,
      { protocol: 'TCP', port: '443', peer: 'far' },
      'far is a group of shared. A rule names groups of its own VPC, or of one that is peered with it. Write a block, for example 10.7.0.0/16.',
    ],
    ['one address', rules, { protocol: 'TCP', port: '443', peer: '10.0.0.9' }, 'for example 10.0.0.9/32.'],
    ['a block without its length', rules, { protocol: 'TCP', port: '443', peer: '10.0.9.0' }, '10.0.9.0/24.'],
    ['one IPv6 address', rules, { protocol: 'TCP', port: '443', peer: 'fd00::9' }, 'fd00::9/128.'],
    ['an IPv6 source', rules, { protocol: 'TCP', port: '443', peer: 'fd00::/8' }, undefined],
    ['an IPv6 block too long', rules, { protocol: 'TCP', port: '443', peer: '::/129' }, 'from 0 to 128'],
    ['a prefix list', rules, { protocol: 'TCP', port: '443', peer: 'offices' }, undefined],
    ['no ICMP type', rules, { protocol: 'ICMP', port: '', peer: 'web' }, 'Write an ICMP type, for example 8'],
    ['an ICMP type too high', rules, { protocol: 'ICMP', port: '300', peer: 'web' }, 'not an ICMP type'],
    ['ports the wrong way', rules, { protocol: 'UDP', port: '90-80', peer: 'web' }, '80-90'],
    [
      'a right entry',
      entries,
      { number: '120', action: 'deny', traffic: 'UDP 53', block: '::/0' },
      undefined,
    ],
    [
      'an action of the other language',
      entries,
      { number: '120', action: '許可', traffic: 'All', block: '::/0' },
      undefined,
    ],
    [
      'a number that is taken',
      entries,
      { number: '110', action: 'deny', traffic: 'All', block: '::/0' },
      'Rule 110 exists already.',
    ],
    [
      'a number out of range',
      entries,
      { number: '32767', action: 'deny', traffic: 'All', block: '::/0' },
      'from 1 to 32766',
    ],
    [
      'an action that is none',
      entries,
      { number: '120', action: 'drop', traffic: 'All', block: '::/0' },
      '“drop” is neither',
    ],
  ];
  it.each(cases)('%s', (_, sheet, texts, wanted) => {
    const [problem] = Object.values(problemsOf(sheet.columns, texts, undefined));
    if (wanted === undefined) expect(problem).toBeUndefined();
    else expect(problem).toContain(wanted);
  });

  it('does not hold its own destination or number against a row', () => {
    expect(problemsOf(routes.columns, { destination: '0.0.0.0/0', target: 'way-out' }, 0)).toEqual({});
    expect(
      problemsOf(entries.columns, { number: '110', action: 'deny', traffic: 'All', block: '::/0' }, 0),
    ).toEqual({});
  });
});

describe('a row in the design', () => {
  const member = (after: Design, id: string, name: string): unknown =>
    Object.entries(after.resources[id] ?? {}).find(([key]) => key === name)?.[1];

  it.each<[string, Sheet, number | undefined, Texts, readonly string[], string, number, unknown]>([
    [
      'a new route by names',
      routes,
      undefined,
      { destination: 'offices', target: 'way-out' },
      [],
      'routes',
      2,
      { destinationPrefixListId: 'pl-1', gatewayId: 'igw-1' },
    ],
    [
      'another target alone',
      routes,
      1,
      { destination: '10.9.0.0/16', target: 'way-out' },
      ['target'],
      'routes',
      1,
      { destinationCidrBlock: '10.9.0.0/16', gatewayId: 'igw-1' },
    ],
    [
      'a new rule',
      rules,
      undefined,
      { protocol: 'UDP', port: '53', peer: 'web' },
      [],
      'rules',
      3,
      { ipProtocol: 'udp', fromPort: 53, toPort: 53, referencedGroupInfo: { groupId: 'sg-1' } },
    ],
    [
      'another port, the peer that is gone left alone',
      rules,
      2,
      { protocol: 'TCP', port: '2222', peer: 'sg-gone' },
      ['port'],
      'rules',
      2,
      { ipProtocol: 'tcp', fromPort: 2222, toPort: 2222, referencedGroupInfo: { groupId: 'sg-gone' } },
    ],
    [
      'another peer, description and port kept',
      rules,
      0,
      { protocol: 'TCP', port: '443', peer: '::/0' },
      ['peer'],
      'rules',
      0,
      { ipProtocol: 'tcp', fromPort: 443, toPort: 443, cidrIpv6: '::/0', description: 'front' },
    ],
    [
      'NA-3 a new entry',
      entries,
      undefined,
      { number: '120', action: 'deny', traffic: 'ICMP 8', block: '::/0' },
      [],
      'entries',
      3,
      {
        ruleNumber: 120,
        ruleAction: 'deny',
        protocol: '1',
        icmpTypeCode: { type: 8, code: -1 },
        ipv6CidrBlock: '::/0',
      },
    ],
    [
      'another action',
      entries,
      1,
      { number: '100', action: 'deny', traffic: 'All', block: '10.0.0.0/8' },
      ['action'],
      'entries',
      1,
      { ruleNumber: 100, protocol: '-1', ruleAction: 'deny', cidrBlock: '10.0.0.0/8' },
    ],
  ])('%s', (_, sheet, index, texts, changed, name, at, wanted) => {
    const after = sheet.edits.put(design, index, texts, changed);
    const list = member(after, sheet.id, name);
    expect(Array.isArray(list) && list[at]).toEqual(wanted);
  });

  it('goes, and only it', () => {
    expect(member(rules.edits.remove(design, 0), 'sg-1', 'rules')).toHaveLength(2);
    expect(member(entries.edits.remove(design, 2), 'acl-1', 'entries')).toHaveLength(2);
  });

  it('says in both languages what was done to it', () => {
    const label: LocalText = entries.labels.remove(entries.rows[0]?.name ?? { en: '', ja: '' });
    expect(label).toEqual({ en: 'Remove rule 100 of acl-1', ja: 'acl-1 のルール 100 を削除' });
  });
});

describe('pasted text', () => {
  it.each([
    ['one plain text', '10.0.0.0/16', undefined],
    ['cells of one line', 'TCP\t443', [['TCP', '443']]],
    ['lines', 'a\r\nb\n', [['a'], ['b']]],
    [
      'blank lines left out',
      'a\tb\n\nc\td',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
  ])('%s', (_, text, wanted) => {
    expect(pastedCells(text)).toEqual(wanted);
  });

  it.each<[string, readonly (readonly string[])[], number, readonly Texts[]]>([
    ['as wide as the table', [['UDP', '53', 'web']], 2, [{ protocol: 'UDP', port: '53', peer: 'web' }]],
    ['narrower, from the cell on', [['53', 'web']], 1, [{ protocol: 'TCP', port: '53', peer: 'web' }]],
    ['no further than the last column', [['53', 'web']], 2, [{ protocol: 'TCP', port: '53', peer: 'web' }]],
    [
      'without its headings',
      [
        ['Protocol', 'Port', 'Source'],
        ['TCP', '1', 'web'],
      ],
      0,
      [{ protocol: 'TCP', port: '1', peer: 'web' }],
    ],
  ])('makes rows: %s', (_, cells, from, wanted) => {
    expect(pastedRows(rules, cells, from)).toEqual(wanted);
  });
});

describe('what may stand in a cell', () => {
  const offered = (sheet: Sheet, id: string, row: Texts): readonly string[] =>
    sheet.columns
      .find((column) => column.id === id)
      ?.suggestions(row)
      .map(({ label, detail = '' }) => `${label} ${detail}`.trim()) ?? [];
  const inJapanese = must(ruleSheet(design, 'sg-1', 'inbound', 'ja'));

  it.each<[string, Sheet, string, Texts, readonly string[]]>([
    ['ports by what listens there', rules, 'port', { protocol: 'tcp' }, ['443 HTTPS', 'All']],
    ['ports of a protocol of its own', rules, 'port', { protocol: 'UDP' }, ['53 DNS', 'All']],
    [
      'ICMP types',
      rules,
      'port',
      { protocol: 'ICMP' },
      ['8 echo request (ping)', '3/4 fragmentation needed'],
    ],
    ['ICMPv6 types', rules, 'port', { protocol: 'ICMPv6' }, ['128 echo request (ping)', '2 packet too big']],
    ['the same in Japanese', inJapanese, 'port', { protocol: 'ICMP' }, ['8 エコー要求 (ping)', 'すべて']],
    ['nothing but all of a protocol without ports', rules, 'port', { protocol: 'IP 50' }, ['All']],
    ['all traffic', rules, 'protocol', {}, ['TCP', 'All all traffic']],
    ['all traffic in Japanese', inJapanese, 'protocol', {}, ['すべて すべてのトラフィック']],
    [
      'everything of a family',
      rules,
      'peer',
      {},
      ['0.0.0.0/0 all IPv4 addresses', '::/0 all IPv6 addresses'],
    ],
    ['groups of the VPC, by id where two have a name', rules, 'peer', {}, ['web', 'sg-3 twin']],
    ['prefix lists', rules, 'peer', {}, ['offices pl-1']],
    ['blocks by what has them', entries, 'block', {}, ['10.0.0.0/16 prod']],
    ['lists as destinations', routes, 'destination', {}, ['offices pl-1']],
    ['targets', routes, 'target', {}, ['way-out igw-1']],
  ])('%s', (_, sheet, id, row, wanted) => {
    expect(offered(sheet, id, row)).toEqual(expect.arrayContaining([...wanted]));
  });

  it('no group of another VPC', () => {
    expect(offered(rules, 'peer', {}).some((label) => label.startsWith('far'))).toBe(false);
  });
});

describe('suggestions', () => {
  const list: readonly Suggestion[] = [
    { value: '10.0.0.0/24', label: '10.0.0.0/24', detail: 'public-a' },
    { value: 'sg-1', label: 'sg-app', detail: 'web-1' },
    { value: 'sg-2', label: 'sg-web', detail: 'web-1, web-2' },
    { value: 'sg-3', label: 'sg-we', detail: 'db-1' },
  ];
  const holds = ({ label, detail = '' }: Suggestion, text: string): boolean =>
    `${label} ${detail}`.includes(text);

  it.each([
    ['', ['10.0.0.0/24', 'sg-app', 'sg-web', 'sg-we']],
    ['web', ['sg-app', 'sg-web']],
    ['pub', ['10.0.0.0/24']],
    ['sg-w', ['sg-web', 'sg-we']],
    ['sg-we', ['sg-we', 'sg-web']],
  ])('that fit “%s”', (written, wanted) => {
    expect(fitting(list, written, holds).map(({ label }) => label)).toEqual(wanted);
  });

  it.each([
    ['10.0.0.0/2', true],
    ['443', true],
    ['::/0', true],
    ['fd00::/8', true],
    ['sg-w', false],
    ['https', false],
    ['db-1', false],
  ])('“%s” means itself: %s', (text, wanted) => {
    expect(isLiteral(text)).toBe(wanted);
  });
});

describe('the row that the hop of a path names', () => {
  const [inbound, outbound] = (['inbound', 'outbound'] as const).map((direction) =>
    must(ruleSheet(design, 'sg-1', direction, 'en')),
  );
  const out = must(entrySheet(design, 'acl-1', 'outbound', 'en'));
  it.each<[string, Sheet | undefined, string, readonly number[]]>([
    ['a route by its destination', routes, '0.0.0.0/0', [1]],
    ['the local route', routes, '10.0.0.0/16', [0]],
    ['an entry by its number', entries, '110', [1]],
    ['the deny at the end', out, '*', [1]],
    ["a group's rule by its place among its direction", inbound, 'inbound 2', [1]],
    ['none in the other direction', outbound, 'inbound 1', []],
    ['none that is not there', inbound, 'inbound 3', []],
  ])('%s', (_, sheet, rule, expected) => {
    const of = must(sheet);
    expect(of.rows.flatMap((row, at) => (isNamed(of, row, rule) ? [at] : []))).toEqual(expected);
  });
});
