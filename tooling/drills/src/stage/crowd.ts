import { setTimeout as pause } from "node:timers/promises";
import { createTrpcWires, joinGame, openPlainWire, type OpenWire, Player, type Ticket } from "@quickfire/testing/players";
import type { GameHost } from "./game-host";
import type { GameOptions } from "./open-game";
import type { Scene } from "./scene";

export type Crowd = {
  players: readonly Player[];
  joinedInS: number;
  /** Those whose socket is held by a node of this name. */
  on: (node: string) => Player[];
  leave: () => Promise<void>;
};

const joinsAtOnce = 24;
const arrivesWithinMs = 20_000;

/** Players join by REST and come in over their sockets: some with the stock tRPC client, the others with plain JSON. */
export async function gatherCrowd(scene: Scene, { host, habits, trpcShare = 0.2, reach = (url) => url, deliver }: GameOptions & { host: GameHost }): Promise<Crowd> {
  const { webUrl } = scene.stack;
  const startedAt = performance.now();
  const join = async (name: string): Promise<Ticket> => joinGame(webUrl, { pin: host.pin, name });
  const throughReach: OpenWire = (options) => openPlainWire({ ...options, ticket: { ...options.ticket, wsUrl: reach(options.ticket.wsUrl) } });
  const trpcWires = createTrpcWires(webUrl, reach);

  const tickets = await inLanes(scene.players, joinsAtOnce, (index) => join(nameOf(index)));
  const players = tickets.map((ticket, index) => {
    let lives = 1;
    return new Player({
      ticket,
      openWire: index < scene.players * trpcShare ? trpcWires : throughReach,
      random: scene.random.fork(),
      habits, deliver,
      joinAnew: () => join(`${nameOf(index)} life ${(lives += 1)}`),
    });
  });
  const givesUpAt = performance.now() + arrivesWithinMs;
  while (players.some(({ shown }) => shown.phase === null)) {
    if (performance.now() > givesUpAt) throw new Error(`${players.filter(({ shown }) => shown.phase === null).length} players could not come in`);
    await pause(20);
  }
  return {
    players,
    joinedInS: (performance.now() - startedAt) / 1_000,
    on: (node) => players.filter(({ shown, isUp }) => isUp && shown.node === node),
    leave: async () => {
      await Promise.all(players.map((player) => player.leave()));
    },
  };
}

const syllables = ["ba", "de", "fi", "go", "lu", "ma", "ne", "pi", "ro", "tu"];

/** Not a number, and not letters by chance: some read like words that nobody may be called by. */
export const nameOf = (index: number, kind = "Player"): string => `${kind} ${[...String(index)].map((digit) => syllables[Number(digit)]).join("")}`;

/** So many at once, in order of their index. */
async function inLanes<Item>(count: number, lanes: number, make: (index: number) => Promise<Item>): Promise<Item[]> {
  const made: Item[] = [];
  let next = 0;
  await Promise.all(Array.from({ length: Math.min(lanes, count) }, async () => {
    for (let index = next++; index < count; index = next++) made[index] = await make(index);
  }));
  return made;
}
