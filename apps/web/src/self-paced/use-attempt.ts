import { useCallback, useEffect, useRef, useState } from "react";
import type { TypedAnswer } from "@/live/store/answer";
import { type ApiOutput, trpc } from "@/trpc/client";
import { failureOf } from "@/trpc/failures";
import { dropPending, keepPending, type PendingAnswer, recallPending } from "./attempt-memory";
import { untilThrough } from "./until-through";

export type AttemptShown = ApiOutput["attempt"]["look"];
export type Link = { code: string; key?: string };

/** One attempt as this page goes through it. What was answered here is kept here until the server has it. */
export function useAttempt(link: Link, attemptId: string) {
  const { client } = trpc.useUtils();
  const [shown, setShown] = useState<{ view: AttemptShown; offsetMs: number } | null>(null);
  const [pending, setPending] = useState<PendingAnswer | null>(null);
  /** What the last answer taught is on the screen, and waits for "Next". */
  const [reading, setReading] = useState(false);
  const [waiting, setWaiting] = useState(false);
  const [failed, setFailed] = useState(false);
  const page = useRef<AbortController>(null);
  const { code, key } = link;

  const run = useCallback(async (call: () => Promise<AttemptShown>): Promise<"told" | "refused" | "lost"> => {
    const signal = page.current?.signal ?? AbortSignal.abort();
    setFailed(false);
    try {
      const view = await untilThrough(call, { signal, onWaiting: () => setWaiting(true) });
      if (!signal.aborted) setShown({ view, offsetMs: Date.parse(view.serverTime) - Date.now() });
      return "told";
    } catch (error) {
      // The page was left, or the server knows better than this page what is open: then it is asked.
      const refused = ["STALE", "INVALID"].includes(failureOf(error).reason);
      if (!signal.aborted && !refused) setFailed(true);
      return refused ? "refused" : "lost";
    } finally {
      setWaiting(false);
    }
  }, []);

  const look = useCallback(() => run(() => client.attempt.look.mutate({ code, key, attemptId })), [run, client, code, key, attemptId]);
  const open = useCallback(() => {
    setReading(false);
    void run(() => client.attempt.open.mutate({ code, key, attemptId }));
  }, [run, client, code, key, attemptId]);

  const send = useCallback(
    async ({ questionId, answer }: PendingAnswer) => {
      setPending({ questionId, answer });
      const outcome = await run(() => client.attempt.answer.mutate({ code, key, attemptId, questionId, given: answer && { answer } }));
      // What the server has not spoken of stays with this browser, for the next time that it comes here.
      if (outcome === "lost") return;
      dropPending(attemptId);
      setPending(null);
      if (outcome === "refused") await look();
    },
    [run, look, client, code, key, attemptId],
  );

  useEffect(() => {
    const controller = new AbortController();
    page.current = controller;
    const kept = recallPending(attemptId);
    void (kept ? send(kept) : look());
    return () => controller.abort();
  }, [attemptId, send, look]);

  const answer = (questionId: string, given: TypedAnswer | null) => {
    keepPending(attemptId, { questionId, answer: given });
    setReading(true);
    void send({ questionId, answer: given });
  };
  return { shown, pending, reading, waiting, failed, answer, open, look: useCallback(() => void look(), [look]), finishReading: () => setReading(false) };
}
