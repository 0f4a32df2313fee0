import { z } from "zod";
import { questionIdSchema, type QuestionId } from "../ids";
import { line, lines, refuseUnknownKeys, wholeNumber } from "../text";

/** The limits of CONTRACT, section 5; the explanation's length is this project's own. */
export const questionLimits = {
  textLength: 500,
  explanationLength: 1_000,
  minTimeLimit: 5,
  maxTimeLimit: 600,
  defaultTimeLimit: 20,
  maxPoints: 5_000,
  defaultPoints: 1_000,
  mediaLength: 2_000,
} as const;

const emptyAsAbsent = (text: string): string | undefined => text || undefined;

/** A file of ours or a page's address; credentials in an address would reach every player. */
function isMediaAddress(address: string): boolean {
  if (/^\/media\/[\w.-]+(?:\/[\w.-]+)*$/.test(address)) return !address.includes("..");
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return false;
  const { username, password } = new URL(address);
  return username === "" && password === "";
}

export const mediaAddress = (name: string) =>
  line({ name, max: questionLimits.mediaLength })
    .refine((address) => address === "" || isMediaAddress(address), `${name} has to be an http(s) address or a path under /media.`)
    .transform(emptyAsAbsent)
    .optional();

/** A picture or a sound by its address; without either there is no media at all. */
export const questionMediaSchema = z
  .strictObject(
    {
      image: mediaAddress("The picture"),
      audio: mediaAddress("The sound"),
      alt: line({ name: "The picture’s description", max: 500 }).transform(emptyAsAbsent).optional(),
    },
    refuseUnknownKeys("Media"),
  )
  .transform((media) => (media.image ?? media.audio ? media : undefined))
  .optional();

const storedMediaSchema = z.object({ image: z.string().optional(), audio: z.string().optional(), alt: z.string().optional() });

const shared = {
  /** Kept where given, so that what was read can be put back. */
  id: z.uuid({ error: "A question’s id has to be a UUID." }).pipe(questionIdSchema).optional(),
  timeLimit: wholeNumber({ name: "The time limit", min: questionLimits.minTimeLimit, max: questionLimits.maxTimeLimit, unit: "seconds" })
    .default(questionLimits.defaultTimeLimit),
  points: wholeNumber({ name: "The number of points", min: 0, max: questionLimits.maxPoints }).default(questionLimits.defaultPoints),
  explanation: lines({ name: "The explanation", max: questionLimits.explanationLength }).transform(emptyAsAbsent).optional(),
  media: questionMediaSchema,
};

const text = { name: "The question", max: questionLimits.textLength };

/** The fields that every question has: finished, being written, and stored. */
export const draftFields = { ...shared, text: lines({ ...text, empty: "Write the question." }) };

export const workingFields = { ...shared, text: lines(text).default("") };

export const storedFields = {
  id: questionIdSchema,
  text: z.string(),
  timeLimit: z.int(),
  points: z.int(),
  explanation: z.string().optional(),
  media: storedMediaSchema.optional(),
};

export const questionKeys = refuseUnknownKeys("A question of this type");

type SharedDraft = Omit<z.infer<z.ZodObject<typeof storedFields>>, "id"> & { id?: QuestionId };

/** What `store` does alike for every type. `newId` is chance, so it is an argument. */
export function storeFields(draft: SharedDraft, newId: () => string): z.infer<z.ZodObject<typeof storedFields>> {
  const { text, timeLimit, points, explanation, media } = draft;
  return {
    id: draft.id ?? questionIdSchema.parse(newId()),
    text,
    timeLimit,
    points,
    ...(explanation === undefined ? {} : { explanation }),
    ...(media === undefined ? {} : { media }),
  };
}
