import { describe, expect, it } from 'vitest';
import { compile } from '../compile/compile.ts';
import { network } from '../notation.test-support.ts';
import { changedFlows, type ChangedFlows } from './changed-flows.ts';
import { chosenRoute, rowUse, ruleUsers } from './rule-use.ts';

/** A public and a private subnet; `web` faces the internet, `app` and `app-b` are alike, `db` stands alone. */
const SHOP = `
  vpc v 10.0.0.0/16
  subnet pub 10.0.0.0/24 in v az 1a
  subnet prv 10.0.1.0/24 in v az 1a
  subnet data 10.0.2.0/24 in v az 1a
  igw g on v
  nat n in pub 10.0.0.5 eip 203.0.113.5
  table tpub in v: pub ; 0.0.0.0/0 > g
  table tprv in v: prv ; 0.0.0.0/0 > n
  table tmain in v: main
  acl adata in v: data ; in 100 allow all any ; out 100 allow all any
  sg sweb in v: in tcp 443 0.0.0.0/0 ; out all any
  sg sapp in v: in tcp 8080 sg:sweb ; out all any
  sg sdb in v: in tcp 5432 sg:sapp ; out all any
  instance web in pub 10.0.0.20 pub 203.0.113.20 sg sweb
  instance app in prv 10.0.1.20 sg sapp
  instance app-b in prv 10.0.1.21 sg sapp
  instance db in data 10.0.2.20 sg sdb
`;

const compiled = (...changes: readonly string[]) => compile(network(SHOP, ...changes));

const told = ({ flows }: ChangedFlows): string[] =>
  flows.map(
    ({ from, to, allowed }) =>
      `${from} > ${to} ${allowed.map(({ protocol, ports = '' }) => `${protocol} ${ports}`.trim()).join(', ')}`,
  );

describe('changedFlows', () => {
  it.each<[string, string, readonly string[], readonly string[]]>([
    ['nothing where nothing changed', 'sg unused in v: in all any', [], []],
    [
      'each member of a class of interfaces by itself',
      'sg sapp in v: in tcp 8080 sg:sweb ; in tcp 22 sg:sdb ; out all any',
      ['db > app tcp 22', 'db > app-b tcp 22'],
      [],
    ],
    [
      'what a rule no longer lets in',
      'sg sdb in v: out all any',
      [],
      ['app > db tcp 5432', 'app-b > db tcp 5432'],
    ],
    [
      'a part of the internet that is shut out, though another part still comes in by the same port',
      'sg sweb in v: in tcp 443 203.0.113.0/25 ; in tcp 443 10.0.0.0/16 ; out all any',
      [],
      ['internet > web tcp 443'],
    ],
    [
      'what an interface alike no more can do',
      'instance app-b in prv 10.0.1.21 sg sweb',
      ['app > app-b tcp 443', 'app-b > app tcp 8080', 'db > app-b tcp 443', 'web > app-b tcp 443'],
      ['app-b > db tcp 5432', 'web > app-b tcp 8080'],
    ],
  ])('tells %s', (_, change, opens, closes) => {
    const effects = changedFlows(compiled(), compiled(change));
    expect({ opens: told(effects.opens).toSorted(), closes: told(effects.closes).toSorted() }).toEqual({
      opens,
      closes,
    });
  });

  it('counts a pair once, whatever its families', () => {
    const dual = `vpc v 10.0.0.0/16 2001:db8:1::/56
      subnet a 10.0.0.0/24 2001:db8:1:0::/64 in v az 1a
      sg s in v: in tcp 22 sg:s ; out all any
      instance one in a 10.0.0.10 2001:db8:1:0::10 sg s
      instance two in a 10.0.0.11 2001:db8:1:0::11 sg s`;
    const { closes } = changedFlows(compile(network(dual)), compile(network(dual, 'sg s in v: out all any')));
    expect({ total: closes.total, listed: closes.flows.length }).toEqual({ total: 2, listed: 4 });
  });

  it('counts apart what cannot be told', () => {
    const { opens } = changedFlows(compiled(), compiled('table tmain in v: main ; 0.0.0.0/0 > vgw-1'));
    expect({ total: opens.total, isUncertain: opens.uncertain > 0 }).toEqual({ total: 0, isUncertain: true });
  });
});

describe('ruleUsers: rows that decide nothing', () => {
  it.each<[string, string, string, unknown]>([
    [
      'NA-1 an entry whose packets an earlier one answers',
      'acl adata in v: data ; in 100 allow tcp 1024-65535 0.0.0.0/0 ; in 110 allow tcp 5432 10.0.0.0/16',
      'adata',
      { 1: { code: 'answered', by: ['100'], answer: 'allow' } },
    ],
    [
      'NA-1 whatever the order in the document',
      'acl adata in v: data ; in 110 allow tcp 5432 10.0.0.0/16 ; in 100 allow tcp 1024-65535 0.0.0.0/0',
      'adata',
      { 0: { code: 'answered', by: ['100'], answer: 'allow' } },
    ],
    [
      'NA-1 earlier ones together, of both answers',
      'acl adata in v: data ; in 90 deny tcp 22 0.0.0.0/1 ; in 100 allow tcp 22 128.0.0.0/1 ; in 110 allow tcp 22 0.0.0.0/0',
      'adata',
      { 2: { code: 'answered', by: ['90', '100'], answer: 'both' } },
    ],
    [
      'NA-1 not one of which a part is left',
      'acl adata in v: data ; in 100 allow tcp 22 10.0.0.0/17 ; in 110 allow tcp 22 10.0.0.0/16',
      'adata',
      {},
    ],
    [
      'NA-1 not one behind an entry of which a member is not told',
      'acl adata in v: data ; in 100 allow ? 0.0.0.0/0 ; in 110 allow tcp 22 10.0.0.0/16',
      'adata',
      {},
    ],
    [
      'NA-2 directions and families apart',
      'acl adata in v: data ; in 100 allow all 0.0.0.0/0 ; out 110 allow all 0.0.0.0/0 ; in 120 allow all ::/0',
      'adata',
      {},
    ],
    [
      'OR-1 an entry for the only subnet that the ACL holds for',
      'acl adata in v: data ; in 100 allow tcp 22 10.0.2.0/25',
      'adata',
      { 0: { code: 'inside-own-subnet' } },
    ],
    [
      'OR-1 not where it holds for others too',
      'acl adata in v: data, prv ; in 100 allow tcp 22 10.0.2.0/25',
      'adata',
      {},
    ],
    [
      'SG-1 a rule inside a wider one, before or after it',
      'sg sapp in v: in tcp 8080 10.0.0.0/24 ; in tcp 8000-9000 10.0.0.0/16 ; in tcp 8443 10.0.0.9/32',
      'sapp',
      {
        0: { code: 'answered', by: ['2'], answer: 'allow' },
        2: { code: 'answered', by: ['2'], answer: 'allow' },
      },
    ],
    [
      'SG-1 of two alike the later one',
      'sg sapp in v: in tcp 8080 sg:sweb ; in tcp 8080 sg:sweb',
      'sapp',
      { 1: { code: 'answered', by: ['1'], answer: 'allow' } },
    ],
    [
      'SG-4 not a group inside a block, for members come and go',
      'sg sapp in v: in tcp 8080 10.0.0.0/16 ; in tcp 8080 sg:sweb',
      'sapp',
      {},
    ],
    [
      'RT-2 a route whose addresses longer ones win together',
      'table tprv in v: prv ; 8.8.8.0/24 > n ; 8.8.8.0/25 > n ; 8.8.8.128/25 > n',
      'tprv',
      { 0: { code: 'answered', by: ['8.8.8.0/25', '8.8.8.128/25'], answer: 'allow' } },
    ],
    [
      'RT-6 a route that AWS refuses',
      'table tprv in v: prv ; 10.0.1.0/28 > g',
      'tprv',
      { 0: { code: 'refused', reason: 'inside-vpc-block' } },
    ],
  ])('%s', (_, change, id, idle) => {
    expect(ruleUsers(compiled(change), id)?.idle).toEqual(idle);
  });
});

describe('ruleUsers', () => {
  it.each([
    ['sapp', ['app', 'app-b']],
    ['tprv', ['prv']],
    ['tmain', ['data']],
    ['adata', ['data']],
  ])('tells whom %s holds for', (id, users) => {
    expect(ruleUsers(compiled(), id)?.users).toEqual(users);
  });

  it('RT-2: lists routes in the order that decides, with their states', () => {
    const change = `list p 8.8.0.0/16
      table tprv in v: prv ; 0.0.0.0/0 > n ; p > n ; 8.8.8.0/24 > nat-gone ; 1.0.0.0/8 > n ; 1.0.0.0/9 > n ; 1.128.0.0/9 > vgw-1 ; 10.0.1.0/28 > g`;
    const routes = ruleUsers(compiled(change), 'tprv')?.routes;
    expect(routes?.map(({ destination, state }) => `${destination} ${state}`)).toEqual([
      '8.8.8.0/24 blackhole',
      '10.0.0.0/16 local',
      'p active',
      '1.0.0.0/9 active',
      '1.128.0.0/9 active',
      '1.0.0.0/8 shadowed',
      '0.0.0.0/0 active',
      '10.0.1.0/28 refused',
    ]);
  });
});

describe('rowUse', () => {
  it.each<[string, string, string, number, unknown]>([
    [
      'a rule by which others come in',
      '',
      'sdb',
      0,
      { closes: ['app > db tcp 5432', 'app-b > db tcp 5432'] },
    ],
    [
      'a route without which replies are lost',
      '',
      'tpub',
      0,
      {
        closes: [
          'app > internet tcp 0-65535, udp 0-65535, icmp',
          'app-b > internet tcp 0-65535, udp 0-65535, icmp',
          'internet > web tcp 443',
          'web > internet -1',
        ],
      },
    ],
    [
      'an entry that lets replies back',
      'acl adata in v: data ; in 100 allow tcp 5432 10.0.0.0/16 ; out 100 allow tcp 1024-65535 10.0.0.0/16',
      'adata',
      1,
      { closes: ['app > db tcp 5432', 'app-b > db tcp 5432'] },
    ],
    [
      'an entry that holds something back',
      'acl adata in v: data ; in 90 deny tcp 5432 10.0.1.21/32 ; in 100 allow all any ; out 100 allow all any',
      'adata',
      0,
      { opens: ['app-b > db tcp 5432'] },
    ],
    [
      'NA-1 an entry by which nothing comes',
      'acl adata in v: data ; in 90 allow tcp 22 any ; in 100 allow all any ; out 100 allow all any\nsg sdb in v: in tcp 5432 sg:sapp',
      'adata',
      0,
      { path: 'closed' },
    ],
    [
      'NA-1 an entry by which something comes that a later one lets in too',
      'acl adata in v: data ; in 90 allow tcp 5432 10.0.0.0/16 ; in 100 allow all any ; out 100 allow all any',
      'adata',
      0,
      { path: 'open' },
    ],
    [
      'NA-1 an entry that stops what a later one stops too',
      'acl adata in v: data ; in 90 deny tcp 5432 10.0.1.21/32 ; in 95 deny tcp 5432 10.0.0.0/8 ; in 100 allow all any ; out 100 allow all any',
      'adata',
      0,
      { path: 'open' },
    ],
    [
      'NA-1 an entry that stops what nothing sends',
      'acl adata in v: data ; in 90 deny tcp 5432 192.168.0.0/16 ; in 100 allow all any ; out 100 allow all any',
      'adata',
      0,
      { path: 'closed' },
    ],
    [
      'NA-1 an entry of an ACL that no subnet has',
      'acl adata in v: data ; in 100 allow all any ; out 100 allow all any\nacl spare in v: ; in 100 allow tcp 22 any',
      'spare',
      0,
      { path: 'unused' },
    ],
    [
      'a rule for nothing that has a way here',
      'sg sapp in v: in tcp 22 203.0.113.0/24 ; out all any',
      'sapp',
      0,
      { path: 'closed', blocker: 'IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS' },
    ],
    [
      'a rule whose traffic another group of the same interfaces lets in too',
      'sg more in v: in tcp 5432 10.0.0.0/16\ninstance db in data 10.0.2.20 sg sdb,more',
      'sdb',
      0,
      { path: 'open' },
    ],
    [
      'a rule for a network behind what is not modelled',
      'table tmain in v: main ; 192.168.0.0/16 > vgw-1\nsg sdb in v: in tcp 22 192.168.0.0/16 ; out all any',
      'sdb',
      0,
      { path: 'unknown' },
    ],
    [
      'a rule of a group that nothing carries',
      'sg idle in v: in tcp 22 10.0.0.0/16',
      'idle',
      0,
      { path: 'unused' },
    ],
  ])('tells %s', (_, change, id, index, wanted) => {
    const { without, path } = rowUse(compiled(change), id, index);
    const [opens, closes] = [told(without.opens).toSorted(), told(without.closes).toSorted()];
    expect({
      ...(opens.length > 0 ? { opens } : {}),
      ...(closes.length > 0 ? { closes } : {}),
      ...(path ? { path: path.state } : {}),
      ...(path?.state === 'closed' && path.blocker ? { blocker: path.blocker.code } : {}),
    }).toEqual(wanted);
  });
});

describe('chosenRoute', () => {
  const change = 'table tprv in v: prv ; 0.0.0.0/0 > n ; 8.8.8.0/24 > nat-gone ; 9.0.0.0/8 > vgw-1';
  it.each([
    ['RT-2 the longest prefix', '8.8.8.8', ['8.8.8.0/24 nat-gone blackhole']],
    ['RT-2 else the next', '8.8.9.8', ['0.0.0.0/0 n active']],
    ['RT-2 the local route', '10.0.10.17', ['10.0.0.0/16 local local']],
    ['RT-2 no route of the other family', '2600::1', []],
    ['a target that is not modelled', '9.1.2.3', ['9.0.0.0/8 vgw-1 active']],
  ])('%s', (_, address, wanted) => {
    expect(
      chosenRoute(compiled(change), 'tprv', address)?.routes.map(
        ({ destination, targetId, state }) => `${destination} ${targetId} ${state}`,
      ),
    ).toEqual(wanted);
  });

  it('has no answer for what is no address', () => {
    expect(chosenRoute(compiled(), 'tprv', '10.0.300.1')).toBeUndefined();
  });
});
