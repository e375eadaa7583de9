/** Where the focus goes in the lists: to the switch between the two, if there is one. */

export function enter(tab: HTMLElement): void {
  tab.querySelector<HTMLElement>('[role="radio"][tabindex="0"]')?.focus();
}
