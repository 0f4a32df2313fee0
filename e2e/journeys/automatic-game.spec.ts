import { expect, test } from "@playwright/test";
import { newPerson, phone } from "../support/desk";
import { openGame } from "../support/games";
import { Player } from "../support/player";
import { sampleQuiz } from "../support/sample-quiz";

test("an automatic game starts after the third player and walks to its end by itself", async ({ browser }) => {
  test.setTimeout(180_000);
  const quiz = sampleQuiz("Automatic", 20);
  const game = await openGame({ start: "auto", pace: "auto", countdown: 1, feedback: "instant", leaderboard: "live" }, { ...quiz, questions: quiz.questions.slice(0, 1) });
  const people = await Promise.all([1, 2, 3].map(() => newPerson(browser, phone)));
  const players = people.map(({ page }) => new Player(page));
  for (const [index, player] of players.entries()) await player.join(game.pin, `Player ${index + 1}`);
  const [first, second, third] = players as [Player, Player, Player];
  await expect(first.page.getByText(/The game starts in \d seconds?/).first()).toBeVisible();

  await first.choose("run");
  // With instant feedback one knows at once.
  await expect(first.page.getByText(/^Right! \+/).first()).toBeVisible();
  await second.choose("blue");
  await expect(second.page.getByText("Not this time").first()).toBeVisible();
  await third.choose("run");
  await first.seesVerdict("Right!");
  await expect(first.page.getByText("Final result")).toBeVisible({ timeout: 60_000 });
  await Promise.all(people.map(({ context }) => context.close()));
});
