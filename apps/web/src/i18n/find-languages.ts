import { readdirSync } from "node:fs";

/** The folders of messages, for whoever builds or tests the product: in it, they are a constant (`locales.ts`). */
export const findLanguages = (messages: string): string[] =>
  readdirSync(messages, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name).toSorted();
