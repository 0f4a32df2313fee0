import { afterEach, describe, expect, it } from "vitest";
import { createLogger } from "./logger";
import { createMetrics } from "./metrics";
import { type OperationsServer, serveOperations } from "./serve-operations";

const logger = createLogger({ service: "test", level: "silent" });
let server: OperationsServer | undefined;

async function serve(isReady: () => boolean | Promise<boolean>) {
  const metrics = createMetrics({ service: "test", nodeDefaults: false });
  server = await serveOperations({ host: "127.0.0.1", port: 0, metrics, isReady, logger });
  const { port } = server;
  return { metrics, get: (path: string) => fetch(`http://127.0.0.1:${port}${path}`) };
}

afterEach(() => server?.close());

describe("the operations server", () => {
  it("is healthy while the process runs, also when it is not ready", async () => {
    const { get } = await serve(() => false);
    expect((await get("/healthz")).status).toBe(200);
    expect((await get("/readyz")).status).toBe(503);
  });

  it("is ready when the check says so", async () => {
    const { get } = await serve(async () => true);
    const reply = await get("/readyz?verbose");
    expect(reply.status).toBe(200);
    expect(await reply.json()).toEqual({ status: "ready" });
  });

  it("is not ready when the check throws, or hangs", async () => {
    const throwing = await serve(() => Promise.reject(new Error("no Redis")));
    expect((await throwing.get("/readyz")).status).toBe(503);
    await server?.close();
    const hanging = await serve(() => new Promise(() => undefined));
    expect((await hanging.get("/readyz")).status).toBe(503);
  });

  it("gives the metrics to Prometheus", async () => {
    const { get, metrics } = await serve(() => true);
    metrics.joins.inc(3);
    const reply = await get("/metrics");
    expect(reply.headers.get("content-type")).toContain("text/plain");
    expect(await reply.text()).toContain('quickfire_joins_total{service="test"} 3');
  });

  it("answers 404 for anything else, and 500 when the metrics can't be had", async () => {
    const { get, metrics } = await serve(() => true);
    expect((await get("/secrets")).status).toBe(404);
    metrics.registry.metrics = () => Promise.reject(new Error("broken"));
    expect((await get("/metrics")).status).toBe(500);
  });
});
