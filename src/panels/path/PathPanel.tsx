/** The path panel: a question, and the whole way there and back with every rule that decides. */

import { ArrowLeftRight, ClipboardCopy, X } from 'lucide-react';
import { app, runCommand, useApp, type PathAnswer, type PathQuestion } from '../../app/index.ts';
import { explainProblem, pathTexts } from '../../i18n/index.ts';
import {
  Button,
  IconButton,
  Segments,
  Select,
  TextField,
  useLanguage,
  useText,
  useTexts,
} from '../../ui/index.ts';
import { copyText } from '../parts/copy.ts';
import { useExplain } from '../parts/names.ts';
import { closePath } from '../shell/lenses.ts';
import { Answer } from './Answer.tsx';
import { plainText, shownFamily } from './answer.ts';
import { EndPicker } from './EndPicker.tsx';
import styles from './PathPanel.module.css';

export default function PathPanel() {
  const path = useTexts(pathTexts);
  const question = useApp(({ view }) => view.path);
  const answer = useApp((state) => state.pathAnswer);
  return (
    <>
      <div className={styles.question}>
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
      <Result question={question} answer={answer} />
    </>
  );
}

function CopyAsText({ answer }: { readonly answer: PathAnswer }) {
  const path = useTexts(pathTexts);
  const context = useExplain();
  const { result, question } = answer;
  const shown = result.ok ? shownFamily(result.value, question.ipVersion) : undefined;
  if (!result.ok || !shown) return null;
  return (
    <Button
      look="quiet"
      size="small"
      icon={ClipboardCopy}
      onClick={() => void copyText(plainText(result.value, shown, { path, context }))}
    >
      {path.copyAsText}
    </Button>
  );
}

const change = (part: Partial<PathQuestion>): void => {
  const { path } = app.api.getState().view;
  app.setView({ path: { ...path, ...part }, hop: undefined });
};

function Traffic({ question }: { readonly question: PathQuestion }) {
  const { shell } = useText();
  const path = useTexts(pathTexts);
  const language = useLanguage();
  const context = useExplain();
  const { protocol, port } = question;
  const isIcmp = protocol === 'icmp' || protocol === 'icmpv6';
  const hasPort = protocol !== '-1';
  const family = useShownVersion(question);
  const check = (text: string): string | undefined =>
    text === '' || /^\d+(-\d+)?(\s*,\s*\d+(-\d+)?)*$/.test(text) || (isIcmp && /^\d+(\/\d+)?$/.test(text))
      ? undefined
      : explainProblem({ code: 'bad-port', parameters: { text } }, context);
  return (
    <div className={styles.traffic}>
      <Select
        lang={language}
        aria-label={path.protocol}
        className={styles.protocol}
        value={protocol}
        options={[
          { value: 'tcp', label: 'TCP' },
          { value: 'udp', label: 'UDP' },
          { value: 'icmp', label: 'ICMP' },
          { value: 'icmpv6', label: 'ICMPv6' },
          { value: '-1', label: path.anyProtocol },
        ]}
        onChange={(next) => change({ protocol: next, port: next === 'tcp' || next === 'udp' ? port : '' })}
      />
      {hasPort && (
        <TextField
          className={styles.port}
          label={isIcmp ? path.icmpType : path.port}
          placeholder={isIcmp ? path.icmpTypeAny : path.portAny}
          end={isIcmp ? path.icmpType : path.port}
          value={port}
          check={check}
          onCommit={(next) => change({ port: next })}
        />
      )}
      <span className={styles.family}>
        <Segments
          size="small"
          label={path.family}
          value={family}
          segments={[
            { value: '4', label: shell.ipv4 },
            { value: '6', label: shell.ipv6 },
          ]}
          onChange={(ipVersion) => change({ ipVersion })}
        />
      </span>
    </div>
  );
}

/** The version that is on: the asked one, or the one that the answer to both shows. */
function useShownVersion({ ipVersion }: PathQuestion): '4' | '6' {
  const answer = useApp((state) => state.pathAnswer);
  if (ipVersion !== 'both') return ipVersion;
  const shown = answer?.result.ok === true ? shownFamily(answer.result.value, 'both') : undefined;
  return shown?.family === 6 ? '6' : '4';
}

interface ResultProps {
  readonly question: PathQuestion;
  readonly answer: PathAnswer | undefined;
}

function Result({ question, answer }: ResultProps) {
  const path = useTexts(pathTexts);
  const version = useApp((state) => state.version);
  if (question.from === '' || question.to === '') {
    return (
      <div className={styles.hint}>
        <p>{path.ask}</p>
        <p className={styles.quiet}>{path.askBody}</p>
      </div>
    );
  }
  if (!answer) return <p className={styles.hint}>{path.asking}</p>;
  const isStale = answer.question !== question || answer.version !== version;
  if (!answer.result.ok) return <Problem answer={answer} />;
  return <Answer reach={answer.result.value} ipVersion={answer.question.ipVersion} isStale={isStale} />;
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
          onClick={() => change(question.from === wrong ? { from: candidate.id } : { to: candidate.id })}
        >
          {context.nameOf(candidate.id)} <code>{candidate.id}</code>
        </Button>
      ))}
    </div>
  );
}
