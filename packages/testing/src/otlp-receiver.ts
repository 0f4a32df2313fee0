import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { waitFor } from "./wait-for";

export type ReceivedSpan = { service: string; name: string; traceId: string; spanId: string; parentSpanId?: string; links: { traceId: string; spanId: string }[]; attributes: Record<string, unknown> };

type Value = { stringValue?: string; intValue?: number | string; boolValue?: boolean };
type Attributes = { key: string; value: Value }[];
type Told = Omit<ReceivedSpan, "service" | "links" | "attributes"> & { links?: ReceivedSpan["links"]; attributes?: Attributes };
type Body = { resourceSpans: { resource: { attributes: Attributes }; scopeSpans: { spans: Told[] }[] }[] };

const read = (attributes: Attributes = []) => Object.fromEntries(attributes.map(({ key, value }) => [key, value.stringValue ?? value.intValue ?? value.boolValue]));

/** Takes traces as a collector does: OTLP over HTTP, as JSON. */
export async function startOtlpReceiver() {
  const spans: ReceivedSpan[] = [];
  const server = createServer((request, reply) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const { resourceSpans }: Body = JSON.parse(Buffer.concat(chunks).toString());
      for (const { resource, scopeSpans } of resourceSpans) {
        const service = String(read(resource.attributes)["service.name"]);
        for (const span of scopeSpans.flatMap((scope) => scope.spans)) spans.push({ ...span, service, links: span.links ?? [], attributes: read(span.attributes) });
      }
      reply.writeHead(200, { "content-type": "application/json" }).end("{}");
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    spans,
    /** The first span that fits, once it is here. */
    until: (fits: (span: ReceivedSpan) => boolean, what: string) => waitFor(() => spans.find(fits), { timeoutMs: 15_000, what }),
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
