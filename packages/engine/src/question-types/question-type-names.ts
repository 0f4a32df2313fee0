/** Every type that a quiz may hold (CONTRACT: section 5), in the order in which they are offered. */
export const questionTypeNames = [
  "choice", "multiple", "truefalse", "typed", "gap", "order", "match", "numeric", "dictation", "poll", "wordcloud", "slide",
] as const;

/** Those whose answers are neither right nor wrong, for whoever has the name of a type but not the type itself. */
export const unscoredTypes: ReadonlySet<(typeof questionTypeNames)[number]> = new Set(["poll", "wordcloud", "slide"]);
