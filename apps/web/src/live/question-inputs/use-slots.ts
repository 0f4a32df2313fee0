import { useDraft } from "./use-draft";

/** The options that stand in places to be filled, by their index; null in an empty one. */
export type Slots = readonly (number | null)[];

/** `active` is the place that the next word goes into. */
type Filling = { slots: Slots; active: number };

const readSlots = (slots: number, options: number) => (kept: unknown): Filling | null => {
  if (typeof kept !== "object" || kept === null || !("slots" in kept) || !Array.isArray(kept.slots) || kept.slots.length !== slots) return null;
  const filled = kept.slots.map((one: unknown): number | null => (typeof one === "number" && one >= 0 && one < options ? one : null));
  return { slots: filled, active: firstEmpty(filled) };
};

const firstEmpty = (slots: Slots): number => Math.max(0, slots.indexOf(null));

/** Places that are filled out of a bank: a tap puts a word into the active one, which then is the next that is empty. */
export function useSlots({ questionId, places, options }: { questionId: string; places: number; options: number }) {
  const [{ slots, active }, change] = useDraft<Filling>(questionId, { slots: Array.from({ length: places }, () => null), active: 0 }, readSlots(places, options));
  const put = (next: Slots) => change({ slots: next, active: next[active] === null ? active : next.includes(null) ? next.indexOf(null) : active });
  return {
    slots,
    active,
    filled: slots.filter((slot) => slot !== null).length,
    activate: (slot: number) => change({ slots, active: slot }),
    /** A word stands in one place only, and leaves the one it stood in. */
    place(option: number, slot = active) {
      put(slots.map((held, index) => (index === slot ? option : held === option ? null : held)));
    },
    take(slot: number) {
      change({ slots: slots.with(slot, null), active: slot });
    },
  };
}
