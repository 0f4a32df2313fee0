import { blockedSentence, type LiveServices } from "@quickfire/api/game";
import { err, type GameId, ok, type ParticipantId, participantIdSchema, type Result } from "@quickfire/engine";

export type PlainTicket = { gameId: GameId; participantId: ParticipantId; lastEventId: string | undefined };
export type TicketRefusal = { status: 401 | 403 | 404 | 409; reason: "token" | "removed" | "blocked" | "unknown_game" | "ended"; detail: string };

const subprotocol = "quickfire.v1";
const tokenPrefix = "token.";

/** The name that the server agrees to speak; a token among the offered ones is never repeated. */
export const chooseSubprotocol = (offered: ReadonlySet<string>): string | false => (offered.has(subprotocol) ? subprotocol : false);

/** Who wants in, and whether they may: told before the upgrade, while there are still statuses to tell it with. */
export async function readPlainTicket(
  services: Pick<LiveServices, "store" | "tokens" | "blocked">,
  { url, offered }: { url: URL; offered: string | undefined },
): Promise<Result<PlainTicket, TicketRefusal>> {
  const token = tokenFromSubprotocols(offered) ?? url.searchParams.get("token");
  const claims = token ? await services.tokens.participant.read(token) : null;
  if (!claims) return err({ status: 401, reason: "token", detail: "the token is missing, wrong or expired" });

  const state = await services.store.find((url.searchParams.get("quizId") ?? "").toLowerCase());
  if (!state) return err({ status: 404, reason: "unknown_game", detail: "there is no such game" });
  const { gameId } = state.facts;
  const participantId = participantIdSchema.safeParse(url.searchParams.get("participantId"));
  if (claims.gameId !== gameId || !participantId.success || claims.participantId !== participantId.data) return err({ status: 401, reason: "token", detail: "the token is for another game or participant" });

  if (state.position.phase === "ended") return err({ status: 409, reason: "ended", detail: "the game has ended" });
  const participant = await services.store.participant(gameId, participantId.data);
  if (!participant) return err({ status: 401, reason: "token", detail: "the token is for a participant whom the game does not have" });
  const barred = await services.blocked.find(participant);
  if (barred) return err({ status: 403, reason: "blocked", detail: blockedSentence(barred.until) });
  if (participant.removed) return err({ status: 403, reason: "removed", detail: "the host removed this participant" });
  return ok({ gameId, participantId: participantId.data, lastEventId: url.searchParams.get("lastEventId") ?? undefined });
}

function tokenFromSubprotocols(offered: string | undefined): string | null {
  const token = offered?.split(",").map((name) => name.trim()).find((name) => name.startsWith(tokenPrefix));
  return token ? token.slice(tokenPrefix.length) : null;
}
