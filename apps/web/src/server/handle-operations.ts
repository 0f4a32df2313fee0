import type { Incoming } from "@quickfire/api";
import { answerOperations, operationsPaths } from "@quickfire/telemetry";
import { mayReadMetrics } from "./may-read-metrics";
import { getProcess } from "./process";

/** Health and metrics, on the public port: the figures are for those who may read them. */
export async function handleOperations(request: Incoming): Promise<Response> {
  const { env, metrics, requests, isReady } = getProcess();
  const wanted = request.url.split("?", 1)[0];
  const path = operationsPaths.find((known) => known === wanted);
  if (!path || (path === "/metrics" && !mayReadMetrics(request.headers, env.METRICS_TOKEN))) return new Response("not found", { status: 404 });
  metrics.eventStreams.set(requests.openStreams());
  const { status, contentType, body } = await answerOperations(path, { metrics, isReady });
  return new Response(body, { status, headers: { "content-type": contentType, "cache-control": "no-store" } });
}
