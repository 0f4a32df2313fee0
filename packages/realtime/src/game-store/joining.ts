import { err, InvariantError, nicknameSkeleton, ok, participantSchema, type GameId, type Participant, type ParticipantId } from "@quickfire/engine";
import { asked } from "../errors";
import { joinGame, removeParticipant, renameParticipant } from "../functions/definitions";
import type { GameStore, JoinRequest, Origin } from "../game-store.types";
import type { StoreParts } from "./parts";

export const parseParticipant = (json: string): Participant => participantSchema.parse(JSON.parse(json));

const tries = 10;
/** Each is a call of its own, so that Redis does other things in between. */
const removedAtOnce = 50;

/** Who comes in, under which name, and who has to go. */
export function createJoining({ redis, call, keysOf, readGame, schedule }: StoreParts): Pick<GameStore, "join" | "rename" | "remove" | "removeAll" | "participant"> {
  async function participant(gameId: GameId, participantId: ParticipantId): Promise<Participant | null> {
    const stored = await asked("reading a participant", redis.hget(keysOf(gameId).people, participantId));
    return stored === null ? null : parseParticipant(stored);
  }

  async function remover(gameId: GameId, { announce, origin }: { announce: 0 | 1; origin: Origin }) {
    const keys = keysOf(gameId);
    const facts = (await readGame(gameId))?.state.facts;
    // What they have earned for their team is taken out of it.
    const moreKeys = facts?.settings.teams === undefined ? [] : Array.from({ length: facts.rounds }, (_, index) => keys.answers(index + 1));
    return (participantId: ParticipantId) => call(removeParticipant, { keys, moreKeys, args: { gameId, participantId, announce, origin: JSON.stringify(origin) } });
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
      const removeOne = await remover(gameId, { announce: 1, origin });
      const removed = await removeOne(participantId);
      return removed.ok ? ok(null) : err(removed.error);
    },

    async removeAll(gameId, participantIds, origin) {
      const removeOne = await remover(gameId, { announce: 0, origin });
      let count = 0;
      for (let from = 0; from < participantIds.length; from += removedAtOnce) {
        const removed = await Promise.all(participantIds.slice(from, from + removedAtOnce).map(removeOne));
        count += removed.filter((one) => one.ok && one.value.removed).length;
      }
      return count;
    },

    participant,
  };
}
