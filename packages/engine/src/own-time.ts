import { MAX_LIMIT_MS } from "./longest-limit";

/** How long somebody has for a question, in percent of everybody's time; 0 is no timer. */
export const ownTimePercents = [100, 125, 150, 200, 0] as const;
export type OwnTime = (typeof ownTimePercents)[number];

/** What everybody has who was given nothing else. */
export const usualTime = 100;

/** Without a timer a question stays open as long as any question may. */
export const ownLimitMs = (limitMs: number, percent: OwnTime): number => (percent === 0 ? Math.max(limitMs, MAX_LIMIT_MS) : Math.round((limitMs * percent) / 100));

/** An answer's time as its points are weighed: as much of everybody's time as it is of one's own, and none without a timer. */
export const weighedMs = (elapsedMs: number, percent: OwnTime): number => (percent === 0 ? 0 : Math.round((elapsedMs * 100) / percent));
