import type { UserId } from "@quickfire/engine";
import type { GameOverview } from "@quickfire/realtime";
import type { WebServices } from "../context";

type Services = Pick<WebServices, "store" | "games">;

/** Results are in Postgres within moments; only what has been waiting for longer than this is worth a word. */
const unsavedAfterMs = 5_000;
const gamesShown = 100;

/** A running game as a monitor shows it: where it stands, who is there, and whether anything is wrong. */
async function monitored(store: Services["store"], game: GameOverview, more: { isOwner: boolean; hostName: string | null }) {
  const { gameId, pin, title, phase, round, rounds, paused, locked, participants, present, answered, createdAt } = game;
  const savingWaits = (await store.unsavedForMs(gameId)) > unsavedAfterMs;
  return { gameId, pin, title, phase, round, rounds, paused, locked, participants, present, answered, createdAt, savingWaits, ...more };
}

/** The games that somebody hosts now, alone or together with others, newest first: one question for a whole page. */
export async function runningGames({ store, games }: Services, { userId }: { userId: UserId }) {
  const [own, listed] = await Promise.all([store.gamesOfHost(userId), games.ofHost({ hostUserId: userId, limit: gamesShown })]);
  const together = listed.ok ? listed.value.items.filter(({ status, hostUserId }) => status === "running" && hostUserId !== userId) : [];
  const others = (await Promise.all(together.map(({ gameId }) => store.overview(gameId)))).filter((game) => game !== null && game.phase !== "ended");
  const shown = await Promise.all([
    ...own.map((game) => monitored(store, game, { isOwner: true, hostName: null })),
    ...others.map((game) => (game ? monitored(store, game, { isOwner: false, hostName: null }) : null)),
  ]);
  return shown.filter((game) => game !== null).toSorted((one, other) => other.createdAt.localeCompare(one.createdAt));
}

/** Every game that runs on this installation, for those who look after it. They see how games stand; they host none of them. */
export async function allRunningGames({ store, games }: Services) {
  const records = await games.running(gamesShown);
  const shown = await Promise.all(
    records.map(async ({ gameId, hostName }) => {
      const game = await store.overview(gameId);
      return game && game.phase !== "ended" ? monitored(store, game, { isOwner: false, hostName }) : null;
    }),
  );
  return shown.filter((game) => game !== null);
}
