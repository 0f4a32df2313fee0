import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

/** One project a package, so that one can be run by its name: `pnpm vitest run --project engine`. */
const nodeProjects = [
  "packages/engine", "packages/realtime", "packages/broadcast", "packages/api", "packages/db", "packages/telemetry", "packages/mail", "packages/testing",
  "apps/ws-server", "apps/worker", "tooling/launcher", "tooling/load", "tooling/bench", "tooling/drills", "tooling/watching",
];

/**
 * Elsewhere the files of a project share a process and the modules loaded in it: loading them anew for each costs more than most
 * tests do. So no test there leaves anything behind in a module, a global or the environment.
 */
const ownProcessPerFile = ["tooling/launcher", "tooling/drills"];

/** Whose nodes move whatever game is due: games of other projects would not be left alone in the same Redis. */
const movesAnyGame = ["apps/ws-server"];

/**
 * Lines and statements that tests have to run: more where rules and running games are. What only Next itself calls in web
 * (pages, layouts, the server's start) counts as not run: the journeys in a browser run it, where this figure can't look.
 */
const percentOf = { "packages/engine": 90, "packages/realtime": 90, "packages/api": 90 } as Record<string, number>;
const coveredParts = ["engine", "realtime", "broadcast", "api", "db", "telemetry", "mail"].map((name) => `packages/${name}`).concat("apps/web", "apps/ws-server", "apps/worker");

export default defineConfig({
  test: {
    // Many tests wait for a process or for storage: one can go on while others wait, so there is one more than there are cores.
    maxWorkers: availableParallelism() + 1,
    globalSetup: ["./packages/testing/src/global-setup.ts"],
    projects: [
      ...nodeProjects.map((root) => ({
        test: {
          name: root.split("/").at(-1) ?? root,
          root,
          include: ["src/**/*.test.ts", "test/**/*.test.{ts,mjs}"],
          environment: "node",
          isolate: ownProcessPerFile.includes(root),
          testTimeout: 40_000,
          hookTimeout: 60_000,
          ...(movesAnyGame.includes(root) ? { globalSetup: [`${import.meta.dirname}/packages/testing/src/own-redis-setup.ts`] } : {}),
        },
      })),
      // Pages need a browser's objects and React.
      "apps/web/vitest.config.ts",
    ],
    coverage: {
      provider: "v8",
      // Pages for people cost as long as the tests of a package: nobody reads those of a check.
      reporter: process.env["CI"] ? ["json-summary"] : ["json-summary", "html"],
      reportsDirectory: "coverage",
      reportOnFailure: true,
      // The product; its tools have tests as well. Few patterns, as each is made anew for every file that was loaded.
      include: ["{packages,apps}/*/src/**/*.{ts,tsx}"],
      exclude: [
        "**/*.{test,types,generated}.{ts,tsx}", "packages/testing/**",
        // Programs: they are run as processes of their own, where this run's coverage can't look.
        "apps/{ws-server,worker}/src/{main,migrate,seed,boards,verify}.ts",
      ],
      thresholds: Object.fromEntries(coveredParts.map((part) => [`${part}/src/**`, { lines: percentOf[part] ?? 80, statements: percentOf[part] ?? 80 }])),
    },
  },
});
