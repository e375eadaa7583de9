/** The menu behind the logo. */

import { ChevronDown } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { Icon, Menu, useText } from '../../ui/index.ts';
import { OverlayBoundary } from './OverlayBoundary.tsx';
import styles from './MainMenu.module.css';

const MainMenuItems = lazy(() => import('./MainMenuItems.tsx'));

export function MainMenu() {
  const { shell } = useText();
  return (
    <Menu
      label={shell.menu}
      trigger={(props) => (
        <button {...props} type="button" className={styles.logo} aria-label={shell.menu} data-region-entry="">
          <svg width="24" height="24" viewBox="0 0 24 24" aria-hidden="true">
            <rect width="24" height="24" rx="6" fill="var(--accent-fill)" />
            <path
              d="M6 7h12v10H6zM6 12h12M12 7v10"
              fill="none"
              stroke="var(--on-accent)"
              strokeWidth="1.8"
              strokeLinejoin="round"
            />
          </svg>
          <Icon of={ChevronDown} size={14} />
        </button>
      )}
    >
      <OverlayBoundary>
        <Suspense fallback={null}>
          <MainMenuItems />
        </Suspense>
      </OverlayBoundary>
    </Menu>
  );
}
