import { defineConfig } from "@playwright/test";
import { stack } from "./support/stack";

/** Runs against a stack that is already up: `npm test` starts one with two ws-servers and says where by environment. */
export default defineConfig({
  testDir: ".",
  testMatch: ["contract/**/*.spec.ts", "journeys/**/*.spec.ts"],
  outputDir: "test-results",
  globalSetup: "./support/receive-mails.ts",
  fullyParallel: false,
  // Journeys wait for countdowns and the ends of questions: one goes on while another does.
  workers: 2,
  forbidOnly: true,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: process.env["CI"] ? [["list"], ["json", { outputFile: "test-results/report.json" }]] : [["list"]],
  use: {
    baseURL: stack.webUrl,
    locale: "en-GB",
    // A picture of the page after each step costs more than the step: `playwright test --trace on` shows one journey's.
    trace: "off",
    launchOptions: {
      ...(stack.chromiumPath ? { executablePath: stack.chromiumPath } : {}),
      args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
    },
  },
});
