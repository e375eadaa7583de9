/** The sentence under a field that says what is wrong with it and shows a right example. */

import { OctagonAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';
import styles from './Field.module.css';

interface FieldProblemProps {
  readonly id?: string;
  readonly children: ReactNode;
}

export const FieldProblem = ({ id, children }: FieldProblemProps) => (
  <p className={styles.problem} role="alert" {...(id === undefined ? {} : { id })}>
    <Icon of={OctagonAlert} size={14} />
    <span>{children}</span>
  </p>
);
