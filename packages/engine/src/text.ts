import { z } from "zod";

/** Controls other than tab and line breaks, and halves of surrogate pairs: neither JSON in Postgres nor a screen can keep them. */
const forbidden = /(?![\t\n\r])[\p{Cc}\p{Cs}]/u;

const characters = (text: string): number => [...text].length;

const tidyLines = (text: string): string => text.normalize("NFC").replace(/\r\n?/g, "\n").trim();

/** One line: NFC, trimmed, every run of white space a single space. */
export const tidyLine = (text: string): string => text.normalize("NFC").replace(/\s+/g, " ").trim();

type TextRule = {
  /** What the text is, as a sentence begins with it: "The title". */
  name: string;
  max: number;
  /** What to do about an empty text; where it is absent, an empty text is fine. */
  empty?: string;
};

const schema = (tidy: (text: string) => string, { name, max, empty }: TextRule) =>
  z
    .string({ error: (issue) => (issue.input === undefined && empty ? empty : `${name} has to be text.`) })
    .refine((text) => !forbidden.test(text), { error: `${name} holds a control character.`, abort: true })
    .overwrite(tidy)
    .refine((text) => !empty || text !== "", empty)
    .refine((text) => characters(text) <= max, `${name} is longer than ${max.toLocaleString("en")} characters.`)
    // For the OpenAPI document, which can't read refinements.
    .meta({ maxLength: max, ...(empty ? { minLength: 1 } : {}) });

/** Text of one line, tidied while it is read. */
export const line = (rule: TextRule) => schema(tidyLine, rule);

/** Text that may have several lines. */
export const lines = (rule: TextRule) => schema(tidyLines, rule);

/** A whole number between two bounds, with one sentence for whatever is wrong with it. */
export const wholeNumber = ({ name, min, max, unit = "" }: { name: string; min: number; max: number; unit?: string }) => {
  const error = `${name} has to be a whole number from ${min} to ${max.toLocaleString("en")}${unit && ` ${unit}`}.`;
  return z.int({ error }).min(min, error).max(max, error);
};

/** A strict object's complaint: unknown keys are refused by name. */
export const refuseUnknownKeys = (name: string) => ({
  error: (issue: z.core.$ZodRawIssue): string =>
    issue.code === "unrecognized_keys"
      ? `${name} has no ${issue.keys.length === 1 ? "field" : "fields"} ${issue.keys.map((key) => `“${key}”`).join(", ")}.`
      : `${name} has to be an object.`,
});
