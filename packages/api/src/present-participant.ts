import type { ParticipantClaims } from "./auth";
import type { LiveServices } from "./context";
import { refuse } from "./errors";
import { refuseBlocked } from "./refuse-blocked";

/** A token outlives a removal, a block and the game itself; what it says counts only while the participant may be in the game. */
export async function presentParticipant(services: Pick<LiveServices, "store" | "blocked">, claims: ParticipantClaims): Promise<ParticipantClaims> {
  const participant = await services.store.participant(claims.gameId, claims.participantId);
  if (!participant) refuse("NOT_FOUND");
  await refuseBlocked(services, participant);
  if (participant.removed) refuse("FORBIDDEN", { detail: "The host removed you from this game" });
  return { gameId: claims.gameId, participantId: claims.participantId };
}
