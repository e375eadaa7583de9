/** The line icons of the page's own controls, all of one weight. Resources have glyphs of their own. */

import type { LucideIcon } from 'lucide-react';
import styles from './Icon.module.css';
import { classes } from './classes.ts';

interface IconProps {
  readonly of: LucideIcon;
  readonly size?: 12 | 14 | 16 | 18 | 20;
  readonly className?: string | undefined;
}

export function Icon({ of: Shape, size = 16, className }: IconProps) {
  return (
    <Shape
      className={classes(styles.icon, className)}
      size={size}
      strokeWidth={size === 12 ? 2 : 1.75}
      aria-hidden="true"
      focusable="false"
    />
  );
}
