import type { Database } from "../database";
import { type AdminActionName, reviewActions } from "../schema/review-actions";
import type { BlockSubject, Reviewer } from "./review.types";

export type NotedAction = { action: AdminActionName; flagId: string | null; by: Reviewer | null; subject: BlockSubject; details: Record<string, string | number | null> };

/** Every decision leaves a row, in the transaction of the decision itself. */
export async function noteAction(transaction: Pick<Database["db"], "insert">, { action, flagId, by, subject, details }: NotedAction): Promise<void> {
  await transaction.insert(reviewActions).values({ action, flagId, adminUserId: by?.userId, ...subject, details, ip: by?.ip, userAgent: by?.userAgent });
}
