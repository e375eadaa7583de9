/** A dialog over the page: traps focus, closes on Escape, gives focus back. */

import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import { useRef, type ReactNode } from 'react';
import { Icon } from './Icon.tsx';
import { classes } from './classes.ts';
import { useText } from './language.tsx';
import buttonStyles from './Button.module.css';
import styles from './Dialog.module.css';

interface DialogProps {
  readonly title: string;
  readonly description?: ReactNode;
  readonly onClose: () => void;
  /**
   * `sheet`: at the right edge, as high as the page, and the page beside it stays usable.
   * `pick`: in the upper middle, for a field with a list below it, which takes the focus.
   */
  readonly shape?: 'wide' | 'narrow' | 'sheet' | 'pick';
  /** `hidden`: the content has a heading and a way out of its own. `close`: only a heading; the way out is laid in its corner. */
  readonly header?: 'shown' | 'hidden' | 'close';
  readonly footer?: ReactNode;
  readonly children: ReactNode;
}

const headers = { shown: styles.header, hidden: styles.unseen, close: styles.corner } as const;

export function Dialog({
  title,
  description,
  onClose,
  shape = 'wide',
  header = 'shown',
  footer,
  children,
}: DialogProps) {
  const { shell } = useText();
  const content = useRef<HTMLDivElement>(null);
  const before = useRef<Element | null>(null);
  return (
    <Radix.Root open modal={shape !== 'sheet'} onOpenChange={(open) => !open && onClose()}>
      <Radix.Portal>
        {shape !== 'sheet' && <Radix.Overlay className={styles.scrim} />}
        <Radix.Content
          ref={content}
          tabIndex={-1}
          {...(shape === 'sheet' ? { 'data-sheet': '' } : {})}
          className={classes(styles.dialog, styles[shape])}
          // What lies beside a sheet can be worked with; only its own button and Escape close it.
          onInteractOutside={(event) => {
            if (shape === 'sheet') event.preventDefault();
          }}
          // The dialog itself takes the focus: no control looks chosen before the person has looked.
          onOpenAutoFocus={(event) => {
            event.preventDefault();
            const { activeElement } = document;
            if (content.current?.contains(activeElement) !== true) before.current = activeElement;
            const field = shape === 'pick' ? content.current?.querySelector('input') : undefined;
            (field ?? content.current)?.focus();
          }}
          // It was opened by a command and not by a button of its own: who had the focus gets it back.
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            const { current } = before;
            if (current instanceof HTMLElement && current.isConnected) current.focus();
          }}
          {...(description === undefined ? { 'aria-describedby': undefined } : {})}
        >
          <div className={headers[header]}>
            <div className={header === 'close' ? styles.unseen : undefined}>
              <Radix.Title className={styles.title}>{title}</Radix.Title>
              {description !== undefined && (
                <Radix.Description className={styles.description}>{description}</Radix.Description>
              )}
            </div>
            {header !== 'hidden' && (
              <Radix.Close
                className={classes(buttonStyles.iconButton, buttonStyles.normal, styles.close)}
                aria-label={shell.close}
              >
                <Icon of={X} />
              </Radix.Close>
            )}
          </div>
          <div className={styles.body}>{children}</div>
          {footer !== undefined && <div className={styles.footer}>{footer}</div>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
