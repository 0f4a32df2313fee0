import { useEffect } from "react";
import { answerLetters } from "@/ui/answer-letters";

/** Keys A–H and 1–8 pick an answer, wherever the focus is; nothing happens while somebody types into a field. */
export function useAnswerKeys({ count, enabled, onPick }: { count: number; enabled: boolean; onPick: (index: number) => void }): void {
  useEffect(() => {
    if (!enabled) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.repeat || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const key = event.key.toUpperCase();
      const letter = answerLetters.findIndex((one) => one === key);
      const index = letter >= 0 ? letter : /^[1-8]$/.test(key) ? Number(key) - 1 : -1;
      if (index < 0 || index >= count) return;
      event.preventDefault();
      onPick(index);
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [count, enabled, onPick]);
}

const isTyping = (target: EventTarget | null): boolean => target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
