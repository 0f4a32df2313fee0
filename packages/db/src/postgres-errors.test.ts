import { expect, it } from "vitest";
import { isDatabaseUnavailable, isRefusedByValue } from "./postgres-errors";

const withCode = (code: string) => new Error("wrapped", { cause: Object.assign(new Error("inner"), { code }) });

it.each(["ECONNREFUSED", "CONNECTION_CLOSED", "CONNECT_TIMEOUT", "57P01", "57P03", "53300", "53100", "08006", "40P01"])("takes %s for trouble that may pass", (code) => {
  expect(isDatabaseUnavailable(withCode(code))).toBe(true);
  expect(isRefusedByValue(withCode(code))).toBe(false);
});

it.each(["22P02", "22003", "23502", "23514", "54001"])("takes %s for a value that will never be stored", (code) => {
  expect(isRefusedByValue(withCode(code))).toBe(true);
  expect(isDatabaseUnavailable(withCode(code))).toBe(false);
});

it.each([new Error("a bug"), "text", null, withCode("42P01")])("takes %s for neither", (error) => {
  expect(isRefusedByValue(error)).toBe(false);
  expect(isDatabaseUnavailable(error)).toBe(false);
});
