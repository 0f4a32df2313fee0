import { describe, expect, it } from "vitest";
import { createMetrics } from "./metrics";
import { timed } from "./timing";

const documentedNames = [
  "quickfire_active_games", "quickfire_connected_clients", "quickfire_joins_total", "quickfire_answers_total", "quickfire_score_update_seconds",
  "quickfire_leaderboard_refresh_seconds", "quickfire_queue_depth", "quickfire_queue_lag_seconds", "quickfire_cache_hits_total",
  "quickfire_cache_misses_total", "quickfire_postgres_seconds", "quickfire_redis_seconds", "quickfire_fanout_delay_seconds",
  "quickfire_outgoing_bytes_total", "quickfire_errors_total", "quickfire_failed_sign_ins_total", "quickfire_rate_limit_hits_total",
];

describe("the metrics", () => {
  it("offer every documented name, and Node's own", async () => {
    const text = await createMetrics({ service: "test" }).registry.metrics();
    for (const name of documentedNames) expect(text).toContain(`# TYPE ${name} `);
    expect(text).toContain("nodejs_eventloop_lag_seconds");
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
