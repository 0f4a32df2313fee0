import type { GameId } from "@quickfire/engine";
import type { HttpContext } from "../context";
import type { SocketClaims } from "../auth";
import { refuse } from "../errors";
import { isHostOfGame } from "../host-of-game";
import { presentParticipant } from "../present-participant";
import { refuseBlocked } from "../refuse-blocked";

export type LookRequest = { gameId: GameId; as: SocketClaims["role"]; participantToken?: string };

/** Proves who wants to look at a running game: someone who plays in it by their token, its hosts (for the big screen too) by their sign-in. */
export async function whoLooks(ctx: HttpContext, { gameId, as, participantToken }: LookRequest): Promise<SocketClaims> {
  if (as !== "participant") {
    if (!ctx.user) refuse("UNAUTHORIZED");
    const { userId, sessionId } = ctx.user;
    await refuseBlocked(ctx.services, { userId });
    if (!(await isHostOfGame(ctx.services, { gameId, userId }))) refuse("NOT_FOUND");
    return { role: as, gameId, userId, sessionId };
  }
  const claims = participantToken === undefined ? ctx.participant : await ctx.services.tokens.participant.read(participantToken);
  if (!claims || claims.gameId !== gameId) refuse("UNAUTHORIZED", { detail: "Join the game first" });
  return { role: as, ...(await presentParticipant(ctx.services, claims)) };
}
