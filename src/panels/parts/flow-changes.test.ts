import { describe, expect, it } from 'vitest';
import type { FlowChanges } from '../../app/index.ts';
import { withoutFlow } from './flow-changes.ts';

const flow = (from: string, to: string, family: 4 | 6): FlowChanges['flows'][number] => ({
  from,
  to,
  family,
  allowed: [],
});

const web4 = flow('internet', 'i-web', 4);
const web6 = flow('internet', 'i-web', 6);
const app4 = flow('internet', 'i-app', 4);

describe('what a fix opens beside what it is for', () => {
  it.each([
    ['one IP version', [web4], 1, [], 0],
    ['both IP versions of one pair', [web4, web6], 1, [], 0],
    ['both IP versions, each counted', [web4, web6], 2, [], 0],
    ['another pair beside both', [web4, web6, app4], 2, [app4], 1],
    ['more than are listed', [web4, app4], 50, [app4], 49],
    ['only others', [app4], 1, [app4], 1],
  ] as const)('%s', (_, flows, total, others, left) => {
    const changes = { flows, total, uncertain: 0 };
    expect(withoutFlow(changes, ['internet', 'i-web'])).toEqual({ flows: others, total: left, uncertain: 0 });
  });
});
