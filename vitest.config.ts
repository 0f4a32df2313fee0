import { resolve } from "node:path";
import { defineConfig } from "vitest/config";

/** One project a package, so that one can be run by its name: `pnpm vitest run --project engine`. */
const nodeProjects = [
  "packages/engine", "packages/realtime", "packages/broadcast", "packages/api", "packages/db", "packages/telemetry", "packages/testing",
  "apps/ws-server", "apps/worker", "tooling/launcher",
];

export default defineConfig({
  test: {
    globalSetup: ["./packages/testing/src/global-setup.ts"],
    projects: [
      ...nodeProjects.map((root) => ({
        test: {
          name: root.split("/").at(-1) ?? root,
          root,
          include: ["src/**/*.test.ts", "test/**/*.test.{ts,mjs}"],
          environment: "node",
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      })),
      {
        resolve: { alias: { "@": resolve(import.meta.dirname, "apps/web/src") } },
        test: {
          name: "web",
          root: "apps/web",
          include: ["src/**/*.test.{ts,tsx}", "test/**/*.test.{ts,tsx}"],
          // A file without a page says so in its first line: `// @vitest-environment node`.
          environment: "jsdom",
          testTimeout: 20_000,
        },
      },
    ],
  },
});
