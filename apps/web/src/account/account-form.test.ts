import { describe, expect, it } from "vitest";
import { findAccountProblems } from "./account-form";

const fine = { name: "Hương Lê", email: "huong@example.org", password: "correct horse" };

describe("findAccountProblems", () => {
  it("finds nothing in what is fine", () => {
    expect(findAccountProblems(fine, "sign-up")).toEqual({});
    expect(findAccountProblems({ ...fine, name: "", password: "short" }, "sign-in")).toEqual({});
  });
  it("names what is missing, field by field", () => {
    expect(findAccountProblems({ name: " ", email: "", password: "" }, "sign-up")).toEqual({ name: "nameMissing", email: "emailMissing", password: "passwordMissing" });
  });
  it("names what has the wrong shape", () => {
    expect(findAccountProblems({ name: "x".repeat(81), email: "huong@", password: "1234567" }, "sign-up")).toEqual({ name: "nameLong", email: "emailShape", password: "passwordShort" });
    expect(findAccountProblems({ ...fine, password: "x".repeat(201) }, "sign-up")).toEqual({ password: "passwordLong" });
  });
});
