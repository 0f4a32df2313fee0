import { pino, type DestinationStream, type Logger as PinoLogger } from "pino";
import { redacted, redactedPaths, scrubLine } from "./redaction";

export const logLevels = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;
export type LogLevel = (typeof logLevels)[number];

export type Logger = PinoLogger;

/** What ties the lines of one happening together: `logger.child({ gameId, participantId })`. */
export type Correlation = { gameId?: string; participantId?: string; questionId?: string; userId?: string; requestId?: string };

/** JSON lines on stdout, with the secrets taken out. */
export function createLogger(options: { service: string; level?: LogLevel; node?: string; destination?: DestinationStream }): Logger {
  return pino(
    {
      level: options.level ?? "info",
      base: { service: options.service, node: options.node, processId: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: redactedPaths, censor: redacted },
      hooks: { streamWrite: scrubLine },
    },
    options.destination ?? pino.destination({ dest: 1, sync: true }),
  );
}
