/** The path panel: a question, and the whole way there and back with every rule that decides. */

import { ArrowLeftRight, ClipboardCopy, X } from 'lucide-react';
import { useEffect, useMemo, type KeyboardEvent } from 'react';
import {
  app,
  appState,
  canvasPort,
  familiesThatApply,
  runCommand,
  shownFamily,
  useApp,
  type PathAnswer,
  type PathQuestion,
  type ShownFamily,
} from '../../app/index.ts';
import { explainProblem, pathTexts } from '../../i18n/index.ts';
import {
  Button,
  classes,
  Combobox,
  IconButton,
  Segments,
  Select,
  TextField,
  useLanguage,
  useText,
  useTexts,
} from '../../ui/index.ts';
import { copyText } from '../parts/copy.ts';
import { Mark } from '../parts/Glyph.tsx';
import { useExplain } from '../parts/names.ts';
import { closePath } from '../shell/lenses.ts';
import { verdictTitle } from './answer.ts';
import { Answer } from './Answer.tsx';
import { EndPicker } from './EndPicker.tsx';
import { PORT_FIELD, PROTOCOL_FIELD, portChoices, portSource } from './ports.ts';
import { askFor, draftFor, isSameQuestion, setEnd } from './question.ts';
import { reportText } from './report-text.ts';
import { useShownWay } from './useShownWay.ts';
import styles from './PathPanel.module.css';

export default function PathPanel() {
  const path = useTexts(pathTexts);
  const question = useApp(({ view }) => view.path);
  const asked = useApp(({ view }) => view.pathDraft ?? view.path);
  const answer = useApp((state) => state.pathAnswer);
  usePickedInOutline();
  useShownWay(answer);
  return (
    <>
      <div className={styles.question} role="presentation" onKeyDown={leaveField}>
        <div className={styles.head}>
          <h2 className={styles.title}>{path.title}</h2>
          {answer && <CopyAsText answer={answer} />}
          <IconButton label={path.close} icon={X} size="small" onClick={closePath} />
        </div>
        <div className={styles.ends}>
          <EndPicker end="from" />
          <IconButton
            label={path.swap}
            icon={ArrowLeftRight}
            size="small"
            onClick={() => runCommand('path-swap')}
          />
          <EndPicker end="to" />
        </div>
        <Traffic question={question} />
      </div>
      <Result asked={asked} answer={answer} />
    </>
  );
}

/** Escape leaves a field whose list is closed; the next one, on the canvas, leaves the path. */
function leaveField(event: KeyboardEvent): void {
  if (event.key !== 'Escape' || !(event.target instanceof HTMLInputElement)) return;
  event.stopPropagation();
  app.setView({ pickingEnd: undefined });
  canvasPort()?.focus();
}

/** The canvas fills in the end itself; what is chosen elsewhere while an end is open fills it too. */
function usePickedInOutline(): void {
  useEffect(
    () =>
      app.api.subscribe(({ selection, view }, before) => {
        const [id] = selection;
        if (selection === before.selection || selection.length !== 1 || id === undefined) return;
        if (view.pickingEnd !== undefined && view.right === 'path') setEnd(view.pickingEnd, id);
      }),
    [],
  );
}

function CopyAsText({ answer: { result } }: { readonly answer: PathAnswer }) {
  const path = useTexts(pathTexts);
  const language = useLanguage();
  if (!result.ok) return null;
  const copy = () => copyText(reportText(result.value, appState().design, language));
  return (
    <Button look="quiet" size="small" icon={ClipboardCopy} onClick={() => void copy()}>
      {path.copyAsText}
    </Button>
  );
}

const isIcmp = (protocol: string): boolean => protocol === 'icmp' || protocol === 'icmpv6';

const isPortList = (text: string): boolean => /^\d+(-\d+)?(\s*,\s*\d+(-\d+)?)*$/.test(text);

function Traffic({ question }: { readonly question: PathQuestion }) {
  const { shell } = useText();
  const path = useTexts(pathTexts);
  const language = useLanguage();
  const { protocol, port } = question;
  const families = useFamilies();
  const version = useShownVersion(question);
  return (
    <div className={styles.traffic}>
      <Select
        id={PROTOCOL_FIELD}
        lang={language}
        aria-label={path.protocol}
        value={protocol}
        options={[
          { value: 'tcp', label: 'TCP' },
          { value: 'udp', label: 'UDP' },
          { value: 'icmp', label: 'ICMP' },
          { value: 'icmpv6', label: 'ICMPv6' },
          { value: '-1', label: path.anyProtocol },
        ]}
        onChange={(next) => askFor({ protocol: next, port: next === 'tcp' || next === 'udp' ? port : '' })}
      />
      {isIcmp(protocol) ? <IcmpType type={port} /> : protocol !== '-1' && <PortField question={question} />}
      {families.length < 2 && (
        <span className={styles.family}>
          <Segments
            size="small"
            label={path.family}
            value={version}
            segments={[
              { value: '4', label: shell.ipv4 },
              { value: '6', label: shell.ipv6 },
            ]}
            onChange={(ipVersion) => askFor({ ipVersion })}
          />
        </span>
      )}
    </div>
  );
}

function IcmpType({ type }: { readonly type: string }) {
  const path = useTexts(pathTexts);
  const context = useExplain();
  return (
    <TextField
      label={path.icmpType}
      placeholder={path.icmpTypeAny}
      end={path.icmpType}
      value={type}
      check={(text) =>
        text === '' || /^\d+(\/\d+)?$/.test(text)
          ? undefined
          : explainProblem({ code: 'bad-port', parameters: { text } }, context)
      }
      onCommit={(next) => askFor({ port: next })}
    />
  );
}

function PortField({ question }: { readonly question: PathQuestion }) {
  const path = useTexts(pathTexts);
  const context = useExplain();
  const design = useApp((state) => state.design);
  const { to, port } = question;
  const choices = useMemo(() => portChoices(design, to), [design, to]);
  const suggestions = choices.map((choice) => ({
    value: `${choice.protocol} ${choice.port}`,
    label: choice.protocol === 'tcp' ? choice.port : `UDP ${choice.port}`,
    detail: portSource(design, choice, (place) => path.inboundRule(String(place))),
  }));
  const isRight = (text: string): boolean => text === '' || isPortList(text);
  return (
    <div className={styles.port}>
      <Combobox
        id={PORT_FIELD}
        label={path.port}
        mark={<span className={styles.portWord}>{path.portWord}</span>}
        text={port}
        placeholder={path.portAny}
        nothing={path.portOwn}
        suggestions={suggestions}
        onPick={(value) => {
          const choice = choices.find((each) => `${each.protocol} ${each.port}` === value);
          if (choice) askFor({ protocol: choice.protocol, port: choice.port });
        }}
        onDraft={(text) =>
          draftFor(text !== undefined && isRight(text.trim()) ? { port: text.trim() } : undefined)
        }
        free={{
          check: (text) =>
            isRight(text) ? undefined : explainProblem({ code: 'bad-port', parameters: { text } }, context),
          onText: (text) => askFor({ port: text }),
          isWhole: isRight,
        }}
      />
    </div>
  );
}

/** The families that the answered question applies to. */
function useFamilies(): readonly ShownFamily[] {
  const answer = useApp((state) => state.pathAnswer);
  return useMemo(() => (answer?.result.ok === true ? familiesThatApply(answer.result.value) : []), [answer]);
}

/** The version that is on: the chosen one, or the one that the answer shows. */
function useShownVersion({ ipVersion }: PathQuestion): '4' | '6' {
  const answer = useApp((state) => state.pathAnswer);
  if (ipVersion !== 'both') return ipVersion;
  const shown = answer?.result.ok === true ? shownFamily(answer.result.value, 'both') : undefined;
  return shown?.family === 6 ? '6' : '4';
}

interface ResultProps {
  readonly asked: PathQuestion;
  readonly answer: PathAnswer | undefined;
}

function Result({ asked, answer }: ResultProps) {
  const path = useTexts(pathTexts);
  const version = useApp((state) => state.version);
  if (asked.from === '' || asked.to === '') {
    return (
      <div className={styles.hint}>
        <p>{path.ask}</p>
        <p className={styles.quiet}>{path.askBody}</p>
      </div>
    );
  }
  if (!answer) return <p className={styles.hint}>{path.asking}</p>;
  const isStale = !isSameQuestion(answer.question, asked) || answer.version !== version;
  if (!answer.result.ok) return <Problem answer={answer} />;
  return (
    <>
      <Families asked={asked} />
      <Answer
        reach={answer.result.value}
        ipVersion={asked.ipVersion}
        fixes={answer.fixes}
        isStale={isStale}
      />
    </>
  );
}

/** Both families side by side where both exist; the chosen one is told below. */
function Families({ asked }: { readonly asked: PathQuestion }) {
  const path = useTexts(pathTexts);
  const families = useFamilies();
  const version = useShownVersion(asked);
  if (families.length < 2) return null;
  return (
    <div className={styles.families} role="group" aria-label={path.families}>
      {families.map(({ family, answer }) => {
        const isShown = version === String(family);
        return (
          <button
            key={family}
            type="button"
            aria-pressed={isShown}
            className={classes(styles.familyCard, isShown && styles.familyShown)}
            onClick={() => askFor({ ipVersion: family === 4 ? '4' : '6' })}
          >
            <Mark of={answer.verdict} size={16} />
            <span className={styles.familyWords}>
              <b>{`IPv${family}`}</b> {verdictTitle(answer, path)}
            </span>
            {answer.source !== undefined && answer.destination !== undefined && (
              <span className={styles.familyPair}>
                <span>{answer.source}</span> <span>→ {answer.destination}</span>
              </span>
            )}
          </button>
        );
      })}
    </div>
  );
}

function Problem({ answer }: { readonly answer: PathAnswer }) {
  const path = useTexts(pathTexts);
  const context = useExplain();
  const { result, question } = answer;
  if (result.ok) return null;
  const { problem } = result;
  const wrong = Object.values(problem.parameters)[0];
  return (
    <div className={styles.hint} role="status">
      <b>{path.cannotAsk}</b>
      <p>{explainProblem(problem, context)}</p>
      {(problem.candidates ?? []).map((candidate) => (
        <Button
          key={candidate.id}
          size="small"
          onClick={() => askFor(question.from === wrong ? { from: candidate.id } : { to: candidate.id })}
        >
          {context.nameOf(candidate.id)} <code>{candidate.id}</code>
        </Button>
      ))}
    </div>
  );
}
