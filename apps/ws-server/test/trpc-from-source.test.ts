import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { expect, it } from "vitest";
import { trpcFromSource } from "../trpc-from-source.mjs";

const bundle = (plugin: ReturnType<typeof trpcFromSource>) =>
  build({
    stdin: { contents: 'export { initTRPC } from "@trpc/server";\nexport { applyWSSHandler } from "@trpc/server/adapters/ws";\n', resolveDir: fileURLToPath(new URL("..", import.meta.url)) },
    bundle: true, write: false, metafile: true, platform: "node", target: "node20", format: "esm", logLevel: "silent", plugins: [plugin],
  });

const partsOf = ({ metafile }: Awaited<ReturnType<typeof bundle>>, folder: string) => Object.keys(metafile.inputs).filter((path) => path.includes(`/@trpc/server/${folder}/`));

it("builds tRPC from the TypeScript that it ships", async () => {
  const built = await bundle(trpcFromSource());
  expect(built.warnings).toEqual([]);
  expect(partsOf(built, "dist")).toEqual([]);
  expect(partsOf(built, "src").length).toBeGreaterThan(10);
});

it("says so and takes the published build where that TypeScript is not there any more", async () => {
  const built = await bundle(trpcFromSource("/nowhere"));
  expect(built.warnings.map(({ text }) => text)).toEqual([expect.stringContaining("@trpc/server has no source"), expect.stringContaining("@trpc/server/adapters/ws has no source")]);
  expect(partsOf(built, "src")).toEqual([]);
  expect(partsOf(built, "dist").length).toBeGreaterThan(0);
});
