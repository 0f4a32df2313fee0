import { expect, test } from "@playwright/test";
import { expectAccessible } from "../support/axe";
import { laptop, newPerson, phone, signIn } from "../support/desk";
import { openGame } from "../support/games";
import { PlainPlayer } from "../support/plain-player";
import { Player } from "../support/player";
import { RestClient } from "../support/rest-client";
import { sampleQuiz } from "../support/sample-quiz";
import { demo } from "../support/stack";

/** A live game in which the only player gets the first question and the last one wrong. */
async function playedGame(title: string): Promise<{ gameId: string }> {
  const quiz = sampleQuiz(title, 60);
  const [choice, , , typed] = quiz.questions;
  const { host, gameId, pin } = await openGame({ countdown: 0 }, { ...quiz, questions: [choice, typed] });
  const joined = await new RestClient().post<Parameters<typeof PlainPlayer.open>[0]>(`/quizzes/${pin}/join`, { participantName: "Kwame" });
  const player = await PlainPlayer.open(joined.body);
  for (const [command, answer] of [["start", { selectedOption: "slow" }], ["next", { answer: { text: "goed" } }]] as const) {
    await host.post(`/games/${gameId}/${command}`);
    if (command === "next") await host.post(`/games/${gameId}/next`);
    const { payload } = await player.next("new_question", ({ round }) => round === (command === "start" ? 1 : 2));
    await expect.poll(() => Date.now() >= Date.parse(String(payload.startTime))).toBe(true);
    player.send("answer_submission", { questionId: payload.questionId, ...answer });
    await player.next("question_closed", ({ questionId }) => questionId === payload.questionId);
  }
  await host.post(`/games/${gameId}/end`);
  player.cut();
  return { gameId };
}

test("what a class missed becomes homework that a learner takes on a phone, and mistakes to practise", async ({ browser }) => {
  test.setTimeout(120_000);
  const title = `Missed words ${Date.now()}`;
  const { gameId } = await playedGame(title);

  const teacher = await newPerson(browser, laptop);
  await signIn(teacher.page);
  await teacher.page.goto(`/games/${gameId}/report`);
  await teacher.page.getByRole("tab", { name: "Questions" }).click();
  await expect(teacher.page.getByLabel("Wrong for at least")).toHaveValue("40");
  await teacher.page.getByRole("button", { name: "Assign what was missed" }).click();
  const link = await teacher.page.getByLabel("Link for your class").inputValue();
  await expectAccessible(teacher.page, "the report with its homework");

  const learner = await newPerson(browser, phone);
  await signIn(learner.page, demo.learner);
  await learner.page.goto(link);
  await expect(learner.page.getByRole("heading", { name: title })).toBeVisible();
  await expectAccessible(learner.page, "homework before it is begun");
  const player = new Player(learner.page);
  await learner.page.getByRole("button", { name: "Begin" }).click();
  await expect(player.tile("run")).toBeEnabled();
  await expectAccessible(learner.page, "a question at one's own pace");
  await learner.page.reload();
  await learner.page.getByRole("button", { name: "Go on" }).click();
  await player.choose("blue");
  await player.seesVerdict("Not this time");
  await expectAccessible(learner.page, "what a question taught");
  await learner.page.getByRole("button", { name: "Next question" }).click();
  await player.type("Went");
  await player.lockIn();
  await player.seesVerdict("Right!");
  await learner.page.getByRole("button", { name: "See your result" }).click();
  await expect(learner.page.getByText("1 of 2", { exact: true })).toBeVisible();
  await expectAccessible(learner.page, "the result of an attempt");

  await learner.page.getByRole("link", { name: "Practise your mistakes" }).click();
  await player.choose("run");
  await player.seesVerdict("Right!");
  await expect(learner.page.getByText("Once more tomorrow, then it is off your list.")).toBeVisible();
  await learner.page.goto("/learn");
  await expect(learner.page.getByText(title).first()).toBeVisible();
  await expectAccessible(learner.page, "a learner's own page");

  await teacher.page.getByRole("link", { name: "Open the homework" }).click();
  await expect(teacher.page.getByRole("row", { name: /Demo learner.*1 \/ 2/ })).toBeVisible();
  await expectAccessible(teacher.page, "the results of homework");
  await Promise.all([teacher, learner].map(({ context }) => context.close()));
});
