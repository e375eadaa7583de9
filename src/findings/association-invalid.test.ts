import { describe } from 'vitest';
import { examples, SHOP } from './_examples.test-support.ts';
import { finding } from './association-invalid.ts';

const BASE = `${SHOP}
vpc w 10.1.0.0/16
subnet far 10.1.0.0/24 in w az 1a
table farmain in w: main
acl standard in w: default ; in 100 allow all any ; out 100 allow all any
sg other in w
sg own in v
`;

describe('association-invalid', () => {
  examples(finding, BASE, [
    { what: 'silent where everything is at home', lines: 'instance i in app-a sg own', speaks: [] },
    {
      what: 'a table of another VPC',
      lines: 'table private in v: app-a, far ; 0.0.0.0/0 > n',
      speaks: ['private:far'],
      fixes: ['Use farmain'],
    },
    {
      what: 'an ACL of another VPC',
      lines: 'acl k in v: far ; in 100 allow all any',
      speaks: ['k:far'],
      fixes: ['Use standard'],
    },
    { what: 'two tables', lines: 'table second in v: app-a', speaks: ['app-a:routeTable'], fixes: [] },
    {
      what: 'two ACLs',
      lines: 'acl k in v: app-a\nacl l in v: app-a',
      speaks: ['app-a:networkAcl'],
      fixes: [],
    },
    {
      what: 'a group of another VPC',
      lines: 'instance i in app-a sg own,other',
      speaks: ['other:eni:i'],
      fixes: ['Take the group off'],
    },
    {
      what: 'a group that is associated with this VPC too',
      lines: 'sg other in w also v\ninstance i in app-a sg other',
      speaks: [],
    },
    {
      what: 'a group that the input does not hold',
      lines: 'instance i in app-a sg sg-elsewhere',
      speaks: [],
    },
  ]);
});
