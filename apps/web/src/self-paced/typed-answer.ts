import { isRecord } from "@/live/memory/browser-memory";
import type { TypedAnswer } from "@/live/store/answer";

/** An answer as it comes back from the server, for the parts that show it; null where none was given. */
export const typedAnswer = (answer: unknown): TypedAnswer | null => (isRecord(answer) ? answer : null);
