import { expect, test } from "@playwright/test";
import { expectAccessible } from "../support/axe";
import { newPerson, phone, projector, signIn } from "../support/desk";
import { openGame } from "../support/games";
import { PlainPlayer } from "../support/plain-player";
import { Player } from "../support/player";

type Round = {
  question: Record<string, unknown> & { type: string };
  /** What a person does on a phone to be right. */
  answer: (player: Player) => Promise<void>;
  /** What another player sends, and what it earns without speed. */
  other: { answer: Record<string, unknown>; points: number };
  verdict: "Right!" | "What you all said";
  /** What the big screen shows at the reveal. */
  told: string;
};

const tap = (player: Player, name: string) => player.page.getByRole("button", { name, exact: true }).click();

const rounds: Round[] = [
  {
    question: { type: "gap", text: "She [[has]] lived here [[since]] May.", bank: ["have"] },
    async answer(player) {
      await tap(player, "Gap 2, empty");
      await tap(player, "since");
      await tap(player, "has");
      await player.lockIn();
    },
    other: { answer: { gaps: ["have", "since"] }, points: 500 },
    verdict: "Right!",
    told: "has50%",
  },
  {
    question: { type: "gap", text: "I [[am|'m]] late." },
    async answer({ page }) {
      await page.getByLabel("Gap 1").fill("’m");
      await page.getByLabel("Gap 1").press("Enter");
    },
    other: { answer: { gaps: ["is"] }, points: 0 },
    verdict: "Right!",
    told: "am50%",
  },
  {
    question: { type: "order", text: "Put the words in order.", items: ["Where", "did", "you", "go"] },
    async answer(player) {
      for (const word of ["Where", "you", "did"]) await tap(player, word);
      // One slip is mended by the keyboard.
      await player.page.getByRole("button", { name: "did", exact: true }).press("ArrowLeft");
      await tap(player, "go");
      await player.lockIn();
    },
    other: { answer: { order: "reversed" }, points: 0 },
    verdict: "Right!",
    told: "Where did you go",
  },
  {
    question: { type: "match", text: "Match the opposites.", pairs: [["hot", "cold"], ["big", "small"]] },
    async answer(player) {
      // Dragged with a finger's or a mouse's pointer.
      const [word, place] = [player.page.getByRole("button", { name: "small", exact: true }), player.page.getByRole("button", { name: "big: nothing yet" })];
      const [from, to] = [await word.boundingBox(), await place.boundingBox()];
      if (!from || !to) throw new Error("the word or its place is not on the page");
      await player.page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
      await player.page.mouse.down();
      await player.page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 6 });
      await player.page.mouse.up();
      await tap(player, "cold");
      await player.lockIn();
    },
    other: { answer: { pairs: [["hot", "cold"]] }, points: 500 },
    verdict: "Right!",
    told: "hot",
  },
  {
    question: { type: "numeric", text: "When did people first walk on the Moon?", answer: 1969, tolerance: 2, min: 1900, max: 2000 },
    async answer(player) {
      await player.page.getByLabel("Choose by sliding").fill("1951");
      await player.page.getByLabel("Your number").fill("1970");
      await player.lockIn();
    },
    other: { answer: { value: 1950 }, points: 0 },
    verdict: "Right!",
    told: "1969",
  },
  {
    question: { type: "dictation", text: "Listen and write the sentence.", speech: "Nice to meet you.", answer: "Nice to meet you." },
    async answer(player) {
      await player.page.getByLabel("Write what you hear").fill("nice to meet you");
      await player.lockIn();
    },
    other: { answer: { text: "Nice too meet you" }, points: 750 },
    verdict: "Right!",
    told: "Nice",
  },
  {
    question: { type: "poll", text: "Morning or evening?", options: [{ text: "Morning" }, { text: "Evening" }] },
    answer: (player) => player.choose("Evening"),
    other: { answer: { option: 0 }, points: 0 },
    verdict: "What you all said",
    told: "2 of 3 answered",
  },
  {
    question: { type: "wordcloud", text: "One word about today?" },
    async answer(player) {
      await player.page.getByLabel("Your word").fill("Sunny");
      await player.lockIn();
    },
    other: { answer: { text: "fuck" }, points: 0 },
    verdict: "What you all said",
    told: "sunny",
  },
];

/** What the big screen shows of these while they are open is seen in no other journey. */
const ownStage = new Set(["order", "match", "numeric"]);

test("every type of question is answered right, otherwise and late, and shown on the big screen", async ({ browser }) => {
  test.setTimeout(180_000);
  const questions = [{ type: "slide", text: "# Hello\n\nThis is **new**." }, ...rounds.map(({ question }) => ({ timeLimit: 300, ...question }))];
  const game = await openGame({ countdown: 0, speedWeight: 0, streak: false, leaderboard: "end" }, { title: "Every type", language: "en", questions });
  const command = (name: string) => game.host.post(`/games/${game.gameId}/${name}`, {});

  const teacher = await newPerson(browser, projector);
  await signIn(teacher.page);
  const stage = teacher.page;
  await stage.goto(`/games/${game.gameId}/stage`);
  const pupil = await newPerson(browser, phone);
  const player = new Player(pupil.page);
  await player.join(game.pin, "Ánh Tuyết");
  const [other, late] = await Promise.all(["Kwame", "Late"].map(async (participantName) => {
    const join = await game.host.post<Parameters<typeof PlainPlayer.open>[0]>(`/quizzes/${game.pin}/join`, { participantName });
    return PlainPlayer.open(join.body);
  })) as [PlainPlayer, PlainPlayer];

  await command("start");
  await expect(pupil.page.getByRole("heading", { name: "Hello", level: 2 })).toBeVisible();
  await expect(stage.getByRole("heading", { name: "Hello", level: 2 })).toBeVisible();
  await expectAccessible(pupil.page, "a slide");
  await expectAccessible(stage, "the stage's slide");
  // Nothing is asked, so nothing is revealed: closing it leads on.
  await command("reveal");

  for (const [index, { question, answer, other: given, verdict, told }] of rounds.entries()) {
    const what = question.type;
    // Typed gaps are seen the same way once they are closed.
    const isLookedAt = question.type !== "gap" || "bank" in question;
    const asked = (await other.next("new_question", ({ round }) => round === index + 2)).payload;
    await expect(pupil.page.getByText(`Question ${index + 2} of ${questions.length}`).first()).toBeVisible();
    if (isLookedAt) await expectAccessible(pupil.page, `the phone's ${what}`);
    await answer(player);
    await player.seesAnswerIsIn();
    other.send("answer_submission", { questionId: asked.questionId, answer: given.answer.order ? { order: reversed(asked) } : given.answer });
    expect(await other.next("answer_result", ({ questionId }) => questionId === asked.questionId)).toMatchObject({ payload: { accepted: true } });
    if (ownStage.has(question.type)) await expectAccessible(stage, `the stage's ${what}`);
    await command("reveal");

    await late.next("question_closed", ({ questionId }) => questionId === asked.questionId);
    late.send("answer_submission", { questionId: asked.questionId, answer: given.answer.order ? { order: reversed(asked) } : given.answer });
    expect(await late.next("answer_result", ({ questionId }) => questionId === asked.questionId)).toMatchObject({ payload: { accepted: false } });
    const scored = verdict === "Right!";
    const standing = await other.next("your_standing", ({ questionId }) => questionId === asked.questionId);
    expect(standing.payload).toMatchObject({ points: given.points, ...(scored ? { correct: false } : {}) });
    expect("correct" in standing.payload).toBe(scored);
    await expect(pupil.page.getByRole("heading", { name: verdict })).toBeVisible();
    await expect(stage.getByText(told).first()).toBeVisible();
    if (isLookedAt) {
      await expectAccessible(pupil.page, `the phone's reveal of ${what}`);
      await expectAccessible(stage, `the stage's reveal of ${what}`);
    }
    await command("next");
  }
  // What is rude was counted, and shown to nobody.
  await expect(stage.getByText("fuck")).toHaveCount(0);
  await expect(pupil.page.getByText("6/6")).toBeVisible();
  await Promise.all([teacher, pupil].map(({ context }) => context.close()));
});

/** The worst order that can be made of the words, for whoever knows the right one. */
function reversed({ options }: Record<string, unknown>): number[] {
  const shown = Array.isArray(options) ? options : [];
  return ["go", "you", "did", "Where"].map((word) => shown.indexOf(word));
}
