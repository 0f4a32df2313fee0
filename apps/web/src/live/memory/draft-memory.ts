/** What somebody has begun to answer, so that a reload does not take it away; it goes with the tab, as others may use the device next. */
const key = "quickfire.draft";

export function recallDraft(questionId: string): unknown {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? "null");
    const isOurs = typeof kept === "object" && kept !== null && "questionId" in kept && kept.questionId === questionId && "draft" in kept;
    return isOurs ? kept.draft : null;
  } catch {
    return null;
  }
}

/** Only the newest question's is kept. */
export function keepDraft(questionId: string, draft: unknown): void {
  try {
    sessionStorage.setItem(key, JSON.stringify({ questionId, draft }));
  } catch {
    // Storage is full or forbidden: the page goes on, and only a reload would have needed it.
  }
}

/** Once it is answered: whoever gets the same question again begins anew. */
export function forgetDraft(): void {
  try {
    sessionStorage.removeItem(key);
  } catch {
    // Nothing was kept, so nothing is left behind.
  }
}
