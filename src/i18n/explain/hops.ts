/** What happens at each hop of a path, and by which rule. */

import type { HeaderText, Hop } from '../../engine/index.ts';
import type { ExplainContext } from './context.ts';
import { tell, type Catalogue } from './sentence.ts';

const hops = {
  routes: { en: '{table} forwards it by route {route}', ja: '{table} のルート {route} で転送されます' },
  forwards: { en: '{resource} passes it on', ja: '{resource} が転送します' },
  allowsByRule: { en: '{resource} allows it ({rule})', ja: '{resource} の {rule} が許可しています' },
  allowsByEntry: {
    en: '{resource} allows it at rule {rule}',
    ja: '{resource} のルール {rule} が許可しています',
  },
  allows: { en: '{resource} allows it', ja: '{resource} が許可しています' },
  unfiltered: {
    en: '{resource} takes it: it has no security group',
    ja: '{resource} にセキュリティグループはないため、通ります',
  },
  tracked: {
    en: '{resource} lets the reply through: security groups are stateful',
    ja: 'セキュリティグループはステートフルなので、応答は {resource} を通ります',
  },
  deniesByRule: { en: '{resource} denies it ({rule})', ja: '{resource} の {rule} が拒否しています' },
  deniesByEntry: {
    en: '{resource} denies it at rule {rule}',
    ja: '{resource} のルール {rule} が拒否しています',
  },
  denies: { en: 'no rule of {resource} allows it', ja: '{resource} に許可するルールがありません' },
  source: {
    en: '{resource} changes the source to {address}',
    ja: '{resource} が送信元を {address} に変換します',
  },
  destination: {
    en: '{resource} changes the destination to {address}',
    ja: '{resource} が送信先を {address} に変換します',
  },
  translates: { en: '{resource} translates the address', ja: '{resource} がアドレスを変換します' },
  delivers: { en: 'delivered to {resource}', ja: '{resource} に届きます' },
  drops: { en: 'dropped at {resource}', ja: '{resource} で破棄されます' },
} as const satisfies Catalogue;

/**
 * One hop as a short sentence without a full stop.
 * @param before the header as it came to the hop, so that a translation can say what changed
 */
export function explainHop(hop: Hop, context: ExplainContext, before?: HeaderText): string {
  const resource = hop.because?.resource ?? hop.resource;
  const rule = hop.because?.rule;
  const values = { resource, rule, table: resource };
  const say = (sentence: Catalogue[string], more: Readonly<Record<string, string>> = {}): string =>
    tell(sentence, { ...values, ...more }, context);
  const entry = rule !== undefined && /^(\d+|\*)$/u.test(rule);

  switch (hop.action) {
    case 'forward':
      if (rule === undefined) return say(hops.forwards, { resource: hop.resource });
      return say(hops.routes);
    case 'allow':
      if (hop.tracked === true) return say(hops.tracked);
      if (rule === undefined) return say(hop.kind === 'natGateway' ? hops.unfiltered : hops.allows);
      return say(entry ? hops.allowsByEntry : hops.allowsByRule);
    case 'deny':
      if (rule === undefined) return say(hops.denies);
      return say(entry ? hops.deniesByEntry : hops.deniesByRule);
    case 'translate':
      return translation(hop, before, say);
    case 'deliver':
      return say(hops.delivers, { resource: hop.resource });
    case 'drop':
      return say(hops.drops, { resource: hop.resource });
  }
}

function translation(
  { header, resource }: Hop,
  before: HeaderText | undefined,
  say: (sentence: Catalogue[string], more: Readonly<Record<string, string>>) => string,
): string {
  if (before !== undefined && before.src !== header.src)
    return say(hops.source, { resource, address: header.src });
  if (before !== undefined && before.dst !== header.dst)
    return say(hops.destination, { resource, address: header.dst });
  return say(hops.translates, { resource });
}
