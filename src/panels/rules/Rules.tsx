/** The drawer of rules: what holds for the selection, side by side, to be written in. */

import { useEffect, useMemo, type ReactNode } from 'react';
import { app, shownDecision, useApp, type Decision } from '../../app/index.ts';
import { ruleTexts } from '../../i18n/index.ts';
import { titleOf, type Kind, type ResourceId } from '../../model/index.ts';
import { useTexts } from '../../ui/index.ts';
import { KindTile } from '../parts/Glyph.tsx';
import { useNameOf } from '../parts/names.ts';
import { ResourceLink } from '../parts/ResourceLink.tsx';
import { hasRules, ruleSubject, type RuleSubject } from './subject.ts';
import { EntriesTable, RoutesTable, RulesTable } from './tables.tsx';
import { useRuleUsers } from './useRowUse.ts';
import { useWatched } from './useWatched.ts';
import styles from './Rules.module.css';

export default function Rules() {
  const text = useTexts(ruleTexts);
  const selection = useApp((state) => state.selection);
  const [only] = selection;
  const decision = useShownDecision();
  if (only === undefined && decision) return <RulesOf id={decision.of} decision={decision} />;
  if (only === undefined) return <p className={styles.empty}>{text.noSelection}</p>;
  if (selection.length > 1) return <p className={styles.empty}>{text.severalSelected}</p>;
  return <RulesOf id={only} />;
}

/** What decides at the hop that is looked at. */
function useShownDecision(): Decision | undefined {
  const lens = useApp(({ view }) => view.lens);
  const hop = useApp(({ view }) => view.hop);
  const pathAnswer = useApp((state) => state.pathAnswer);
  // The same one until another hop is looked at, so that the direction can be turned by hand meanwhile.
  return useMemo(
    () =>
      shownDecision({
        view: { lens, ...(hop === undefined ? {} : { hop }) },
        ...(pathAnswer ? { pathAnswer } : {}),
      }),
    [lens, hop, pathAnswer],
  );
}

interface RulesOfProps {
  readonly id: ResourceId;
  /** The rule of it that a path comes to. */
  readonly decision?: Decision;
}

function RulesOf({ id, decision }: RulesOfProps) {
  const text = useTexts(ruleTexts);
  const design = useApp((state) => state.design);
  const subject = useMemo(() => ruleSubject(design, id), [design, id]);
  useWatched(subject, 'rows');
  const { rule } = decision ?? {};
  useEffect(() => {
    if (decision?.direction !== undefined) app.setView({ ruleDirection: decision.direction });
  }, [decision]);
  if (!hasRules(subject)) return <p className={styles.empty}>{text.noRules(titleOf(design, id))}</p>;
  return <Panes key={id} subject={subject} rule={rule} />;
}

interface PanesProps {
  readonly subject: RuleSubject;
  readonly rule: string | undefined;
}

function Panes({ subject, rule }: PanesProps) {
  const text = useTexts(ruleTexts);
  const direction = useApp(({ view }) => view.ruleDirection);
  const word = direction === 'inbound' ? text.inboundWord : text.outboundWord;
  const { table, groups, acl } = subject;
  return (
    <div className={styles.rules}>
      <div className={styles.panes}>
        {table !== undefined && (
          <Pane>
            <Block id={table} kind="routeTable" detail={<Users id={table} />}>
              <RoutesTable id={table} width="wide" decides={rule} />
            </Block>
          </Pane>
        )}
        {groups.length > 0 && (
          <Pane>
            {groups.map((group) => (
              <Block key={group} id={group} kind="securityGroup" detail={text.groupDetail(word)}>
                <RulesTable id={group} direction={direction} width="wide" decides={rule} />
              </Block>
            ))}
          </Pane>
        )}
        {acl !== undefined && (
          <Pane>
            <Block id={acl} kind="networkAcl" detail={text.aclDetail(word)}>
              <EntriesTable id={acl} direction={direction} width="wide" decides={rule} />
            </Block>
          </Pane>
        )}
      </div>
    </div>
  );
}

const Pane = ({ children }: { readonly children: ReactNode }) => (
  <div className={styles.pane}>{children}</div>
);

interface BlockProps {
  readonly id: ResourceId;
  readonly kind: Kind;
  readonly detail: ReactNode;
  readonly children: ReactNode;
}

const Block = ({ id, kind, detail, children }: BlockProps) => (
  <section className={styles.block}>
    <div className={styles.head}>
      <KindTile kind={kind} />
      <h3>
        <ResourceLink id={id} />
      </h3>
      <span className={styles.detail}>{detail}</span>
    </div>
    {children}
  </section>
);

const SHOWN = 3;

/** What a table holds for, by name. */
function Users({ id }: { readonly id: ResourceId }) {
  const text = useTexts(ruleTexts);
  const nameOf = useNameOf();
  const users = useRuleUsers(id)?.value.users;
  if (!users) return null;
  if (users.length === 0) return text.noUsers;
  const names = users.slice(0, SHOWN).map(nameOf).join(', ');
  return text.tableUsers(users.length > SHOWN ? text.andOthers(names, users.length - SHOWN) : names);
}
