import { describe, expect, it } from 'vitest';
import { compile } from '../engine/index.ts';
import { network } from '../engine/notation.test-support.ts';
import { unknownBecause, type Design, type Intent } from '../model/index.ts';
import { askIntents } from './index.ts';

const design = network(`
  vpc v 10.0.0.0/16
  igw g on v
  subnet out 10.0.0.0/24 in v az 1a
  subnet in 10.0.1.0/24 in v az 1a
  nat n in out eip 203.0.113.20
  sg open in v: in tcp 443 0.0.0.0/0 ; out all 0.0.0.0/0
  instance web in out 10.0.0.10 pub 203.0.113.10 sg open
  instance app in in 10.0.1.10 sg open
  table public in v: out ; 0.0.0.0/0 > g
  table private in v: in ; 0.0.0.0/0 > n`);

const judge = (intent: object, of: Design = design) => {
  const [answer] = [...askIntents(compile({ ...of, intents: { it: intent as Intent } }))];
  return [answer?.held, answer?.trouble?.code];
};

describe('intents', () => {
  it.each<[string, object, boolean | null, string | undefined]>([
    ['reachable, and is', { from: 'internet', to: 'web', port: '443', expect: 'reachable' }, true, undefined],
    [
      'reachable, and is not',
      { from: 'internet', to: 'app', port: '443', expect: 'reachable' },
      false,
      undefined,
    ],
    [
      'reachable, and only a part is',
      { from: 'internet', to: 'web', port: '80,443', expect: 'reachable' },
      false,
      undefined,
    ],
    ['blocked, and is', { from: 'internet', to: 'web', port: '22', expect: 'blocked' }, true, undefined],
    [
      'blocked, and a part passes',
      { from: 'internet', to: 'web', protocol: '-1', expect: 'blocked' },
      false,
      undefined,
    ],
    [
      'blocked over a family that is not there',
      { from: 'internet', to: 'web', ipVersion: '6', expect: 'blocked' },
      true,
      undefined,
    ],
    [
      'through the NAT gateway',
      { from: 'app', to: 'internet', port: '443', expect: 'reachable', through: ['n'] },
      true,
      undefined,
    ],
    [
      'through something else',
      { from: 'app', to: 'internet', port: '443', expect: 'reachable', through: ['web'] },
      false,
      'not-through',
    ],
    [
      'through both',
      { from: 'app', to: 'internet', port: '443', expect: 'reachable', through: ['n', 'g'] },
      true,
      undefined,
    ],
    ['of a tier', { from: 'in', expect: 'egress' }, true, undefined],
    ['of another tier', { to: 'in', expect: 'public' }, false, undefined],
    ['without an end', { from: 'app', expect: 'reachable' }, null, 'unfinished'],
    ['without an expectation', { from: 'app', to: 'web' }, null, 'unfinished'],
    ['of an end that is not there', { from: 'app', to: 'nobody', expect: 'blocked' }, null, 'no-question'],
    ['of an end that is no end yet', { from: 'app', to: 's3', expect: 'reachable' }, null, 'no-question'],
    [
      'while something fails',
      { from: 'app', to: 'internet', expect: 'reachable', down: ['n'] },
      null,
      'not-judged',
    ],
    [
      'and no other way',
      { from: 'app', to: 'internet', expect: 'reachable', only: true },
      null,
      'not-judged',
    ],
  ])('%s', (_, intent, held, trouble) => expect(judge(intent)).toEqual([held, trouble]));

  it('that lean on what is not told cannot be told', () => {
    const open = design.resources['open'];
    const untold = {
      ...design,
      resources: {
        ...design.resources,
        ...(open?.kind === 'securityGroup' ? { open: { ...open, rules: unknownBecause('x') } } : {}),
      },
    };
    const intent = { from: 'internet', to: 'web', port: '443', expect: 'reachable' };
    expect(judge(intent, untold)).toEqual([null, undefined]);
  });
});
