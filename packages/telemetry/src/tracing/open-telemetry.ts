import { ROOT_CONTEXT, type SpanContext, SpanKind, SpanStatusCode, trace, TraceFlags, type Tracer } from "@opentelemetry/api";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import { resourceFromAttributes } from "@opentelemetry/resources";
import { AlwaysOnSampler, BatchSpanProcessor, type IdGenerator, RandomIdGenerator, TracerProvider } from "@opentelemetry/sdk-trace";
import { isSampled, traceIdOf, traceRootOf, type TraceRoot } from "./answer-key";
import type { Span, Tracing } from "./tracing";

export type TracingOptions = { service: string; node: string; endpoint: string; ratio: number };

/** Ids by chance, but for the next span where its id is given. */
class GivenIds implements IdGenerator {
  next: TraceRoot | null = null;
  readonly #random = new RandomIdGenerator();

  generateTraceId(): string {
    return this.next?.traceId ?? this.#random.generateTraceId();
  }

  generateSpanId(): string {
    return this.next?.spanId ?? this.#random.generateSpanId();
  }
}

const contextOf = (root: TraceRoot): SpanContext => ({ ...root, traceFlags: TraceFlags.SAMPLED, isRemote: true });

/** Run only where tracing is on, since OpenTelemetry is large. */
export function createOpenTelemetry({ service, node, endpoint, ratio }: TracingOptions): Tracing {
  const ids = new GivenIds();
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/+$/, "")}/v1/traces` });
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ "service.name": `quickfire-${service}`, "service.instance.id": node }),
    // What is not looked at never gets here.
    sampler: new AlwaysOnSampler(),
    idGenerator: ids,
    spanProcessors: [new BatchSpanProcessor({ exporter, maxQueueSize: 20_000, scheduledDelayMillis: 1_000 })],
  });
  const tracer = provider.getTracer("quickfire");

  return {
    rootOf: (key) => (isSampled(traceIdOf(key), ratio) ? traceRootOf(key) : null),
    recordAnswer(root, span) {
      ids.next = root;
      record(tracer, span, { kind: SpanKind.SERVER });
      ids.next = null;
    },
    recordShared(roots, span) {
      if (roots.length === 0) return;
      const shared = record(tracer, { ...span, attributes: { ...span.attributes, "quickfire.answers": roots.length } }, { kind: SpanKind.CLIENT, links: roots.map(contextOf) });
      for (const root of roots) record(tracer, span, { kind: SpanKind.INTERNAL, parent: root, links: [shared] });
    },
    // A collector that is away costs spans, and never a process its orderly end.
    stop: () => provider.shutdown().catch(() => undefined),
  };
}

/** A span that is over already. */
function record(tracer: Tracer, span: Span, place: { kind: SpanKind; parent?: TraceRoot; links?: SpanContext[] }): SpanContext {
  const { kind, parent, links = [] } = place;
  const context = parent ? trace.setSpanContext(ROOT_CONTEXT, contextOf(parent)) : ROOT_CONTEXT;
  const options = { kind, startTime: span.startedAt, attributes: span.attributes, links: links.map((link) => ({ context: link })), root: parent === undefined };
  const started = tracer.startSpan(span.name, options, context);
  if (span.failed) started.setStatus({ code: SpanStatusCode.ERROR });
  started.end(Math.max(span.startedAt, span.endedAt));
  return started.spanContext();
}
