/** Holds a fault of what stands over the page, such as a part that could not be fetched: the page itself goes on. */

import { Component, type ReactNode } from 'react';
import { app } from '../../app/index.ts';
import { closeDialog, closeFind, closeMenu } from './dialogs.ts';

interface BoundaryState {
  readonly failed?: true;
}

export class OverlayBoundary extends Component<{ readonly children: ReactNode }, BoundaryState> {
  override state: BoundaryState = {};

  static getDerivedStateFromError(): BoundaryState {
    return { failed: true };
  }

  override componentDidCatch(error: unknown): void {
    const reason = error instanceof Error ? error.message : String(error);
    closeDialog();
    closeFind();
    closeMenu();
    app.notify({
      tone: 'error',
      message: {
        en: `This could not be shown: ${reason} Your design is safe. Reload the page to try again.`,
        ja: `表示できませんでした: ${reason} デザインは失われていません。ページを再読み込みしてください。`,
      },
    });
  }

  override render(): ReactNode {
    return this.state.failed ? null : this.props.children;
  }
}
