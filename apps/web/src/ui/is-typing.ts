const notWritten = ["radio", "checkbox", "button", "submit", "reset"];

/** Whether a key press is meant for a field, so that single-letter shortcuts keep out of it. */
export function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !notWritten.includes(target.type);
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("textarea, select"));
}
