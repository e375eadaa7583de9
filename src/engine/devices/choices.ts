/** Choices among readings and alternatives, replayed: the first run takes the first of each, later runs the others (V-0, V-9). */

/** Choices of one kind, replayed: the first run takes the first of each, later runs the others. */
export interface Script {
  readonly picks: readonly number[];
  readonly sizes: number[];
}

export const script = (picks: readonly number[]): Script => ({ picks, sizes: [] });

/** Takes the next choice among `count`. */
export function choose(choices: Script, count: number): number {
  const position = choices.sizes.length;
  choices.sizes.push(count);
  return Math.min(choices.picks[position] ?? 0, count - 1);
}

/** The pick lists that a run has shown to exist beside the one it took, depth first. */
export function otherPicks(choices: Script): number[][] {
  const found: number[][] = [];
  for (let position = choices.picks.length; position < choices.sizes.length; position += 1) {
    for (let option = 1; option < (choices.sizes[position] ?? 1); option += 1) {
      const prefix = Array.from({ length: position }, (_, index) => choices.picks[index] ?? 0);
      found.push([...prefix, option]);
    }
  }
  return found;
}
