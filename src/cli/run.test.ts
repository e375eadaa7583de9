/** The whole command line without a process: exit codes, JSON shapes, messages, both languages. */

import { describe, expect, it } from 'vitest';
import { network } from '../engine/notation.test-support.ts';
import { writeDesign } from '../formats/index.ts';
import { memoryWorld } from './memory-io.test-support.ts';
import { run } from './run.ts';

/** Two tiers behind one gateway; the database's ACL drops replies. */
const twoTiers = writeDesign(
  network(`
    vpc v 10.0.0.0/16
    subnet front in v 10.0.0.0/24 az 1a
    subnet back in v 10.0.1.0/24 az 1a
    igw g on v
    table out in v: front ; 0.0.0.0/0 > g
    table main in v: main
    acl strict in v: back ; in 100 allow tcp 5432 10.0.0.0/24 ; out 100 allow tcp 443 any
    sg web-sg in v: in tcp 443 any ; out all any
    sg db-sg in v: in tcp 5432 sg:web-sg ; out all any
    instance web in front 10.0.0.10 pub 203.0.113.10 sg web-sg
    instance db in back 10.0.1.10 sg db-sg
  `),
);

/** An import that lacks network ACLs. */
const withoutAcls = writeDesign(
  network(`
    coverage all but acl
    vpc v 10.0.0.0/16
    subnet a in v 10.0.0.0/24
    subnet b in v 10.0.1.0/24
    table main in v: main
    sg open in v: in all any ; out all any
    instance x in a 10.0.0.10 sg open
    instance y in b 10.0.1.10 sg open
  `),
);

const FILES = {
  'two.vpcd.json': twoTiers,
  'noacl.vpcd.json': withoutAcls,
  'empty.json': '',
  'prose.json': 'hello',
  'array.json': '{"a": 1}',
  'questions.json': JSON.stringify([
    { id: 'a', from: 'internet', to: 'web', protocol: 'tcp', port: '443', ipVersion: '4' },
    { id: 'b', from: 'web', to: 'db', port: 5432, ipVersion: 4 },
  ]),
  'slips.json': JSON.stringify([
    { id: 'a', from: 'nobody', to: 'web' },
    { id: 'b', from: 'internet', to: 'web', port: '443', ipVersion: '4' },
    { id: 'c', from: 'internet', to: 'web', port: '99999' },
  ]),
  'broken-questions.json': '[{"from": "web"}]',
  'intents.json': JSON.stringify({
    closed: { from: 'internet', to: 'db', port: '5432', expect: 'blocked' },
    shut: { from: 'internet', to: 'web', port: '443', expect: 'blocked' },
    front: { from: 'front', expect: 'public' },
  }),
};

async function ask(line: string, more: Parameters<typeof memoryWorld>[1] = {}) {
  const world = memoryWorld(FILES, more);
  const exit = await run(line === '' ? [] : line.split(' '), world.io);
  return { exit, out: world.out(), err: world.err(), files: world.files };
}

const json = async (line: string): Promise<unknown> => JSON.parse((await ask(`${line} --json`)).out);

describe('exit codes', () => {
  it.each<[number, string]>([
    [0, 'reach two.vpcd.json --from internet --to web --port 443'],
    [0, 'reach two.vpcd.json --from web --to db --port 5432'],
    [0, 'reach two.vpcd.json --from web --to db --port 5432 --expect blocked'],
    [1, 'reach two.vpcd.json --from web --to db --port 5432 --expect reachable'],
    [2, 'reach two.vpcd.json --from web --to db --expect never'],
    [2, 'reach two.vpcd.json --from web'],
    [2, 'reach two.vpcd.json --from web --to nobody'],
    [2, 'reach two.vpcd.json --from web --to db --port 99999'],
    [2, 'reach --from web --to db'],
    [2, 'reach absent.json --from web --to db'],
    [2, 'reach empty.json --from web --to db'],
    [0, 'reach two.vpcd.json --queries questions.json'],
    [1, 'reach two.vpcd.json --queries questions.json --expect reachable'],
    [2, 'reach two.vpcd.json --queries slips.json'],
    [2, 'reach two.vpcd.json --queries questions.json --from web'],
    [2, 'reach two.vpcd.json --queries questions.json --ip-version 4'],
    [2, 'reach two.vpcd.json --queries broken-questions.json'],
    [2, 'reach two.vpcd.json --queries array.json'],
    [2, 'reach two.vpcd.json --queries prose.json'],
    [2, 'reach two.vpcd.json --queries absent.json'],
    [0, 'tiers two.vpcd.json'],
    [0, 'tiers two.vpcd.json prose.json'],
    [0, 'exposure two.vpcd.json'],
    [0, 'matrix two.vpcd.json --between subnets'],
    [2, 'matrix two.vpcd.json --between friends'],
    [2, 'matrix two.vpcd.json --port x'],
    [0, 'check two.vpcd.json --fail-on never'],
    [0, 'check two.vpcd.json --fail-on never --intents intents.json'],
    [1, 'check two.vpcd.json --fail-on error --intents intents.json'],
    [2, 'check two.vpcd.json --intents prose.json'],
    [2, 'check two.vpcd.json --fail-on panic'],
    [0, 'validate two.vpcd.json'],
    [0, 'validate two.vpcd.json prose.json'],
    [2, 'validate prose.json'],
    [0, 'convert two.vpcd.json -o out.vpcd.json'],
    [0, 'convert two.vpcd.json -o out.txt --to design'],
    [0, 'convert two.vpcd.json -o out.svg'],
    [0, 'convert two.vpcd.json -o out.svg --theme dark --lang ja'],
    [2, 'convert two.vpcd.json -o out.txt'],
    [2, 'convert two.vpcd.json'],
    [0, 'collect'],
    [2, 'collect two.vpcd.json'],
    [2, ''],
    [2, 'conquer two.vpcd.json'],
    [2, 'tiers two.vpcd.json --jsno'],
    [0, '--help'],
    [0, 'help reach'],
    [0, 'reach --help'],
    [0, '--version'],
  ])('%i: %s', async (code, line) => {
    expect(await ask(line)).toMatchObject({ exit: code });
  });

  it('3: a fault of ours', async () => {
    const world = memoryWorld(FILES);
    const broken = {
      ...world.io,
      facts: () => {
        throw new TypeError('the disk is made of cheese');
      },
    };
    expect(await run(['tiers', 'two.vpcd.json'], broken)).toBe(3);
    expect(world.err()).toContain('this is a fault of vpc-designer 9.9.9');
    expect(world.err()).toContain('the disk is made of cheese');
  });
});

describe('what is said about wrong usage', () => {
  it.each<[string, string, string]>([
    ['conquer', 'there is no command conquer.', 'コマンド conquer はありません。'],
    ['chekc two.vpcd.json', 'Did you mean check?', 'check ではありませんか。'],
    ['tiers two.vpcd.json --jsno', 'Did you mean --json?', '--json ではありませんか。'],
    [
      'reach two.vpcd.json --from web',
      '--to is missing. Write for example: --from internet',
      '--to がありません。例: --from internet',
    ],
    [
      'tiers',
      'Name files or folders, or - for standard input.',
      'ファイルかフォルダー、または標準入力を表す -',
    ],
    [
      'tiers absent.json',
      'absent.json: there is no such file or folder',
      'absent.json: ファイルまたはフォルダーがありません',
    ],
    ['tiers prose.json', 'nothing in the input could be used.', '入力に使えるものがありませんでした。'],
    [
      'reach two.vpcd.json --from web --to nobody',
      'nobody is neither a resource of the input nor an address.',
      'nobody は入力にあるリソースでもアドレスでもありません。',
    ],
    [
      'reach two.vpcd.json --from web --to db --port 99999',
      'Write for example 443, or 80,443',
      '例えば 443、80,443',
    ],
    [
      'reach two.vpcd.json --queries array.json',
      'array.json: not an array of questions.',
      'array.json: 質問の配列ではありません。',
    ],
    [
      'reach two.vpcd.json --queries broken-questions.json',
      'broken-questions.json: item 1 is not a question',
      '1 番目が',
    ],
    [
      'convert two.vpcd.json -o out.txt',
      'out.txt: the ending does not say which form to write.',
      'out.txt: 拡張子から形式が分かりません。',
    ],
  ])('%s', async (line, en, ja) => {
    const english = await ask(`${line} --lang en`);
    expect(english.err).toContain(en);
    expect(english.out).toBe('');
    expect((await ask(`${line} --lang ja`)).err).toContain(ja);
  });

  it('lists what an ambiguous name may mean', async () => {
    const twins = writeDesign(
      network(
        'vpc v 10.0.0.0/16',
        'subnet a in v 10.0.0.0/24',
        'instance one in a 10.0.0.10',
        'instance two in a 10.0.0.11',
      ),
    ).replaceAll(/"kind": ?"instance"/gu, '"kind": "instance", "tags": {"Name": "twin"}');
    const world = memoryWorld({ 'twins.vpcd.json': twins });
    expect(await run('reach twins.vpcd.json --from twin --to internet'.split(' '), world.io)).toBe(2);
    expect(world.err()).toContain('twin may mean several things.');
    expect(world.err()).toContain('twin (one)  instance');
    expect(world.err()).toContain('twin (two)  instance');
  });
});

describe('JSON', () => {
  it('reach: one question', async () => {
    const answer = await json('reach two.vpcd.json --from web --to db --port 5432 --ip-version 4');
    expect(Object.keys(answer as object)[0]).toBe('schema');
    expect(answer).toMatchObject({
      schema: 'vpc-designer/reach@1',
      from: { id: 'web', kind: 'instance' },
      to: { id: 'db', kind: 'instance' },
      protocol: 'tcp',
      port: '5432',
      verdict: 'blocked',
      families: {
        4: {
          verdict: 'blocked',
          forward: { verdict: 'reachable' },
          return: { verdict: 'blocked', blockers: [{ code: 'SUBNET_ACL_RESTRICTION' }] },
        },
      },
      blockers: [
        {
          code: 'SUBNET_ACL_RESTRICTION',
          direction: 'return',
          family: 4,
          resource: 'strict',
          rule: '32767',
          side: 'out',
          at: 'back',
          message: expect.stringContaining('strict denies outbound TCP') as string,
          fixes: [
            {
              title: expect.stringContaining('Allow outbound') as string,
              patch: [{ action: 'CreateNetworkAclEntry', resource: 'strict' }],
            },
          ],
        },
      ],
      alternatives: [],
      advisories: [{ code: 'ONE_WAY_DELIVERY', resource: 'db', message: expect.any(String) as string }],
      assumptions: [],
      unknowns: [],
    });
  });

  it('reach: hops with headers', async () => {
    const answer = await json('reach two.vpcd.json --from internet --to web --port 443 --ip-version 4');
    expect(answer).toMatchObject({
      verdict: 'reachable',
      families: {
        4: {
          allowed: [{ protocol: 'tcp', ports: '443' }],
          forward: {
            hops: expect.arrayContaining([
              expect.objectContaining({
                resource: 'web-sg',
                kind: 'securityGroup',
                action: 'allow',
                because: { resource: 'web-sg', rule: 'inbound 1' },
                header: expect.objectContaining({
                  dst: '10.0.0.10',
                  protocol: 'tcp',
                  dstPort: '443',
                }) as object,
              }),
            ]) as unknown[],
          },
        },
      },
    });
  });

  it('reach --queries: an array in the order of the questions', async () => {
    expect(await json('reach two.vpcd.json --queries questions.json')).toMatchObject([
      { schema: 'vpc-designer/reach@1', id: 'a', verdict: 'reachable' },
      { schema: 'vpc-designer/reach@1', id: 'b', verdict: 'blocked' },
    ]);
  });

  it('reach --queries: what cannot be asked is an error, the others are answered', async () => {
    expect(await json('reach two.vpcd.json --queries slips.json')).toMatchObject([
      { id: 'a', error: { message: expect.stringContaining('nobody') as string, candidates: [] } },
      { id: 'b', verdict: 'reachable' },
      { id: 'c', error: { message: expect.stringContaining('99999') as string, candidates: [] } },
    ]);
  });

  it('reach: missing facts with the command that supplies them', async () => {
    expect(await json('reach noacl.vpcd.json --from x --to y --port 80')).toMatchObject({
      verdict: 'undetermined',
      unknowns: expect.arrayContaining([
        expect.objectContaining({
          fact: 'acl-of',
          resource: 'a',
          obtain: expect.stringContaining('aws ec2 describe-network-acls') as string,
        }),
      ]) as unknown[],
    });
  });

  it('tiers', async () => {
    expect(await json('tiers two.vpcd.json')).toMatchObject({
      schema: 'vpc-designer/tiers@1',
      subnets: expect.arrayContaining([
        expect.objectContaining({
          id: 'front',
          ipv4: 'public',
          ipv6: 'isolated',
          because: expect.arrayContaining(['out 0.0.0.0/0 → g']) as string[],
        }),
        expect.objectContaining({ id: 'back', ipv4: 'isolated' }),
      ]) as unknown[],
    });
  });

  it('exposure', async () => {
    expect(await json('exposure two.vpcd.json')).toMatchObject({
      schema: 'vpc-designer/exposure@1',
      inbound: [
        {
          resource: 'web',
          family: 4,
          address: '203.0.113.10',
          allowed: [{ protocol: 'tcp', ports: '443' }],
          sources: expect.any(Array) as unknown[],
          because: expect.any(Array) as unknown[],
        },
      ],
      outbound: expect.arrayContaining([
        expect.objectContaining({ resource: 'web', family: 4, via: ['g'] }),
      ]) as unknown[],
    });
  });

  it('matrix', async () => {
    expect(await json('matrix two.vpcd.json --protocol tcp --port 5432')).toMatchObject({
      schema: 'vpc-designer/matrix@1',
      pairs: expect.arrayContaining([
        expect.objectContaining({ from: 'web', to: 'db', verdict: 'blocked', allowed: [] }),
      ]) as unknown[],
    });
  });

  it('check', async () => {
    expect(await json('check two.vpcd.json --intents intents.json')).toMatchObject({
      schema: 'vpc-designer/check@1',
      findings: expect.any(Array) as unknown[],
      intents: [
        { id: 'closed', held: true },
        { id: 'shut', held: false },
        { id: 'front', held: true },
      ],
      unknowns: [],
      summary: {
        error: expect.any(Number) as number,
        warning: expect.any(Number) as number,
        note: expect.any(Number) as number,
      },
    });
  });

  it('validate', async () => {
    expect(await json('validate two.vpcd.json prose.json')).toMatchObject({
      schema: 'vpc-designer/validate@1',
      files: expect.arrayContaining([
        expect.objectContaining({ file: 'two.vpcd.json', resources: 11 }),
      ]) as unknown[],
      counts: {
        vpc: 1,
        subnet: 2,
        routeTable: 2,
        internetGateway: 1,
        instance: 2,
        securityGroup: 2,
        networkAcl: 1,
      },
      notUnderstood: [
        expect.objectContaining({
          file: 'prose.json',
          what: expect.any(String) as string,
          why: expect.any(String) as string,
        }),
      ],
      missing: expect.any(Array) as unknown[],
      assumptions: expect.any(Array) as unknown[],
    });
  });
});

describe('text', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    [
      'reach two.vpcd.json --from web --to db --port 5432',
      [
        '✗ Blocked on the way back',
        'web → db  TCP 5432',
        'What blocks it',
        '1. The reply is dropped. strict denies outbound TCP',
        'Fix: Allow outbound',
      ],
      [
        '✗ 復路で遮断されます',
        '阻害要因',
        '応答は破棄されます。strict のルール *',
        '直し方: strict のアウトバウンドで',
      ],
    ],
    [
      'reach noacl.vpcd.json --from x --to y --port 80',
      ['? Cannot tell', 'Missing facts', '- the network ACL of a', 'Run: aws ec2 describe-network-acls'],
      [
        '? 判定できません',
        '不足している情報',
        '- a のネットワーク ACL',
        '実行: aws ec2 describe-network-acls',
      ],
    ],
    ['reach two.vpcd.json --queries slips.json', ['nobody → web', '✓ reachable'], ['✓ 到達できる']],
    [
      'tiers two.vpcd.json',
      ['Subnet', 'Because', 'front', 'public', 'out 0.0.0.0/0 → g'],
      ['サブネット', '理由', 'パブリック', '隔離'],
    ],
    [
      'exposure two.vpcd.json',
      ['What the internet can open', '203.0.113.10', 'TCP 443', 'web-sg inbound rule 1'],
      ['インターネットから接続できるもの', 'インバウンドルール 1'],
    ],
    ['matrix two.vpcd.json --between subnets', ['From', 'Verdict', 'front', 'back'], ['送信元', '判定']],
    [
      'check two.vpcd.json --intents intents.json',
      ['broken  shut: internet → web blocked', 'held  closed'],
      ['違反  shut', '維持  closed'],
    ],
    [
      'validate two.vpcd.json prose.json',
      ['Files', 'Network ACL', 'Not understood', 'prose.json'],
      ['ファイル', 'ネットワーク ACL', '読み取れなかった項目'],
    ],
    [
      'reach --help',
      ['Usage: vpc-designer reach INPUT…', '--source-port PORTS', '--strict'],
      ['使い方: vpc-designer reach INPUT…', '仮定をしない'],
    ],
    ['--help', ['Commands:', 'exposure', 'Exit codes:'], ['コマンド:', '終了コード:']],
  ])('%s', async (line, en, ja) => {
    const english = (await ask(`${line} --lang en`)).out;
    for (const part of en) expect(english).toContain(part);
    const japanese = (await ask(`${line} --lang ja`)).out;
    for (const part of ja) expect(japanese).toContain(part);
  });

  it('speaks the language of the locale unless told', async () => {
    expect((await ask('tiers two.vpcd.json', { locale: 'ja_JP.UTF-8' })).out).toContain('パブリック');
    expect((await ask('tiers two.vpcd.json --lang en', { locale: 'ja_JP.UTF-8' })).out).toContain('public');
    expect((await ask('tiers two.vpcd.json', { locale: 'C' })).out).toContain('public');
  });

  it('colours only for a terminal', async () => {
    expect((await ask('tiers two.vpcd.json', { colors: true })).out).toContain('\u001b[');
    expect((await ask('tiers two.vpcd.json')).out).not.toContain('\u001b[');
  });

  it('is Markdown where that is asked for', async () => {
    expect((await ask('tiers two.vpcd.json --format markdown')).out).toContain(
      '| Subnet | IPv4 | IPv6 | Because |',
    );
    expect((await ask('reach two.vpcd.json --from web --to db --format markdown')).out).toMatch(/^# /u);
  });
});

describe('standard error', () => {
  it('tells what was not understood: file, what, why; the answer stays on standard output', async () => {
    const { out, err } = await ask('tiers two.vpcd.json prose.json');
    expect(err).toContain('Not understood: prose.json');
    expect(out).not.toContain('prose.json');
  });

  it('is silent with --quiet, but for errors', async () => {
    expect((await ask('tiers two.vpcd.json prose.json --quiet')).err).toBe('');
    expect((await ask('tiers prose.json --quiet')).err).toContain('nothing in the input could be used');
  });
});

it('reads standard input', async () => {
  expect((await ask('tiers -', { standardInput: twoTiers })).out).toContain('front');
});

it('--strict assumes nothing', async () => {
  const pending = writeDesign(
    network(`
      coverage all
      vpc v 10.0.0.0/16
      subnet a in v 10.0.0.0/24
      table main in v: main
      acl n in v: default, a ; in 100 allow all any ; out 100 allow all any
      sg open in v: in all any ; out all any
      instance x in a 10.0.0.10 sg open pending
      instance y in a 10.0.0.11 sg open
    `),
  ).replaceAll('"x": {"kind": "instance",', '"x": {"kind": "instance", "state": "pending",');
  const world = memoryWorld({ 'p.vpcd.json': pending });
  await run('reach p.vpcd.json --from x --to y --json'.split(' '), world.io);
  const strict = memoryWorld({ 'p.vpcd.json': pending });
  await run('reach p.vpcd.json --from x --to y --json --strict'.split(' '), strict.io);
  expect(JSON.parse(world.out())).toMatchObject({
    verdict: 'reachable',
    assumptions: [{ code: 'ASSUMPTION_INSTANCE_RUNNING', what: expect.any(String) as string }],
  });
  expect(JSON.parse(strict.out())).toMatchObject({ verdict: 'undetermined' });
});

describe('convert', () => {
  it('writes the same bytes again from its own output', async () => {
    const first = await ask('convert two.vpcd.json -o out.vpcd.json');
    const text = first.files.get('out.vpcd.json');
    const world = memoryWorld({ 'out.vpcd.json': typeof text === 'string' ? text : '' });
    await run('convert out.vpcd.json -o - --to design'.split(' '), world.io);
    expect(world.out()).toBe(text);
  });

  it('draws a picture that opens again as the same network', async () => {
    const { files } = await ask('convert two.vpcd.json -o out.svg');
    const svg = files.get('out.svg');
    expect(svg).toMatch(/^(<\?xml[^>]*>\s*)?<svg /u);
    const world = memoryWorld({ 'out.svg': typeof svg === 'string' ? svg : '' });
    expect(await run('tiers out.svg --json'.split(' '), world.io)).toBe(0);
    const drawn: unknown = JSON.parse(world.out());
    expect(drawn).toEqual(await json('tiers two.vpcd.json'));
  });

  it('B-35 says so when the file cannot be written', async () => {
    const world = memoryWorld({ ...FILES, 'locked.vpcd.json': { locked: true } });
    expect(await run('convert two.vpcd.json -o locked.vpcd.json'.split(' '), world.io)).toBe(2);
    expect(world.err()).toContain(
      'locked.vpcd.json: it cannot be written (permission denied). What was there is untouched.',
    );
  });
});
