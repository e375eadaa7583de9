import { describe, expect, it } from 'vitest';
import { matching, type Suggestion } from './suggestions.ts';

const of = (...labels: string[]): Suggestion[] => labels.map((label) => ({ value: `id of ${label}`, label }));

const ends: readonly Suggestion[] = [
  { value: 'internet', label: 'Internet' },
  ...of('my-web-1', 'web-10', 'web-1', 'db-1'),
  { value: 'subnet-1', label: 'app-a', detail: '10.0.1.0/24' },
  { value: 'subnet-2', label: 'app-b', detail: '110.0.1.0/24' },
];

describe('what a text means among suggestions', () => {
  it.each([
    ['web-1', 'web-1', 3],
    ['WEB-1', 'web-1', 3],
    [' web-1 ', 'web-1', 3],
    ['id of db-1', 'db-1', 1],
    ['web', 'web-10', 3],
    ['b-1', 'my-web-1', 4],
    ['internet', 'Internet', 1],
    ['10.0.1', 'app-a', 2],
    ['nobody', undefined, 0],
    ['', undefined, ends.length],
  ])('%j: %s of %i', (written, meant, count) => {
    const result = matching(ends, written);
    expect(result.shown[result.meant]?.label).toBe(meant);
    expect(result.shown).toHaveLength(count);
  });

  it('is shown however many others hold it', () => {
    const many = of(...Array.from({ length: 80 }, (_, number) => `old-web-1-${number}`), 'web-1');
    const { shown, meant } = matching(many, 'web-1');
    expect(shown).toHaveLength(50);
    expect(shown[meant]?.label).toBe('web-1');
  });
});
