import { type AssignmentId, ok, type UserId } from "@quickfire/engine";
import type { WebServices } from "../context";

/** Whose points these are is known; where the last of them looked from is not, as the clock has closed their attempt. */
const nowhere = { ip: null, userAgent: null };

/** Ends what the clock has ended, before somebody looks at it: attempts that were left lying are results as well. */
export async function settleOverdue({ attempts, store }: Pick<WebServices, "attempts" | "store">, of: { assignmentId: AssignmentId } | { userId: UserId }): Promise<void> {
  const now = store.now();
  for (const attempt of await attempts.overdue({ ...of, now })) await attempts.move({ ...attempt, now, origin: nowhere, step: (state) => ok(state) });
}
