import { describe, expect, it } from 'vitest';
import { emptyDesign, type Design } from '../model/index.ts';
import type { RuleRequest } from '../worker/index.ts';
import { startRuleClient } from './rule-client.ts';
import { createAppStore } from './store.ts';

const label = { en: 'Change', ja: '変更' };
const noChanges = { flows: [], total: 0, uncertain: 0 };
const effects = { opens: noChanges, closes: noChanges };

function connected() {
  const store = createAppStore({ design: emptyDesign('t') });
  const sent: RuleRequest[] = [];
  let asks = 0;
  const client = startRuleClient(
    store,
    (request) => sent.push(request),
    () => {
      asks += 1;
      return asks;
    },
  );
  const after = (): Design => ({
    ...store.api.getState().design,
    resources: { 'sg-1': { kind: 'securityGroup' } },
  });
  return { store, sent, client, after, state: () => store.api.getState() };
}

const users = (id: string) => ({ id, users: [], rows: 1, idle: {} });
const use = (index: number) => ({ index, without: effects });

describe('the client of rule tables', () => {
  it('keeps what was told of a row until it is told anew, with its version', () => {
    const { store, client, state } = connected();
    store.setView({ watchedRules: { of: ['sg-1'], rowsOf: ['sg-1'] } });
    client.take({ kind: 'ruleUsers', version: 1, ask: 1, users: [users('sg-1')] });
    client.take({ kind: 'rowUse', version: 1, ask: 1, id: 'sg-1', use: use(0) });
    client.take({ kind: 'ruleUsers', version: 2, ask: 1, users: [users('sg-1')] });
    expect(state().ruleAnswers.uses['sg-1']?.[0]?.version).toBe(1);
    expect(state().ruleAnswers.users['sg-1']?.version).toBe(2);
  });

  it('forgets what is no longer looked at, and takes no answer to it', () => {
    const { store, client, state } = connected();
    store.setView({ watchedRules: { of: ['sg-1'], rowsOf: ['sg-1'] } });
    client.take({ kind: 'rowUse', version: 1, ask: 1, id: 'sg-1', use: use(0) });
    store.setView({ watchedRules: { of: ['sg-2'], rowsOf: ['sg-2'] } });
    client.take({ kind: 'rowUse', version: 1, ask: 1, id: 'sg-1', use: use(7) });
    client.take({ kind: 'ruleUsers', version: 1, ask: 2, users: [users('sg-2')] });
    expect(state().ruleAnswers.uses).toEqual({ 'sg-2': {} });
  });

  it('takes the answer to the newest row that is typed alone, and none to one on an older design', () => {
    const { store, sent, client, after, state } = connected();
    store.setView({ ruleTrial: { sheet: 'sg-1', before: state().design, after: after() } });
    const second = { sheet: 'sg-1', before: state().design, after: after() };
    store.setView({ ruleTrial: second });
    client.take({ kind: 'tried', version: 0, ask: 1, effects });
    expect(state().trialAnswer).toBeUndefined();
    client.take({ kind: 'tried', version: 0, ask: 2, effects });
    expect(state().trialAnswer?.trial).toBe(second);
    store.edit(label, (design) => ({ ...design, name: 'other' }));
    client.designChanged();
    store.setView({ ruleTrial: { ...second } });
    expect(sent.filter(({ kind }) => kind === 'trial')).toHaveLength(2);
  });

  it('looks an address up again in the design that came after', () => {
    const { store, sent, client, state } = connected();
    store.setView({ routeLookup: { table: 'rtb-1', address: '10.0.0.9' } });
    client.designChanged();
    client.take({ kind: 'lookedUp', version: 0, ask: 1 });
    expect(state().lookupAnswer).toBeUndefined();
    client.take({ kind: 'lookedUp', version: 1, ask: 2 });
    expect(state().lookupAnswer?.lookup.address).toBe('10.0.0.9');
    expect(sent.map(({ kind }) => kind)).toEqual(['lookup', 'lookup']);
  });

  it('tells a worker that started anew what is looked at', () => {
    const { store, sent, client } = connected();
    client.reopened();
    store.setView({ watchedRules: { of: ['sg-1'], rowsOf: ['sg-1'] } });
    client.reopened();
    expect(sent).toEqual([
      { kind: 'watch', ask: 1, of: ['sg-1'], rowsOf: ['sg-1'] },
      { kind: 'watch', ask: 2, of: ['sg-1'], rowsOf: ['sg-1'] },
    ]);
  });
});
