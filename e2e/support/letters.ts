import { readFile } from "node:fs/promises";
import { expect } from "@playwright/test";
import { stack } from "./stack";

/** The link in the newest letter to an address, as its owner would find it in the mail: a stack without a mail server prints letters to web's log. */
export async function linkInLetter(to: string, path: string): Promise<string> {
  let link: string | undefined;
  await expect(async () => {
    const lines = (await readFile(stack.webLog ?? "", "utf8")).split("\n").filter((line) => line.includes(`"to":"${to}"`));
    link = lines.map((line) => new RegExp(`https?://[^\\s"\\\\]+/${path}#[\\w-]+`).exec(line)?.[0]).findLast(Boolean);
    expect(link).toBeDefined();
  }).toPass();
  return link ?? "";
}
