import { describe, expect, it } from 'vitest';
import { known, setField, type Design } from '../../model/index.ts';
import { compile, compileAfter } from '../compile/compile.ts';
import { network } from '../notation.test-support.ts';
import { randomNetwork } from '../random.test-support.ts';
import { changedFlowsOf, type ChangedFlows } from './changed-flows.ts';
import { touchedBy } from './touched.ts';

const SHOP = `
  vpc v 10.0.0.0/16
  subnet pub 10.0.0.0/24 in v az 1a
  subnet prv 10.0.1.0/24 in v az 1a
  igw g on v
  nat n in pub 10.0.0.5 eip 203.0.113.5
  table tpub in v: pub ; 0.0.0.0/0 > g
  table tprv in v: prv ; 0.0.0.0/0 > n
  acl aprv in v: prv ; in 100 allow all any ; out 100 allow all any
  sg s in v: in tcp 443 0.0.0.0/0 ; out all any
  instance web in pub 10.0.0.20 pub 203.0.113.20 sg s
  instance app in prv 10.0.1.20
`;

/** As an edit leaves it: what is as before is the same object. */
const edited = (before: Design, after: Design): Design => ({
  ...before,
  resources: Object.fromEntries(
    Object.entries(after.resources).map(([id, resource]) => {
      const former = before.resources[id];
      return [id, former && JSON.stringify(former) === JSON.stringify(resource) ? former : resource];
    }),
  ),
});

describe('what a change of rules can touch', () => {
  it.each<[string, string, readonly string[] | undefined]>([
    ['those that carry the group', 'sg s in v: in tcp 80 0.0.0.0/0 ; out all any', ['eni:web']],
    ['those behind the ACL', 'acl aprv in v: prv ; in 100 deny all any', ['eni:app']],
    ['those that follow the table', 'table tprv in v: prv ; 0.0.0.0/0 > g', ['eni:app']],
    ['anything, where a NAT gateway stands among them', 'table tpub in v: pub', undefined],
    [
      'anything, where one of them may forward for others',
      'sg s in v: in tcp 80 0.0.0.0/0\ninstance web in pub 10.0.0.20 nocheck sg s',
      undefined,
    ],
    [
      'anything, where more than the rows changed',
      'acl aprv in v: pub ; in 100 allow all any ; out 100 allow all any',
      undefined,
    ],
    ['anything, where two tables changed', 'table tprv in v: prv\nacl aprv in v: prv', undefined],
  ])('%s', (_, change, wanted) => {
    const before = network(SHOP);
    const touched = touchedBy(compile(before), compile(edited(before, network(SHOP, change))));
    expect(touched && [...touched]).toEqual(wanted);
  });
});

/** The design without the first row of each table, group and ACL, one at a time. */
function* withoutFirstRows(design: Design): Generator<Design> {
  const members = { routeTable: 'routes', securityGroup: 'rules', networkAcl: 'entries' } as const;
  for (const [id, resource] of Object.entries(design.resources)) {
    if (
      !(resource.kind === 'routeTable' || resource.kind === 'securityGroup' || resource.kind === 'networkAcl')
    )
      continue;
    const rows =
      resource.kind === 'routeTable'
        ? known(resource.routes)
        : resource.kind === 'securityGroup'
          ? known(resource.rules)
          : known(resource.entries);
    if (rows && rows.length > 0) yield setField(design, id, members[resource.kind], rows.slice(1));
  }
}

const told = ({ flows, total, uncertain }: ChangedFlows) => ({
  flows: flows
    .map(({ from, to, family, allowed }) => `${from} ${to} ${family} ${JSON.stringify(allowed)}`)
    .toSorted(),
  total,
  uncertain,
});

describe('only what a change can touch', () => {
  it('tells the same as all flows, on random networks', () => {
    let parts = 0;
    for (let seed = 1; seed <= 40; seed += 1) {
      const design = network(...randomNetwork(seed).lines);
      const before = compile(design);
      for (const changed of withoutFirstRows(design)) {
        const after = compileAfter(before, changed);
        const touched = touchedBy(before, after);
        if (!touched) continue;
        parts += 1;
        const [some, all] = [
          changedFlowsOf(before, after, touched),
          changedFlowsOf(before, after, undefined),
        ];
        expect({ seed, opens: told(some.opens), closes: told(some.closes) }).toEqual({
          seed,
          opens: told(all.opens),
          closes: told(all.closes),
        });
      }
    }
    expect(parts).toBeGreaterThan(20);
  }, 120_000);
});
