import { expect, test } from "@playwright/test";
import { newPerson, phone, signIn } from "../support/desk";
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
