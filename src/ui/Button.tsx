/** Buttons: with words, or an icon alone that a tooltip names. */

import type { LucideIcon } from 'lucide-react';
import type { ButtonHTMLAttributes, Ref } from 'react';
import { Icon } from './Icon.tsx';
import { classes } from './classes.ts';
import type { FloatSide } from './place-beside.ts';
import { tooltip } from './Tooltip.tsx';
import styles from './Button.module.css';

type Native = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'type' | 'className'>;

interface ButtonProps extends Native {
  /** `primary`: the one filled button of a view. `quiet`: no outline. `link`: reads as text. `inline`: a word of a sentence. */
  readonly look?: 'plain' | 'primary' | 'quiet' | 'link' | 'inline';
  readonly size?: 'normal' | 'small';
  readonly icon?: LucideIcon;
  readonly className?: string | undefined;
  readonly ref?: Ref<HTMLButtonElement>;
}

export function Button({ look = 'plain', size = 'normal', icon, className, children, ...rest }: ButtonProps) {
  return (
    <button type="button" className={classes(styles.button, styles[look], styles[size], className)} {...rest}>
      {icon && <Icon of={icon} size={size === 'small' ? 14 : 16} />}
      {children}
    </button>
  );
}

interface IconButtonProps extends Native {
  readonly label: string;
  readonly icon: LucideIcon;
  readonly size?: 'normal' | 'small';
  /** Shown as chosen, and said as pressed. */
  readonly pressed?: boolean;
  readonly shortcut?: string;
  readonly side?: FloatSide;
  readonly className?: string | undefined;
  readonly ref?: Ref<HTMLButtonElement>;
}

export function IconButton({
  label,
  icon,
  size = 'normal',
  pressed,
  shortcut,
  side = 'bottom',
  className,
  ...rest
}: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      {...tooltip(label, shortcut, side)}
      {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
      className={classes(styles.iconButton, styles[size], pressed === true && styles.pressed, className)}
      {...rest}
    >
      <Icon of={icon} />
    </button>
  );
}
