import { describe } from 'vitest';
import { resourceOfKind, type Design } from '../model/index.ts';
import { examples, SHOP } from './_examples.test-support.ts';
import { finding } from './security-group-reference-invalid.ts';

const BASE = `${SHOP}
vpc w 10.1.0.0/16
subnet far 10.1.0.0/24 in w az 1a
sg other in w
instance o in far 10.1.0.20 sg other
sg web in v: out all 0.0.0.0/0
sg db in v: in tcp 5432 sg:other ; out all 0.0.0.0/0
instance x in app-c 10.0.11.20 sg web
instance d in app-a 10.0.10.20 sg db
`;
const KEY = 'db:in:other:tcp 5432';

const reference =
  (info: object) =>
  (design: Design): Design => {
    const db = resourceOfKind(design, 'db', 'securityGroup');
    const rules = [
      {
        isEgress: false,
        ipProtocol: 'tcp',
        fromPort: 5432,
        toPort: 5432,
        referencedGroupInfo: { groupId: 'sg-1', ...info },
      },
    ];
    return db ? { ...design, resources: { ...design.resources, db: { ...db, rules } } } : design;
  };

describe('security-group-reference-invalid', () => {
  examples(finding, BASE, [
    {
      what: 'a group of another VPC',
      lines: '',
      speaks: [KEY],
      fixes: ['Name the addresses', 'Remove the rule'],
    },
    {
      what: 'a group that is gone',
      lines: 'sg db in v: in tcp 5432 sg:gone',
      speaks: ['db:in:gone:tcp 5432'],
      fixes: ['Remove the rule'],
    },
    {
      what: 'an appliance between hides the sender',
      lines:
        'sg db in v: in tcp 5432 sg:web ; out all 0.0.0.0/0\nsg fw in v: in all 0.0.0.0/0 ; out all 0.0.0.0/0\ninstance fw1 in pub-c 10.0.1.20 sg fw nocheck forwarding pass\ntable near in v: app-c ; 10.0.10.0/24 > fw1\ntable private in v: app-a ; 10.0.11.0/24 > fw1',
      speaks: ['db:in:web:tcp 5432'],
      fixes: ['Name the addresses', 'Remove the rule'],
    },
    { what: 'a group of the same VPC', lines: 'sg db in v: in tcp 5432 sg:web', speaks: [] },
    { what: 'itself', lines: 'sg db in v: in all sg:db', speaks: [] },
    { what: 'a group that is associated with this VPC', lines: 'sg other in w also v', speaks: [] },
    { what: 'nobody carries the group with the rule', lines: 'without d', speaks: [] },
    {
      what: 'a peering may join the two VPCs',
      lines: 'table private in v: app-a ; 0.0.0.0/0 > n ; 10.1.0.0/16 > pcx-1',
      speaks: [],
    },
    {
      what: 'over a peering that the rule names',
      lines: '',
      speaks: [],
      change: reference({ vpcPeeringConnectionId: 'pcx-1' }),
    },
    {
      what: 'a group of another account',
      lines: 'account 111111111111',
      speaks: [],
      change: reference({ userId: '222222222222' }),
    },
    {
      what: 'groups that the input does not cover',
      lines: 'coverage all but sg\nsg db in v: in tcp 5432 sg:sg-elsewhere',
      speaks: [],
    },
  ]);
});
