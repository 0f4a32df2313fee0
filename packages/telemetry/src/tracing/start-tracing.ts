import type { Tracing } from "./tracing";

/** The part of a process's environment that is about traces. */
export type TracingEnv = { OTEL_EXPORTER_OTLP_ENDPOINT?: string; OTEL_TRACES_SAMPLER_ARG: number };

/** Undefined where no endpoint is set: then not even OpenTelemetry's code is run. */
export async function startTracing(env: TracingEnv, { service, node }: { service: string; node: string }): Promise<Tracing | undefined> {
  const endpoint = env.OTEL_EXPORTER_OTLP_ENDPOINT;
  if (endpoint === undefined) return undefined;
  const { createOpenTelemetry } = await import("./open-telemetry");
  return createOpenTelemetry({ service, node, endpoint, ratio: env.OTEL_TRACES_SAMPLER_ARG });
}
