import { err, InvariantError, nicknameSkeleton, ok, participantSchema, type GameId, type Participant, type ParticipantId } from "@quickfire/engine";
import { asked } from "../errors";
import { joinGame, removeParticipant, renameParticipant } from "../functions/definitions";
import type { GameStore, JoinRequest } from "../game-store.types";
import type { StoreParts } from "./parts";

export const parseParticipant = (json: string): Participant => participantSchema.parse(JSON.parse(json));

const tries = 10;

/** Who comes in, under which name, and who has to go. */
export function createJoining({ redis, call, keysOf, readGame, schedule }: StoreParts): Pick<GameStore, "join" | "rename" | "remove" | "participant"> {
  async function participant(gameId: GameId, participantId: ParticipantId): Promise<Participant | null> {
    const stored = await asked("reading a participant", redis.hget(keysOf(gameId).people, participantId));
    return stored === null ? null : parseParticipant(stored);
  }

  return {
    async join({ gameId, participantId, name, skeleton, avatar, team, userId, idempotency, origin }: JoinRequest) {
      const joined = await call(joinGame, {
        keys: keysOf(gameId),
        args: {
          gameId,
          participantId,
          skeleton,
          participant: JSON.stringify({ participantId, name, avatar, userId }),
          team: team ?? 0,
          idempotencyKey: idempotency?.key ?? "",
          bodyHash: idempotency?.bodyHash ?? "",
          origin: JSON.stringify(origin),
        },
      });
      if (!joined.ok) return err(joined.error);
      schedule(joined.value.publishAt);
      return ok({ participant: parseParticipant(joined.value.participant), repeated: joined.value.repeated });
    },

    async rename({ gameId, participantId, name, origin }) {
      for (let attempt = 0; attempt < tries; attempt += 1) {
        const known = await participant(gameId, participantId);
        if (!known) return err("NOT_FOUND");
        const renamed = await call(renameParticipant, {
          keys: keysOf(gameId),
          args: {
            gameId, participantId, name,
            formerName: known.name,
            formerSkeleton: nicknameSkeleton(known.name),
            skeleton: nicknameSkeleton(name),
            origin: JSON.stringify(origin),
          },
        });
        if (renamed.ok) {
          schedule(renamed.value.publishAt);
          return ok(null);
        }
        if (renamed.error !== "CHANGED") return err(renamed.error);
      }
      throw new InvariantError(`participant ${participantId} got ${tries} other names while one was being given`);
    },

    async remove(gameId, participantId, origin) {
      const keys = keysOf(gameId);
      const facts = (await readGame(gameId))?.state.facts;
      // What they have earned for their team is taken out of it.
      const moreKeys = facts?.settings.teams === undefined ? [] : Array.from({ length: facts.rounds }, (_, index) => keys.answers(index + 1));
      const removed = await call(removeParticipant, { keys, moreKeys, args: { gameId, participantId, origin: JSON.stringify(origin) } });
      return removed.ok ? ok(null) : err(removed.error);
    },

    participant,
  };
}
