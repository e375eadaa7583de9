/** Names that appear beside controls on hover and focus: one layer serves the whole page. */

import { useEffect, useRef, useState } from 'react';
import { Kbd } from './Kbd.tsx';
import { standBeside, type FloatSide } from './place-beside.ts';
import styles from './Tooltip.module.css';

interface TooltipAttributes {
  readonly 'data-tip': string;
  readonly 'data-tip-keys'?: string;
  readonly 'data-tip-side'?: FloatSide;
}

/** What a control carries so that the layer names it. The control keeps its own label. */
export const tooltip = (label: string, keys: string | undefined, side: FloatSide): TooltipAttributes => ({
  'data-tip': label,
  ...(keys === undefined ? {} : { 'data-tip-keys': keys }),
  'data-tip-side': side,
});

const DELAY = 500;
/** So soon after one tooltip the next comes at once. */
const GRACE = 300;

interface Shown {
  readonly anchor: HTMLElement;
  readonly label: string;
  readonly keys: string | undefined;
  readonly side: FloatSide;
}

const sides: readonly FloatSide[] = ['top', 'bottom', 'left', 'right'];

function tipOf(target: EventTarget | null): Shown | undefined {
  const anchor = target instanceof Element ? target.closest<HTMLElement>('[data-tip]') : null;
  if (!anchor) return undefined;
  const { tip = '', tipKeys, tipSide } = anchor.dataset;
  return { anchor, label: tip, keys: tipKeys, side: sides.find((side) => side === tipSide) ?? 'bottom' };
}

/** Place once, near the root of the page. */
export function TooltipLayer() {
  const [shown, setShown] = useState<Shown | undefined>(undefined);
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let anchor: HTMLElement | undefined;
    let hiddenAt = Number.NEGATIVE_INFINITY;

    const hide = () => {
      clearTimeout(timer);
      if (anchor) hiddenAt = performance.now();
      anchor = undefined;
      setShown(undefined);
    };
    const show = (tip: Shown, wait: number) => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        anchor = tip.anchor;
        setShown(tip);
      }, wait);
    };
    const enter = (event: PointerEvent) => {
      if (event.pointerType === 'touch') return;
      const tip = tipOf(event.target);
      if (!tip) hide();
      else if (tip.anchor !== anchor) {
        hide();
        show(tip, performance.now() - hiddenAt < GRACE ? 0 : DELAY);
      }
    };
    const focus = (event: FocusEvent) => {
      const tip = tipOf(event.target);
      if (tip && event.target instanceof Element && event.target.matches(':focus-visible')) show(tip, 0);
    };
    const key = (event: KeyboardEvent) => {
      if (event.key === 'Escape') hide();
    };
    document.addEventListener('pointerover', enter);
    document.addEventListener('focusin', focus);
    document.addEventListener('focusout', hide);
    document.addEventListener('pointerdown', hide);
    document.addEventListener('keydown', key);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('pointerover', enter);
      document.removeEventListener('focusin', focus);
      document.removeEventListener('focusout', hide);
      document.removeEventListener('pointerdown', hide);
      document.removeEventListener('keydown', key);
    };
  }, []);

  useEffect(() => {
    const element = box.current;
    if (!element || !shown) return;
    element.showPopover();
    standBeside(element, shown.anchor, { side: shown.side, align: 'center', gap: 6 });
  }, [shown]);

  if (!shown) return null;
  return (
    <div ref={box} popover="manual" className={styles.tooltip} aria-hidden="true">
      {shown.label}
      {shown.keys !== undefined && <Kbd>{shown.keys}</Kbd>}
    </div>
  );
}
