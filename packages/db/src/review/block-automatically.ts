import type { NewFlag } from "../anomalies";
import type { Database } from "../database";
import { addBlock, isProtected, subjectOf } from "./blocks";
import { noteAction } from "./note-action";
import type { Block } from "./review.types";

/** Blocks whom a rule is certain about, for a while and without a person; null for an admin. It stands in the review list like any other block. */
export function blockAutomatically({ db }: Pick<Database, "db">, flag: NewFlag, endsAt: Date): Promise<Block | null> {
  return db.transaction(async (transaction) => {
    const subject = subjectOf(flag);
    if (await isProtected(transaction, subject)) return null;
    const block = await addBlock(transaction, { subject, flagId: flag.flagId, endsAt, blockedBy: null });
    await noteAction(transaction, { action: "block", flagId: flag.flagId, by: null, subject, details: { endsAt: block.endsAt } });
    return block;
  });
}
