import { describe } from 'vitest';
import { examples, SHOP } from './_examples.test-support.ts';
import { finding } from './network-acl-blocks-reply.ts';

const OPEN = 'acl open in v: default ; in 100 allow all any ; out 100 allow all any';
const BASE = `${SHOP}
${OPEN}
sg web in v: out all 0.0.0.0/0
sg db in v: in tcp 5432 sg:web ; out tcp 5432 10.0.0.0/16
instance w in app-c 10.0.11.20 sg web
instance d in app-a 10.0.10.20 sg db
acl k in v: app-a ; in 100 allow tcp 5432 10.0.0.0/16
`;
const REPLY = 'k:ipv4:out:tcp:10.0.11.0/24';
const n = (entries: string): string => `acl k in v: app-a ; in 100 allow tcp 5432 10.0.0.0/16 ; ${entries}`;

describe('network-acl-blocks-reply', () => {
  examples(finding, BASE, [
    { what: 'no rule lets anything out: folded under that', lines: '', speaks: [REPLY], fixes: [] },
    {
      what: 'a rule denies them: the new one goes before it',
      lines: n('out 50 allow tcp 443 0.0.0.0/0 ; out 60 deny all 0.0.0.0/0'),
      speaks: [REPLY],
      fixes: ['Add rule 59'],
    },
    {
      what: 'rules for other ports: the new one goes behind',
      lines: n('out 100 allow tcp 443 0.0.0.0/0'),
      speaks: [REPLY],
      fixes: ['Add rule 110'],
    },
    {
      what: 'the client’s ACL lets no reply in',
      lines: `${n('out 100 allow all 0.0.0.0/0')}\nacl m in v: app-c ; in 100 allow tcp 443 0.0.0.0/0 ; out 100 allow all 0.0.0.0/0`,
      speaks: ['m:ipv4:in:tcp:10.0.10.0/24'],
      fixes: ['Add rule 110'],
    },
    {
      what: 'each of two ACLs',
      lines: 'acl m in v: app-c ; in 100 allow tcp 443 0.0.0.0/0 ; out 100 allow all 0.0.0.0/0',
      speaks: [REPLY, 'm:ipv4:in:tcp:10.0.10.0/24'],
    },
    {
      what: 'replies from the internet of a rule that lets everything out',
      lines: `${n('out 100 allow all 0.0.0.0/0')}\nacl m in v: pub-a ; in 100 allow all 10.0.0.0/16 ; out 100 allow all 0.0.0.0/0\ninstance p in pub-a 10.0.0.20 pub 203.0.113.20 sg web`,
      speaks: ['m:ipv4:in:tcp:0.0.0.0/0'],
      fixes: ['Add rule 110'],
    },
    {
      what: 'an intent that no rule speaks of',
      lines: 'sg db in v: in tcp 5432 10.0.11.20/32 ; out tcp 5432 10.0.0.0/16',
      speaks: [REPLY],
      intents: { db: { from: 'w', to: 'd', protocol: 'tcp', port: '5432', expect: 'reachable' } },
    },
    { what: 'replies are let out', lines: n('out 100 allow tcp 1024-65535 10.0.0.0/16'), speaks: [] },
    {
      what: 'the request itself is denied',
      lines: 'acl k in v: app-a ; in 100 allow tcp 443 10.0.0.0/16',
      speaks: [],
    },
    { what: 'client and server in one subnet', lines: 'instance w in app-a 10.0.10.30 sg web', speaks: [] },
    {
      what: 'the group does not ask for it',
      lines: 'sg db in v: in tcp 5432 10.0.99.0/24 ; out tcp 5432 10.0.0.0/16',
      speaks: [],
    },
    { what: 'nobody there to ask', lines: 'without w', speaks: [] },
    { what: 'the ACL is not told', lines: 'coverage all\nacl k in v: app-a ; ?', speaks: [] },
  ]);
});
