import { createMetrics } from "@quickfire/telemetry";
import { expect, it } from "vitest";
import { mirrorCounter } from "./mirror-counter";

it("follows another server's counter, and goes on where that one begins anew", async () => {
  const { redisCommands } = createMetrics({ service: "test", nodeDefaults: false });
  const follow = mirrorCounter(redisCommands);
  const counted = async () => (await redisCommands.get()).values.map(({ labels, value }) => [labels.node, value]);
  follow({ node: "a" }, 100);
  follow({ node: "a" }, 130);
  follow({ node: "b" }, 7);
  expect(await counted()).toEqual([["a", 130], ["b", 7]]);
  // Restarted, and at 20 again.
  follow({ node: "a" }, 20);
  expect(await counted()).toEqual([["a", 150], ["b", 7]]);
});
