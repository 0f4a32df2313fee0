import { expect, it } from "vitest";
import { shareCalls } from "./share-calls";

it("asks once for all who ask the same at the same time, and anew for whoever comes later", async () => {
  const asked: string[] = [];
  const find = shareCalls(async (code: string) => `${code} ${asked.push(code)}`);
  expect(await Promise.all([find("a"), find("b"), find("a")])).toEqual(["a 1", "b 2", "a 1"]);
  expect(await find("a")).toBe("a 3");
});

it("fails for all of them where it fails, and only for them", async () => {
  let failures = 1;
  const find = shareCalls(async (code: string) => {
    if (failures-- > 0) throw new Error("away");
    return code;
  });
  expect((await Promise.allSettled([find("a"), find("a")])).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect(await find("a")).toBe("a");
});
