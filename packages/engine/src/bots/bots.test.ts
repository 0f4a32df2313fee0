import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { idsFrom, participantNumber, quizVersion } from "../../test/arbitraries";
import { nicknameSkeleton } from "../nickname/skeleton";
import { isAnswered, isScored, readAnswer, storeQuestion, draftQuestionSchema } from "../question-types";
import { seededChance } from "../seeded-chance";
import { botName, markedAsBot } from "./bot-name";
import { planBotAnswer } from "./plan-bot-answer";

const language = "en";
const bots = Array.from({ length: 60 }, (_, number) => participantNumber(number));

const choice = storeQuestion(
  draftQuestionSchema.parse({ type: "choice", text: "?", options: [{ text: "a", correct: true }, { text: "b" }, { text: "c" }, { text: "d" }] }),
  idsFrom(),
);

describe("what a bot answers", () => {
  it("is an answer to any question that asks something, within its time, and the same whoever looks it up", () => {
    fc.assert(
      fc.property(quizVersion(), fc.nat(99), (quiz, number) => {
        for (const question of quiz.questions) {
          const asked = { participantId: participantNumber(number), question, language };
          const planned = planBotAnswer(asked);
          expect(planBotAnswer(asked)).toEqual(planned);
          expect(planned !== null).toBe(isAnswered(question));
          if (!planned) continue;
          expect(planned.afterMs).toBeGreaterThan(400);
          expect(planned.afterMs).toBeLessThan(question.timeLimit * 1_000);
          expect(readAnswer(question, { answer: planned.answer }), JSON.stringify(planned.answer)).toMatchObject({ ok: true });
        }
      }),
    );
  });

  it("is right for some and wrong for others of a class, at times that are far apart", () => {
    fc.assert(
      fc.property(quizVersion(), (quiz) => {
        for (const question of quiz.questions.filter(isScored)) {
          const planned = bots.flatMap((participantId) => planBotAnswer({ participantId, question, language }) ?? []);
          const right = planned.filter(({ answer }) => { const read = readAnswer(question, { answer }); return read.ok && read.value.mark?.correct; }).length;
          expect(right, question.type).toBeGreaterThan(bots.length * 0.2);
          expect(new Set(planned.map(({ afterMs }) => afterMs)).size).toBeGreaterThan(bots.length / 3);
        }
      }),
      { numRuns: 30 },
    );
    const wrong = bots.filter((participantId) => {
      const read = readAnswer(choice, { answer: planBotAnswer({ participantId, question: choice, language })?.answer });
      return read.ok && !read.value.mark?.correct;
    });
    expect(wrong.length).toBeGreaterThan(5);
  });
});

describe("a bot's name", () => {
  it("says in front what it is, and goes on being free when all animals are taken", () => {
    const taken = new Set<string>();
    const randomInt = seededChance("names");
    for (let bot = 0; bot < 100; bot += 1) {
      let attempt = 0;
      let name = botName(randomInt, "vi", attempt);
      while (taken.has(nicknameSkeleton(name))) name = botName(randomInt, "vi", (attempt += 1));
      expect(name).toMatch(/^Bot \p{Lu}/u);
      expect(attempt).toBeLessThan(12);
      taken.add(nicknameSkeleton(name));
    }
  });

  it("keeps its mark when it is renamed", () => {
    expect(markedAsBot("Anna")).toBe("Bot Anna");
    expect(markedAsBot("Bot Otter")).toBe("Bot Otter");
  });
});
