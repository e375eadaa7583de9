/** A path that an intent says must never be: which intent that is, and what closes the way. */

import type { ReachAnswer } from '../../engine/index.ts';
import type { FindingAnswer, OfferedFix } from '../../app/index.ts';
import { cardOf, factsOf } from '../../drawing/index.ts';
import type { Design, Intent } from '../../model/index.ts';
import type { Family } from '../../net/index.ts';
import { isWithin, overlaps } from '../exposure/exposure.ts';

type Asked = Pick<ReachAnswer, 'from' | 'to' | 'protocol' | 'port'>;

const isEnd = (text: string | undefined, { id, name }: ReachAnswer['from']): boolean =>
  text !== undefined && (text === id || text === name);

/** The intent that says of all that was asked over one family that it never passes. */
export const forbiddenBy = (
  { intents }: Design,
  { from, to, protocol, port = '' }: Asked,
  family: Family,
): Intent | undefined =>
  Object.values(intents).find(
    (intent) =>
      intent.expect === 'blocked' &&
      isEnd(intent.from, from) &&
      isEnd(intent.to, to) &&
      (intent.protocol === '-1' || (intent.protocol ?? 'tcp') === protocol) &&
      (intent.port === port || isWithin(port, intent.port)) &&
      intent.ipVersion !== (family === 4 ? '6' : '4'),
  );

/** Fixes of findings that close the way that was asked for, or a part of it, and open nothing. */
export function closingFixes(
  findings: readonly FindingAnswer[],
  design: Design,
  { from, to, protocol, port = '' }: Asked,
  family: Family,
): readonly OfferedFix[] {
  const facts = factsOf(design);
  const isSame = (one: string, other: string): boolean => cardOf(facts, one) === cardOf(facts, other);
  return findings
    .filter(({ muted }) => !muted)
    .flatMap(({ fixes }) => fixes)
    .filter(
      ({ opens, closes }) =>
        opens.total === 0 &&
        closes.flows.some(
          (flow) =>
            flow.family === family &&
            isSame(flow.from, from.id) &&
            isSame(flow.to, to.id) &&
            flow.allowed.some(
              (part) =>
                (part.protocol === protocol || part.protocol === '-1' || protocol === '-1') &&
                overlaps(part.ports ?? '', port),
            ),
        ),
    );
}
