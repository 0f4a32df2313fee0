import { chromium, expect, test } from "@playwright/test";
import { startFaultProxy } from "@quickfire/testing/network";
import { newPerson, phone } from "../support/desk";
import { openGame } from "../support/games";
import { Player } from "../support/player";
import { sampleQuiz } from "../support/sample-quiz";
import { stack } from "../support/stack";

const rough = { delayMs: 200, jitterMs: 60, lossRate: 0.03 } as const;

test("a game is played to its end where round trips take 400 ms and three in a hundred pieces are lost with their connections", async ({ launchOptions }, info) => {
  test.setTimeout(240_000);
  const [web, live] = await Promise.all([stack.webUrl, stack.wsUrl].map((address, index) => startFaultProxy({ target: { port: Number(new URL(address).port) }, seed: 7 + index })));
  if (!web || !live) throw new Error("two proxies were asked for");
  const through = [`MAP ${new URL(stack.webUrl).host} 127.0.0.1:${web.port}`, `MAP ${new URL(stack.wsUrl).host} 127.0.0.1:${live.port}`].join(",");
  const browser = await chromium.launch({ ...launchOptions, args: [...(launchOptions.args ?? []), `--host-resolver-rules=${through}`] });
  const game = await openGame({ countdown: 2, closeWhenAllAnswered: false }, sampleQuiz("A rough network", 60));
  const pupil = await newPerson(browser, { ...phone, baseURL: stack.webUrl });
  const player = new Player(pupil.page);
  const film = async (name: string) => void (await pupil.page.screenshot({ path: info.outputPath(`${name}.png`) }));
  const next = async (phase: string) => expect(async () => expect((await game.host.post<{ phase: string }>(`/games/${game.gameId}/next`)).body.phase).toBe(phase)).toPass();

  await player.join(game.pin, "Far away");
  await expect(pupil.page.getByText("You’re in, Far away")).toBeVisible();
  for (const proxy of [web, live]) for (const direction of ["up", "down"] as const) proxy.set(direction, rough);
  await film("1 lobby");
  await game.host.post(`/games/${game.gameId}/start`);
  await player.choose("run");
  await film("2 tapped");
  await player.seesAnswerIsIn();
  await film("3 in");
  await game.host.post(`/games/${game.gameId}/reveal`);
  await player.seesVerdict("Right!");
  await film("4 reveal");
  await next("standings");
  await expect(pupil.page.getByText("You are in front.").first()).toBeVisible();
  await film("5 standings");
  await next("countdown");
  await player.choose("cat");
  // The line breaks under a tap.
  for (const proxy of [web, live]) proxy.reset();
  await player.choose("horse");
  await player.lockIn();
  await player.seesAnswerIsIn();
  await film("6 in again");
  await game.host.post(`/games/${game.gameId}/reveal`);
  await player.seesVerdict("Right!");
  await game.host.post(`/games/${game.gameId}/end`);
  await expect(pupil.page.getByText("Ended early")).toBeVisible();
  await film("7 end");
  await browser.close();
  await Promise.all([web.close(), live.close()]);
});
