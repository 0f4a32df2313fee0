import { writeFile } from "node:fs/promises";
import { chromium, expect, test } from "@playwright/test";
import { expectAccessible } from "../support/axe";
import { newPerson, phone, signIn } from "../support/desk";
import { openGame } from "../support/games";
import { sampleQuiz } from "../support/sample-quiz";
import { stack } from "../support/stack";

test("Quickfire can be put on a phone, says so itself where there is no network, and keeps nothing else on the device", async ({ browser }) => {
  const manifest = await (await fetch(`${stack.webUrl}/manifest.webmanifest`)).json();
  expect(manifest).toMatchObject({ name: "Quickfire", start_url: "/", display: "standalone" });
  for (const { src } of manifest.icons) expect((await fetch(new URL(src, stack.webUrl))).headers.get("content-type")).toBe("image/png");

  const { context, page } = await newPerson(browser, phone);
  await signIn(page);
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await context.setOffline(true);
  await page.goto("/games");
  await expect(page.getByRole("heading", { name: "No connection" })).toBeVisible();
  const kept = await page.evaluate(async () => {
    const shelves = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
    return (await Promise.all(shelves.map((shelf) => shelf.keys()))).flat().map(({ url }) => new URL(url).pathname);
  });
  expect(kept).toEqual(["/offline.html"]);

  await context.setOffline(false);
  await page.getByRole("link", { name: "Try again" }).click();
  await expect(page.getByRole("heading", { name: "Games", level: 1 })).toBeVisible();
  await context.close();
});

test("a phone's camera reads the code on the big screen, and is off again; without a camera the page says what to do", async ({ browser, launchOptions }, info) => {
  const game = await openGame({}, sampleQuiz("Filmed"));
  const teacher = await newPerson(browser, { viewport: { width: 1280, height: 720 } });
  await signIn(teacher.page);
  await teacher.page.goto(`/games/${game.gameId}/stage`);
  await expect(teacher.page.getByRole("img", { name: "QR code to join this game" })).toBeVisible();
  const film = info.outputPath("stage.mjpeg");
  await writeFile(film, await teacher.page.screenshot({ type: "jpeg", quality: 90 }));

  const filming = await chromium.launch({ ...launchOptions, args: [...(launchOptions.args ?? []), "--use-fake-device-for-media-stream", `--use-file-for-fake-video-capture=${film}`] });
  const refused = await newPerson(filming, { ...phone, baseURL: stack.webUrl });
  await refused.page.goto("/");
  await refused.page.getByRole("button", { name: "Scan the code" }).click();
  await expect(refused.page.getByText("The camera is blocked for this page.", { exact: false })).toBeVisible();
  await expectAccessible(refused.page, "a camera that was refused");
  await refused.page.getByRole("button", { name: "Type the code instead" }).click();
  await expect(refused.page.getByRole("button", { name: "Scan the code" })).toBeFocused();

  const pupil = await newPerson(filming, { ...phone, baseURL: stack.webUrl, permissions: ["camera"] });
  await pupil.page.addInitScript(() => {
    const devices = navigator.mediaDevices;
    const open = devices.getUserMedia.bind(devices);
    devices.getUserMedia = async (wanted) => Object.assign(window, { film: await open(wanted) }).film;
  });
  await pupil.page.goto("/");
  await pupil.page.getByRole("button", { name: "Scan the code" }).click();
  await pupil.page.waitForURL(`**/join/${game.pin}`);
  await expect(pupil.page.getByLabel("Your name in this game")).toBeVisible();
  expect(await pupil.page.evaluate(() => (window as unknown as { film: MediaStream }).film.getTracks().map(({ readyState }) => readyState))).toEqual(["ended"]);

  await game.host.post(`/games/${game.gameId}/end`);
  await Promise.all([teacher.context.close(), filming.close()]);
});
