import { expect, test } from "@playwright/test";
import { expectAccessible } from "../support/axe";
import { laptop, newPerson, phone, projector, signIn } from "../support/desk";
import { openGame } from "../support/games";
import { Host } from "../support/host";
import { Player } from "../support/player";
import { sampleQuiz } from "../support/sample-quiz";

test("a host mends what went wrong: a rude name, too little time for one of them, a result passed too fast, and a question that was wrong, from desk, stage and phone", async ({ browser }) => {
  test.setTimeout(120_000);
  const game = await openGame({ countdown: 0, closeWhenAllAnswered: false }, sampleQuiz("Host mends", 60));
  const [teacher, remote, pupil] = await Promise.all([newPerson(browser, laptop), newPerson(browser, phone), newPerson(browser, phone)]);
  await Promise.all([signIn(teacher.page), signIn(remote.page)]);
  const stage = await teacher.context.newPage();
  await stage.setViewportSize(projector.viewport);
  const [desk, inHand, player] = [new Host(teacher.page), new Host(remote.page), new Player(pupil.page)];
  await Promise.all([desk.page.goto(`/games/${game.gameId}/host`), inHand.page.goto(`/games/${game.gameId}/host`), stage.goto(`/games/${game.gameId}/stage`)]);
  await player.join(game.pin, "Not a name");
  await expect(stage.getByText("Not a name").first()).toBeVisible();

  await desk.button("Rename Not a name").click();
  await desk.page.getByLabel("New name").fill("Mai");
  await desk.button("Rename", true).click();
  await expect(player.page.getByText("You’re in, Mai")).toBeVisible();
  await expect(stage.getByText("Mai", { exact: true }).first()).toBeVisible();
  await expect(inHand.button("Rename Mai")).toBeVisible();

  await desk.button("Time for Mai").click();
  await desk.page.getByText("2×", { exact: true }).click();
  await expectAccessible(desk.page, "the time that somebody gets");
  await desk.page.keyboard.press("Escape");
  await expect(inHand.page.getByText("2×", { exact: true })).toBeVisible();
  await expect(stage.getByText("2×")).toBeHidden();

  await stage.bringToFront();
  await stage.keyboard.press("Space");
  await expect(player.page.getByRole("timer"), "twice the 60 seconds").toHaveAccessibleName(/^1[01]\d seconds left$/);
  await player.choose("run");
  await player.seesAnswerIsIn();
  await inHand.step("Reveal");
  await player.seesVerdict("Right!");
  await desk.step("Standings");
  await expect(stage.getByRole("heading", { name: "Standings" })).toBeVisible();
  await stage.keyboard.press("ArrowLeft");
  await player.seesVerdict("Right!");

  await inHand.button("Void question…").click();
  await expectAccessible(inHand.page, "the question whether to void");
  await inHand.button("Void the question").click();
  await expect(player.page.getByRole("heading", { name: "Taken back" })).toBeVisible();
  await expect(stage.getByText("Question 1 was taken back. It counts for nobody.")).toBeVisible();
  await expectAccessible(player.page, "a question that was taken back");
  await expectAccessible(stage, "the stage's question that was taken back");
  await desk.step("Standings");
  await expect(stage.getByText("Question 1 was taken back. It counts for nobody.")).toBeVisible();

  // From the phone: what was asked stands on the wall once more, through a reload, until a host at any desk is done with it.
  const asked = stage.getByRole("heading", { name: "Which word is a verb?" });
  await inHand.button("Earlier results…").click();
  await expectAccessible(inHand.page, "the results that can be shown again");
  await inHand.page.getByRole("dialog").getByRole("button", { name: /Which word is a verb/ }).click();
  await expect(asked).toBeVisible();
  await stage.reload();
  await expect(asked).toBeVisible();
  await expect(player.page.getByText("Which word is a verb?")).toBeHidden();
  await expect(desk.page.getByText("The stage shows question 1 again.")).toBeVisible();
  await desk.button("Back to the game").click();
  await expect(stage.getByRole("heading", { name: "Standings" })).toBeVisible();
  await stage.keyboard.press("q");
  await expect(stage.getByRole("img", { name: "QR code to join this game" })).toBeVisible();
  await expectAccessible(stage, "the QR code over the whole stage");

  await game.host.post(`/games/${game.gameId}/end`);
  type Report = { verified: boolean; participants: { name: string; score: number }[]; questions: { skipped?: boolean }[] };
  await expect.poll(async () => (await game.host.get<Report>(`/games/${game.gameId}/report`)).body).toMatchObject({
    verified: true, participants: [{ name: "Mai", score: 0 }], questions: [{ skipped: true }],
  });
  await Promise.all([teacher, remote, pupil].map(({ context }) => context.close()));
});
