/** Protocol and ports of a rule in one field, with what people open most often as suggestions. */

import { inspectorTexts } from '../../i18n/index.ts';
import { Combobox, useLanguage, useTexts } from '../../ui/index.ts';
import { checkTraffic } from './checks.ts';
import { commonTraffic, formatTraffic, parseTraffic, type Traffic } from './traffic.ts';

interface TrafficCellProps {
  readonly traffic: Traffic | undefined;
  readonly onTraffic: (traffic: Traffic) => void;
  readonly autoFocus?: boolean;
}

export function TrafficCell({ traffic, onTraffic, autoFocus = false }: TrafficCellProps) {
  const inspector = useTexts(inspectorTexts);
  const language = useLanguage();
  const all = inspector.anyTraffic;
  const take = (written: string) => {
    const parsed = parseTraffic(written, all);
    if (parsed.ok) onTraffic(parsed.value);
  };
  return (
    <Combobox
      look={traffic ? 'quiet' : 'field'}
      autoFocus={autoFocus}
      label={inspector.traffic}
      text={traffic ? formatTraffic(traffic, all) : ''}
      placeholder="TCP 443"
      nothing={inspector.writeTraffic}
      suggestions={[
        ...commonTraffic.map(({ text, name }) => ({ value: text, label: text, detail: name })),
        { value: all, label: all, detail: inspector.allTraffic },
      ]}
      onPick={take}
      free={{ check: (written) => checkTraffic(written, language), onText: take }}
    />
  );
}
