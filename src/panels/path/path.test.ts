import { describe, expect, it } from 'vitest';
import { askReach, compile } from '../../engine/index.ts';
import { emptyDesign, type Design } from '../../model/index.ts';
import { endMeant, endsOf } from './ends.ts';
import { withIntent } from './intent.ts';
import { portChoices, portSource } from './ports.ts';
import { reportText } from './report-text.ts';

const design: Design = {
  ...emptyDesign('d'),
  resources: {
    'vpc-1': { kind: 'vpc', cidrBlock: '10.0.0.0/16', tags: { Name: 'prod' } },
    'subnet-1': { kind: 'subnet', vpcId: 'vpc-1', cidrBlock: '10.0.0.0/24', tags: { Name: 'app-a' } },
    'i-web': {
      kind: 'instance',
      subnetId: 'subnet-1',
      privateIpAddress: '10.0.0.200',
      securityGroupIds: ['sg-db'],
      tags: { Name: 'web-1' },
    },
    'i-db': {
      kind: 'instance',
      subnetId: 'subnet-1',
      privateIpAddress: '10.0.0.20',
      networkInterfaceIds: ['eni-db'],
      tags: { Name: 'db-1' },
    },
    'eni-db': {
      kind: 'networkInterface',
      subnetId: 'subnet-1',
      privateIpAddress: '10.0.0.20',
      securityGroupIds: ['sg-db'],
    },
    'sg-db': {
      kind: 'securityGroup',
      groupName: 'sg-db',
      vpcId: 'vpc-1',
      rules: [
        { isEgress: true, ipProtocol: '-1', cidrIpv4: '0.0.0.0/0' },
        { ipProtocol: 'tcp', fromPort: 5432, toPort: 5432, cidrIpv4: '10.0.0.0/16' },
        { ipProtocol: '17', fromPort: 5000, toPort: 5010, cidrIpv4: '10.0.0.0/16' },
        { ipProtocol: '-1', cidrIpv4: '10.0.0.0/16' },
      ],
    },
  },
};

describe('the end that a text means', () => {
  const choices = endsOf(design, 'Internet');
  it.each([
    ['', undefined],
    ['web', 'i-web'],
    ['WEB', 'i-web'],
    ['i-db', 'i-db'],
    ['b-1', 'i-db'],
    ['eb-1', 'i-web'],
    ['inter', 'internet'],
    ['internet', 'internet'],
    // Another address begins alike: a whole one stands for itself.
    ['10.0.0.20', '10.0.0.20'],
    ['10.0.0.0/24', '10.0.0.0/24'],
    ['2001:db8::1', '2001:db8::1'],
    ['10.0.0', 'i-db'],
    ['10.0.0.200', '10.0.0.200'],
    ['10.9', undefined],
    ['nobody', undefined],
  ])('%j is %j', (text, wanted) => {
    expect(endMeant(text, choices)).toBe(wanted);
  });

  it('offers an instance once, not its interface', () => {
    expect(choices.map(({ value }) => value)).toEqual(['internet', 'i-db', 'i-web', 'subnet-1']);
  });
});

describe('the ports that are suggested', () => {
  const told = (to: string) =>
    portChoices(design, to).map((choice) => {
      const source = portSource(design, choice, (place) => `rule ${place}`);
      return `${choice.protocol} ${choice.port} ${source}`;
    });
  it.each(['i-db', 'i-web', 'subnet-1'])('are those that the groups of %s let in, then usual ones', (to) => {
    expect(told(to).slice(0, 3)).toEqual([
      'tcp 5432 sg-db rule 1',
      'udp 5000-5010 sg-db rule 2',
      'tcp 443 HTTPS',
    ]);
  });

  it('are usual ones for an end outside', () => {
    expect(told('internet')[0]).toBe('tcp 443 HTTPS');
  });
});

describe('an intent made of a question', () => {
  const question = {
    from: 'internet',
    to: 'i-db',
    protocol: 'tcp',
    port: '5432',
    ipVersion: 'both',
  } as const;
  const kept = { from: 'internet', to: 'i-db', protocol: 'tcp', port: '5432' };

  it('is kept under what it is about, once', () => {
    const once = withIntent(design, question, 'blocked');
    expect(once.intents).toEqual({ 'internet-db-1-5432': { ...kept, expect: 'blocked' } });
    expect(withIntent(once, question, 'blocked')).toBe(once);
  });

  it('replaces another expectation about the same traffic, and keeps its reason', () => {
    const before: Design = {
      ...design,
      intents: { own: { ...kept, expect: 'reachable', because: 'reports' } },
    };
    expect(withIntent(before, question, 'blocked').intents).toEqual({
      own: { ...kept, expect: 'blocked', because: 'reports' },
    });
  });

  it('takes another id where its own is taken, and names the family that was looked at', () => {
    const before = withIntent(design, question, 'blocked');
    const after = withIntent(before, { ...question, ipVersion: '4' }, 'blocked');
    expect(after.intents['internet-db-1-5432-2']).toEqual({ ...kept, ipVersion: '4', expect: 'blocked' });
  });
});

describe('an answer as text', () => {
  it('has the words of the command line, with names and ids', () => {
    const reach = askReach(compile(design), { from: 'i-web', to: 'i-db', protocol: 'tcp', port: '5432' });
    if (!reach.ok) throw new Error('the question can be asked');
    const text = reportText(reach.value, design, 'en');
    expect(text).toMatch(/^✓ Reachable\n {2}web-1 \(i-web\) → db-1 \(i-db\) {2}TCP 5432\n/);
    expect(text).toContain('sg-db allows it (inbound rule 1)');
  });
});
