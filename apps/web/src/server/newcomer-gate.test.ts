// @vitest-environment node
import { createMetrics, type LoadLevel } from "@quickfire/telemetry";
import { expect, it } from "vitest";
import { createNewcomerGate } from "./newcomer-gate";

function createGate() {
  const metrics = createMetrics({ service: "test", nodeDefaults: false });
  const load = { now: "calm" as LoadLevel, level: () => load.now };
  let drawn = 0;
  return { metrics, load, gate: createNewcomerGate({ load, metrics, randomInt: (limit) => drawn++ % limit }) };
}

it("turns newcomers away while the process can't keep up, each for another while, and counts them", async () => {
  const { gate, load, metrics } = createGate();
  load.now = "strained";
  expect(gate.enter()).toBeNull();
  load.now = "overloaded";
  expect([gate.enter(), gate.enter()]).toMatchObject([{ code: "BUSY", retryAfterSeconds: 1 }, { code: "BUSY", retryAfterSeconds: 2 }]);
  expect(await metrics.registry.metrics()).toMatch(/quickfire_shed_total\{[^}]*what="joins"[^}]*\} 2/);
  load.now = "calm";
  expect(gate.enter()).toBeNull();
});

it("takes 300 at once, and the next as soon as one is through", () => {
  const { gate } = createGate();
  for (let newcomer = 0; newcomer < 300; newcomer += 1) expect(gate.enter()).toBeNull();
  expect(gate.enter()).toMatchObject({ code: "BUSY" });
  gate.leave();
  expect(gate.enter()).toBeNull();
  expect(gate.enter()).toMatchObject({ code: "BUSY" });
});
