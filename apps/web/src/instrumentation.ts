import type { Instrumentation } from "next";

/** Runs once, before the first request is served. */
export async function register(): Promise<void> {
  const { startServer } = await import("./server/start-server");
  startServer();
}

export const onRequestError: Instrumentation.onRequestError = async (error, request) => {
  const { logRequestError } = await import("./server/start-server");
  logRequestError(error, request.path);
};
