/**
 * The hypothesis rule (V-0) by brute force: a judgement is made once for every reading of the facts that
 * are not known. The judge asks for a fact when it meets it; the same fact has one value within a reading.
 */

export interface Readings {
  /** The value of a fact in this reading. With one option there is nothing to choose. */
  readonly choose: <Option>(fact: string, options: readonly Option[]) => Option;
  /** What was taken for a fact in this reading, if it has been asked for. */
  readonly taken: (fact: string) => unknown;
}

export interface Judgements<Outcome> {
  /** One outcome a reading, in the order of the readings. */
  readonly outcomes: readonly Outcome[];
  /** Every fact that was asked for. */
  readonly facts: readonly string[];
  /** There were more readings than could be tried. */
  readonly cut: boolean;
}

const LIMIT = 3000;

/** Judges under each reading in turn, until all are tried or `enough` is said. */
export function everyReading<Outcome>(
  judge: (readings: Readings) => Outcome,
  enough: (outcomes: readonly Outcome[]) => boolean,
): Judgements<Outcome> {
  const script: { readonly options: number; now: number }[] = [];
  const outcomes: Outcome[] = [];
  const facts = new Set<string>();
  for (;;) {
    const made = new Map<string, unknown>();
    let depth = 0;
    const choose = <Option>(fact: string, options: readonly Option[]): Option => {
      // The same fact is always asked with the same kind of option.
      if (made.has(fact)) return made.get(fact) as Option;
      let number = 0;
      if (options.length > 1) {
        facts.add(fact);
        const step = script[depth] ?? { options: options.length, now: 0 };
        script[depth] = step;
        depth += 1;
        number = step.now;
      }
      const option = options[number];
      if (option === undefined) throw new Error(`no option ${number} of the fact ${fact}`);
      made.set(fact, option);
      return option;
    };
    outcomes.push(judge({ choose, taken: (fact) => made.get(fact) }));
    if (enough(outcomes)) return { outcomes, facts: [...facts], cut: false };
    for (let last = script.at(-1); last && last.now + 1 >= last.options; last = script.at(-1)) script.pop();
    const next = script.at(-1);
    if (!next) return { outcomes, facts: [...facts], cut: false };
    if (outcomes.length >= LIMIT) return { outcomes, facts: [...facts], cut: true };
    next.now += 1;
  }
}
