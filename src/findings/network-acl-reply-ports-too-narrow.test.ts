import { describe, expect, it } from 'vitest';
import { answerOf, designOf, examples, SHOP } from './_examples.test-support.ts';
import { finding } from './network-acl-reply-ports-too-narrow.ts';

const BASE = `${SHOP}
acl open in v: default ; in 100 allow all any ; out 100 allow all any
sg web in v: out all 0.0.0.0/0
sg db in v: in tcp 5432 sg:web ; out tcp 5432 10.0.0.0/16
instance w in app-c 10.0.11.20 sg web
instance d in app-a 10.0.10.20 sg db
`;
const n = (entries: string): string => `acl k in v: app-a ; in 100 allow tcp 5432 10.0.0.0/16 ; ${entries}`;
const REPLY = 'k:ipv4:out:10.0.11.0/24';
const narrow = n('out 100 allow tcp 49152-65535 10.0.0.0/16');

describe('network-acl-reply-ports-too-narrow', () => {
  examples(finding, BASE, [
    { what: 'a part of what the client may use', lines: narrow, speaks: [REPLY], fixes: ['Widen rule 100'] },
    {
      what: 'a rule that is about other ports too is left alone',
      lines: n('out 100 allow tcp 443-50000 10.0.0.0/16'),
      speaks: [REPLY],
      fixes: ['Add rule 110'],
    },
    {
      what: 'what the client uses, but not what others would',
      lines: n('out 100 allow tcp 32768-60999 10.0.0.0/16'),
      speaks: [REPLY],
      fixes: ['Widen rule 100'],
    },
    { what: 'the whole range', lines: n('out 100 allow tcp 1024-65535 10.0.0.0/16'), speaks: [] },
    { what: 'no reply at all (another finding)', lines: n('out 100 allow tcp 443 10.0.0.0/16'), speaks: [] },
    {
      what: 'the source port is given and covered',
      lines: 'acl k in v: app-a ; in 100 allow tcp 1-65535 10.0.0.0/16 ; out 100 allow all 10.0.0.0/16',
      speaks: [],
    },
  ]);

  it.each([
    [
      'a part of the client’s own range',
      narrow,
      'warning',
      'k admits replies only to 49152–65535; w may use 32768–60999.',
    ],
    [
      'a Windows client',
      `${n('out 100 allow tcp 32768-60999 10.0.0.0/16')}\ninstance w in app-c 10.0.11.20 windows sg web`,
      'warning',
      'k admits replies only to 32768–60999; w may use 49152–65535.',
    ],
    [
      'the safe range alone',
      n('out 100 allow tcp 32768-60999 10.0.0.0/16'),
      'note',
      'k admits replies only to 32768–60999; w may use 1024–65535.',
    ],
  ])('%s', (what, lines, severity, message) => {
    const answer = answerOf(designOf(BASE, { what, lines, speaks: [] }), `${finding.id}:${REPLY}`);
    expect([answer.severity, answer.message.en]).toEqual([severity, message]);
  });
});
