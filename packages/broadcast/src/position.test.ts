import { describe, expect, it } from "vitest";
import { formatPosition, parsePosition } from "./position";

describe("positions", () => {
  it("read back as they were written", () => {
    const position = { epoch: "k3.x", number: 41 };
    expect(parsePosition(formatPosition(position))).toEqual(position);
  });

  it.each(["", ".", "1", ".5", "a.", "a.-1", "a.1.5.", "a.01", "a.1e3", "a. 1", "a.99999999999999999999", `${"e".repeat(65)}.1`, "a.\u0661"])("refuse %j", (id) => {
    expect(parsePosition(id)).toBeNull();
  });
});
