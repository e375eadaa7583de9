/** Which direction the tables of rules show, at the end of the drawer's row of tabs. */

import { app, useApp } from '../../app/index.ts';
import { ruleTexts } from '../../i18n/index.ts';
import { Segments, useTexts } from '../../ui/index.ts';

export default function RulesControls() {
  const text = useTexts(ruleTexts);
  const direction = useApp(({ view }) => view.ruleDirection);
  return (
    <Segments
      size="small"
      label={text.direction}
      value={direction}
      onChange={(ruleDirection) => app.setView({ ruleDirection })}
      segments={[
        { value: 'inbound', label: text.inbound },
        { value: 'outbound', label: text.outbound },
      ]}
    />
  );
}
