import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { embedFunctions, target } from "../../scripts/embed-functions.mjs";
import type { FunctionDefinition } from "../define-function";
import * as definitions from "./definitions";
import * as boardDefinitions from "./board-definitions";
import * as recoveryDefinitions from "./recovery-definitions";

const folder = import.meta.dirname;
const files = readdirSync(folder).filter((name) => name.endsWith(".lua"));
const sourceOf = (name: string) => readFileSync(join(folder, `${name}.lua`), "utf8");
const all: FunctionDefinition[] = [...Object.values(definitions), ...Object.values(recoveryDefinitions), ...Object.values(boardDefinitions)];

/** The names in a list such as `lib.bind(keys, { 'game', 'people' })`. */
function namesIn(source: string, call: RegExp): string[] | null {
  const list = new RegExp(`${call.source}\\s*\\{([^}]*)\\}`).exec(source)?.[1];
  return list === undefined ? null : [...list.matchAll(/'([^']+)'/g)].map(([, name]) => name ?? "");
}

it("has a definition for each .lua file, and a file for each definition", () => {
  expect(all.map(({ name }) => `${name}.lua`).sort()).toEqual([...files].sort());
});

it("embeds the .lua files as they are", () => {
  expect(readFileSync(target, "utf8"), "run: pnpm --filter @quickfire/realtime embed").toBe(embedFunctions());
});

it.each(all)("$name names its keys and arguments as its definition does", ({ name, keys, args, each }) => {
  const source = sourceOf(name);
  expect(namesIn(source, /lib\.bind\(keys,/)).toEqual([...keys]);
  expect(namesIn(source, /lib\.bind\(args,/)).toEqual(Object.keys(args.shape));
  expect(namesIn(source, /lib\.(?:records|columns)\(args, \d+,/)).toEqual(each ? Object.keys(each.shape) : null);
  if (each) expect(Number(/lib\.(?:records|columns)\(args, (\d+),/.exec(source)?.[1])).toBe(Object.keys(args.shape).length);
});

it.each(all)("$name fails with the codes of its definition and no other", ({ name, failures }) => {
  const source = sourceOf(name);
  const promised = /^Failures: (.*)$/m.exec(source)?.[1] ?? "";
  const inHeader = promised.match(/\b[A-Z][A-Z_]+\b/g) ?? [];
  expect([...inHeader].sort()).toEqual(Object.keys(failures).sort());
  const inCode = [...source.matchAll(/lib\.reply\.fail\('([A-Z_]+)'\)/g)].map(([, code]) => code);
  for (const code of inCode) expect(Object.keys(failures)).toContain(code);
  for (const code of Object.keys(failures)) expect(source).toContain(`'${code}'`);
});

it.each(all)("$name begins with its contract and is registered under its name", ({ name, readOnly = false, recovers = false }) => {
  const source = sourceOf(name);
  for (const part of ["Keys:", "Args:", "Returns:", "Failures:", "Events:", "Log:"]) expect(source.slice(0, source.indexOf("]]"))).toContain(`\n${part}`);
  const options = [...(readOnly ? ["read_only = true"] : []), ...(recovers ? ["recovers = true"] : [])].join(", ");
  expect(source).toContain(`lib.register('${name}', ${name}${options ? `, { ${options} }` : ""})`);
});
