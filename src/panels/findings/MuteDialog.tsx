/** Accepting a finding: a reason is asked for, and a last day may be given. */

import { useId, useState } from 'react';
import type { FindingAnswer } from '../../app/index.ts';
import { findingTexts } from '../../i18n/index.ts';
import { Button, Dialog, FieldProblem, useTexts } from '../../ui/index.ts';
import { mute } from './actions.ts';
import styles from './MuteDialog.module.css';

interface MuteDialogProps {
  readonly finding: FindingAnswer;
  /** The finding's sentence in the reader's language. */
  readonly sentence: string;
  readonly onClose: () => void;
}

const tomorrow = (): string => new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);

export function MuteDialog({ finding, sentence, onClose }: MuteDialogProps) {
  const text = useTexts(findingTexts);
  const id = useId();
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState('');
  const [problem, setProblem] = useState<'reason' | 'until' | undefined>(undefined);

  const accept = () => {
    const written = reason.trim();
    if (written === '') setProblem('reason');
    else if (until !== '' && until < tomorrow()) setProblem('until');
    else {
      mute(finding, { reason: written, ...(until === '' ? {} : { until }) });
      onClose();
    }
  };

  return (
    <Dialog
      shape="narrow"
      title={text.muteTitle}
      description={text.muteBody}
      onClose={onClose}
      footer={
        <Button look="primary" onClick={accept}>
          {text.mute}
        </Button>
      }
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          accept();
        }}
      >
        <p className={styles.sentence}>{sentence}</p>
        <label htmlFor={`${id}-reason`}>{text.muteReason}</label>
        <div>
          <textarea
            id={`${id}-reason`}
            className={styles.reason}
            rows={3}
            value={reason}
            placeholder={text.muteReasonExample}
            required
            autoFocus
            aria-invalid={problem === 'reason'}
            {...(problem === 'reason' ? { 'aria-describedby': `${id}-problem` } : {})}
            onChange={(event) => {
              setReason(event.currentTarget.value);
              setProblem(undefined);
            }}
          />
          {problem === 'reason' && <FieldProblem id={`${id}-problem`}>{text.muteReasonMissing}</FieldProblem>}
        </div>
        <label htmlFor={`${id}-until`}>{text.muteUntil}</label>
        <div>
          <input
            id={`${id}-until`}
            type="date"
            className={styles.date}
            min={tomorrow()}
            value={until}
            aria-invalid={problem === 'until'}
            {...(problem === 'until' ? { 'aria-describedby': `${id}-problem` } : {})}
            onChange={(event) => setUntil(event.currentTarget.value)}
          />
          {problem === 'until' && <FieldProblem id={`${id}-problem`}>{text.muteUntilWrong}</FieldProblem>}
        </div>
      </form>
    </Dialog>
  );
}
