/**
 * One notation for every network in the tests: text in, a `Design` out. A line is a resource; its name is its id.
 *
 *   account 111111111111 region ap-northeast-1
 *   coverage all but acl, table            (an AWS CLI import that lacks these kinds; else the design is drawn)
 *   vpc v 10.0.0.0/16 10.1.0.0/16 2001:db8:1::/56      fd80:1::/56 private
 *   subnet a 10.0.0.0/24 2001:db8:1::/64 in v az 1a    (map, states block-ingress, native)
 *   igw g on v                             (no `on`: detached; `attaching`: not yet attached)
 *   eigw e on v
 *   table t in v: main, a, g ; 0.0.0.0/0 > n ; ::/0 > e ; p > fw ; 10.0.5.0/24 > eni:fw (blackhole)
 *   acl n in v: default, a ; in 100 allow tcp 443 0.0.0.0/0 ; out 90 deny icmp 8/0 10.0.0.0/8
 *   sg s in v: in tcp 80,443 0.0.0.0/0 ; in all sg:s ; in udp 53 pl:p ; out all any
 *   eni x in a 10.0.0.10 pub 203.0.113.10 10.0.0.11 2001:db8:1::10 sg s,r nocheck on web
 *   instance web in a 10.0.0.20 pub 203.0.113.20 sg s  (stopped, windows, nocheck, forwarding nat, enis x,y)
 *   nat n in a 10.0.0.5 eip 203.0.113.5    (private; regional, then `in` a VPC; az 1a)
 *   eip i 203.0.113.9 on x to 10.0.0.11
 *   list p 10.9.0.0/16 10.8.0.0/16         (list p v6; list p ? for entries that are not told)
 *   bpa b block-ingress: except a allow-egress ; except v allow-bidirectional
 *   without x                              (takes away what an earlier line gave)
 *
 * - A later line with the same name replaces the earlier: a test changes one line of a shared network. Names are
 *   those of all kinds together: a group and an instance can't both be `web`.
 * - What is not written is absent: AWS's own default in a drawn design. `none` is an empty list, `?` an unknown value.
 * - Every line takes `state X`, `owner X`, `region X`. `any` is 0.0.0.0/0 and ::/0 (an ACL: number n and n + 1).
 * - `pub` without an address asks for one at launch. The text after `#` is a remark.
 * - A route's target is told by the kind of the named resource, else by AWS's prefix (`pcx-1`, `igw-gone`).
 * - Questions and expectations: `notation-lines.test-support.ts`.
 */

import {
  DESIGN_SCHEMA,
  kindNames,
  type Coverage,
  type Design,
  type Kind,
  type Resource,
} from '../model/index.ts';
import { resourceOf } from './notation-kinds.test-support.ts';
import { given, listOf, wordsOf, wrong, type Line } from './notation-words.test-support.ts';

const KIND_OF_WORD: Readonly<Record<string, Kind>> = {
  vpc: 'vpc',
  subnet: 'subnet',
  igw: 'internetGateway',
  eigw: 'egressOnlyInternetGateway',
  table: 'routeTable',
  acl: 'networkAcl',
  sg: 'securityGroup',
  eni: 'networkInterface',
  instance: 'instance',
  nat: 'natGateway',
  eip: 'elasticIp',
  list: 'managedPrefixList',
  bpa: 'vpcBlockPublicAccess',
};

/** Reads a network; several texts are read one after another. */
export function network(...texts: readonly string[]): Design {
  const lines = new Map<string, Line>();
  let coverage: Coverage[] | undefined;
  let defaults: Design['defaults'];
  for (const raw of texts.flatMap((text) => text.split('\n'))) {
    const text = raw.replace(/(^|\s)#.*$/, '').trim();
    if (text === '') continue;
    const [word = '', ...rest] = wordsOf(text);
    if (word === 'coverage') coverage = [...(coverage ?? []), readCoverage(rest, text)];
    else if (word === 'account') defaults = readDefaults(rest, text);
    else if (word === 'without') for (const id of rest) lines.delete(id);
    else {
      const line = readLine(text);
      const former = lines.get(line.id);
      if (former && former.kind !== line.kind) throw wrong(text, `the name of another kind of resource`);
      lines.set(line.id, line);
    }
  }
  const kindOf = (id: string): Kind | undefined => lines.get(id)?.kind;
  const resources: Record<string, Resource> = {};
  for (const line of lines.values()) resources[line.id] = resourceOf(line, kindOf);
  return {
    schema: DESIGN_SCHEMA,
    name: 'test',
    resources,
    layout: {},
    intents: {},
    notes: {},
    ...given('defaults', defaults),
    ...given('coverage', coverage),
  };
}

function readLine(text: string): Line {
  const colon = /:(\s|$)/.exec(text);
  const [word = '', id, ...head] = wordsOf(colon ? text.slice(0, colon.index) : text);
  const kind = KIND_OF_WORD[word];
  if (!kind || id === undefined) throw wrong(text, `no resource word "${word}"`);
  const parts = colon
    ? text
        .slice(colon.index + 1)
        .split(';')
        .map((part) => part.trim())
    : undefined;
  return { kind, id, head, text, ...given('parts', parts) };
}

function readCoverage(words: readonly string[], text: string): Coverage {
  const taken = new Map<string, string>();
  const names: string[] = [];
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i] ?? '';
    if (word === 'owner' || word === 'region' || word === 'from') taken.set(word, words[(i += 1)] ?? '');
    else names.push(...listOf(word));
  }
  const kindsOf = (list: readonly string[]): string[] => list.map((name) => KIND_OF_WORD[name] ?? name);
  const kinds =
    names[0] === 'all' ? kindNames.filter((kind) => !kindsOf(names).includes(kind)) : kindsOf(names);
  const source = taken.get('from') ?? 'awsCli';
  if (source !== 'awsCli' && source !== 'cloudFormation' && source !== 'terraform')
    throw wrong(text, 'no such source');
  return { source, kinds, ...given('ownerId', taken.get('owner')), ...given('region', taken.get('region')) };
}

function readDefaults(words: readonly string[], text: string): NonNullable<Design['defaults']> {
  const [ownerId, word, region] = words;
  if (ownerId === undefined || (word !== undefined && word !== 'region'))
    throw wrong(text, 'account <id> region <name>');
  return { ownerId, ...given('region', region) };
}
