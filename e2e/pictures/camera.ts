import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { laptop, phone, projector } from "../support/desk";

const folder = join(import.meta.dirname, "../test-results/pictures");
const sizes = { phone, laptop, projector };
type Size = keyof typeof sizes;

/** The same screen as it is for somebody who reads English, and for somebody who reads Vietnamese. */
export type Readers = Record<"en" | "vi", Page>;

/** Takes each screen in every size, light and dark, in both languages. */
export async function picture(name: string, readers: Readers): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const [language, page] of Object.entries(readers)) {
    const before = page.viewportSize();
    for (const [size, { viewport }] of Object.entries(sizes)) {
      await page.setViewportSize(viewport);
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        await page.screenshot({ path: join(folder, `${name} ${size} ${colorScheme} ${language}.png`), animations: "disabled" });
      }
    }
    if (before) await page.setViewportSize(before);
  }
}

/** One page with all pictures that were taken: a row for each screen. */
export function writeContactSheet(): void {
  const files = readdirSync(folder).filter((file) => file.endsWith(".png")).toSorted();
  const rows = new Map<string, string[]>();
  for (const file of files) {
    const name = file.replace(/ (?:phone|laptop|projector) (?:light|dark) .*$/, "");
    rows.set(name, [...(rows.get(name) ?? []), file]);
  }
  const widthOf = (file: string) => ({ phone: 130, laptop: 320, projector: 380 })[/ (phone|laptop|projector) (?:light|dark) /.exec(file)?.[1] as Size];
  const shown = [...rows].map(([name, taken]) => `<h2>${name}</h2><p>${taken.map((file) => `<a href="${file}"><img src="${file}" width="${widthOf(file)}" alt="${file}"></a>`).join("\n")}</p>`);
  writeFileSync(join(folder, "index.html"), `<!doctype html><meta charset="utf-8"><title>Contact sheet</title><style>body{background:#777;font-family:sans-serif}p{display:flex;flex-wrap:wrap;gap:8px}</style>${shown.join("\n")}`);
}
