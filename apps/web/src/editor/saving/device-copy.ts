import { quizContentSchema, type QuizContent } from "@quickfire/engine/quiz";
import { z } from "zod";

/** The author's unsaved work in this browser: it survives a closed tab, a crash and a dead network. */
export type DeviceCopy = {
  /** False where this browser keeps nothing: storage full or forbidden. */
  keep: (quiz: QuizContent, revision: number) => boolean;
  read: () => KeptQuiz | null;
  clear: () => void;
};

const keptSchema = z.object({ quiz: quizContentSchema, revision: z.int(), at: z.number(), tab: z.string() });
export type KeptQuiz = z.infer<typeof keptSchema>;

type DeviceCopyParts = { storage: Pick<Storage, "getItem" | "setItem" | "removeItem">; quizId: string; tab: string; now: () => number };

export function createDeviceCopy({ storage, quizId, tab, now }: DeviceCopyParts): DeviceCopy {
  const key = `quickfire.unsaved-quiz.${quizId}`;

  function read(): KeptQuiz | null {
    try {
      const parsed = keptSchema.safeParse(JSON.parse(storage.getItem(key) ?? "null"));
      return parsed.success ? parsed.data : null;
    } catch {
      return null;
    }
  }

  return {
    read,
    keep(quiz, revision) {
      try {
        storage.setItem(key, JSON.stringify({ quiz, revision, at: now(), tab } satisfies KeptQuiz));
        return true;
      } catch {
        return false;
      }
    },
    clear() {
      // Another tab's unsaved work is not ours to throw away.
      const kept = read();
      if (kept && kept.tab !== tab) return;
      try {
        storage.removeItem(key);
      } catch {
        // Where nothing can be removed, nothing was kept.
      }
    },
  };
}
