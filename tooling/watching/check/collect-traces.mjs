import { once } from "node:events";
import { createServer } from "node:http";
import { setTimeout as pause } from "node:timers/promises";

/**
 * @typedef {{ service: string, name: string, traceId: string, spanId: string, parentSpanId?: string }} Span
 */

/**
 * A collector as small as can be: takes what the processes send by OTLP over HTTP.
 *
 * @param {number} port
 */
export async function collectTraces(port) {
  /** @type {Span[]} */
  const spans = [];
  const server = createServer(async (request, reply) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    for (const { resource, scopeSpans } of JSON.parse(Buffer.concat(chunks).toString()).resourceSpans) {
      const service = resource.attributes.find((/** @type {{ key: string }} */ { key }) => key === "service.name")?.value.stringValue;
      for (const scope of scopeSpans) for (const span of scope.spans) spans.push({ ...span, service });
    }
    reply.writeHead(200, { "content-type": "application/json" }).end("{}");
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  return {
    endpoint: `http://127.0.0.1:${port}`,
    close: () => server.close(),
    /**
     * What is wrong with the trace of this answer, which has to lead from its socket to Redis, to Postgres and to a screen.
     *
     * @param {string} actionId made at the click
     * @returns {Promise<string[]>}
     */
    async problemsOf(actionId) {
      const traceId = actionId.replaceAll("-", "");
      const wanted = ["quickfire-ws-server answer", "quickfire-ws-server redis submit_answers", "quickfire-worker postgres store log", "quickfire-ws-server publish leaderboard_changed"];
      for (let attempt = 0; ; attempt += 1) {
        const trace = spans.filter((span) => span.traceId === traceId);
        const root = trace.find(({ name }) => name === "answer");
        const named = trace.filter((span) => span === root || span.parentSpanId === root?.spanId).map(({ service, name }) => `${service} ${name}`);
        const missing = wanted.filter((each) => !named.includes(each));
        if (missing.length === 0) return [];
        if (attempt === 20) return missing.map((each) => `trace ${traceId}: has no span "${each}"`);
        await pause(500);
      }
    },
  };
}
