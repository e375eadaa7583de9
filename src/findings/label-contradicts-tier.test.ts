import { describe, expect, it } from 'vitest';
import { labelOf, relabelled } from './_labels.ts';
import { answerOf, designOf, examples, SHOP } from './_examples.test-support.ts';
import { finding } from './label-contradicts-tier.ts';

const BASE = `${SHOP}
instance i in app-a 10.0.10.20
`;
const PUBLIC = 'table private in v: app-a ; 0.0.0.0/0 > g';

describe('label-contradicts-tier', () => {
  examples(finding, BASE, [
    {
      what: 'private, but public',
      lines: PUBLIC,
      names: { 'app-a': 'private-a' },
      speaks: ['app-a:ipv4'],
      fixes: ['Route to n', 'Delete route', 'Rename to public-a'],
    },
    {
      what: 'private, but public by a table that others share',
      lines:
        'table public in v: pub-a, pub-c, app-a ; 0.0.0.0/0 > g\ntable private in v: app-c ; 0.0.0.0/0 > n',
      names: { 'app-a': 'private-a' },
      speaks: ['app-a:ipv4'],
      fixes: ['Route to n', 'Rename to public-a'],
    },
    {
      what: 'the same, and no table leads to the NAT gateway yet',
      lines: 'table public in v: pub-a, pub-c, app-a ; 0.0.0.0/0 > g\nwithout private',
      names: { 'app-a': 'private-a' },
      speaks: ['app-a:ipv4'],
      fixes: ['Route to n', 'Rename to public-a'],
    },
    {
      what: 'public, but egress',
      lines: '',
      names: { 'app-a': 'Public Subnet 1' },
      speaks: ['app-a:ipv4'],
      fixes: ['Use public', 'Rename to Private Subnet 1'],
    },
    {
      what: 'public, but isolated',
      lines: 'instance j in app-c',
      names: { 'app-c': 'dmz-c' },
      speaks: ['app-c:ipv4'],
      fixes: ['Use public', 'Rename to isolated-c'],
    },
    {
      what: 'isolated, but egress',
      lines: '',
      names: { 'app-a': 'isolated-a' },
      speaks: ['app-a:ipv4'],
      fixes: ['Delete route', 'Rename to private-a'],
    },
    {
      what: 'in Japanese',
      lines: PUBLIC,
      names: { 'app-a': 'プライベートサブネットA' },
      speaks: ['app-a:ipv4'],
      fixes: ['Route to n', 'Delete route', 'Rename to パブリックサブネットA'],
    },
    {
      what: 'private, but public over IPv6',
      lines:
        'vpc v 10.0.0.0/16 2001:db8::/56\nsubnet app-a 10.0.10.0/24 2001:db8::/64 in v az 1a\ntable private in v: app-a ; 0.0.0.0/0 > n ; ::/0 > g',
      names: { 'app-a': 'private-a' },
      speaks: ['app-a:ipv6'],
      fixes: ['Delete route', 'Rename to public-a'],
    },
    {
      what: 'public over one family is enough for the name',
      lines: 'vpc v 10.0.0.0/16 2001:db8::/56\nsubnet pub-a 10.0.0.0/24 2001:db8::/64 in v az 1a',
      names: { 'pub-a': 'public-a' },
      speaks: [],
    },
    {
      what: 'a tag says it',
      lines: PUBLIC,
      speaks: ['app-a:ipv4'],
      fixes: ['Route to n', 'Delete route'],
      change: (design) => ({
        ...design,
        resources: Object.fromEntries(
          Object.entries(design.resources).map(([id, each]) => [
            id,
            id === 'app-a' ? { ...each, tags: { 'aws-cdk:subnet-type': 'Private' } } : each,
          ]),
        ),
      }),
    },
    { what: 'private on egress is right', lines: '', names: { 'app-a': 'private-a' }, speaks: [] },
    {
      what: 'private on isolated is right',
      lines: 'instance j in app-c',
      names: { 'app-c': 'private-c' },
      speaks: [],
    },
    { what: 'public on public', lines: '', names: { 'pub-a': 'public-a' }, speaks: [] },
    { what: 'nobody there and no table of its own', lines: '', names: { 'app-c': 'public-c' }, speaks: [] },
    {
      what: 'the word is part of another name',
      lines: PUBLIC,
      names: { 'app-a': 'private-api-client' },
      speaks: [],
    },
    {
      what: 'the tier may be higher than can be told',
      lines: 'table private in v: app-a ; 0.0.0.0/0 > vpce-1',
      names: { 'app-a': 'public-a' },
      speaks: [],
    },
  ]);

  it('says which word, which tier, and why, in both languages', () => {
    const design = designOf(BASE, {
      what: '',
      lines: PUBLIC,
      names: { 'app-a': 'private-a', private: 'rtb-a', g: 'igw-1' },
      speaks: [],
    });
    expect(answerOf(design, 'label-contradicts-tier:app-a:ipv4', { naming: 'short' }).message).toEqual({
      en: 'private-a is called private but is public: rtb-a sends 0.0.0.0/0 to igw-1.',
      ja: 'private-a の名前は「private」ですが、実際はパブリックです (rtb-a が 0.0.0.0/0 を igw-1 に送ります)。',
    });
  });
});

describe('labels in names', () => {
  it.each([
    ['public-a', 'public'],
    ['prod-private-app-1a', 'private'],
    ['PublicSubnet1', 'public'],
    ['Stack/Vpc/IsolatedSubnet2', 'isolated'],
    ['priv_ap-northeast-1c', 'private'],
    ['パブリックサブネット 1', 'public'],
    ['social-pub-a', 'public'],
    ['public-api-client', undefined],
    ['publication-a', undefined],
    ['non-public-a', undefined],
    ['app-a', undefined],
    ['', undefined],
  ])('%s', (name, claims) => {
    expect(labelOf(name)?.claims).toBe(claims);
  });

  it.each([
    ['private-a', 'public', 'public-a'],
    ['PRIVATE-A', 'public', 'PUBLIC-A'],
    ['PrivateSubnet1', 'public', 'PublicSubnet1'],
    ['public-public-a', 'egress', 'public-private-a'],
    ['パブリック-a', 'isolated', '隔離-a'],
  ] as const)('%s becomes, on %s, %s', (name, tier, wanted) => {
    const label = labelOf(name);
    expect(label && relabelled(name, label, tier)).toBe(wanted);
  });
});
