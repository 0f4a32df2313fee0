import { failureOf, type liveRouter, Refusal } from "@quickfire/api/game";
import type { Metrics } from "@quickfire/telemetry";
import type { TRPCError } from "@trpc/server";
import { jsonEncoder, type WSSHandlerOptions } from "@trpc/server/adapters/ws";
import { z } from "zod";

const refusalToRead = z.object({ error: z.object({ data: z.object({ reason: z.literal("MALFORMED") }) }) });

/**
 * What makes the stock handler count the messages that it can't read. One that is no request at all (no JSON, bytes, another shape) it
 * refuses past its `onError`, so the replies are looked at for those; a call of nothing, or with a wrong input, comes by `onError`.
 */
export function countUnreadable({ badFrames }: Pick<Metrics, "badFrames">): Pick<WSSHandlerOptions<typeof liveRouter>, "onError" | "experimental_encoder"> {
  const count = () => badFrames.inc({ reason: "unreadable" });
  return {
    onError: ({ error }) => {
      if (isOfNothing(error) || failureOf(error).code === "INVALID") count();
    },
    experimental_encoder: {
      ...jsonEncoder,
      encode(reply) {
        if (isError(reply) && refusalToRead.safeParse(reply).success) count();
        return jsonEncoder.encode(reply);
      },
    },
  };
}

/** No such procedure, or of another kind. A procedure that is there says NOT_FOUND by a refusal: of a game that is gone, which is nobody's fault. */
const isOfNothing = (error: TRPCError): boolean => error.code === "NOT_FOUND" && !(error instanceof Refusal);

/** Most replies are none, and are not looked at any further. */
const isError = (reply: unknown): boolean => typeof reply === "object" && reply !== null && "error" in reply;
