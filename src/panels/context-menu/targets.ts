/** What a context menu is asked for: by the right button, by a long press, or by key on what has the focus. */

import { useEffect } from 'react';
import { app, appState, canvasPort } from '../../app/index.ts';
import { openMenu, type MenuTopic } from '../shell/dialogs.ts';

interface Target {
  readonly topic: MenuTopic;
  /** The resource that the menu is about; absent for the empty canvas. */
  readonly id?: string;
  readonly finding?: string;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

const isResource = (id: string | undefined): id is string =>
  id !== undefined && Object.hasOwn(appState().design.resources, id);

/** The finding of a row: its button carries the key. */
function findingAt(element: Element): string | undefined {
  const own = element.closest<HTMLElement>('[data-finding]');
  const row = own ?? element.closest('li')?.querySelector<HTMLElement>('[data-finding]');
  return row?.dataset['finding'];
}

function targetAt(element: Element, point: Point): Target | undefined {
  if (element.closest('input, textarea, select, [role="dialog"], [role="menu"]')) return undefined;
  const row = element.closest<HTMLElement>('[role="treeitem"]');
  if (row) {
    const id = row.dataset['resource'];
    return isResource(id) ? { topic: 'outline', id } : undefined;
  }
  const finding = findingAt(element);
  if (finding !== undefined) return { topic: 'finding', finding };
  if (!element.closest('.react-flow')) return undefined;
  const id = canvasPort()?.itemAt(point);
  return isResource(id) ? { topic: 'drawing', id } : { topic: 'ground' };
}

/** The menu is about the whole selection when it was asked for on a part of it. */
function open({ topic, id, finding }: Target, { x, y }: Point): void {
  if (id !== undefined && !appState().selection.includes(id)) app.select([id]);
  if (finding !== undefined) {
    const found = appState().answers.findings.find(({ key }) => key === finding);
    if (!found) return;
    app.setView({ openFinding: finding });
    if (isResource(found.resource)) app.select([found.resource]);
  }
  openMenu({ topic, x, y });
}

/** Beside what has the focus: a row, or the thing on the canvas that is selected or under the cursor. */
export function openMenuAtFocus(): void {
  const element = document.activeElement;
  if (!element) return;
  const box = element.getBoundingClientRect();
  const beside = { x: box.left + 24, y: box.top + box.height };
  if (!element.closest('.react-flow')) {
    const target = targetAt(element, beside);
    if (target) open(target, beside);
    return;
  }
  const at = canvasPort()?.cursor();
  if (at && isResource(at.id)) open({ topic: 'drawing', id: at.id }, at.point);
  else open({ topic: 'ground' }, { x: box.left + box.width / 2, y: box.top + box.height / 2 });
}

/** A finger that rests this long asks for the menu, if it does not wander. */
const LONG_PRESS = 550;
const WANDER = 10;

function isByKey(event: MouseEvent): boolean {
  if (event instanceof PointerEvent) return event.pointerType === '';
  return event.button !== 2 && !event.ctrlKey;
}

/** Listens on the whole page. */
export function useContextMenus(): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let start: Point | undefined;
    const ask = (event: MouseEvent) => {
      if (!(event.target instanceof Element)) return;
      const point = { x: event.clientX, y: event.clientY };
      const target = targetAt(event.target, point);
      if (!target) return;
      event.preventDefault();
      // The menu key makes this event too, at no useful place: the command opens the menu then.
      if (!isByKey(event)) open(target, point);
    };
    const press = (event: PointerEvent) => {
      clearTimeout(timer);
      if (event.pointerType !== 'touch' || !event.isPrimary || !(event.target instanceof Element)) return;
      const { target } = event;
      start = { x: event.clientX, y: event.clientY };
      const point = start;
      timer = setTimeout(() => {
        const asked = targetAt(target, point);
        if (asked) open(asked, point);
      }, LONG_PRESS);
    };
    const move = (event: PointerEvent) => {
      if (start && Math.hypot(event.clientX - start.x, event.clientY - start.y) > WANDER) clearTimeout(timer);
    };
    const end = () => clearTimeout(timer);
    window.addEventListener('contextmenu', ask);
    window.addEventListener('pointerdown', press, true);
    window.addEventListener('pointermove', move, true);
    window.addEventListener('pointerup', end, true);
    window.addEventListener('pointercancel', end, true);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('contextmenu', ask);
      window.removeEventListener('pointerdown', press, true);
      window.removeEventListener('pointermove', move, true);
      window.removeEventListener('pointerup', end, true);
      window.removeEventListener('pointercancel', end, true);
    };
  }, []);
}
