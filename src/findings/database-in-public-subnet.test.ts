import { describe } from 'vitest';
import { resourceOfKind, type Design } from '../model/index.ts';
import { examples, SHOP } from './_examples.test-support.ts';
import { finding } from './database-in-public-subnet.ts';

const listens =
  (ports: string) =>
  (design: Design): Design => {
    const db = resourceOfKind(design, 'db', 'instance');
    return db
      ? {
          ...design,
          resources: { ...design.resources, db: { ...db, listens: [{ protocol: 'tcp', ports }] } },
        }
      : design;
  };
const change = listens('5432');

describe('database-in-public-subnet', () => {
  examples(
    finding,
    `${SHOP}\nsg s in v: in tcp 5432 10.0.0.0/16 ; out all 0.0.0.0/0\ninstance db in pub-a 10.0.0.20 sg s`,
    [
      {
        what: 'it listens on a database port in a public subnet',
        lines: '',
        speaks: ['db:ipv4'],
        change,
        fixes: [],
      },
      { what: 'among other ports', lines: '', speaks: ['db:ipv4'], change: listens('22,6000-6400') },
      {
        what: 'public over IPv6 alone',
        lines:
          'vpc v 10.0.0.0/16 2001:db8::/56\nsubnet app-c 10.0.11.0/24 2001:db8::/64 in v az 1c\ntable six in v: app-c ; ::/0 > g\ninstance db in app-c 10.0.11.20 2001:db8::20 sg s',
        speaks: ['db:ipv6'],
        change,
      },
      { what: 'a web server', lines: '', speaks: [], change: listens('443') },
      { what: 'nobody said what it listens on', lines: '', speaks: [] },
      {
        what: 'the subnet is only named public',
        lines: 'instance db in app-c 10.0.11.20 sg s',
        speaks: [],
        change,
        names: { 'app-c': 'public-c' },
      },
      {
        what: 'the internet can open it (another finding)',
        lines:
          'sg s in v: in tcp 5432 0.0.0.0/0 ; out all 0.0.0.0/0\ninstance db in pub-a 10.0.0.20 pub 203.0.113.20 sg s',
        speaks: [],
        change,
      },
    ],
  );
});
