import type { NewcomerGate } from "@quickfire/api/rest";
import type { LoadLimits, Metrics, ProcessLoad } from "@quickfire/telemetry";

/** What waits is counted by the gate itself, at once and not ten times a second. */
export const loadLimits: LoadLimits = { strainedLagMs: 200, overloadedLagMs: 1_000, strainedWaiting: Infinity, overloadedWaiting: Infinity };

/** Half a second of work, more or less: whoever comes then waits for longer than joining should take. */
const mostUnderWay = 300;
const longestWaitSeconds = 4;

export type NewcomerGateParts = { load: Pick<ProcessLoad, "level">; metrics: Pick<Metrics, "shed">; randomInt: (limit: number) => number };

/**
 * Joins come all at once. Those with which the process can't keep up are turned away before anything is done for them, so that
 * pages and sign-ins go on; chance spreads those who come again.
 */
export function createNewcomerGate({ load, metrics, randomInt }: NewcomerGateParts): NewcomerGate {
  let underWay = 0;
  return {
    enter() {
      if (underWay < mostUnderWay && load.level() !== "overloaded") {
        underWay += 1;
        return null;
      }
      metrics.shed.inc({ what: "joins" });
      return { code: "BUSY", detail: "Very many join at the moment; try again", retryAfterSeconds: 1 + randomInt(longestWaitSeconds) };
    },
    leave() {
      underWay -= 1;
    },
  };
}
