import { answerOperations, type OperationsPath } from "@quickfire/telemetry";
import { getProcess } from "./process";

export async function replyOperations(path: OperationsPath): Promise<Response> {
  const { metrics, requests, isReady } = getProcess();
  metrics.eventStreams.set(requests.openStreams());
  const { status, contentType, body } = await answerOperations(path, { metrics, isReady });
  return new Response(body, { status, headers: { "content-type": contentType, "cache-control": "no-store" } });
}
