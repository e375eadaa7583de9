import { describe, expect, it } from 'vitest';
import { compile } from '../compile/compile.ts';
import { network } from '../notation.test-support.ts';
import { askReach } from '../questions/reach.ts';

const OFFICE = `
  vpc v 10.0.0.0/16
  subnet s 10.0.0.0/24 in v az 1a
  table t in v: main
  sg open in v: in all any ; out all any
  instance web in s 10.0.0.20 sg open
`;

/** Of the request to `odd` and of one from it. */
function verdicts(address: string): readonly string[] {
  const compiled = compile(network(OFFICE, `instance odd in s ${address} sg open`));
  return (
    [
      ['web', 'odd'],
      ['odd', 'web'],
    ] as const
  ).map(([from, to]) => {
    const answer = askReach(compiled, { from, to, protocol: 'tcp', port: '443' });
    return answer.ok ? answer.value.verdict : answer.problem.code;
  });
}

describe('AD-9 an instance that is said to hold an address of AWS holds another in truth', () => {
  it.each<[string, string, string]>([
    ['the first', '10.0.0.0', 'undetermined'],
    ['the router', '10.0.0.1', 'undetermined'],
    ['the resolver', '10.0.0.2', 'undetermined'],
    ['the fourth', '10.0.0.3', 'undetermined'],
    ['the last', '10.0.0.255', 'undetermined'],
    ['one of no subnet', '10.0.9.9', 'undetermined'],
    ['the first that is free', '10.0.0.4', 'reachable'],
    ['the last that is free', '10.0.0.254', 'reachable'],
  ])('%s, %s: %s', (_, address, verdict) => {
    expect(verdicts(address)).toEqual([verdict, verdict]);
  });
});
