import type { Metrics } from "./metrics";

export const operationsPaths = ["/healthz", "/readyz", "/metrics"] as const;
export type OperationsPath = (typeof operationsPaths)[number];

export type OperationsAnswer = { status: number; contentType: string; body: string };

const readinessTimeoutMs = 2_000;

/**
 * `/healthz`: the process runs. `/readyz`: it can serve, so a load balancer may send it work; a check that hangs counts as a no.
 * `/metrics`: for Prometheus.
 */
export async function answerOperations(path: OperationsPath, sources: { metrics: Metrics; isReady: () => boolean | Promise<boolean> }): Promise<OperationsAnswer> {
  switch (path) {
    case "/healthz":
      return json(200, { status: "ok" });
    case "/readyz":
      return (await inTime(sources.isReady)) ? json(200, { status: "ready" }) : json(503, { status: "not ready" });
    case "/metrics":
      return { status: 200, contentType: sources.metrics.registry.contentType, body: await sources.metrics.registry.metrics() };
  }
}

function json(status: number, body: unknown): OperationsAnswer {
  return { status, contentType: "application/json", body: JSON.stringify(body) };
}

async function inTime(isReady: () => boolean | Promise<boolean>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, readinessTimeoutMs, false);
  });
  try {
    return await Promise.race([isReady(), tooLate]);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}
