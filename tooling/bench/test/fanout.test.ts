import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { z } from "zod";

const spread = z.object({ median: z.number().positive(), min: z.number().positive(), max: z.number().positive() });
const variant = z.object({ label: z.string(), cpuMicrosPerMessage: spread, cpuMicrosPerMessagePaired: spread, delivered: z.literal(180), generatorShareOfCore: z.number(), serverShareOfCore: z.number() });
const report = z.object({
  bench: z.literal("fanout"),
  machine: z.object({ node: z.string(), cpus: z.int() }),
  variants: z.object({ quickfire: variant, stockTrpc: variant, socketIo: variant, preframed: variant }),
  ratios: z.object({ stockTrpcOverQuickfire: z.number(), socketIoOverQuickfire: z.number(), quickfireOverPreframed: z.number() }),
  lost: z.tuple([]),
});

it("measures every variant side by side, and ends with its figures as one line of JSON", async () => {
  const bench = fileURLToPath(new URL("../bench.mjs", import.meta.url));
  const child = spawn(process.execPath, [bench, "fanout", "--subscribers", "20", "--rounds", "1", "--messages", "3", "--json"], { stdio: ["ignore", "pipe", "inherit"] });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (output += text));
  const [code] = await once(child, "close");
  expect(code).toBe(0);
  expect(() => report.parse(JSON.parse(output.trim().split("\n").at(-1) ?? ""))).not.toThrow();
}, 60_000);
