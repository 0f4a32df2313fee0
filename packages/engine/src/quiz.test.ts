import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { idsFrom, quizDraft } from "../test/arbitraries";
import { draftOf, findQuizProblems, quizContentSchema, quizDraftSchema, quizProblems, quizWorkingSchema, storeQuiz } from "./quiz";

const options = [{ text: "bring", correct: true }, { text: "ring road" }];
const quizWith = (question: Record<string, unknown>) => ({ title: "Verbs", questions: [{ type: "choice", text: "Which?", options, ...question }] });
const messages = (quiz: unknown) => findQuizProblems(quiz).map(({ path, message }) => `${path.join(".")}: ${message}`);

describe("a finished quiz", () => {
  it("gets the contract's defaults", () => {
    expect(quizDraftSchema.parse(quizWith({}))).toEqual({
      title: "Verbs",
      description: "",
      language: "en",
      tags: [],
      questions: [{ type: "choice", text: "Which?", timeLimit: 20, points: 1_000, options: [{ text: "bring", correct: true }, { text: "ring road", correct: false }] }],
    });
  });

  it("is trimmed and brought to NFC", () => {
    const quiz = quizDraftSchema.parse({ ...quizWith({ text: "  e\u0301te\u0301\r\n or  so? " }), title: " My \n  quiz ", tags: ["b ", "b"] });
    expect(quiz).toMatchObject({ title: "My quiz", tags: ["b"], questions: [{ text: "été\n or  so?" }] });
  });

  it.each<[Record<string, unknown>, string]>([
    [{ text: " " }, "questions.0.text: Write the question."],
    [{ text: undefined }, "questions.0.text: Write the question."],
    [{ text: 5 }, "questions.0.text: The question has to be text."],
    [{ text: "x".repeat(501) }, "questions.0.text: The question is longer than 500 characters."],
    [{ text: "a\u0000b" }, "questions.0.text: The question holds a control character."],
    [{ text: "a\ud800b" }, "questions.0.text: The question holds a control character."],
    [{ difficulty: 3 }, "questions.0: A question of this type has no field “difficulty”."],
    [{ difficulty: 3, mood: 1 }, "questions.0: A question of this type has no fields “difficulty”, “mood”."],
    [{ timeLimit: 4 }, "questions.0.timeLimit: The time limit has to be a whole number from 5 to 600 seconds."],
    [{ timeLimit: 601 }, "questions.0.timeLimit: The time limit has to be a whole number from 5 to 600 seconds."],
    [{ timeLimit: "20" }, "questions.0.timeLimit: The time limit has to be a whole number from 5 to 600 seconds."],
    [{ points: 5_001 }, "questions.0.points: The number of points has to be a whole number from 0 to 5,000."],
    [{ points: 10.5 }, "questions.0.points: The number of points has to be a whole number from 0 to 5,000."],
    [{ explanation: "x".repeat(1_001) }, "questions.0.explanation: The explanation is longer than 1,000 characters."],
    ...[-1, 2 ** 53, Number.NaN, Infinity, "1e309", null].map((points): [Record<string, unknown>, string] => [{ points }, "questions.0.points: The number of points has to be a whole number from 0 to 5,000."]),
    [{ options: undefined }, "questions.0.options: Add at least two options."],
    [{ options: "ab" }, "questions.0.options: Options have to be a list."],
    [{ options: [{ text: "a", correct: true }] }, "questions.0.options: Add at least two options."],
    [{ options: [..."abcdefghi"].map((text, index) => ({ text, correct: index === 0 })) }, "questions.0.options: A question has at most 8 options."],
    [{ options: [{ text: "a" }, { text: "b" }] }, "questions.0.options: Say which option is right."],
    [{ options: [{ text: "a", correct: true }, { text: "b", correct: true }] }, "questions.0.options: Only one option can be right; use “multiple” for several."],
    [{ options: [{ text: "a  b", correct: true }, { text: " a b" }] }, "questions.0.options.1.text: This option says the same as option 1."],
    [{ options: [{ text: "a", correct: true }, { text: "" }] }, "questions.0.options.1.text: Write this option, or take it away."],
    [{ options: [{ text: "a", correct: "yes" }, { text: "b" }] }, "questions.0.options.0.correct: “correct” has to be true or false."],
    [{ options: [{ text: "a", correct: true }, { text: "b", right: true }] }, "questions.0.options.1: An option has no field “right”."],
    [{ options: [null, { text: "b", correct: true }] }, "questions.0.options.0: An option has to be an object."],
    [{ media: { image: "javascript:alert(1)" } }, "questions.0.media.image: The picture has to be an http(s) address or a path under /media."],
    [{ media: { image: "/media/../secrets" } }, "questions.0.media.image: The picture has to be an http(s) address or a path under /media."],
    [{ media: { audio: "https://me:secret@example.org/a.mp3" } }, "questions.0.media.audio: The sound has to be an http(s) address or a path under /media."],
    [{ media: { video: "/media/a.mp4" } }, "questions.0.media: Media has no field “video”."],
    [{ type: "gap", text: "I am", options: undefined }, "questions.0.text: Make at least one gap: write [[ and ]] around a word."],
    [{ type: "drawing" }, "questions.0.type: There is no question type “drawing”."],
    [{ type: undefined }, "questions.0.type: A question needs a type."],
    [{ id: "7" }, "questions.0.id: A question’s id has to be a UUID."],
  ])("is refused with a sentence for %j", (question, message) => {
    expect(messages(quizWith(question))).toContain(message);
  });

  it.each<[Record<string, unknown>, string]>([
    [{ type: "multiple", options: [{ text: "a" }, { text: "b" }] }, "questions.0.options: Say which options are right."],
    [{ type: "truefalse" }, "questions.0.answer: Say whether it is true or false."],
    [{ type: "truefalse", answer: "true" }, "questions.0.answer: Say whether it is true or false."],
    [{ type: "truefalse", answer: true, options: [] }, "questions.0: A question of this type has no field “options”."],
    [{ type: "typed" }, "questions.0.accepted: Add at least one accepted answer."],
    [{ type: "typed", accepted: [] }, "questions.0.accepted: Add at least one accepted answer."],
    [{ type: "typed", accepted: "a" }, "questions.0.accepted: Accepted answers have to be a list."],
    [{ type: "typed", accepted: ["a", " "] }, "questions.0.accepted.1: Write this answer, or take it away."],
    [{ type: "typed", accepted: ["."] }, "questions.0.accepted.0: An accepted answer needs more than a full stop."],
    [{ type: "typed", accepted: Array.from({ length: 21 }, (_, index) => `w${index}`) }, "questions.0.accepted: At most 20 answers can be accepted."],
    [{ type: "typed", accepted: ["a"], typos: 4 }, "questions.0.typos: The number of typos has to be a whole number from 0 to 3."],
  ])("of another type is refused with a sentence for %j", (question, message) => {
    expect(messages({ title: "Verbs", questions: [{ text: "Which?", ...question }] })).toContain(message);
  });

  it.each<[Record<string, unknown>, string]>([
    [{ title: "  " }, "title: Give the quiz a title."],
    [{ title: undefined }, "title: Give the quiz a title."],
    [{ title: "x".repeat(121) }, "title: The title is longer than 120 characters."],
    [{ description: "x".repeat(2_001) }, "description: The description is longer than 2,000 characters."],
    [{ level: "B3" }, "level: The level has to be one of A1, A2, B1, B2, C1 and C2."],
    [{ language: "English" }, "language: The language has to be a tag such as “en” or “pt-BR”."],
    [{ language: 5 }, "language: The language has to be text."],
    [{ tags: "a" }, "tags: Tags have to be a list."],
    [{ tags: Array.from({ length: 21 }, (_, index) => `t${index}`) }, "tags: A quiz has at most 20 tags."],
    [{ tags: [""] }, "tags.0: A tag can’t be empty."],
    [{ questions: [] }, "questions: Add at least one question."],
    [{ questions: undefined }, "questions: Add at least one question."],
    [{ questions: {} }, "questions: Questions have to be a list."],
    [{ owner: "me" }, ": A quiz has no field “owner”."],
  ])("is refused as a whole with a sentence for %j", (changes, message) => {
    expect(messages({ ...quizWith({}), ...changes })).toContain(message);
  });

  it("names a key that hides in the prototype's name", () => {
    expect(messages(JSON.parse('{"__proto__": {"admin": true}, "title": "a"}'))).toContain(": A quiz has no field “__proto__”.");
  });

  it("is refused where it is no object at all", () => {
    for (const input of [null, undefined, 5, "quiz", []]) expect(messages(input)).toEqual([": A quiz has to be an object."]);
  });

  it("has at most 200 questions", () => {
    const many = Array.from({ length: 201 }, () => quizWith({}).questions[0]);
    expect(messages({ title: "Long", questions: many })).toContain("questions: A quiz has at most 200 questions.");
    expect(messages({ title: "Long", questions: many.slice(1) })).toEqual([]);
  });

  it("refuses the same id twice, among questions and among options", () => {
    const id = idsFrom()();
    const question = { type: "choice", text: "Which?", options };
    expect(messages({ title: "Twice", questions: [{ ...question, id }, { ...question, id }] })).toContain("questions.1.id: Two questions have the same id.");
    expect(messages(quizWith({ options: options.map((option) => ({ ...option, id })) }))).toContain("questions.0.options.1.id: Two options have the same id.");
  });

  it("tells all its problems at once", () => {
    const quiz = { title: "", level: "Z9", questions: [{ type: "choice", text: "", options, points: -1 }, { type: "typed", text: "a", accepted: [] }] };
    expect(findQuizProblems(quiz).map(({ path }) => path.join("."))).toEqual(["title", "level", "questions.0.points", "questions.0.text", "questions.1.accepted"]);
  });

  it("keeps options apart that differ by case only, as case may be the question", () => {
    expect(messages(quizWith({ options: [{ text: "Polish", correct: true }, { text: "polish" }] }))).toEqual([]);
  });

  it("takes media from the web and from its own folder, and drops what is empty", () => {
    const quiz = quizDraftSchema.parse(quizWith({ media: { image: "https://example.org/a.png", audio: "/media/ab/c-d.mp3", alt: "A  cat" } }));
    expect(quiz.questions[0]?.media).toEqual({ image: "https://example.org/a.png", audio: "/media/ab/c-d.mp3", alt: "A cat" });
    expect(quizDraftSchema.parse(quizWith({ media: { image: "", alt: "" }, explanation: " " })).questions[0]).toMatchObject({ media: undefined, explanation: undefined });
  });
});

describe("a quiz being written", () => {
  it("may be empty", () => {
    expect(quizWorkingSchema.parse({})).toEqual({ title: "", description: "", language: "en", tags: [], questions: [] });
  });

  it("may have questions that are only begun, which are then what keeps it from being played", () => {
    const working = quizWorkingSchema.parse({ title: "Begun", questions: [{ type: "choice" }, { type: "multiple" }, { type: "truefalse" }, { type: "typed" }, { type: "gap" }, { type: "order" }, { type: "match" }, { type: "numeric" }, { type: "dictation" }, { type: "poll" }, { type: "wordcloud" }, { type: "slide" }] });
    const content = storeQuiz(working, idsFrom());
    expect(messages(draftOf(content))).toEqual([
      "questions.0.text: Write the question.",
      "questions.0.options: Add at least two options.",
      "questions.0.options: Say which option is right.",
      "questions.1.text: Write the question.",
      "questions.1.options: Add at least two options.",
      "questions.1.options: Say which options are right.",
      "questions.2.text: Write the question.",
      "questions.2.answer: Say whether it is true or false.",
      "questions.3.text: Write the question.",
      "questions.3.accepted: Add at least one accepted answer.",
      "questions.4.text: Write the text with its gaps.",
      "questions.5.text: Write the question.",
      "questions.5.items: Add at least two items.",
      "questions.6.text: Write the question.",
      "questions.6.pairs: Add at least two pairs.",
      "questions.7.text: Write the question.",
      "questions.7.answer: Write the right number.",
      "questions.8.text: Write the question.",
      "questions.8.answer: Write what players have to write.",
      "questions.8.speech: Write what is spoken, or give a sound.",
      "questions.9.text: Write the question.",
      "questions.9.options: Add at least two options.",
      "questions.10.text: Write the question.",
      "questions.11.text: Write the slide.",
    ]);
  });

  it.each<[string, unknown]>([
    ["an unknown key", { owner: 1 }],
    ["a title that is too long", { title: "x".repeat(121) }],
    ["nine options", { questions: [{ type: "choice", options: Array.from({ length: 9 }, () => ({ text: "" })) }] }],
    ["nine pairs", { questions: [{ type: "match", pairs: Array.from({ length: 9 }, () => ["", ""]) }] }],
    ["a time limit out of bounds", { questions: [{ type: "typed", timeLimit: 1 }] }],
  ])("still keeps the upper limits: %s", (_, quiz) => {
    const parsed = quizWorkingSchema.safeParse(quiz);
    expect(parsed.error && quizProblems(parsed.error)).toHaveLength(1);
  });
});

describe("storing a quiz", () => {
  it("gives an id to everything that can be pointed at, and keeps the ids that were there", () => {
    fc.assert(
      fc.property(quizDraft(), (draft) => {
        const content = storeQuiz(draft, idsFrom());
        const ids = content.questions.flatMap((question) => [question.id, ...("options" in question ? question.options.map(({ id }) => id) : [])]);
        expect(new Set(ids).size).toBe(ids.length);
        // Nothing new is needed the second time.
        expect(storeQuiz(draftOf(content), () => "none")).toEqual(content);
      }),
    );
  });

  it("gives back what can be put back: the same quiz comes out", () => {
    fc.assert(
      fc.property(quizDraft(), (draft) => {
        const content = storeQuiz(draft, idsFrom());
        const read: unknown = JSON.parse(JSON.stringify(draftOf(content)));
        expect(findQuizProblems(read)).toEqual([]);
        expect(storeQuiz(quizDraftSchema.parse(read), () => "none")).toEqual(content);
        expect(quizContentSchema.parse(JSON.parse(JSON.stringify(content)))).toEqual(content);
      }),
    );
  });

  it("keeps the level only where there is one", () => {
    const content = storeQuiz(quizDraftSchema.parse({ ...quizWith({}), level: "B1" }), idsFrom());
    expect(content.level).toBe("B1");
    expect(draftOf(content).level).toBe("B1");
    expect(storeQuiz(quizDraftSchema.parse(quizWith({})), idsFrom())).not.toHaveProperty("level");
  });
});
