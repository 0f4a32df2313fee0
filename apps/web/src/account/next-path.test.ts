import { describe, expect, it } from "vitest";
import { nextPath } from "./next-path";

describe("nextPath", () => {
  it("goes back to the page that asked for a sign-in, with its query", () => {
    expect(nextPath("/quizzes/1/edit?question=3", "/library")).toBe("/quizzes/1/edit?question=3");
  });
  it.each(["//evil.example", "/\\evil.example", "https://evil.example", "javascript:alert(1)", "/\t/evil.example", "", null, undefined])(
    "never leaves the site for %j",
    (asked) => expect(nextPath(asked, "/library")).toBe("/library"),
  );
});
