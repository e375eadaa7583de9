import { describe, expect, it } from 'vitest';
import { askExposure, compile } from '../../engine/index.ts';
import { network } from '../../engine/notation.test-support.ts';
import type { Design, Intent } from '../../model/index.ts';
import { exposedThings, isWithin, overlaps, placesOfThings, proofOf, waysOut } from './exposure.ts';

/** Shop front, application and data behind an internet gateway and a NAT gateway. */
const shop = `vpc v 10.0.0.0/16
igw g on v
subnet web 10.0.0.0/24 in v
subnet app 10.0.1.0/24 in v
subnet data 10.0.2.0/24 in v
nat n in web eip 203.0.113.5
table tw in v: web ; 0.0.0.0/0 > g
table ta in v: app ; 0.0.0.0/0 > n
table td in v: main
sg sweb in v: in tcp 443 0.0.0.0/0 ; in tcp 22 0.0.0.0/0 ; out all any
sg sapp in v: in tcp 8080 sg:sweb ; out all any
instance web-1 in web 10.0.0.20 pub 203.0.113.20 sg sweb
instance app-1 in app 10.0.1.11 sg sapp
instance app-2 in app 10.0.1.12 sg sapp
instance app-3 in app 10.0.1.13 sg sapp
instance db-1 in data 10.0.2.10 sg sapp`;

const intent = (port: string): Design['intents'] => ({
  open: { from: 'internet', to: 'web-1', protocol: 'tcp', port, expect: 'reachable' },
});

const never = (more: Intent): Design['intents'] => ({
  shut: { from: 'internet', to: 'web-1', protocol: 'tcp', expect: 'blocked', ...more },
});

const told = (design: Design, family: 4 | 6 = 4): readonly string[] =>
  exposedThings(design, askExposure(compile(design)), family).map((thing) => {
    const traffic = thing.traffic.map(
      (part) => `${part.protocol} ${part.ports}${part.isIntended ? '*' : ''}${part.isForbidden ? '!' : ''}`,
    );
    return [thing.id, ...traffic, thing.certainty, ...(thing.isIntended ? ['intended'] : [])].join(', ');
  });

describe('what the internet can open', () => {
  it.each<[string, string, Design['intents'], string[]]>([
    ['each port apart', '', {}, ['web-1, tcp 22, tcp 443, told']],
    ['a port that an intent wants', '', intent('443'), ['web-1, tcp 22, tcp 443*, told']],
    ['all that intents want', '', intent('22,443'), ['web-1, tcp 22*, tcp 443*, told, intended']],
    ['what an intent forbids', '', never({ port: '22' }), ['web-1, tcp 22!, tcp 443, told']],
    [
      'what one of both intents forbids',
      '',
      { ...intent('22,443'), ...never({ port: '22' }) },
      ['web-1, tcp 22!, tcp 443*, told'],
    ],
    ['a part of what is forbidden', '', never({ port: '20-30' }), ['web-1, tcp 22!, tcp 443, told']],
    [
      'what is forbidden to its subnet',
      '',
      never({ to: 'web', port: '22' }),
      ['web-1, tcp 22!, tcp 443, told'],
    ],
    ['everything, where all is forbidden', '', never({ protocol: '-1' }), ['web-1, tcp 22!, tcp 443!, told']],
    ['not what is forbidden over IPv6', '', never({ ipVersion: '6' }), ['web-1, tcp 22, tcp 443, told']],
    ['not what is forbidden to another', '', never({ to: 'db-1' }), ['web-1, tcp 22, tcp 443, told']],
    ['nothing without a public address', 'instance web-1 in web 10.0.0.20 sg sweb', {}, []],
  ])('%s', (_, more, intents, wanted) => {
    expect(told({ ...network(shop, more), intents })).toEqual(wanted);
  });

  it('of the other family nothing where there is none', () => {
    expect(told(network(shop), 6)).toEqual([]);
  });

  it('is proved by its first port', () => {
    const part = { protocol: 'tcp', ports: '22', sources: [], isIntended: false, isForbidden: false };
    expect(proofOf('web-1', part, 4)).toEqual({
      from: 'internet',
      to: 'web-1',
      protocol: 'tcp',
      port: '22',
      ipVersion: '4',
    });
    expect(proofOf('web-1', { ...part, protocol: '-1', ports: '' }, 6)).toMatchObject({
      protocol: 'tcp',
      port: '443',
      ipVersion: '6',
    });
  });
});

describe('who reaches the internet', () => {
  const design = network(shop);
  const ways = waysOut(design, askExposure(compile(design)), 4);

  it('by what they leave, and who does not', () => {
    expect(ways.map(({ how, via = '', ids }) => `${how} ${via}: ${ids.join(' ')}`)).toEqual([
      'direct g: web-1',
      'through n: app-1 app-2 app-3',
      'cannot : db-1',
    ]);
  });

  it('few by their names, many by their subnets', () => {
    expect(ways.map(({ ids }) => placesOfThings(design, ids))).toEqual([['web-1'], ['app'], ['db-1']]);
  });
});

describe('overlaps', () => {
  it.each([
    ['22', '22', true],
    ['22', '20-30', true],
    ['20-30', '22', true],
    ['80, 443', '443', true],
    ['22', undefined, true],
    ['', '22', true],
    ['22', '443', false],
    ['1-21', '22-30', false],
  ])('%j and %j: %s', (ports, others, wanted) => {
    expect(overlaps(ports, others)).toBe(wanted);
  });
});

describe('isWithin', () => {
  it.each([
    ['443', '443', true],
    ['443', undefined, true],
    ['80, 443', '80,443', true],
    ['8000-8010', '8000-9000', true],
    ['8000-8010', '8005-9000', false],
    ['22', '443', false],
    ['', '443', false],
    ['', undefined, true],
  ])('%j in %j: %s', (ports, others, wanted) => {
    expect(isWithin(ports, others)).toBe(wanted);
  });
});
