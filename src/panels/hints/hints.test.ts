import { describe, expect, it } from 'vitest';
import { createAppStore, type AppState } from '../../app/index.ts';
import type { Design, Resource } from '../../model/index.ts';
import { hintNow, settled, type HintName } from './hints.ts';

const start = createAppStore().api.getState();
const drawn = (resources: Readonly<Record<string, Resource>>): Design => ({ ...start.design, resources });
const vpc: Resource = { kind: 'vpc' };
const subnet: Resource = { kind: 'subnet' };
const instance: Resource = { kind: 'instance' };
const withTiers = { ...start.answers, tiers: { s: {} as never } };
const withFinding = { ...withTiers, findings: [{ muted: undefined } as never] };

describe('the hint of a first visit', () => {
  it.each<[string, Partial<AppState>, readonly HintName[], HintName | undefined]>([
    ['nothing drawn', {}, [], 'vpc'],
    ['nothing drawn, hint closed', {}, ['vpc'], undefined],
    ['a VPC', { design: drawn({ v: vpc }) }, [], undefined],
    ['a subnet whose tier is not told yet', { design: drawn({ v: vpc, s: subnet }) }, [], undefined],
    ['a subnet', { design: drawn({ v: vpc, s: subnet }), answers: withTiers }, [], 'tier'],
    [
      'a subnet that is looked at',
      { design: drawn({ v: vpc, s: subnet }), answers: withTiers, selection: ['s'] },
      [],
      undefined,
    ],
    [
      'two instances, one hint at a time',
      { design: drawn({ v: vpc, s: subnet, i: instance, j: instance }), answers: withTiers },
      [],
      'tier',
    ],
    [
      'two instances',
      { design: drawn({ v: vpc, s: subnet, i: instance, j: instance }), answers: withTiers },
      ['tier'],
      'path',
    ],
    ['a finding', { design: drawn({ v: vpc }), answers: withFinding }, [], 'findings'],
    [
      'a finding that is looked at',
      {
        design: drawn({ v: vpc }),
        answers: withFinding,
        view: { ...start.view, drawerOpen: true, drawerTab: 'findings' },
      },
      [],
      undefined,
    ],
  ])('%s', (_, state, given, expected) => expect(hintNow(given, { ...start, ...state })).toBe(expected));

  it('gives way to the next one where it has no room', () => {
    const state = {
      ...start,
      design: drawn({ v: vpc, s: subnet, i: instance, j: instance }),
      answers: withTiers,
    };
    expect(hintNow([], state, ['tier'])).toBe('path');
    expect(hintNow([], state, ['tier', 'path'])).toBeUndefined();
  });

  it('is not given for what was done before', () => {
    expect(settled([], { ...start, design: drawn({ v: vpc }) })).toEqual(['vpc']);
  });
});
