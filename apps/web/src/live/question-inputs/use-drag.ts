import { type PointerEvent as ReactPointerEvent, useCallback, useEffect, useRef } from "react";

/** Fewer pixels are a tap. */
const dragFrom = 8;

type Drag = { item: string; element: HTMLElement; startX: number; startY: number; moving: boolean };

/**
 * Drags by finger or mouse, beside taps and keys: whatever carries the handlers can be dropped on an element with `data-drop`, whose
 * value is then given to `onDrop`. The element itself is moved, so nothing is drawn anew on the way.
 */
export function useDrag(onDrop: (item: string, target: string) => void) {
  const drag = useRef<Drag | null>(null);
  const drop = useRef(onDrop);
  useEffect(() => { drop.current = onDrop; }, [onDrop]);

  useEffect(() => {
    const onMove = (event: PointerEvent) => {
      const held = drag.current;
      if (!held) return;
      const [x, y] = [event.clientX - held.startX, event.clientY - held.startY];
      if (!held.moving && Math.hypot(x, y) < dragFrom) return;
      held.moving = true;
      held.element.dataset.dragged = "";
      held.element.style.translate = `${x}px ${y}px`;
    };
    const onEnd = (event: PointerEvent) => {
      const held = drag.current;
      drag.current = null;
      if (!held?.moving) return;
      // The dragged element takes no pointers, so what lies under it is found.
      const below = document.elementFromPoint(event.clientX, event.clientY)?.closest<HTMLElement>("[data-drop]");
      delete held.element.dataset.dragged;
      held.element.style.translate = "";
      if (event.type === "pointercancel") return;
      // The click that follows a drag is none.
      const swallow = (click: MouseEvent) => { click.stopPropagation(); click.preventDefault(); };
      window.addEventListener("click", swallow, { capture: true, once: true });
      setTimeout(() => window.removeEventListener("click", swallow, { capture: true }), 0);
      if (below?.dataset.drop !== undefined) drop.current(held.item, below.dataset.drop);
    };
    window.addEventListener("pointermove", onMove);
    window.addEventListener("pointerup", onEnd);
    window.addEventListener("pointercancel", onEnd);
    return () => {
      window.removeEventListener("pointermove", onMove);
      window.removeEventListener("pointerup", onEnd);
      window.removeEventListener("pointercancel", onEnd);
    };
  }, []);

  return useCallback((item: string) => ({
    onPointerDown: (event: ReactPointerEvent<HTMLElement>) => {
      if (event.button !== 0 || !event.isPrimary) return;
      drag.current = { item, element: event.currentTarget, startX: event.clientX, startY: event.clientY, moving: false };
    },
  }), []);
}
