/** Holds a fault inside the panel where it happened: the design is safe and can be saved, the rest goes on. */

import { Component, type ReactNode } from 'react';
import { Button } from '../../ui/index.ts';
import { text, type Language } from '../../i18n/index.ts';
import styles from './PanelBoundary.module.css';

interface BoundaryProps {
  readonly language: Language;
  readonly onSave: () => void;
  readonly children: ReactNode;
}

interface BoundaryState {
  readonly fault?: string;
}

export class PanelBoundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = {};

  static getDerivedStateFromError(error: unknown): BoundaryState {
    return { fault: error instanceof Error ? error.message : String(error) };
  }

  override render(): ReactNode {
    const { fault } = this.state;
    if (fault === undefined) return this.props.children;
    const { shell } = text(this.props.language);
    return (
      <div role="alert" className={styles.fault}>
        <p>{shell.panelFault}</p>
        <code>{fault}</code>
        <div className={styles.actions}>
          <Button onClick={() => this.setState({})}>{shell.panelRetry}</Button>
          <Button onClick={this.props.onSave}>{shell.saveDesign}</Button>
        </div>
      </div>
    );
  }
}
