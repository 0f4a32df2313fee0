import type { GameStore } from "@quickfire/realtime";
import type { ParticipantClaims } from "./auth";
import { refuse } from "./errors";

/** A token outlives a removal and the game itself; what it says counts only while the participant is in the game. */
export async function presentParticipant(store: GameStore, claims: ParticipantClaims): Promise<ParticipantClaims> {
  const participant = await store.participant(claims.gameId, claims.participantId);
  if (!participant) refuse("NOT_FOUND");
  if (participant.removed) refuse("FORBIDDEN", { detail: "The host removed you from this game" });
  return { gameId: claims.gameId, participantId: claims.participantId };
}
