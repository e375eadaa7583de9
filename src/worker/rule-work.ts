/** What the analyzer does for the tables of rules: rows one by one, a change on trial, an address looked up. */

import type { FlowEffects, Network, RouteChoice, RowUse, RuleUsers } from '../engine/index.ts';
import { applyPatches, type Design, type ResourceId } from '../model/index.ts';
import type { AnalyzerReport, RuleRequest } from './messages.ts';

/** The engine as this work calls it. */
export interface RuleEngine {
  /** A design of which most was compiled before. */
  readonly compileAfter: (former: Network, design: Design) => Network;
  readonly ruleUsers: (network: Network, id: ResourceId) => RuleUsers | undefined;
  readonly rowUse: (network: Network, id: ResourceId, index: number) => RowUse;
  readonly changedFlows: (before: Network, after: Network) => FlowEffects;
  readonly chosenRoute: (network: Network, table: ResourceId, address: string) => RouteChoice | undefined;
}

/** The newest version, compiled when it is asked for. */
export interface Present {
  readonly design: Design;
  readonly version: number;
  readonly network: () => Network;
}

export interface RuleWork {
  /** Takes a request; a newer one of a kind replaces an older one. */
  readonly take: (request: RuleRequest) => void;
  /** What is looked at belongs to a newer version now. */
  readonly restart: () => void;
  /** Answers what a person waits for while typing or looking; false when nobody waits. */
  readonly answer: (present: Present) => boolean;
  /** One row of what is looked at, once the rest is told; false when all are told. */
  readonly step: (present: Present) => boolean;
  readonly isWaiting: () => boolean;
  /** Drops everything, after a fault. */
  readonly drop: () => void;
}

type RequestOf<Kind extends RuleRequest['kind']> = Extract<RuleRequest, { readonly kind: Kind }>;

export function createRuleWork(engine: RuleEngine, post: (report: AnalyzerReport) => void): RuleWork {
  let watched: RequestOf<'watch'> | undefined;
  let trial: RequestOf<'trial'> | undefined;
  let lookup: RequestOf<'lookup'> | undefined;
  /** What is looked at is to be told of this version: at once whom it holds for, then row by row. */
  let hasUsers = false;
  let hasRows = false;
  let counts: readonly (readonly [ResourceId, number])[] = [];
  let rows: Iterator<void> | undefined;
  const begin = (): void => {
    rows = undefined;
    hasUsers = watched !== undefined && watched.of.length > 0;
    hasRows = hasUsers;
  };

  const tellUsers = ({ ask, of, rowsOf }: RequestOf<'watch'>, { version, network }: Present): void => {
    const users = of.flatMap((id) => engine.ruleUsers(network(), id) ?? []);
    counts = users.filter(({ id }) => rowsOf.includes(id)).map(({ id, rows: count }) => [id, count]);
    post({ kind: 'ruleUsers', version, ask, users });
  };

  function* tellRows({ ask }: RequestOf<'watch'>, { version, network }: Present): Generator<undefined> {
    for (const [id, count] of counts) {
      for (let index = 0; index < count; index += 1) {
        post({ kind: 'rowUse', version, ask, id, use: engine.rowUse(network(), id, index) });
        yield;
      }
    }
  }

  return {
    take: (request) => {
      switch (request.kind) {
        case 'watch':
          watched = request;
          begin();
          break;
        case 'trial':
          trial = request;
          break;
        case 'lookup':
          lookup = request;
          break;
      }
    },
    restart: begin,
    answer: (present) => {
      const { design, version, network } = present;
      if (lookup) {
        const { ask, table, address } = lookup;
        lookup = undefined;
        const choice = engine.chosenRoute(network(), table, address);
        post({ kind: 'lookedUp', version, ask, ...(choice ? { choice } : {}) });
        return true;
      }
      if (hasUsers && watched) {
        hasUsers = false;
        tellUsers(watched, present);
        return true;
      }
      if (!trial) return false;
      const { ask, patches } = trial;
      trial = undefined;
      const after = engine.compileAfter(network(), applyPatches(design, patches));
      const effects = engine.changedFlows(network(), after);
      post({ kind: 'tried', version, ask, effects });
      return true;
    },
    step: (present) => {
      if (!hasRows || !watched) return false;
      rows ??= tellRows(watched, present);
      if (rows.next().done === true) {
        rows = undefined;
        hasRows = false;
      }
      return true;
    },
    isWaiting: () => hasUsers || hasRows || trial !== undefined || lookup !== undefined,
    drop: () => {
      trial = undefined;
      lookup = undefined;
      rows = undefined;
      hasUsers = false;
      hasRows = false;
    },
  };
}
