import { mayReadMetrics } from "@/server/may-read-metrics";
import { getProcess } from "@/server/process";
import { replyOperations } from "@/server/reply-operations";

export async function GET(request: Request): Promise<Response> {
  if (!mayReadMetrics(request.headers, getProcess().env.METRICS_TOKEN)) return new Response("not found", { status: 404 });
  return replyOperations("/metrics");
}
