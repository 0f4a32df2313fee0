import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseInline, parseSlide, plainSlide } from "./slide-text";

describe("a slide's text", () => {
  it("has headings, lists, paragraphs and line breaks", () => {
    const text = "# Phrasal verbs\n\nA **phrasal verb** is\ntwo words:\n- *up*\n- off\n\n1. first\n2) second\n### Small";
    expect(parseSlide(text)).toEqual([
      { kind: "heading", level: 1, text: [{ text: "Phrasal verbs" }] },
      { kind: "paragraph", lines: [[{ text: "A " }, { text: "phrasal verb", strong: true }, { text: " is" }], [{ text: "two words:" }]] },
      { kind: "list", ordered: false, items: [[{ text: "up", emphasis: true }], [{ text: "off" }]] },
      { kind: "list", ordered: true, items: [[{ text: "first" }], [{ text: "second" }]] },
      { kind: "heading", level: 3, text: [{ text: "Small" }] },
    ]);
  });

  it("keeps of a link its words, and of HTML its text", () => {
    expect(parseInline("See [the book](javascript:alert(1)) now")).toEqual([{ text: "See " }, { text: "the book" }, { text: ") now" }]);
    expect(parseInline("<b onclick=x>no</b>")).toEqual([{ text: "<b onclick=x>no</b>" }]);
  });

  it("leaves a mark inside a word and a mark alone as they are", () => {
    expect(parseInline("snake_case_name and 2 * 3")).toEqual([{ text: "snake_case_name and 2 * 3" }]);
  });

  it("loses no letter of a text without marks", () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z][a-z ]{0,20}[a-z]$/), { minLength: 1, maxLength: 5 }), (lines) => {
        expect(plainSlide(lines.join("\n"))).toBe(lines.join(" "));
      }),
    );
  });
});
