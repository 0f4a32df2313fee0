import { readFile } from "node:fs/promises";
import { expect } from "@playwright/test";
import { z } from "zod";
import { stack } from "./stack";

const mail = z.object({ to: z.array(z.string()), content: z.string() });

/** The link in the newest letter to an address, as its owner finds it in their mail: the built product has sent it by SMTP. */
export async function linkInLetter(to: string, path: string): Promise<string> {
  let link: string | undefined;
  await expect(async () => {
    const lines = (await readFile(stack.mails?.file ?? "", "utf8")).split("\n").filter(Boolean);
    const own = lines.map((line) => mail.parse(JSON.parse(line))).filter((received) => received.to.includes(to));
    link = own.map(({ content }) => new RegExp(`https?://\\S+/${path}#[\\w-]+`).exec(plainText(content))?.[0]).findLast(Boolean);
    expect(link).toBeDefined();
  }).toPass();
  return link ?? "";
}

/** Mail breaks long lines, and writes what is no plain letter as a number. */
const plainText = (content: string) => content.replace(/=\r?\n/g, "").replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
