/** The lists: what is open, what a missing fact decides, and, folded, what is closed. */

import { useMemo, useState } from 'react';
import { useApp } from '../../app/index.ts';
import type { MissingFact, ReachableQuestion } from '../../engine/index.ts';
import { reachTexts } from '../../i18n/index.ts';
import { vpcOf, type Resource, type ResourceId } from '../../model/index.ts';
import { Button, SearchField, useTexts } from '../../ui/index.ts';
import { KindTile } from '../parts/Glyph.tsx';
import { MissingFacts } from '../parts/MissingFacts.tsx';
import { useNameOf } from '../parts/names.ts';
import { useFrame } from '../parts/place.ts';
import { ResourceLink } from '../parts/ResourceLink.tsx';
import { Section } from '../parts/Section.tsx';
import { groupsOf, matches, shortened, type Group, type Item, type Source, type Standing } from './list.ts';
import { ReachRow } from './ReachRow.tsx';
import styles from './Reach.module.css';

/** Fewer are seen at a glance. */
const WORTH_FILTERING = 8;
const SHOWN = 40;
const MORE = 200;
/** More missing facts than this are counted; each row's path has its own. */
const FACTS = 5;
const MANY_FACTS = 100;

interface ReachListsProps {
  readonly source: Source;
  readonly items: Readonly<Record<Standing, readonly Item[]>>;
  readonly question: ReachableQuestion;
  /** What the list is about, where that is not an end: those of its VPC come first. */
  readonly near?: ResourceId;
  readonly heading: Readonly<Record<Standing, (count: number) => string>>;
}

export function ReachLists({ source, items, question, near = question.end, heading }: ReachListsProps) {
  const text = useTexts(reachTexts);
  const design = useApp((state) => state.design);
  const nameOf = useNameOf();
  const [written, setWritten] = useState('');
  const [isUnfolded, setUnfolded] = useState(false);
  const kept = useMemo(() => {
    const those = (list: readonly Item[]) => list.filter((item) => matches(design, item, written, nameOf));
    return { open: those(items.open), untold: those(items.untold), closed: those(items.closed) };
  }, [design, items, written, nameOf]);
  const facts = useFacts(source, items);
  const isFiltered = written.trim() !== '';
  const count = items.open.length + items.untold.length + items.closed.length;
  const found = kept.open.length + kept.untold.length + kept.closed.length;
  // What is looked for is shown wherever it is.
  const showsClosed = isUnfolded || isFiltered;
  const list = (standing: Standing) => (
    <Groups items={kept[standing]} source={source} question={question} near={near} />
  );
  return (
    <>
      {count > WORTH_FILTERING && (
        <div className={styles.filter}>
          <SearchField label={text.filter} value={written} onChange={setWritten} />
        </div>
      )}
      {isFiltered && found === 0 && <p className={styles.note}>{text.noMatches}</p>}
      {kept.open.length > 0 && (
        <Section heading={heading.open(kept.open.length)} className={styles.section}>
          {list('open')}
        </Section>
      )}
      {kept.untold.length > 0 && (
        <Section heading={heading.untold(kept.untold.length)} className={styles.section}>
          {list('untold')}
        </Section>
      )}
      <MissingFacts facts={facts.slice(0, FACTS)} />
      {facts.length > FACTS && <p className={styles.note}>{text.andMore(facts.length - FACTS)}</p>}
      {kept.closed.length > 0 && (
        <Section
          heading={heading.closed(kept.closed.length)}
          className={styles.section}
          end={
            !isFiltered && (
              <Button
                look="link"
                aria-expanded={isUnfolded}
                aria-label={`${isUnfolded ? text.hide : text.show}: ${heading.closed(kept.closed.length)}`}
                onClick={() => setUnfolded(!isUnfolded)}
              >
                {isUnfolded ? text.hide : text.show}
              </Button>
            )
          }
        >
          {showsClosed && list('closed')}
        </Section>
      )}
    </>
  );
}

/** The facts that verdicts wait for, each once; of very many rows the first ones tell enough. */
function useFacts(source: Source, { open, untold }: ReachListsProps['items']): readonly MissingFact[] {
  return useMemo(() => {
    const facts = new Map<string, MissingFact>();
    for (const { rows } of [...untold, ...open]) {
      for (const row of rows) {
        for (const fact of source.entryAt(row).unknowns) facts.set(`${fact.fact} ${fact.resource}`, fact);
      }
      if (facts.size >= MANY_FACTS) break;
    }
    return [...facts.values()];
  }, [source, open, untold]);
}

interface GroupsProps extends Pick<ReachListsProps, 'source' | 'question'> {
  readonly items: readonly Item[];
  readonly near: ResourceId;
}

function Groups({ items, source, question, near }: GroupsProps) {
  const text = useTexts(reachTexts);
  const design = useApp((state) => state.design);
  const nameOf = useNameOf();
  const [most, setMost] = useState(SHOWN);
  const groups = useMemo(() => groupsOf(design, items, near, nameOf), [design, items, near, nameOf]);
  const { groups: shown, left } = shortened(groups, most);
  return (
    <>
      {shown.map((group) => (
        <PlacedRows key={group.place} group={group} source={source} question={question} near={near} />
      ))}
      {left > 0 && (
        <Button look="link" className={styles.more} onClick={() => setMost(most + MORE)}>
          {text.andMore(left)}
        </Button>
      )}
    </>
  );
}

interface PlacedRowsProps extends Pick<GroupsProps, 'source' | 'question' | 'near'> {
  readonly group: Group;
}

function PlacedRows({ group, source, question, near }: PlacedRowsProps) {
  return (
    <div className={styles.group}>
      <Place group={group} near={near} />
      <ul>
        {group.items.map((item) => (
          <ReachRow key={item.id} item={item} source={source} question={question} about={near} />
        ))}
      </ul>
    </div>
  );
}

/** Where the rows below stand; the internet stands for itself. */
function Place({ group: { place, vpc }, near }: { readonly group: Group; readonly near: ResourceId }) {
  const resource = useApp(({ design }) =>
    Object.hasOwn(design.resources, place) ? design.resources[place] : undefined,
  );
  const own = useApp(({ design }) => vpcOf(design, near));
  if (!resource) return null;
  return (
    <div className={styles.place}>
      <PlaceTile id={place} resource={resource} />
      <ResourceLink id={place} />
      {vpc !== undefined && vpc !== own && <ResourceLink id={vpc} />}
    </div>
  );
}

function PlaceTile({ id, resource }: { readonly id: ResourceId; readonly resource: Resource }) {
  const frame = useFrame(id, resource);
  return <KindTile kind={resource.kind} {...(frame ? { frame } : {})} />;
}
