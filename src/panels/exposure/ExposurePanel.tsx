/** What the internet can open, which rule lets it, what only looks open, and who gets out. */

import { Flag, X } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { app, useApp, type FindingAnswer, type TitledFix } from '../../app/index.ts';
import { tierLooks } from '../../drawing/index.ts';
import { lensTexts, trafficWords, type TextsOf } from '../../i18n/index.ts';
import type { ResourceId } from '../../model/index.ts';
import type { Family } from '../../net/index.ts';
import {
  Button,
  classes,
  IconButton,
  Pill,
  Segments,
  useLanguage,
  useText,
  useTexts,
} from '../../ui/index.ts';
import { withIntent } from '../path/intent.ts';
import { copyText } from '../parts/copy.ts';
import { messageOf } from '../parts/finding-message.ts';
import { FixPreview } from '../parts/FixPreview.tsx';
import { Glyph, KindTile, Mark } from '../parts/Glyph.tsx';
import { LinkedSentence } from '../parts/LinkedSentence.tsx';
import { useNameOf } from '../parts/names.ts';
import { ProofSteps } from '../parts/ProofSteps.tsx';
import { ResourceLink } from '../parts/ResourceLink.tsx';
import { Section } from '../parts/Section.tsx';
import { closePath } from '../shell/lenses.ts';
import { openExposed, showWay } from './actions.ts';
import {
  exposedThings,
  fixesOf,
  placesOfThings,
  proofOf,
  waysOut,
  type Exposed,
  type OpenTraffic,
  type WayOut,
} from './exposure.ts';
import { useRuleNames } from './useRuleNames.ts';
import styles from './ExposurePanel.module.css';

export default function ExposurePanel() {
  const { shell } = useText();
  const text = useTexts(lensTexts);
  const family = useApp(({ view }) => view.lensFamily);
  const exposure = useApp(({ answers }) => answers.exposure);
  const isStale = useApp(({ answers, version }) => answers.version !== version);
  const things = useExposed(family);

  // What a row showed on the canvas goes with the panel.
  useEffect(() => () => app.setView({ hovered: [], exposed: undefined }), []);

  return (
    <>
      <div className={styles.head}>
        <h2 className={styles.title}>{text.exposure}</h2>
        <Segments
          size="small"
          label={text.family}
          value={family === 4 ? '4' : '6'}
          segments={[
            { value: '4', label: shell.ipv4 },
            { value: '6', label: shell.ipv6 },
          ]}
          onChange={(next) => app.setView({ lensFamily: next === '4' ? 4 : 6 })}
        />
        <IconButton label={text.close} icon={X} size="small" onClick={closePath} />
      </div>
      {exposure ? (
        <div className={classes(styles.content, isStale && styles.stale)}>
          <Banner things={things} />
          <Things things={things} family={family} />
          <OpenRules family={family} />
          <Outward family={family} />
        </div>
      ) : (
        <p className={styles.quiet}>{text.pending}</p>
      )}
      <Footer things={things} family={family} />
    </>
  );
}

function useExposed(family: Family): readonly Exposed[] {
  const design = useApp((state) => state.design);
  const exposure = useApp(({ answers }) => answers.exposure);
  return useMemo(() => (exposure ? exposedThings(design, exposure, family) : []), [design, exposure, family]);
}

function Banner({ things }: { readonly things: readonly Exposed[] }) {
  const text = useTexts(lensTexts);
  const open = things.filter(({ certainty }) => certainty !== 'untold');
  const parts = open.flatMap(({ traffic }) => traffic);
  const intended = parts.filter(({ isIntended }) => isIntended).length;
  const forbidden = parts.filter(({ isForbidden }) => isForbidden).length;
  const body =
    open.length === 0
      ? text.nothingBody
      : intended === parts.length
        ? text.intendedAll
        : intended === 0
          ? text.intendedNone
          : text.intendedSome(intended, parts.length - intended);
  return (
    <div className={classes(styles.banner, open.length === 0 && styles.calm)} role="status">
      <Glyph name="globe" size={18} />
      <div>
        <h3>{text.canOpen(open.length)}</h3>
        <p>{body}</p>
        {forbidden > 0 && (
          <p>
            <b>{text.forbiddenCount(forbidden)}</b>
          </p>
        )}
      </div>
    </div>
  );
}

interface ThingsProps {
  readonly things: readonly Exposed[];
  readonly family: Family;
}

function Things({ things, family }: ThingsProps) {
  const text = useTexts(lensTexts);
  const headings = {
    told: text.opened(family === 4 ? '0.0.0.0/0' : '::/0'),
    untold: text.untold,
    'one way': text.oneWay,
  } as const;
  return (['told', 'untold', 'one way'] as const).map((certainty) => {
    const listed = things.filter((thing) => thing.certainty === certainty);
    return listed.length === 0 ? null : (
      <Section key={certainty} heading={headings[certainty]} className={styles.section}>
        <ul>
          {listed.map((thing) => (
            <Thing key={thing.id} thing={thing} family={family} />
          ))}
        </ul>
      </Section>
    );
  });
}

/** Addresses, and in words those that AWS will give. */
const addressWords = (addresses: readonly string[], text: TextsOf<typeof lensTexts>): readonly string[] =>
  addresses.flatMap((address) => (address === SOME_PUBLIC ? text.anyAddress : address === '' ? [] : address));

/** What the engine writes for a public address that nobody can name yet. */
const SOME_PUBLIC = 'public address';

/** `TCP 22`, in the colour of exposure. */
function TrafficPill({ part, isSure }: { readonly part: OpenTraffic; readonly isSure: boolean }) {
  const text = useTexts(lensTexts);
  const language = useLanguage();
  const { protocol, ports, isIntended, isForbidden } = part;
  return (
    <Pill
      tone={isForbidden ? 'no' : isSure ? 'exp' : 'unk'}
      size="small"
      {...(isForbidden
        ? { mark: <Mark of="error" size={12} ground="no-fill" label={text.forbidden} /> }
        : {})}
      {...(isIntended
        ? { mark: <Mark of="reachable" size={12} ground="exp-fill" label={text.intended} /> }
        : {})}
    >
      {trafficWords(protocol, ports, language)}
    </Pill>
  );
}

function Thing({ thing, family }: { readonly thing: Exposed; readonly family: Family }) {
  const text = useTexts(lensTexts);
  const language = useLanguage();
  const name = useNameOf()(thing.id);
  const kind = useApp(({ design }) => design.resources[thing.id]?.kind);
  const findings = useApp(({ answers }) => answers.findings);
  const isOpen = useApp(({ view }) => view.exposed === thing.id);
  const rules = useRuleNames(thing.because);
  const [isFixing, setFixing] = useState(false);
  const fixes = useMemo(() => fixesOf(findings, thing.id, family), [findings, thing.id, family]);
  const { id, addresses, traffic, certainty, isIntended } = thing;
  const sources = [...new Set(traffic.flatMap((part) => part.sources))];
  const told = addressWords(addresses, text).join(', ');
  const comma = language === 'en' ? ', ' : '、';
  const listed = (parts: readonly OpenTraffic[]) =>
    parts.map(({ protocol, ports }) => trafficWords(protocol, ports, language)).join(comma);
  const left = traffic.filter((part) => !part.isIntended && !part.isForbidden);
  const never = traffic.filter(({ isForbidden }) => isForbidden);
  const standing =
    left.length === 0
      ? []
      : [left.length === traffic.length ? text.notIntended : text.notIntendedPorts(listed(left))];
  const sentence = rules.length > 0 ? text.by(told, rules.join(comma)) : text.plain(told);
  return (
    <li className={classes(styles.thing, isOpen && styles.open)}>
      <div className={styles.row}>
        <button
          type="button"
          aria-expanded={isOpen}
          className={styles.main}
          onClick={() => openExposed(isOpen ? undefined : id)}
        >
          <span className={styles.line}>
            {kind && <KindTile kind={kind} />}
            <b>{name}</b>
            {traffic.map((part) => (
              <TrafficPill
                key={`${part.protocol} ${part.ports}`}
                part={part}
                isSure={certainty !== 'untold'}
              />
            ))}
          </span>
        </button>
        {isIntended ? (
          <span className={styles.intended}>
            <Mark of="reachable" size={14} />
            {text.intended}
          </span>
        ) : (
          fixes[0] && <FixButton fix={fixes[0]} isOn={isFixing} onToggle={() => setFixing(!isFixing)} />
        )}
      </div>
      <p className={styles.sentence}>
        <LinkedSentence about={thing.because.map(({ resource }) => resource)}>
          {[sentence, ...standing].join(language === 'en' ? ' ' : '')}
        </LinkedSentence>
        {never.length > 0 && (
          <>
            {' '}
            <b className={styles.forbidden}>
              {never.length === traffic.length ? text.forbidden : text.forbiddenPorts(listed(never))}
            </b>
          </>
        )}
        {sources.length > 0 && ` ${text.onlyFrom(sources.join(', '))}`}
      </p>
      {isOpen && <Detail thing={thing} family={family} rules={rules} />}
      {isFixing && fixes.length > 0 && (
        <div className={styles.fix}>
          <FixPreview fixes={fixes} />
        </div>
      )}
    </li>
  );
}

interface FixButtonProps {
  readonly fix: TitledFix;
  readonly isOn: boolean;
  readonly onToggle: () => void;
  readonly label?: string;
}

function FixButton({ fix, isOn, onToggle, label }: FixButtonProps) {
  const language = useLanguage();
  return (
    <Button size="small" aria-expanded={isOn} title={fix.title[language]} onClick={onToggle}>
      {label ?? fix.title[language]}
    </Button>
  );
}

interface DetailProps {
  readonly thing: Exposed;
  readonly family: Family;
  readonly rules: readonly string[];
}

/** The rules that let it in, and one way that shows it. */
function Detail({ thing, family, rules }: DetailProps) {
  const text = useTexts(lensTexts);
  const [first] = thing.traffic;
  const question = useMemo(() => first && proofOf(thing.id, first, family), [thing.id, first, family]);
  return (
    <div className={styles.detail}>
      {rules.length > 0 && (
        <>
          <h4>{text.rules}</h4>
          <ul>
            {rules.map((rule) => (
              <li key={rule}>
                <LinkedSentence about={thing.because.map(({ resource }) => resource)}>{rule}</LinkedSentence>
              </li>
            ))}
          </ul>
        </>
      )}
      {question && (
        <>
          <div className={styles.wayHead}>
            <h4>{text.way}</h4>
            <Button look="link" onClick={() => showWay(question)}>
              {text.showPath}
            </Button>
          </div>
          <ProofSteps question={question} />
        </>
      )}
    </div>
  );
}

/** Rules that are open to the world although nothing gets in by them. */
function OpenRules({ family }: { readonly family: Family }) {
  const text = useTexts(lensTexts);
  const rules = useApp(({ answers }) => answers.openRules);
  const listed = rules.filter((rule) => (rule.family ?? 4) === family && !rule.muted);
  if (listed.length === 0) return null;
  return (
    <Section heading={text.openRules} className={styles.section}>
      <ul>
        {listed.map((finding) => (
          <OpenRule key={finding.key} finding={finding} />
        ))}
      </ul>
    </Section>
  );
}

function OpenRule({ finding }: { readonly finding: FindingAnswer }) {
  const text = useTexts(lensTexts);
  const language = useLanguage();
  const name = useNameOf()(finding.resource);
  const design = useApp((state) => state.design);
  const kind = design.resources[finding.resource]?.kind;
  const [isFixing, setFixing] = useState(false);
  const [fix] = finding.fixes;
  return (
    <li
      className={styles.thing}
      onPointerEnter={() => app.setView({ hovered: finding.related })}
      onPointerLeave={() => app.setView({ hovered: [] })}
    >
      <div className={styles.row}>
        <span className={styles.line}>
          {kind && <KindTile kind={kind} />}
          <b>{name}</b>
        </span>
        {fix && (
          <FixButton fix={fix} label={text.narrow} isOn={isFixing} onToggle={() => setFixing(!isFixing)} />
        )}
      </div>
      <p className={styles.sentence}>
        <LinkedSentence about={[finding.resource, ...finding.related]}>
          {messageOf(finding, design, language)}
        </LinkedSentence>
      </p>
      {isFixing && (
        <div className={styles.fix}>
          <FixPreview fixes={finding.fixes} />
        </div>
      )}
    </li>
  );
}

const glyphs = {
  through: tierLooks.egress.glyph,
  direct: tierLooks.public.glyph,
  cannot: tierLooks.isolated.glyph,
} as const;

function Outward({ family }: { readonly family: Family }) {
  const text = useTexts(lensTexts);
  const design = useApp((state) => state.design);
  const exposure = useApp(({ answers }) => answers.exposure);
  const ways = useMemo(() => (exposure ? waysOut(design, exposure, family) : []), [design, exposure, family]);
  return (
    <Section heading={text.reachOut} className={styles.section}>
      {ways.length === 0 ? (
        <p className={styles.none}>{text.nobody}</p>
      ) : (
        <ul>
          {ways.map((way) => (
            <Out key={`${way.how} ${way.via}`} way={way} places={placesOfThings(design, way.ids)} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function Out({ way, places }: { readonly way: WayOut; readonly places: readonly ResourceId[] }) {
  const text = useTexts(lensTexts);
  const count = way.ids.length;
  const words = {
    through: text.through(count),
    direct: way.via === undefined ? text.directAlone(count) : text.direct(count),
    cannot: text.cannot(count),
  };
  return (
    <li
      className={styles.out}
      onPointerEnter={() => app.setView({ hovered: way.ids })}
      onPointerLeave={() => app.setView({ hovered: [] })}
    >
      <Glyph name={glyphs[way.how]} size={16} />
      <span>
        {words[way.how]} {way.via !== undefined && <ResourceLink id={way.via} />}
      </span>
      <span className={styles.places}>
        {places.slice(0, PLACES).map((place) => (
          <ResourceLink key={place} id={place} />
        ))}
        {places.length > PLACES && <span>+{places.length - PLACES}</span>}
      </span>
    </li>
  );
}

/** More places than this are counted. */
const PLACES = 3;

function Footer({ things, family }: ThingsProps) {
  const text = useTexts(lensTexts);
  const language = useLanguage();
  const nameOf = useNameOf();
  // What an intent forbids is not wanted for being open.
  const parts = things
    .filter(({ certainty }) => certainty === 'told')
    .flatMap(({ id, traffic }) =>
      traffic
        .filter(({ isIntended, isForbidden }) => !isIntended && !isForbidden)
        .map((part) => ({ id, part })),
    );
  if (things.length === 0) return null;
  const save = () => {
    app.edit({ en: lensTexts.en.saveStep, ja: lensTexts.ja.saveStep }, (design) =>
      parts.reduce(
        (next, { id, part: { protocol, ports } }) =>
          withIntent(
            next,
            { from: 'internet', to: id, protocol, port: ports, ipVersion: family === 4 ? '4' : '6' },
            'reachable',
          ),
        design,
      ),
    );
    const count = parts.length;
    app.notify({
      tone: 'info',
      message: { en: lensTexts.en.savedIntents(count), ja: lensTexts.ja.savedIntents(count) },
    });
  };
  const table = () =>
    [
      text.columns,
      ...things.map(({ id, addresses, traffic, because }) =>
        [
          nameOf(id),
          addressWords(addresses, text).join(' '),
          traffic.map(({ protocol, ports }) => trafficWords(protocol, ports, language)).join(' '),
          because.map(({ resource, rule = '' }) => `${nameOf(resource)} ${rule}`.trim()).join('; '),
        ].join('\t'),
      ),
    ].join('\n');
  return (
    <div className={styles.footer}>
      <Button icon={Flag} disabled={parts.length === 0} onClick={save}>
        {text.saveIntents}
      </Button>
      <Button look="quiet" onClick={() => void copyText(table())}>
        {text.copyTable}
      </Button>
    </div>
  );
}
