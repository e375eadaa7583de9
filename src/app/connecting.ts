/** What can be connected with what, and making the connection. */

import {
  canConnect,
  connect,
  meaningOf,
  titleOf,
  type Design,
  type LocalText,
  type ResourceId,
  type RuleTraffic,
} from '../model/index.ts';
import { ports } from './ports.ts';
import type { Store } from './store.ts';

/**
 * A pair may be drawn from either end: the meaning has one direction. A line from an instance that is let go on a
 * subnet is most likely one that missed its target, and no route to the instance.
 */
function directed(design: Design, from: ResourceId, to: ResourceId): readonly [string, string] | undefined {
  if (canConnect(design, from, to).ok) return [from, to];
  const back = meaningOf(design, to, from);
  const kind = design.resources[from]?.kind;
  const isMissed = kind === 'instance' || kind === 'networkInterface';
  return back.ok && !(back.value === 'route' && isMissed) ? [to, from] : undefined;
}

/** Everything that can be connected with a thing. */
export const partnersOf = (design: Design, id: ResourceId): ResourceId[] =>
  Object.keys(design.resources).filter((other) => directed(design, id, other) !== undefined);

/** Why a pair can't be connected; undefined when it can. */
export function whyNotConnected(design: Design, one: ResourceId, other: ResourceId): LocalText | undefined {
  if (directed(design, one, other)) return undefined;
  const [there, back] = [canConnect(design, one, other), canConnect(design, other, one)];
  // A reason that names a resource says more than that the kinds do not go together.
  const refused = [there, back].flatMap((answer) => (answer.ok ? [] : [answer.problem]));
  return (refused.find(({ resource }) => resource !== undefined) ?? refused[0])?.message;
}

const allowTraffic: LocalText = {
  en: 'allow traffic: choose the port next',
  ja: '通信を許可 (次にポートを選択)',
};

const addRule = (design: Design, from: ResourceId, to: ResourceId): LocalText => ({
  en: `rule in ${titleOf(design, to)} from ${titleOf(design, from)}: choose the port next`,
  ja: `${titleOf(design, to)} に ${titleOf(design, from)} からのルールを追加 (次にポートを選択)`,
});

/** What connecting a pair would do; undefined where it means nothing. */
export function connectionText(design: Design, one: ResourceId, other: ResourceId): LocalText | undefined {
  const pair = directed(design, one, other);
  if (!pair) return undefined;
  const [from, to] = pair;
  const meaning = meaningOf(design, from, to);
  if (meaning.ok && meaning.value === 'traffic') return allowTraffic;
  if (meaning.ok && meaning.value === 'rule') return addRule(design, from, to);
  const made = connect(design, { from, to }, Math.random);
  return made.ok ? made.value.plan : undefined;
}

/** Traffic is allowed by way of its path: what stops it is shown there, and the least that would let it through. */
function askTraffic({ api, setView, announce }: Store, from: ResourceId, to: ResourceId): void {
  const { design, view } = api.getState();
  setView({
    lens: 'path',
    right: 'path',
    rightOpen: true,
    hop: undefined,
    pickingEnd: undefined,
    path: { ...view.path, from, to },
  });
  const names = [titleOf(design, from), titleOf(design, to)] as const;
  announce({
    en: `Path from ${names[0]} to ${names[1]}: choose the port`,
    ja: `${names[0]} から ${names[1]} への経路。ポートを選択してください`,
  });
}

/** What a rule between two groups is to let through is asked for next. */
function askRule({ setView }: Store, from: ResourceId, to: ResourceId): void {
  setView({ allowing: { from, to } });
  ports.shell?.show('allow');
}

/** Makes the connection as one step, or asks for what it needs to know; out: whether it means something. */
export function makeConnection(
  store: Store,
  one: ResourceId,
  other: ResourceId,
  traffic?: RuleTraffic,
): boolean {
  const { design } = store.api.getState();
  const pair = directed(design, one, other);
  if (!pair) {
    const message = whyNotConnected(design, one, other);
    if (message) store.notify({ tone: 'info', message });
    return false;
  }
  const meaning = meaningOf(design, pair[0], pair[1]);
  if (meaning.ok && meaning.value === 'traffic') {
    askTraffic(store, one, other);
    return true;
  }
  if (meaning.ok && meaning.value === 'rule' && !traffic) {
    askRule(store, pair[0], pair[1]);
    return true;
  }
  const made = connect(design, { from: pair[0], to: pair[1], ...(traffic ? { traffic } : {}) }, Math.random);
  if (!made.ok) {
    store.notify({ tone: 'info', message: made.problem.message });
    return false;
  }
  const names = [titleOf(design, pair[0]), titleOf(design, pair[1])] as const;
  store.edit(
    { en: `Connect ${names[0]} to ${names[1]}`, ja: `${names[0]} と ${names[1]} の接続` },
    () => made.value.design,
  );
  // Groups have no place on the canvas: what was made between them is told where it is seen.
  if (traffic) store.notify({ tone: 'info', message: made.value.message, command: 'undo' });
  else store.announce(made.value.message);
  return true;
}
