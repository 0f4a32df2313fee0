/** Whether a key press is meant for a field, so that single-letter shortcuts keep out of it. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches("input:not([type=radio], [type=checkbox], [type=button]), textarea, select");
}
