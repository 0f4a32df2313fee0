import type { GameId } from "@quickfire/engine";

export type GatheringOptions<Asked, Answer> = {
  /** What one call takes. */
  largest: number;
  /** Answers all that is asked of a game, in the same order. */
  work: (gameId: GameId, all: readonly Asked[]) => Promise<readonly Answer[]>;
};

type Waiting<Asked, Answer> = { asked: Asked; resolve: (answer: Answer) => void; reject: (error: unknown) => void };
type Lane<Asked, Answer> = { waiting: Waiting<Asked, Answer>[]; isBusy: boolean };

/**
 * Asks once for all who come together: what is asked of a game within a turn of the event loop, or while another call for it is
 * under way, goes in one call. None is answered by a call that began before it asked.
 */
export function createGathering<Asked, Answer>({ largest, work }: GatheringOptions<Asked, Answer>): (gameId: GameId, asked: Asked) => Promise<Answer> {
  const lanes = new Map<GameId, Lane<Asked, Answer>>();

  async function answer(gameId: GameId, together: readonly Waiting<Asked, Answer>[]): Promise<void> {
    try {
      const answers = await work(gameId, together.map(({ asked }) => asked));
      together.forEach(({ resolve, reject }, place) => {
        const found = answers[place];
        if (found === undefined) reject(new RangeError(`of ${together.length} that asked together, ${answers.length} were answered`));
        else resolve(found);
      });
    } catch (error) {
      for (const { reject } of together) reject(error);
    }
  }

  function goOn(gameId: GameId, lane: Lane<Asked, Answer>): void {
    if (lane.waiting.length === 0) {
      lanes.delete(gameId);
      return;
    }
    void answer(gameId, lane.waiting.splice(0, largest)).then(() => goOn(gameId, lane));
  }

  return (gameId, asked) => {
    const lane = lanes.get(gameId) ?? { waiting: [], isBusy: false };
    lanes.set(gameId, lane);
    if (!lane.isBusy) {
      lane.isBusy = true;
      setImmediate(() => goOn(gameId, lane));
    }
    return new Promise((resolve, reject) => lane.waiting.push({ asked, resolve, reject }));
  };
}
