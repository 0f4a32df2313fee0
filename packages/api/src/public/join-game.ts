import { createHash } from "node:crypto";
import { type GameState, nicknameProblems, nicknameSkeleton, type Participant, parseNickname, participantIdSchema, suggestNickname } from "@quickfire/engine";
import type { JoinRequest } from "@quickfire/realtime";
import type { HttpContext } from "../context";
import { refuse, refuseField } from "../errors";
import { refuseBlocked } from "../refuse-blocked";
import { askedTeam } from "./asked-team";
import { checkPattern } from "./check-pattern";

export type Newcomer = { participantName?: string; avatar?: number; team?: number; pattern?: string; idempotencyKey?: string };

const avatarCount = 240;
/** Given names come from a small store of words: in a full game the first ones drawn may be taken. */
const lastAttempt = 12;

/** Lets somebody into a game, under a name of their own or one that the game hands out. */
export async function joinGame(context: Pick<HttpContext, "services" | "user" | "origin" | "addressBlock">, game: GameState, newcomer: Newcomer): Promise<Participant> {
  const { services, user, origin } = context;
  if (user) await refuseBlocked(services, user);
  const { facts } = game;
  await checkPattern(context, facts, newcomer.pattern);
  const given = facts.settings.names === "given";
  const language = (await services.store.quiz(facts.gameId))?.language ?? "en";
  const request: Omit<JoinRequest, "name" | "skeleton"> = {
    gameId: facts.gameId,
    participantId: participantIdSchema.parse(services.newId()),
    avatar: newcomer.avatar ?? services.randomInt(avatarCount),
    team: askedTeam(facts, newcomer.team),
    userId: user?.userId,
    idempotency: idempotencyOf(newcomer),
    origin,
  };
  for (let attempt = 0; ; attempt += 1) {
    const name = given ? suggestNickname(services.randomInt, language, attempt) : ownName(newcomer.participantName, language);
    const joined = await services.store.join({ ...request, name, skeleton: nicknameSkeleton(name) });
    if (joined.ok) {
      if (!joined.value.repeated) services.metrics.joins.inc();
      return joined.value.participant;
    }
    if (!given || joined.error !== "NAME_TAKEN" || attempt === lastAttempt) refuse(joined.error);
  }
}

function ownName(wanted: string | undefined, language: string): string {
  if (wanted === undefined) return refuseField(["participantName"], "Give a name to play under.");
  const name = parseNickname(wanted, { language });
  return name.ok ? name.value : refuseField(["participantName"], nicknameProblems[name.error]);
}

/** The body as it was sent, so that the same key with another body can be told from a retry. */
function idempotencyOf({ idempotencyKey, participantName, avatar, team, pattern }: Newcomer): JoinRequest["idempotency"] {
  if (idempotencyKey === undefined) return undefined;
  const bodyHash = createHash("sha256").update(JSON.stringify([participantName ?? null, avatar ?? null, team ?? null, ...(pattern === undefined ? [] : [pattern])])).digest("base64url");
  return { key: idempotencyKey, bodyHash };
}
