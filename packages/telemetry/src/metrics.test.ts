import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { createMetrics } from "./metrics";
import { timed } from "./timing";

const documentation = readFileSync(fileURLToPath(new URL("../../../docs/metrics.md", import.meta.url)), "utf8");

describe("the metrics", () => {
  it("come with Node's own", async () => {
    expect(await createMetrics({ service: "test" }).registry.metrics()).toContain("nodejs_eventloop_lag_seconds");
  });

  it("are all in the documentation, in the same words, and nothing else is", async () => {
    const known = await createMetrics({ service: "test", nodeDefaults: false }).registry.getMetricsAsJSON();
    const rows = known.map(({ name, help, type }) => `| \`${name}\` | ${String(type)} | ${help} |`);
    const documented = documentation.split("\n").filter((line) => /^\| `quickfire_\w+` \| (counter|gauge|histogram) \|/.test(line));
    expect(documented.toSorted()).toEqual(rows.toSorted());
  });

  it("follow the customs of Prometheus: a counter ends with _total, a time is in seconds, a size in bytes", async () => {
    const known = await createMetrics({ service: "test", nodeDefaults: false }).registry.getMetricsAsJSON();
    for (const { name, type } of known) {
      expect(name.endsWith("_total"), name).toBe(String(type) === "counter");
      expect(name).not.toMatch(/_(ms|millis|milliseconds|minutes|kb|mb)(_|$)/);
    }
  });

  it("count apart in two sets of one process", async () => {
    const first = createMetrics({ service: "one", nodeDefaults: false });
    const second = createMetrics({ service: "two", nodeDefaults: false });
    first.answers.inc({ outcome: "accepted" });
    expect(await first.registry.metrics()).toContain('quickfire_answers_total{outcome="accepted",service="one"} 1');
    expect(await second.registry.metrics()).not.toContain('outcome="accepted"');
  });

  it("time work that succeeds and work that fails", async () => {
    const metrics = createMetrics({ service: "test", nodeDefaults: false });
    expect(await timed(metrics.redis, { operation: "join" }, async () => 7)).toBe(7);
    await expect(timed(metrics.redis, { operation: "join" }, () => Promise.reject(new Error("away")))).rejects.toThrow("away");
    expect(await metrics.registry.metrics()).toMatch(/quickfire_redis_seconds_count\{[^}]*operation="join"[^}]*\} 2/);
  });
});
