import { rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { buildProduct } from "../src/checkout/build.mjs";
import { installPackages } from "../src/checkout/install.mjs";
import { prepareCheckout } from "../src/checkout/prepare.mjs";
import { createFakeCheckout, thatBuilds } from "./fake-checkout.mjs";

describe("installing", () => {
  const install = (/** @type {ReturnType<typeof createFakeCheckout>} */ { context }) => installPackages({ ...context, pnpm: "pnpm", pauseMs: 1 });

  it("is done once for a lockfile", async () => {
    const checkout = createFakeCheckout();
    await install(checkout);
    await install(checkout);
    expect(checkout.calls()).toEqual(["pnpm install --frozen-lockfile"]);
    checkout.write("pnpm-lock.yaml", "other");
    await install(checkout);
    expect(checkout.calls()).toHaveLength(2);
  });

  it("is tried again after a broken download", async () => {
    const checkout = createFakeCheckout({ pnpm: "[ -e tried ] && exit 0; echo > tried; echo ERR_PNPM_FETCH broken; exit 1" });
    await install(checkout);
    expect(checkout.said).toEqual(["Installing packages", "Installing again, after ERR_PNPM_FETCH broken"]);
  });

  it("says what pnpm said when it can't be done, and not at once where trying again can't help", async () => {
    const broken = createFakeCheckout({ pnpm: "echo the network is away; echo ERR_PNPM_FETCH broken; exit 1" });
    await expect(install(broken)).rejects.toThrow("The packages could not be installed: ERR_PNPM_FETCH broken");
    expect(broken.calls()).toHaveLength(4);
    expect(broken.said).toContain("the network is away");
    const outdated = createFakeCheckout({ pnpm: "echo ERR_PNPM_OUTDATED_LOCKFILE; exit 1" });
    await expect(install(outdated)).rejects.toThrow("ERR_PNPM_OUTDATED_LOCKFILE");
    expect(outdated.calls()).toHaveLength(1);
  });
});

describe("building", () => {
  it("is done once for the same sources, and again where its outcome is gone", async () => {
    const checkout = createFakeCheckout({ tools: { turbo: thatBuilds } });
    await buildProduct(checkout.context);
    await buildProduct(checkout.context);
    expect(checkout.calls()).toHaveLength(1);
    checkout.write("apps/web/src/page.tsx", "new");
    await buildProduct(checkout.context);
    expect(checkout.calls()).toHaveLength(2);
    rmSync(join(checkout.checkoutDir, "apps/web/.next"), { recursive: true });
    await buildProduct(checkout.context);
    expect(checkout.calls()).toHaveLength(3);
  });

  it("shows the last lines of one that failed, and does not take it for done", async () => {
    const checkout = createFakeCheckout({ tools: { turbo: "echo 'page.tsx: no such thing'; exit 1" } });
    await expect(buildProduct(checkout.context)).rejects.toThrow("The build failed; its last lines are above.");
    expect(checkout.said).toContain("page.tsx: no such thing");
    await expect(buildProduct(checkout.context)).rejects.toThrow("The build failed");
  });
});

describe("a checkout", () => {
  it("is prepared by one start at a time; the other then finds it done", async () => {
    const checkout = createFakeCheckout({ tools: { turbo: `sleep 0.3; ${thatBuilds}` } });
    const prepare = () => prepareCheckout({ ...checkout.context, builds: true });
    await Promise.all([prepare(), prepare()]);
    expect(checkout.calls().map((line) => line.split(" ")[0])).toEqual(["pnpm", "turbo"]);
    expect(checkout.said).toContain("Waiting for another start to install and build");
  });
});
