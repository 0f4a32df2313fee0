import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkoutDir } from "../src/checkout/checkout-dir.mjs";
import { makeTemporaryFolder } from "./temporary-folder.mjs";

/**
 * The names of the rules that a file breaks.
 *
 * @param {Record<string, string>} files
 */
function lint(files) {
  const root = makeTemporaryFolder();
  cpSync(join(checkoutDir, ".oxlintrc.json"), join(root, ".oxlintrc.json"));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const { stdout } = spawnSync(join(checkoutDir, "node_modules/.bin/oxlint"), ["--format", "json"], { cwd: root, encoding: "utf8" });
  /** @type {{ diagnostics: { code: string }[] }} */
  const report = JSON.parse(stdout);
  return report.diagnostics.map(({ code }) => code);
}

const restricted = "eslint(no-restricted-imports)";
const uses = (/** @type {string} */ name) => `import { it } from "${name}";\nexport const used = it;\n`;

describe("the boundaries between the parts", () => {
  it.each([
    ["packages/engine/src/a.ts", "@quickfire/telemetry"],
    ["packages/engine/src/a.ts", "node:crypto"],
    ["packages/broadcast/src/a.ts", "@quickfire/engine"],
    ["packages/telemetry/src/a.ts", "@quickfire/engine"],
    ["packages/realtime/src/deep/a.ts", "@quickfire/db"],
    ["packages/db/src/a.ts", "@quickfire/realtime"],
    ["packages/db/src/a.ts", "ioredis"],
    ["packages/api/src/a.ts", "next/headers"],
    ["apps/ws-server/src/a.ts", "@quickfire/db"],
    ["apps/ws-server/src/a.ts", "postgres"],
    ["apps/worker/src/a.ts", "@quickfire/api"],
    ["apps/web/src/ui/a.tsx", "@quickfire/db"],
    ["apps/web/src/ui/a.tsx", "@quickfire/realtime"],
    ["apps/web/src/server/a.ts", "@quickfire/testing"],
    ["packages/realtime/src/a.ts", "@quickfire/testing"],
  ])("%s may not import %s", (path, name) => {
    expect(lint({ [path]: uses(name) })).toEqual([restricted]);
  });

  it.each([
    ["packages/engine/src/a.ts", "zod"],
    ["packages/realtime/src/a.ts", "@quickfire/engine"],
    ["packages/realtime/src/a.test.ts", "@quickfire/testing"],
    ["apps/web/src/server/a.ts", "@quickfire/db"],
  ])("%s may import %s", (path, name) => {
    expect(lint({ [path]: uses(name) })).toEqual([]);
  });

  it("let the browser's code have types of the server", () => {
    expect(lint({ "apps/web/src/ui/a.tsx": 'import type { AppRouter } from "@quickfire/api";\nexport type Router = AppRouter;\n' })).toEqual([]);
  });

  it("leave no room for two files that import each other", () => {
    const codes = lint({
      "packages/engine/src/a.ts": 'import { b } from "./b";\nexport const a = () => b;\n',
      "packages/engine/src/b.ts": 'import { a } from "./a";\nexport const b = () => a;\n',
    });
    expect(new Set(codes)).toEqual(new Set(["import(no-cycle)"]));
  });

  it("keep the environment in env.ts", () => {
    const text = "export const port = process.env.PORT;\n";
    expect(lint({ "apps/worker/src/a.ts": text })).toEqual(["eslint(no-restricted-properties)"]);
    expect(lint({ "apps/worker/src/env.ts": text })).toEqual([]);
  });
});
