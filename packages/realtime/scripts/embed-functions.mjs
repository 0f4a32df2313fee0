// Writes the Lua files into a TypeScript module, so that every bundler takes them along. Run it after changing one of them:
// pnpm --filter @quickfire/realtime embed
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../src/functions", import.meta.url));
export const target = join(folder, "function-sources.generated.ts");

export function embedFunctions() {
  const paths = readdirSync(folder, { recursive: true })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".lua"))
    .sort();
  const entries = paths.map((path) => `  ${JSON.stringify(path)}: ${JSON.stringify(readFileSync(join(folder, path), "utf8"))},`);
  return [
    "// Made from the .lua files beside it by scripts/embed-functions.mjs; a test fails where the two differ.",
    "export const functionSources: Readonly<Record<string, string>> = {",
    ...entries,
    "};",
    "",
  ].join("\n");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(target, embedFunctions());
