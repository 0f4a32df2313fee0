import type { SessionId, UserId } from "@quickfire/engine";
import type { EndedSessions } from "@quickfire/realtime";
import type { Metrics } from "@quickfire/telemetry";
import type { TRPCRouterRecord } from "@trpc/server";
import { z } from "zod";
import { refuse } from "../errors";
import { signedInProcedure } from "../trpc";
import { boardFollowing, boardOf, isLive } from "./board-request";
import { EventStreamOutlet, EventStreamReply, keepAliveMs } from "./event-stream";

/** As many connections as one user may keep open; a browser needs one, however many its tabs. */
const mostPerUser = 20;
/** As many as one process holds. */
const mostOpen = 20_000;
const longestEventId = 90;

type Follower = { userId: UserId; /** None behind a key. */ sessionId?: SessionId };
type OpenStreamsOptions = { metrics: Pick<Metrics, "eventStreams" | "errors">; ended: EndedSessions; beatMs?: number };

/** The open streams of a process. */
export function createOpenStreams({ metrics, ended, beatMs = keepAliveMs }: OpenStreamsOptions) {
  const perUser = new Map<UserId, number>();
  const outlets = new Map<EventStreamOutlet, Follower>();

  /** Who comes back is asked who they are. */
  async function closeSignedOut(): Promise<void> {
    const gone = await ended.among([...new Set([...outlets.values()].flatMap(({ sessionId }) => sessionId ?? []))]);
    if (gone.size > 0) for (const [outlet, { sessionId }] of outlets) if (sessionId && gone.has(sessionId)) outlet.close();
  }

  const beat = setInterval(() => {
    for (const outlet of outlets.keys()) outlet.keepAlive();
    closeSignedOut().catch(() => metrics.errors.inc({ place: "ended sessions" }));
  }, beatMs);
  beat.unref();

  return {
    admit(userId: UserId): void {
      if (outlets.size >= mostOpen) refuse("BUSY", { retryAfterSeconds: 5 });
      if ((perUser.get(userId) ?? 0) >= mostPerUser) refuse("RATE_LIMITED", { detail: `At most ${mostPerUser} streams at once`, retryAfterSeconds: 5 });
    },
    add(follower: Follower, outlet: EventStreamOutlet): () => void {
      const { userId } = follower;
      outlets.set(outlet, follower);
      metrics.eventStreams.inc();
      perUser.set(userId, (perUser.get(userId) ?? 0) + 1);
      return () => {
        outlets.delete(outlet);
        metrics.eventStreams.dec();
        const left = (perUser.get(userId) ?? 1) - 1;
        if (left > 0) perUser.set(userId, left);
        else perUser.delete(userId);
      };
    },
    close: () => clearInterval(beat),
  };
}
export type OpenStreams = ReturnType<typeof createOpenStreams>;

/** Only for whoever can hand over a connection: an HTTP server, not a caller over tRPC. */
export const boardStreamRouter = {
  follow: signedInProcedure.input(boardFollowing.extend({ lastEventId: z.string().optional() })).query(async ({ ctx, input: { scope, lastEventId, ...which } }) => {
    const { boards, streams, store } = ctx.services;
    const { userId, sessionId } = ctx.user;
    streams.admit(userId);
    const now = store.now();
    const wanted = await Promise.all(scope.map((each) => boardOf({ ...which, scope: each }, { userId, boards, now })));
    if (!wanted.every((board) => isLive(board, now))) refuse("NOT_FOUND", { detail: "A period that is over does not change any more." });
    const feeds = await Promise.all(wanted.map((board) => boards.feedOf(board)));
    // An id is that of one board; whoever follows several gets all of them anew.
    const after = feeds.length === 1 && lastEventId !== undefined && lastEventId.length <= longestEventId ? lastEventId : null;

    return new EventStreamReply((reply) => {
      const outlet = new EventStreamOutlet(reply);
      reply.once("close", streams.add({ userId, sessionId }, outlet));
      outlet.open();
      for (const { feed, snapshot } of feeds) feed.follow(outlet, { after, snapshot });
    });
  }),
} satisfies TRPCRouterRecord;
