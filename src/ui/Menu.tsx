/** A menu that drops from a button. */

import type { LucideIcon } from 'lucide-react';
import { DropdownMenu as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';
import { Kbd } from './Kbd.tsx';
import styles from './Menu.module.css';

interface MenuProps {
  /** The button that opens it. */
  readonly trigger: ReactNode;
  readonly children: ReactNode;
  readonly align?: 'start' | 'end' | 'center';
}

export const Menu = ({ trigger, children, align = 'start' }: MenuProps) => (
  <Radix.Root modal={false}>
    <Radix.Trigger asChild>{trigger}</Radix.Trigger>
    <Radix.Portal>
      <Radix.Content className={styles.menu} align={align} sideOffset={6} collisionPadding={8} loop>
        {children}
      </Radix.Content>
    </Radix.Portal>
  </Radix.Root>
);

interface MenuItemProps {
  readonly onSelect: () => void;
  readonly icon?: LucideIcon;
  readonly shortcut?: string | undefined;
  readonly disabled?: boolean;
  readonly children: ReactNode;
}

export const MenuItem = ({ onSelect, icon, shortcut, disabled = false, children }: MenuItemProps) => (
  <Radix.Item className={styles.item} disabled={disabled} onSelect={onSelect}>
    {icon && <Icon of={icon} />}
    <span className={styles.words}>{children}</span>
    {shortcut !== undefined && <Kbd>{shortcut}</Kbd>}
  </Radix.Item>
);

interface MenuChoicesProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly { readonly value: Value; readonly label: string; readonly icon?: LucideIcon }[];
  readonly onChange: (value: Value) => void;
}

export function MenuChoices<Value extends string>({ label, value, choices, onChange }: MenuChoicesProps<Value>) {
  return (
    <Radix.RadioGroup value={value} aria-label={label}>
      <Radix.Label className={styles.label}>{label}</Radix.Label>
      {choices.map((choice) => (
        <Radix.RadioItem
          key={choice.value}
          value={choice.value}
          className={styles.item}
          onSelect={() => onChange(choice.value)}
        >
          {choice.icon && <Icon of={choice.icon} />}
          <span className={styles.words}>{choice.label}</span>
          <Radix.ItemIndicator className={styles.tick}>
            <svg width="14" height="14" viewBox="0 0 16 16" aria-hidden="true">
              <path d="M3 8.5l3.300 3.300L13 4.500" fill="none" stroke="currentColor" strokeWidth="1.800" />
            </svg>
          </Radix.ItemIndicator>
        </Radix.RadioItem>
      ))}
    </Radix.RadioGroup>
  );
}

export const MenuSeparator = () => <Radix.Separator className={styles.separator} />;
