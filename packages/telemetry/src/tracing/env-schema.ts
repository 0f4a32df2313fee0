import { z } from "zod";

const aRatio = "has to be a number from 0 to 1";

/** The variables of traces, for the schema of every process; the names are OpenTelemetry's own. */
export const tracingVariables = {
  /** Where traces go, by OTLP over HTTP; without it there are none. */
  OTEL_EXPORTER_OTLP_ENDPOINT: z.preprocess((value) => (value === "" ? undefined : value), z.url({ protocol: /^https?$/, error: "has to be an http:// or https:// URL" }).optional()),
  /** The share of answers that is followed. */
  OTEL_TRACES_SAMPLER_ARG: z.preprocess((value) => (value === "" ? undefined : value), z.coerce.number(aRatio).min(0, aRatio).max(1, aRatio).default(0.1)),
};
