import { describe, expect, it } from "vitest";
import { createOriginCheck } from "./allowed-origins";

describe("allowed origins", () => {
  const local = createOriginCheck(["http://localhost:3000/", "https://quiz.example/start"]);

  it.each(["http://localhost:3000", "http://127.0.0.1:3000", "HTTP://LOCALHOST:3000", "https://quiz.example", undefined])("allow %s", (origin) => {
    expect(local(origin)).toBe(true);
  });

  it.each(["null", "", "http://localhost:3001", "https://localhost:3000", "http://quiz.example", "https://quiz.example:8443", "https://quiz.example.evil.test", "https://evil.test", "https://127.0.0.1"])("refuse %j", (origin) => {
    expect(local(origin)).toBe(false);
  });
});
