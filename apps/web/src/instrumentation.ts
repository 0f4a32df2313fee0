import type { Instrumentation } from "next";

// This file is compiled for the edge runtime as well, which nothing here uses and where no driver could be loaded. Next puts the
// name of the runtime in place of the variable, and leaves out an import that stands inside a condition that is never true.

export const onRequestError: Instrumentation.onRequestError = async (error, request) => {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { logRequestError } = await import("./server/log-request-error");
    logRequestError(error, request.path);
  }
};
