import { findSwarm, type GameId, type ParticipantId, type SwarmReason, swarmReasons } from "@quickfire/engine";
import type { HttpContext } from "../context";
import { refuse } from "../errors";

type Asked = { gameId: GameId; /** When the host looked: who came later was not shown. */ asOf: number };

const namesShown = 200;
/** What one call removes; the caller asks again as long as some are left. */
const removedACall = 1_000;

async function readSwarm({ store }: Pick<HttpContext["services"], "store">, { gameId, asOf }: Asked) {
  const came = (await store.arrivals(gameId)) ?? refuse("ENDED");
  const { flood } = came;
  const arrivals = came.arrivals.filter(({ joinedAt }) => joinedAt <= asOf);
  const swarm = findSwarm(arrivals, { flood, now: asOf });
  return { arrivals, swarm, flood };
}

/** Who looks like a bot, and why: the numbers, and the names of the first. */
export async function lookForSwarm({ services }: Pick<HttpContext, "services">, { gameId }: { gameId: GameId }) {
  const asOf = services.store.now();
  const { arrivals, swarm, flood } = await readSwarm(services, { gameId, asOf });
  const counts: Record<SwarmReason, number> = { flood: 0, pattern: 0, silent: 0 };
  for (const reason of swarm.values()) counts[reason] += 1;
  const people = arrivals
    .flatMap(({ participantId, name, joinedAt }) => {
      const reason = swarm.get(participantId);
      return reason ? [{ participantId, name, joinedAt, reason }] : [];
    })
    .sort((one, other) => swarmReasons.indexOf(one.reason) - swarmReasons.indexOf(other.reason) || one.joinedAt - other.joinedAt)
    .slice(0, namesShown);
  return { asOf, total: swarm.size, staying: arrivals.filter(({ removed }) => !removed).length - swarm.size, counts, flood, people };
}

/** Removes and bars them, some hundred at a time; who has shown a sign of life since the host looked may stay. */
export async function purgeSwarm({ services, origin }: Pick<HttpContext, "services" | "origin">, asked: Asked): Promise<{ removed: number; left: number }> {
  const { swarm } = await readSwarm(services, asked);
  const ids: ParticipantId[] = [...swarm.keys()].slice(0, removedACall);
  const removed = await services.store.removeAll(asked.gameId, ids, origin);
  services.metrics.removedParticipants.inc(removed);
  return { removed, left: swarm.size - ids.length };
}
