/** Short notices at the bottom of the canvas, two at most. */

import { useCallback } from 'react';
import { app, useApp, type Notice } from '../../app/index.ts';
import { Toast, useLanguage } from '../../ui/index.ts';
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
  const done = useCallback(() => app.dismissNotice(id), [id]);
  return (
    <Toast tone={notice.tone} onDone={done}>
      {notice.message[language]}
    </Toast>
  );
}
