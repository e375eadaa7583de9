/** An intent made of a path's question, with an id that tells what it is about. */

import type { PathQuestion } from '../../app/index.ts';
import { nameOf, type Design, type Intent } from '../../model/index.ts';

export type Expectation = 'reachable' | 'blocked';

const slug = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');

/** `web-1-db-1-5432`, numbered where another has it. */
function freeId(design: Design, { from, to, protocol, port }: PathQuestion): string {
  const called = (id: string): string => {
    const resource = Object.hasOwn(design.resources, id) ? design.resources[id] : undefined;
    return slug((resource && nameOf(resource)) ?? id);
  };
  const parts = [called(from), called(to), port === '' ? slug(protocol) : slug(port)];
  const wanted = parts.filter((part) => part !== '').join('-') || 'intent';
  let id = wanted;
  for (let number = 2; Object.hasOwn(design.intents, id); number += 1) id = `${wanted}-${number}`;
  return id;
}

const isSame = (a: Intent, b: Intent): boolean =>
  a.from === b.from &&
  a.to === b.to &&
  a.protocol === b.protocol &&
  a.port === b.port &&
  a.ipVersion === b.ipVersion;

/** The intent that a question becomes. */
export const intentOf = (
  { from, to, protocol, port, ipVersion }: PathQuestion,
  expect: Expectation,
): Intent => ({
  from,
  to,
  protocol,
  ...(port === '' ? {} : { port }),
  ...(ipVersion === 'both' ? {} : { ipVersion }),
  expect,
});

/** The design with the question among its intents; one about the same traffic is replaced. */
export function withIntent(design: Design, question: PathQuestion, expect: Expectation): Design {
  const intent = intentOf(question, expect);
  const known = Object.entries(design.intents).find(([, other]) => isSame(other, intent));
  if (known?.[1].expect === expect) return design;
  const id = known?.[0] ?? freeId(design, question);
  const because = known?.[1].because;
  return {
    ...design,
    intents: { ...design.intents, [id]: because === undefined ? intent : { ...intent, because } },
  };
}
