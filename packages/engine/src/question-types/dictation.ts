import { z } from "zod";
import { err, ok } from "../result";
import { line } from "../text";
import { heardWords, wordsOf } from "./dictated-words";
import { draftFields, mediaAddress, questionKeys, storedFields, storeFields, workingFields } from "./question-fields";
import { frequentTexts, type QuestionType } from "./question-type";

const name = "dictation";
const type = z.literal(name);

export const dictationLimits = { textLength: 500 } as const;

const spoken = line({ name: "What is spoken", max: dictationLimits.textLength }).transform((text) => text || undefined).optional();
const sound = { speech: spoken, audio: mediaAddress("The sound") };
const answer = { name: "The answer", max: dictationLimits.textLength };
const finishedAnswer = line({ ...answer, empty: "Write what players have to write." }).refine((text) => text === "" || wordsOf(text).length > 0, "The answer needs a word.");

function refuseBadSound({ speech, audio }: { speech?: string; audio?: string }, context: z.RefinementCtx): void {
  if (speech === undefined && audio === undefined) context.addIssue({ code: "custom", path: ["speech"], message: "Write what is spoken, or give a sound." });
  if (speech !== undefined && audio !== undefined) context.addIssue({ code: "custom", path: ["audio"], message: "Give either a sound or what is spoken, not both." });
}

const draftSchema = z.strictObject({ type, ...draftFields, ...sound, answer: finishedAnswer }, questionKeys).superRefine(refuseBadSound);
const workingSchema = z.strictObject({ type, ...workingFields, ...sound, answer: line(answer).default("") }, questionKeys);
const storedSchema = z.object({ type, ...storedFields, speech: z.string().optional(), audio: z.string().optional(), answer: z.string() });
const answerSchema = z.strictObject({ text: line({ ...answer, empty: "Write an answer." }) });

type Draft = z.infer<typeof workingSchema>;
type Stored = z.infer<typeof storedSchema>;
type Answer = z.infer<typeof answerSchema>;

/** Upper case, which no normalised text has. */
const wordId = (index: number): string => `W${index + 1}`;

/**
 * What is heard, written down. The share of right words, in order; words too many count like words too few, so that nobody gets far by
 * writing all that may be meant. What is `speech` is spoken by the players' own browsers, so it has to reach them before the reveal: a sound
 * file tells less to whoever looks into the messages.
 */
export const dictation = {
  name,
  draftSchema,
  workingSchema,
  storedSchema,
  scored: true,
  freeText: true,
  store: ({ speech, audio, answer: text, ...draft }: Draft, newId) => ({
    type: name, ...storeFields(draft, newId), ...(speech === undefined ? {} : { speech }), ...(audio === undefined ? {} : { audio }), answer: text,
  }),
  options: () => [],
  shownParts: ({ speech }) => (speech === undefined ? {} : { speech }),
  sound: ({ audio }) => audio,
  parseAnswer(_stored, raw) {
    const form = answerSchema.safeParse(raw.answer);
    if (!form.success || raw.selectedOption !== undefined || wordsOf(form.data.text).length === 0) return err("BAD_ANSWER");
    return ok(form.data);
  },
  mark(stored, { text }) {
    const [wanted, given] = [wordsOf(stored.answer), wordsOf(text)];
    const share = heardWords(wanted, given).filter(Boolean).length / Math.max(1, wanted.length, given.length);
    return { correct: share === 1, share };
  },
  correct: ({ answer: text }) => ({ text }),
  tallyKeys(stored, { text }) {
    const given = wordsOf(text);
    return [given.join(" "), ...heardWords(wordsOf(stored.answer), given).flatMap((heard, index) => (heard ? [wordId(index)] : []))];
  },
  tallyForm: (stored) => ({ ids: wordsOf(stored.answer).map((_, index) => wordId(index)), texts: frequentTexts }),
  inWords: (_stored, { text }) => text,
  rightInWords: ({ answer: text }) => [text],
} satisfies QuestionType<Draft, Stored, Answer>;
