/** Short notices at the bottom of the canvas, two at most. */

import { useCallback } from 'react';
import { app, commandById, runCommand, useApp, type Command, type Notice } from '../../app/index.ts';
import { Button, Toast, useLanguage } from '../../ui/index.ts';
import styles from './Notices.module.css';

export function Notices() {
  const notices = useApp((state) => state.notices);
  return (
    <div className={styles.notices} role="status">
      {notices.map((notice) => (
        <OneNotice key={notice.id} notice={notice} />
      ))}
    </div>
  );
}

function OneNotice({ notice }: { readonly notice: Notice }) {
  const language = useLanguage();
  const { id } = notice;
  const command = notice.command === undefined ? undefined : commandById(notice.command);
  const done = useCallback(() => app.dismissNotice(id), [id]);
  return (
    <Toast
      tone={notice.tone}
      onDone={done}
      action={command && <NoticeAction command={command} onDone={done} />}
    >
      {notice.message[language]}
    </Toast>
  );
}

/** What the notice offers to do about it. */
function NoticeAction({ command, onDone }: { readonly command: Command; readonly onDone: () => void }) {
  const language = useLanguage();
  return (
    <Button
      look="link"
      onClick={() => {
        runCommand(command);
        onDone();
      }}
    >
      {command.label[language]}
    </Button>
  );
}
