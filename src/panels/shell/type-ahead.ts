/** Letters written between asking for a field and its being there go into it, and to nothing else. */

let held: { text: string; readonly stop: () => void } | undefined;

/** A field that has not come by then is not waited for. */
const PATIENCE = 5000;

/** What would be done to the drawing if the field did not take it. */
const editing: readonly string[] = ['Backspace', 'Delete', 'Enter'];

/** From now on letters are kept for the field that was asked for. */
export function beginTypeAhead(): void {
  endTypeAhead();
  const keep = (event: KeyboardEvent) => {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing;
    if (event.key === 'Escape') endTypeAhead();
    const isLetter = event.key.length === 1;
    if (!held || !isPlain || !(isLetter || editing.includes(event.key))) return;
    if (isLetter) held.text += event.key;
    else if (event.key === 'Backspace') held.text = held.text.slice(0, -1);
    event.preventDefault();
    event.stopPropagation();
  };
  const timer = setTimeout(endTypeAhead, PATIENCE);
  window.addEventListener('keydown', keep, true);
  held = {
    text: '',
    stop: () => {
      clearTimeout(timer);
      window.removeEventListener('keydown', keep, true);
    },
  };
}

/** What was written meanwhile; the field that has the focus calls this, and takes its own letters from then on. */
export function endTypeAhead(): string {
  const text = held?.text ?? '';
  held?.stop();
  held = undefined;
  return text;
}
