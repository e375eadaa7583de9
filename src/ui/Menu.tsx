/** A menu that drops from a button: arrows, Home, End and first letters move in it, Escape and a click outside close it. */

import type { LucideIcon } from 'lucide-react';
import {
  useEffect,
  useId,
  useRef,
  useState,
  type HTMLAttributes,
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  type ToggleEvent,
} from 'react';
import { Icon } from './Icon.tsx';
import { Kbd } from './Kbd.tsx';
import { placeBeside, standBeside, type FloatAlign } from './place-beside.ts';
import styles from './Menu.module.css';

/** What the button that opens the menu must carry. */
export type MenuTriggerProps = Pick<
  HTMLAttributes<HTMLButtonElement>,
  'onClick' | 'onKeyDown' | 'aria-expanded' | 'aria-haspopup' | 'aria-controls'
> & { readonly ref: Ref<HTMLButtonElement> };

interface MenuProps {
  readonly label: string;
  /** Draws the button that opens it. */
  readonly trigger: (props: MenuTriggerProps) => ReactNode;
  readonly children: ReactNode;
  readonly align?: FloatAlign;
}

const itemsOf = (menu: HTMLElement | null): HTMLElement[] =>
  menu ? [...menu.querySelectorAll<HTMLElement>('[role^="menuitem"]:not(:disabled)')] : [];

export function Menu({ label, trigger, children, align = 'start' }: MenuProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  // A click on the button while the menu is open closes it by itself first; that click must not open it again.
  const closedAt = useRef(Number.NEGATIVE_INFINITY);

  const show = () => {
    menu.current?.showPopover();
  };

  const onToggle = (event: ToggleEvent<HTMLDivElement>) => {
    const isOpen = event.newState === 'open';
    setOpen(isOpen);
    if (isOpen) {
      if (menu.current && button.current) {
        standBeside(menu.current, button.current, { side: 'bottom', align, gap: 6 });
      }
      itemsOf(menu.current)[0]?.focus();
    } else {
      closedAt.current = performance.now();
      if (menu.current?.contains(document.activeElement) === true) button.current?.focus();
    }
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const items = itemsOf(menu.current);
    const at = items.findIndex((item) => item === document.activeElement);
    const target = keyTarget(event.key, items, at);
    if (event.key === 'Tab') {
      menu.current?.hidePopover();
      return;
    }
    if (!target) return;
    event.preventDefault();
    target.focus();
  };

  return (
    <>
      {trigger({
        ref: button,
        'aria-haspopup': 'menu',
        'aria-expanded': open,
        ...(open ? { 'aria-controls': id } : {}),
        onClick: () => {
          if (performance.now() - closedAt.current > 200) show();
        },
        onKeyDown: (event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          show();
        },
      })}
      <div
        ref={menu}
        id={id}
        popover="auto"
        role="menu"
        aria-label={label}
        className={styles.menu}
        onToggle={onToggle}
        onKeyDown={onKeyDown}
        onClick={(event) => {
          if (event.target instanceof Element && event.target.closest('[role^="menuitem"]'))
            menu.current?.hidePopover();
        }}
      >
        {children}
      </div>
    </>
  );
}

interface PointMenuProps {
  readonly label: string;
  /** Where it opens, in client coordinates. */
  readonly at: { readonly x: number; readonly y: number };
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A menu that opens at a point and goes away when something is taken, with Escape, or by a press elsewhere. */
export function PointMenu({ label, at, onClose, children }: PointMenuProps) {
  const menu = useRef<HTMLDivElement>(null);
  const close = useRef(onClose);
  const { x, y } = at;

  useEffect(() => {
    close.current = onClose;
  }, [onClose]);

  useEffect(() => {
    const element = menu.current;
    if (!element) return undefined;
    const before = document.activeElement;
    element.showPopover();
    const { width, height } = element.getBoundingClientRect();
    const spot = placeBeside(
      { left: x, top: y, width: 0, height: 0 },
      { width, height },
      { width: innerWidth, height: innerHeight },
      { side: 'bottom', align: 'start', gap: 0 },
    );
    element.style.left = `${spot.left}px`;
    element.style.top = `${spot.top}px`;
    itemsOf(element)[0]?.focus({ preventScroll: true });
    const leave = (event: Event) => {
      if (!(event.target instanceof Node && element.contains(event.target))) close.current();
    };
    document.addEventListener('pointerdown', leave, true);
    document.addEventListener('wheel', leave, { capture: true, passive: true });
    window.addEventListener('resize', leave);
    window.addEventListener('blur', leave);
    return () => {
      document.removeEventListener('pointerdown', leave, true);
      document.removeEventListener('wheel', leave, true);
      window.removeEventListener('resize', leave);
      window.removeEventListener('blur', leave);
      const { activeElement } = document;
      const isLost =
        activeElement === null || activeElement === document.body || element.contains(activeElement);
      if (isLost && before instanceof HTMLElement && before.isConnected)
        before.focus({ preventScroll: true });
    };
  }, [x, y]);

  const onKeyDown = (event: KeyboardEvent) => {
    const items = itemsOf(menu.current);
    const target = keyTarget(
      event.key,
      items,
      items.findIndex((item) => item === document.activeElement),
    );
    if (event.key === 'Escape' || event.key === 'Tab') {
      event.stopPropagation();
      event.preventDefault();
      onClose();
    } else if (target) {
      event.preventDefault();
      target.focus();
    }
  };

  return (
    <div
      ref={menu}
      popover="manual"
      role="menu"
      aria-label={label}
      className={styles.menu}
      onKeyDown={onKeyDown}
      onClick={(event) => {
        if (event.target instanceof Element && event.target.closest('[role^="menuitem"]')) onClose();
      }}
      onContextMenu={(event) => event.preventDefault()}
    >
      {children}
    </div>
  );
}

function keyTarget(key: string, items: readonly HTMLElement[], at: number): HTMLElement | undefined {
  switch (key) {
    case 'ArrowDown':
      return items[(at + 1) % items.length];
    case 'ArrowUp':
      return items[(at - 1 + items.length) % items.length];
    case 'Home':
      return items[0];
    case 'End':
      return items.at(-1);
    default: {
      if (key.length !== 1 || key === ' ') return undefined;
      const following = [...items.slice(at + 1), ...items.slice(0, at + 1)];
      return following.find((item) => item.textContent.trim().toLowerCase().startsWith(key.toLowerCase()));
    }
  }
}

interface MenuItemProps {
  readonly onSelect: () => void;
  readonly icon?: LucideIcon;
  readonly shortcut?: string | undefined;
  readonly disabled?: boolean;
  /** Why it is disabled. */
  readonly title?: string;
  readonly children: ReactNode;
}

export const MenuItem = ({ onSelect, icon, shortcut, disabled = false, title, children }: MenuItemProps) => (
  <button
    type="button"
    role="menuitem"
    tabIndex={-1}
    className={styles.item}
    disabled={disabled}
    {...(title === undefined ? {} : { title })}
    onClick={onSelect}
  >
    {icon && <Icon of={icon} />}
    <span className={styles.words}>{children}</span>
    {shortcut !== undefined && <Kbd>{shortcut}</Kbd>}
  </button>
);

interface MenuChoicesProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly { readonly value: Value; readonly label: string; readonly icon?: LucideIcon }[];
  readonly onChange: (value: Value) => void;
}

export function MenuChoices<Value extends string>({
  label,
  value,
  choices,
  onChange,
}: MenuChoicesProps<Value>) {
  return (
    <div role="group" aria-label={label}>
      <div className={styles.label} aria-hidden="true">
        {label}
      </div>
      {choices.map((choice) => (
        <button
          key={choice.value}
          type="button"
          role="menuitemradio"
          aria-checked={choice.value === value}
          tabIndex={-1}
          className={styles.item}
          onClick={() => onChange(choice.value)}
        >
          {choice.icon && <Icon of={choice.icon} />}
          <span className={styles.words}>{choice.label}</span>
          {choice.value === value && (
            <svg className={styles.tick} width="14" height="14" viewBox="0 0 16 16" aria-hidden="true">
              <path d="M3 8.5l3.3 3.3L13 4.5" fill="none" stroke="currentColor" strokeWidth="1.8" />
            </svg>
          )}
        </button>
      ))}
    </div>
  );
}

export const MenuSeparator = () => <hr className={styles.separator} />;
