import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const folder = fileURLToPath(new URL("..", import.meta.url));
const manifest = JSON.parse(readFileSync(`${folder}/package.json`, "utf8"));
const sources = readdirSync(`${folder}/src`).filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"));
const textOf = (name: string) => readFileSync(`${folder}/src/${name}`, "utf8");

it("stands by itself: it imports its peers, Node and itself", () => {
  const imported = sources.flatMap((name) => [...textOf(name).matchAll(/(?:from|import\()\s*"([^"]+)"/g)].map(([, path]) => path ?? ""));
  const foreign = imported.filter((path) => !path.startsWith("./") && !path.startsWith("node:"));
  const packages = foreign.map((path) => path.split("/").slice(0, path.startsWith("@") ? 2 : 1).join("/"));
  expect([...new Set(packages)].sort()).toEqual(Object.keys(manifest.peerDependencies).sort());
  expect(manifest.dependencies).toBeUndefined();
});

it("knows nothing of quizzes", () => {
  const words = /\b(quiz|quizzes|game|player|participant|host|question|answer|score|standing|leaderboard|lobby)s?\b/i;
  for (const name of sources) expect(textOf(name), name).not.toMatch(words);
});

it("says what it does of everything that it exports", () => {
  const exported = [...textOf("index.ts").matchAll(/\{([^}]+)\}/g)].flatMap(([, names]) => (names ?? "").split(",").map((name) => name.replace("type ", "").trim()));
  const all = sources.map(textOf).join("\n");
  const undocumented = exported.filter((name) => !new RegExp(`\\*/\nexport (?:class|function|const|interface|type) ${name}\\b`).test(all));
  expect(undocumented).toEqual([]);
});
