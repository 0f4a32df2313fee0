import { setTimeout as pause } from "node:timers/promises";
import type { SessionRepository } from "@quickfire/db";
import type { EndedSessions } from "@quickfire/realtime";
import type { Logger, Metrics } from "@quickfire/telemetry";

const everyMs = 5_000;
/** Longer than Postgres or Redis is away for, mostly; telling again does no harm. */
const lookBackMs = 10 * 60_000;

export type EndedSessionTeller = { sessions: Pick<SessionRepository, "endedSince">; ended: EndedSessions; logger: Logger; metrics: Pick<Metrics, "errors">; now?: () => number };

/** Brings to Redis which sign-ins were revoked, wherever that was done: the live edge never asks Postgres. Safe to run twice at once. */
export function createEndedSessionTeller({ sessions, ended, logger, metrics, now = Date.now }: EndedSessionTeller) {
  const look = async (): Promise<void> => ended.note(await sessions.endedSince(new Date(now() - lookBackMs)));
  return {
    look,
    /** Until it is stopped. What fails is tried again the next time. */
    async run(signal: AbortSignal): Promise<void> {
      while (!signal.aborted) {
        await look().catch((error: unknown) => {
          metrics.errors.inc({ place: "ended sessions" });
          logger.warn({ err: error }, "telling of ended sessions failed; trying again later");
        });
        // Being stopped is the only way in which a pause can fail.
        await pause(everyMs, undefined, { signal }).catch(() => undefined);
      }
    },
  };
}
