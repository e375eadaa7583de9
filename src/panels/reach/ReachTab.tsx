/** Who reaches the selected thing, and what it reaches: two lists, by place, each row leading to its path. */

import { useEffect, useMemo, useRef } from 'react';
import { app, useApp, type ReachAnswer } from '../../app/index.ts';
import type { ReachableQuestion } from '../../engine/index.ts';
import { explainProblem, reachTexts } from '../../i18n/index.ts';
import { resourcesOfKind, type Resource, type ResourceId } from '../../model/index.ts';
import { classes, Segments, useLanguage, useTexts } from '../../ui/index.ts';
import { useExplain, useNameOf } from '../parts/names.ts';
import { Section } from '../parts/Section.tsx';
import { enter } from './enter.ts';
import { itemsOf, sourceOf, throughSource, type Source } from './list.ts';
import { ReachLists } from './ReachLists.tsx';
import { useReach, type Reach } from './useReach.ts';
import { whyNothing } from './why.ts';
import styles from './Reach.module.css';

interface ReachTabProps {
  readonly id: ResourceId;
  readonly resource: Resource;
}

export default function ReachTab({ id, resource }: ReachTabProps) {
  const first = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Whoever was led here by a command goes on at the switch; the tab waited for this to be fetched.
    const tab = first.current?.closest<HTMLElement>('[data-region-entry]');
    if (tab && document.activeElement === tab) enter(tab);
    // What a row showed on the canvas goes with the tab.
    return () => app.setView({ hovered: [] });
  }, []);
  return (
    <div ref={first}>
      {resource.kind === 'natGateway' ? <Through id={id} /> : <Asked id={id} resource={resource} />}
    </div>
  );
}

function Asked({ id, resource }: ReachTabProps) {
  const text = useTexts(reachTexts);
  const direction = useApp(({ view }) => view.reachDirection);
  const reach = useReach(id, direction);
  return (
    <>
      <Section>
        <Segments
          fill
          size="small"
          label={text.direction}
          value={direction}
          onChange={(reachDirection) => app.setView({ reachDirection })}
          segments={[
            { value: 'to', label: text.to },
            { value: 'from', label: text.from },
          ]}
        />
      </Section>
      <Answered {...reach} resource={resource} />
    </>
  );
}

interface AnsweredProps extends Reach {
  readonly resource: Resource;
}

function Answered({ question, resource, answer, isStale }: AnsweredProps) {
  const text = useTexts(reachTexts);
  const hasFailed = useApp(({ answers }) => answers.state === 'failed');
  if (!answer) return <Note>{hasFailed ? text.failed : text.pending}</Note>;
  return (
    <div className={classes(isStale && styles.stale)} aria-busy={isStale}>
      {'problem' in answer ? (
        <NoAnswer id={question.end} answer={answer} resource={resource} />
      ) : (
        <Told question={question} resource={resource} answer={answer} />
      )}
    </div>
  );
}

/** Why nothing can be asked of it. */
function NoAnswer({
  id,
  answer,
  resource,
}: {
  readonly id: ResourceId;
  readonly answer: Extract<ReachAnswer, { readonly problem: unknown }>;
  readonly resource: Resource;
}) {
  const text = useTexts(reachTexts);
  const context = useExplain();
  const { problem } = answer;
  const hasNat = useApp(({ design }) =>
    resourcesOfKind(design, 'natGateway').some(([, { subnetId }]) => subnetId === id),
  );
  if (problem.code === 'end-without-interface') {
    if (resource.kind !== 'subnet') return <Note>{text.noInterface}</Note>;
    return <Note>{hasNat ? text.natSubnet : text.emptySubnet}</Note>;
  }
  return <Note>{explainProblem(problem, context)}</Note>;
}

interface ToldProps {
  readonly question: ReachableQuestion;
  readonly resource: Resource;
  readonly answer: Exclude<ReachAnswer, { readonly problem: unknown }>;
}

function Told({ question, resource, answer }: ToldProps) {
  const text = useTexts(reachTexts);
  const design = useApp((state) => state.design);
  const nameOf = useNameOf();
  const language = useLanguage();
  const { rest } = answer;
  const source = useMemo(() => sourceOf(answer), [answer]);
  const items = useMemo(() => itemsOf(source), [source]);
  const { direction, end } = question;
  const counts = { open: items.open.length, untold: items.untold.length, closed: items.closed.length };
  const why =
    counts.open === 0 && rest === 'none'
      ? whyNothing(design, { id: end, resource, direction, counts }, { text, nameOf, language })
      : undefined;
  return (
    <>
      {why?.map((sentence) => (
        <Note key={sentence}>{sentence}</Note>
      ))}
      <ReachLists
        key={`${end} ${direction}`}
        source={source}
        items={items}
        question={question}
        heading={{
          open: direction === 'to' ? text.openTo : text.openFrom,
          untold: text.untold,
          closed: direction === 'to' ? text.closedTo : text.closedFrom,
        }}
      />
      {rest === 'more' && <Note>{text.more}</Note>}
    </>
  );
}

/** Of a NAT gateway: whose connections it carries to the internet. */
function Through({ id }: { readonly id: ResourceId }) {
  const text = useTexts(reachTexts);
  const exposure = useApp(({ answers }) => answers.exposure);
  const isStale = useApp(({ answers, version }) => answers.version !== version);
  const source = useMemo(
    (): Source | undefined => exposure && throughSource(exposure.outbound, id),
    [exposure, id],
  );
  const items = useMemo(() => source && itemsOf(source), [source]);
  const question = useMemo((): ReachableQuestion => ({ end: 'internet', direction: 'to' }), []);
  return (
    <div className={classes(isStale && styles.stale)}>
      <Note>{text.throughNote}</Note>
      {!source || !items ? (
        <Note>{text.pending}</Note>
      ) : source.count === 0 ? (
        <Note>{text.throughNone}</Note>
      ) : (
        <ReachLists
          source={source}
          items={items}
          question={question}
          near={id}
          heading={{ open: text.throughHeading, untold: text.untold, closed: text.closedTo }}
        />
      )}
    </div>
  );
}

const Note = ({ children }: { readonly children: string }) => <p className={styles.note}>{children}</p>;
