/** Which findings are listed and how they are grouped: the controls at the right end of the drawer's tabs. */

import { useApp } from '../../app/index.ts';
import { findingTexts } from '../../i18n/index.ts';
import { Button, Select, useTexts } from '../../ui/index.ts';
import { setFilter, useFilter } from './filter.ts';

export default function FindingsControls() {
  const text = useTexts(findingTexts);
  const { least, withMuted, group } = useFilter();
  const muted = useApp(({ answers }) => answers.findings.filter((finding) => finding.muted).length);
  return (
    <>
      {muted > 0 && (
        <Button
          look="quiet"
          size="small"
          aria-pressed={withMuted}
          onClick={() => setFilter({ withMuted: !withMuted })}
        >
          {withMuted ? text.hideMuted : text.showMuted(muted)}
        </Button>
      )}
      <Select
        look="quiet"
        aria-label={text.severityFilter}
        value={least}
        options={[
          { value: 'note', label: text.allSeverities },
          { value: 'warning', label: text.errorsAndWarnings },
          { value: 'error', label: text.errorsOnly },
        ]}
        onChange={(value) => setFilter({ least: value === 'error' || value === 'warning' ? value : 'note' })}
      />
      <Select
        look="quiet"
        aria-label={text.group}
        value={group}
        options={[
          { value: 'none', label: text.groupNone },
          { value: 'resource', label: text.groupResource },
          { value: 'severity', label: text.groupSeverity },
        ]}
        onChange={(value) =>
          setFilter({ group: value === 'resource' || value === 'severity' ? value : 'none' })
        }
      />
    </>
  );
}
