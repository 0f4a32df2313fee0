import { type Browser, expect, type Page, test } from "@playwright/test";
import { bringCrowd } from "../support/crowd";
import { laptop, newPerson, phone, projector, signIn } from "../support/desk";
import { openGame } from "../support/games";
import type { PlainPlayer } from "../support/plain-player";
import { Player } from "../support/player";
import { demo, stack } from "../support/stack";
import { picture, type Readers, writeContactSheet } from "./camera";
import { answersOfACrowd, quizOfAllTypes } from "./quiz-of-all-types";

test.setTimeout(900_000);
test.afterAll(writeContactSheet);

/** From now on the page's reader reads Vietnamese. */
async function inVietnamese(page: Page): Promise<void> {
  await page.context().addCookies([{ name: "quickfire.locale", value: "vi", url: stack.webUrl }]);
}

/** Two signed-in people, each with the page in their language. */
async function readersSignedIn(browser: Browser, email: string, size: Parameters<typeof newPerson>[1]): Promise<Readers> {
  const [en, vi] = [await newPerson(browser, size), await newPerson(browser, size)];
  await signIn(en.page, email);
  await signIn(vi.page, email);
  await inVietnamese(vi.page);
  return { en: en.page, vi: vi.page };
}

async function both(readers: Readers, act: (page: Page) => Promise<unknown>): Promise<void> {
  await Promise.all(Object.values(readers).map(act));
}

/** All that comes has come; a page that is told things all the time never falls silent. */
const open = (readers: Readers, path: string) => both(readers, async (page) => {
  await page.goto(path);
  await page.waitForLoadState("networkidle", { timeout: 4_000 }).catch(() => undefined);
});

/** As soon as the question is open, by the server's clock. */
async function answerRound(player: PlainPlayer, round: number, answers: unknown[], place: number): Promise<void> {
  const { questionId, startTime } = (await player.next("new_question", (payload) => payload["round"] === round)).payload;
  await new Promise((resolve) => setTimeout(resolve, Date.parse(String(startTime)) - Date.now()));
  for (;;) {
    player.messages.length = 0;
    player.send("answer_submission", { questionId, answer: answers[place % answers.length] });
    const { payload } = await player.next("answer_result", (result) => result["questionId"] === questionId);
    if (payload["reason"] !== "TOO_EARLY") return;
  }
}

test("the pages of authors, learners and admins", async ({ browser }) => {
  const author = await readersSignedIn(browser, demo.author, laptop);
  const { quizId } = await openGame({}, quizOfAllTypes);
  for (const [name, path] of [["library", "/library"], ["games", "/games"], ["editor", `/quizzes/${quizId}/edit`], ["homework", "/assignments"], ["boards", "/boards"], ["league", "/league"], ["account", "/account"]] as const) {
    await open(author, path);
    await picture(`desk ${name}`, author);
  }
  const learner = await readersSignedIn(browser, demo.learner, phone);
  await open(learner, "/learn");
  await picture("desk learning", learner);
  const admin = await readersSignedIn(browser, demo.admin, laptop);
  for (const [name, path] of [["review", "/admin/review"], ["users", "/admin/users"], ["audit", "/admin/audit"], ["running games", "/admin/games"], ["what is kept", "/admin/kept"]] as const) {
    await open(admin, path);
    await picture(`admin ${name}`, admin);
  }
  const nobody: Readers = { en: (await newPerson(browser, phone)).page, vi: (await newPerson(browser, phone)).page };
  await inVietnamese(nobody.vi);
  for (const [name, path] of [["join", "/"], ["sign in", "/signin"], ["sign up", "/signup"]] as const) {
    await open(nobody, path);
    await picture(`door ${name}`, nobody);
  }
});

test("a game of all types, on phone, desk and stage", async ({ browser }) => {
  const game = await openGame({ countdown: 0, leaderboard: "reveal" }, quizOfAllTypes);
  const command = (name: string) => game.host.post(`/games/${game.gameId}/${name}`, {});
  const desk = await readersSignedIn(browser, demo.author, laptop);
  await open(desk, `/games/${game.gameId}/host`);
  const stage: Readers = { en: await desk.en.context().newPage(), vi: await desk.vi.context().newPage() };
  await both(stage, (page) => page.setViewportSize(projector.viewport));
  await open(stage, `/games/${game.gameId}/stage`);
  const phones: Readers = { en: (await newPerson(browser, phone)).page, vi: (await newPerson(browser, phone)).page };
  await phones.en.goto(`/join/${game.pin}`);
  await expect(phones.en.getByLabel("Your name in this game")).toBeVisible();
  await picture("phone name", { en: phones.en, vi: phones.en });
  await new Player(phones.en).join(game.pin, "Kwame");
  await new Player(phones.vi).join(game.pin, "Nguyễn Phương Thảo Quyên");
  await inVietnamese(phones.vi);
  await phones.vi.reload();
  const crowd = await bringCrowd(game.pin, 12);
  await expect(stage.en.getByText("Player 12")).toBeVisible();
  await picture("phone lobby", phones);
  await picture("desk lobby", desk);
  await picture("stage lobby", stage);

  await command("start");
  for (const [index, { type }] of quizOfAllTypes.questions.entries()) {
    const round = index + 1;
    await expect(phones.en.getByText(`Question ${round} of ${quizOfAllTypes.questions.length}`).first()).toBeVisible();
    if (type !== "slide") {
      await Promise.all(crowd.map((player, place) => answerRound(player, round, answersOfACrowd[type] ?? [], place)));
    }
    await picture(`phone ${type}`, phones);
    await picture(`stage ${type}`, stage);
    if (type === "choice") await picture("desk question", desk);
    await command("reveal");
    if (type === "slide") continue;
    await expect(phones.en.getByRole("heading", { name: /^(?:No answer|What you all said)$/ })).toBeVisible();
    await picture(`phone ${type} reveal`, phones);
    await picture(`stage ${type} reveal`, stage);
    await command("next");
    if ((await game.host.get<{ phase: string }>(`/games/${game.gameId}`)).body.phase !== "standings") continue;
    if (type === "choice") {
      await expect(phones.en.getByRole("list", { name: "Standings around you" })).toBeVisible();
      await picture("phone standings", phones);
      await picture("stage standings", stage);
      await picture("desk standings", desk);
    }
    await command("next");
  }
  await expect(stage.en.getByRole("heading", { name: quizOfAllTypes.title })).toBeVisible();
  await picture("phone result", phones);
  await picture("stage podium", stage);
  await command("next");
  await open(desk, `/games/${game.gameId}/report`);
  await picture("desk report", desk);
  for (const player of crowd) await player.close();
});
