import { setTimeout as pause } from "node:timers/promises";

/** A step of a drill lasts as long as it says; nothing else is waited for here. */
export const seconds = (count: number): Promise<void> => pause(count * 1_000);
