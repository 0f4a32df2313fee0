import { reviewActions } from "../schema/review-actions";
import type { Transaction } from "../scores/add-scores";
import type { BlockSubject, Reviewer, ReviewActionName } from "./review.types";

export type NotedAction = { action: ReviewActionName; flagId: string | null; by: Reviewer | null; subject: BlockSubject; details: Record<string, string | number | null> };

/** Every decision leaves a row, in the transaction of the decision itself. */
export async function noteAction(transaction: Transaction, { action, flagId, by, subject, details }: NotedAction): Promise<void> {
  await transaction.insert(reviewActions).values({ action, flagId, adminUserId: by?.userId, ...subject, details, ip: by?.ip, userAgent: by?.userAgent });
}
