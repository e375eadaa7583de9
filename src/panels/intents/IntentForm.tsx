/** An intent being written: two ends, the traffic, and what is expected of it. */

import { X } from 'lucide-react';
import { useMemo } from 'react';
import { app, appState, useApp } from '../../app/index.ts';
import { intentTexts, pathTexts } from '../../i18n/index.ts';
import { Button, Combobox, IconButton, Select, useTexts } from '../../ui/index.ts';
import { commonTraffic, formatTraffic, parseTraffic } from '../inspector/traffic.ts';
import { KindTile } from '../parts/Glyph.tsx';
import { readableName } from '../parts/names.ts';
import { endMeant, endsOf, isAddress } from '../path/ends.ts';
import { withIntent } from '../path/intent.ts';
import { portChoices, portSource } from '../path/ports.ts';
import { focusSoon } from '../shell/regions.ts';
import { goOn } from './go-on.ts';
import { dropDraft, endText, questionOfDraft, setDraft, type IntentDraft } from './templates.ts';
import styles from './IntentForm.module.css';

function change(draft: IntentDraft, part: Partial<IntentDraft>): void {
  setDraft({ ...draft, ...part });
  goOn();
}

/** Adds it as one step, and goes to its row. */
function add(draft: IntentDraft, all: string): void {
  const question = questionOfDraft(draft, all);
  if (!question) return;
  const { design: before } = appState();
  const label = (language: 'en' | 'ja') =>
    pathTexts[language].intentLabel(
      readableName(before, draft.from, language),
      readableName(before, draft.to, language),
    );
  app.edit({ en: label('en'), ja: label('ja') }, (design) => withIntent(design, question, draft.expect));
  dropDraft();
  const { intents } = appState().design;
  const id = Object.keys(intents).find((each) => intents[each] !== before.intents[each]);
  focusSoon(() => document.querySelector<HTMLElement>(`[data-intent="${CSS.escape(id ?? '')}"] button`));
}

export function IntentForm({ draft }: { readonly draft: IntentDraft }) {
  const texts = useTexts(intentTexts);
  const path = useTexts(pathTexts);
  const isWhole = questionOfDraft(draft, path.anyProtocol) !== undefined;
  return (
    <div
      role="group"
      className={styles.form}
      data-intent-form
      aria-label={texts.add}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.isDefaultPrevented()) dropDraft();
      }}
    >
      <End draft={draft} end="from" />
      <span className={styles.arrow} aria-hidden="true">
        →
      </span>
      <End draft={draft} end="to" />
      <Traffic draft={draft} />
      <Select
        aria-label={texts.expected}
        value={draft.expect}
        options={[
          { value: 'reachable', label: path.mustReach },
          { value: 'blocked', label: path.mustBlock },
        ]}
        onChange={(expect) => change(draft, { expect: expect === 'blocked' ? 'blocked' : 'reachable' })}
      />
      <span data-add>
        <Button disabled={!isWhole} onClick={() => add(draft, path.anyProtocol)}>
          {texts.add}
        </Button>
      </span>
      <IconButton label={texts.discard} icon={X} size="small" onClick={dropDraft} />
    </div>
  );
}

function End({ draft, end }: { readonly draft: IntentDraft; readonly end: 'from' | 'to' }) {
  const path = useTexts(pathTexts);
  const design = useApp((state) => state.design);
  const choices = useMemo(() => endsOf(design, path.internet), [design, path.internet]);
  const value = draft[end];
  const other = draft[end === 'from' ? 'to' : 'from'];
  const set = (next: string) => change(draft, { [end]: next });
  return (
    <span className={styles.end}>
      <Combobox
        key={value}
        label={path[end]}
        text={endText(design, value, path.internet)}
        placeholder={path[end]}
        nothing={path.nothingFound}
        suggestions={choices
          .filter((choice) => choice.value !== other)
          .map(({ kind, ...choice }) => ({ ...choice, mark: kind && <KindTile kind={kind} /> }))}
        onPick={set}
        autoFocus={value === '' && (end === 'from' || draft.from !== '')}
        free={{
          check: (text) => (endMeant(text, choices) === undefined ? path.nothingFound : undefined),
          isWhole: isAddress,
          onText: (text) => set(endMeant(text, choices) ?? text),
        }}
      />
    </span>
  );
}

function Traffic({ draft }: { readonly draft: IntentDraft }) {
  const texts = useTexts(intentTexts);
  const path = useTexts(pathTexts);
  const design = useApp((state) => state.design);
  const all = path.anyProtocol;
  const suggestions = useMemo(() => {
    const choices = portChoices(design, draft.to).map((choice) => {
      const label = `${choice.protocol.toUpperCase()} ${choice.port}`;
      return {
        value: label,
        label,
        detail: portSource(design, choice, (at) => path.inboundRule(String(at))),
      };
    });
    const ping = commonTraffic.find(({ text }) => text.startsWith('ICMP'));
    return [
      { value: all, label: all },
      ...choices,
      ...(ping ? [{ value: ping.text, label: ping.text, detail: ping.name }] : []),
    ];
  }, [design, draft.to, all, path]);
  return (
    <span className={styles.traffic}>
      <Combobox
        label={texts.traffic}
        text={draft.traffic}
        placeholder={texts.traffic}
        nothing={texts.trafficWrong}
        suggestions={suggestions}
        onPick={(traffic) => change(draft, { traffic })}
        free={{
          check: (text) => (parseTraffic(text, all).ok ? undefined : texts.trafficWrong),
          isWhole: (text) => parseTraffic(text, all).ok,
          onText: (text) => {
            const read = parseTraffic(text, all);
            if (read.ok) change(draft, { traffic: formatTraffic(read.value, all) });
          },
        }}
      />
    </span>
  );
}
