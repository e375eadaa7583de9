/** Who opens what of a thing, in one line each: the internet always, and what a rule names in vain. */

import { useMemo, type ReactNode } from 'react';
import { useApp } from '../../app/index.ts';
import { sortNaturally, type SymbolName } from '../../drawing/index.ts';
import { inspectorTexts, reachTexts, ruleTexts } from '../../i18n/index.ts';
import { resourceOfKind, type ResourceId } from '../../model/index.ts';
import { Button, classes, useLanguage, useTexts } from '../../ui/index.ts';
import { showWay } from '../exposure/actions.ts';
import { Mark } from '../parts/Glyph.tsx';
import { Unbroken } from '../parts/LinkedSentence.tsx';
import { useNameOf } from '../parts/names.ts';
import { Section } from '../parts/Section.tsx';
import { itemsOf, questionOf, sourceOf, type Item, type Source } from '../reach/list.ts';
import { useReach } from '../reach/useReach.ts';
import { entryText } from '../reach/words.ts';
import { groupsOf } from '../rules/subject.ts';
import { useStandings } from '../rules/useRowUse.ts';
import { useWatched } from '../rules/useWatched.ts';
import { peerOf, peerText, rulesOf, trafficOf } from './rules.ts';
import type { DetailProps } from './tabs.tsx';
import { formatTraffic } from './traffic.ts';
import styles from './Inspector.module.css';

const INTERNET = 'internet';
/** More are counted. */
const SHOWN = 6;

export default function GetsThrough({ id, resource, onShow }: DetailProps) {
  const rules = useTexts(ruleTexts);
  const reach = useTexts(reachTexts);
  const nameOf = useNameOf();
  const design = useApp((state) => state.design);
  const groups = groupsOf(design, id, resource);
  useWatched({ table: undefined, groups, acl: undefined }, 'rows');
  const { question, answer, isStale } = useReach(id, 'to');
  const source = useMemo(() => (answer && 'rows' in answer ? sourceOf(answer) : undefined), [answer]);
  const items = useMemo(() => source && itemsOf(source), [source]);
  // Of a thing without an address nothing can be said yet: its Reach tab says why.
  if (answer && 'problem' in answer) return null;
  if (!answer || !source || !items) {
    return (
      <Section heading={rules.whoGetsThrough}>
        <p className={styles.hint}>{reach.pending}</p>
      </Section>
    );
  }
  const told = sortNaturally([...items.open, ...items.untold], (item) => [
    item.id === INTERNET ? '0' : '1',
    nameOf(item.id),
  ]);
  const shown = told.slice(0, told.length === SHOWN + 1 ? undefined : SHOWN);
  const isShut = answer.rest === 'none' && told.every((item) => item.id !== INTERNET);
  return (
    <Section heading={rules.whoGetsThrough}>
      <ul className={classes(styles.list, isStale && styles.stale)} aria-busy={isStale}>
        {shown.map((item) => (
          <Through key={item.id} item={item} source={source} end={id} />
        ))}
        {groups.map((group) => (
          <InVain key={group} group={group} />
        ))}
        {isShut && (
          <Line mark="blocked-as-fact">
            <Button
              look="inline"
              onClick={() => showWay({ ...questionOf(question, shutOut), ipVersion: 'both' })}
            >
              {rules.opensNothing(rules.theInternet)}
            </Button>
          </Line>
        )}
      </ul>
      {told.length > shown.length && (
        <Button look="link" onClick={() => onShow('reach')}>
          {rules.othersInReach(told.length - shown.length)}
        </Button>
      )}
    </Section>
  );
}

/** What is asked of the internet where nothing of it gets in. */
const shutOut = { other: INTERNET, family: 4, allowed: [], unsure: [] } as const;

interface ThroughProps {
  readonly item: Item;
  readonly source: Source;
  readonly end: ResourceId;
}

function Through({ item, source, end }: ThroughProps) {
  const reach = useTexts(reachTexts);
  const rules = useTexts(ruleTexts);
  const language = useLanguage();
  const nameOf = useNameOf();
  const entries = item.rows.map(source.entryAt).filter(({ allowed }) => allowed.length > 0);
  const [first = source.entryAt(item.rows[0] ?? 0)] = entries;
  const name = item.id === INTERNET ? rules.theInternet : nameOf(item.id);
  const traffic = [...new Set(entries.map((entry) => entryText(entry, { reach, rules, language })))];
  return (
    <Line mark={entries.length > 0 ? 'reachable' : 'undetermined'}>
      <Button look="inline" onClick={() => showWay(questionOf({ end, direction: 'to' }, first))}>
        <Unbroken>
          {traffic.length === 0 ? rules.opensPerhaps(name) : rules.opensIt(name, traffic.join('; '))}
        </Unbroken>
      </Button>
    </Line>
  );
}

/** Rules of a group by which nothing comes, whatever they name. */
function InVain({ group }: { readonly group: ResourceId }) {
  const rules = useTexts(ruleTexts);
  const inspector = useTexts(inspectorTexts);
  const nameOf = useNameOf();
  const design = useApp((state) => state.design);
  const standings = useStandings(group);
  const resource = resourceOfKind(design, group, 'securityGroup');
  if (!resource) return null;
  return rulesOf(resource, 'inbound').map(({ rule, index }) => {
    const [peer, traffic] = [peerOf(rule), trafficOf(rule)];
    const { value, isStale } = standings(index);
    if (value.kind !== 'closed' || peer === undefined || !traffic) return null;
    const words = formatTraffic(traffic, inspector.anyTraffic);
    return (
      <Line key={index} mark="blocked-as-fact" look={isStale ? styles.stale : undefined}>
        <Unbroken>{rules.namedInVain(peerText(design, peer), words, nameOf(group))}</Unbroken>
      </Line>
    );
  });
}

interface LineProps {
  readonly mark: SymbolName;
  readonly look?: string | undefined;
  readonly children: ReactNode;
}

const Line = ({ mark, look, children }: LineProps) => (
  <li className={classes(styles.through, look)}>
    <Mark of={mark} size={14} />
    <span>{children}</span>
  </li>
);
