import { type GameId, markedAsBot, nicknameProblems, parseNickname, type ParticipantId, suggestNickname } from "@quickfire/engine";
import type { HttpContext } from "../context";
import { refuse, refuseField } from "../errors";

type Renaming = { gameId: GameId; participantId: ParticipantId; participantName?: string };

/** Given names come from a small store of words: the first ones drawn may be taken. */
const lastAttempt = 12;

/** Gives somebody another name: the host's choice, or one of the friendly names of the game's language. */
export async function renameParticipant({ services, origin }: Pick<HttpContext, "services" | "origin">, { gameId, participantId, participantName }: Renaming): Promise<{ name: string }> {
  const language = (await services.store.quiz(gameId))?.language ?? "en";
  const isBot = (await services.store.participant(gameId, participantId))?.bot === true;
  for (let attempt = 0; ; attempt += 1) {
    const wanted = participantName === undefined ? suggestNickname(services.randomInt, language, attempt) : chosenName(participantName, language);
    const name = isBot ? markedAsBot(wanted) : wanted;
    const renamed = await services.store.rename({ gameId, participantId, name, origin });
    if (renamed.ok) return { name };
    if (participantName !== undefined || renamed.error !== "NAME_TAKEN" || attempt === lastAttempt) refuse(renamed.error);
  }
}

function chosenName(wanted: string, language: string): string {
  const name = parseNickname(wanted, { language });
  return name.ok ? name.value : refuseField(["participantName"], nicknameProblems[name.error]);
}
