import { describe, expect, it } from 'vitest';
import { intentTexts } from '../../i18n/index.ts';
import { emptyDesign, type Design } from '../../model/index.ts';
import { sentenceOf } from './sentence.ts';
import { asIntent, chosenEnd, draftOf, intentTemplates, questionOfDraft } from './templates.ts';

const template = (id: string) => {
  const found = intentTemplates.find((each) => each.id === id);
  if (!found) throw new Error(id);
  return found;
};

describe('the templates of intents', () => {
  it('are six, and each reads as what it will be', () => {
    const context = { language: 'en', nameOf: (id: string) => id } as const;
    expect(
      intentTemplates.map((each) =>
        sentenceOf(asIntent(each, { from: 'a', to: 'b' }), intentTexts.en, context),
      ),
    ).toEqual([
      'The internet never reaches b, any traffic',
      'The internet reaches b, TCP 443',
      'a reaches the internet, TCP 443',
      'a never reaches the internet, any traffic',
      'a reaches b, TCP 443',
      'a never reaches b, any traffic',
    ]);
  });

  it.each([
    ['internet-never', 'i-1', { from: 'internet', to: 'i-1', traffic: 'All' }],
    ['internet-never', undefined, { from: 'internet', to: '', traffic: 'All' }],
    ['reaches-internet', 'i-1', { from: 'i-1', to: 'internet', traffic: 'TCP 443' }],
    ['reaches', 'i-1', { from: 'i-1', to: '', traffic: 'TCP 443' }],
  ] as const)('%s with %s selected begins as %o', (id, chosen, expected) => {
    expect(draftOf(template(id), chosen, 'All')).toMatchObject(expected);
  });

  it.each([
    ['All', '-1', ''],
    ['TCP 443', 'tcp', '443'],
    ['8000-8080', 'tcp', '8000-8080'],
    ['TCP', 'tcp', ''],
    ['UDP 53', 'udp', '53'],
    ['ICMP 8', 'icmp', '8'],
    ['ICMP 8/0', 'icmp', '8/0'],
    ['ICMP', 'icmp', ''],
  ])('%s asks for %s %s', (traffic, protocol, port) => {
    const draft = { from: 'a', to: 'b', traffic, expect: 'blocked' } as const;
    expect(questionOfDraft(draft, 'All')).toMatchObject({ protocol, port });
  });

  it.each([
    [{ from: '', to: 'b' }],
    [{ from: 'a', to: 'a' }],
    [{ from: 'a', to: 'b', traffic: 'TCP 99999' }],
  ])('%o is no question yet', (part) => {
    expect(questionOfDraft({ traffic: 'All', expect: 'blocked', ...part }, 'All')).toBeUndefined();
  });

  it('takes what is selected where it can be an end', () => {
    const design: Design = {
      ...emptyDesign('t'),
      resources: { 'i-1': { kind: 'instance' }, 'rtb-1': { kind: 'routeTable' } },
    };
    expect(chosenEnd(design, ['i-1'])).toBe('i-1');
    expect(chosenEnd(design, ['rtb-1'])).toBeUndefined();
    expect(chosenEnd(design, ['i-1', 'rtb-1'])).toBeUndefined();
  });
});
