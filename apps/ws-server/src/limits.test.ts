import { LoadMeter } from "@quickfire/telemetry";
import { expect, it } from "vitest";
import { defaultLimits } from "./limits";

it("is not strained by a class of 200 that answers at once", () => {
  expect(new LoadMeter(defaultLimits.load).sample({ lagMs: 20, waiting: 200 })).toBe("calm");
});
