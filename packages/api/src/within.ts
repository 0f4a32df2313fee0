import { Refusal } from "./errors";

/**
 * A store that hangs must not make its callers hang: after that time they are told to try again. What was begun may still come
 * about, as with any request whose answer was lost.
 */
export async function within<Value>(limitMs: number, work: () => Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Refusal({ code: "BUSY", retryAfterSeconds: 1 })), limitMs);
  });
  try {
    return await Promise.race([work(), tooLong]);
  } finally {
    clearTimeout(timer);
  }
}
